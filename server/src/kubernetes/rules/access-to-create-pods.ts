import { accessBy, bindingsIn, saidBy } from '../access/bindings';
import { RBAC_GROUP, readResource } from '../access/roles';
import type { Manifest } from '../model';
import { rule } from '../rule';

export default rule<{ resources: readonly string[] }>({
  id: 'kubernetes/access-to-create-pods',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: { ko: 'Pod를 만들 권한을 주었다', en: 'A binding that lets somebody start Pods' },
  why: {
    ko: 'Pod를 만들 수 있으면 그 namespace의 어느 Secret이든 volume으로 붙여 읽고, 어느 ServiceAccount로든 돌 수 있다. 막는 것이 없다면 node의 파일까지 닿는다. Deployment나 Job을 만드는 권한도 같다.',
    en: 'Who starts a Pod can mount every Secret of the namespace and run as any of its ServiceAccounts. Where nothing forbids it, the files of the node are in reach as well. Making a Deployment or a Job is the same right.',
  },
  how: {
    ko: '배포를 맡은 계정에만 준다. 줄 수밖에 없다면 namespace에 Pod Security 기준을 걸어 Pod가 할 수 있는 일을 줄인다.',
    en: 'Leave it to the account that deploys. Where it is needed, enforce a Pod Security level in the namespace, so that such a Pod can do less.',
  },
  messages: {
    found: {
      ko: '`{role}`{role|은} `{resource}`{resource|을} 만들 수 있게 한다. 그 Pod로 namespace의 Secret과 ServiceAccount를 다 쓸 수 있다.',
      en: '`{role}` may create `{resource}`, and with a Pod use every Secret and ServiceAccount of the namespace.',
    },
    rule: { ko: '{role}의 규칙', en: 'The rule of {role}' },
  },
  concepts: ['kubernetes/Role', 'kubernetes/Pod'],
  source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation',
  also: ['kube-linter/access-to-create-pods'],
  options: {
    resources: {
      default: [
        'pods',
        'replicationcontrollers',
        'deployments.apps',
        'statefulsets.apps',
        'daemonsets.apps',
        'replicasets.apps',
        'jobs.batch',
        'cronjobs.batch',
      ],
      what: {
        ko: '만들면 Pod가 뜨는 resource. `deployments.apps`처럼 쓴다',
        en: 'Resources that make Pods, spelled like `deployments.apps`',
      },
    },
  },
  examples: [{ bad: deployer('«deployer»', '[create, patch]'), good: deployer('deployer', '[patch]') }],
  allows: [
    deployer('edit', '[get]').replace('kind: Role\n', 'kind: ClusterRole\n'),
    deployer('deployer', '[get, update]'),
    deployer('deployer', '[create]').replace('[apps]', '[argoproj.io]'),
    deployer('deployer', '[create]').split('---')[0]!,
  ],
  *check(manifest: Manifest, { facts, options }) {
    const resources = options.resources.map(readResource);
    for (const binding of bindingsIn(manifest, facts)) {
      const access = accessBy(binding, facts, resources, ['create']);
      // That `edit` and `admin` may is what they are for.
      if (!access?.grant.span) continue;
      const { resource, grant } = access;
      yield {
        span: binding.role.name.node.span,
        values: { role: binding.role.name.value, resource: resource.name },
        related: saidBy(grant),
      };
    }
  },
});

function deployer(role: string, verbs: string): string {
  const apiVersion = `apiVersion: ${RBAC_GROUP}/v1`;
  return `${apiVersion}
kind: RoleBinding
metadata:
  name: ci
roleRef:
  apiGroup: ${RBAC_GROUP}
  kind: Role
  name: ${role}
subjects:
  - kind: ServiceAccount
    name: ci
---
${apiVersion}
kind: Role
metadata:
  name: deployer
rules:
  - apiGroups: [apps]
    resources: [deployments]
    verbs: ${verbs}
`;
}
