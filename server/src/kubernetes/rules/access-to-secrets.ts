import { accessBy, bindingsIn, saidBy } from '../access/bindings';
import { RBAC_GROUP, readResource } from '../access/roles';
import type { Manifest } from '../model';
import { rule } from '../rule';

export default rule<{ resources: readonly string[]; verbs: readonly string[] }>({
  id: 'kubernetes/access-to-secrets',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: { ko: 'Secret을 다룰 권한을 주었다', en: 'A binding that opens Secrets' },
  why: {
    ko: 'Secret을 읽을 수 있으면 거기 든 비밀번호와 token을 쓸 수 있다. `list`와 `watch`도 내용을 그대로 보여 준다. ServiceAccount의 token이 든 Secret을 읽은 사람은 그 계정이 되고, 지우거나 바꿀 수 있으면 그것을 쓰는 Pod가 멈춘다.',
    en: 'Who reads a Secret can use the passwords and tokens in it. `list` and `watch` show the contents too. A Secret with the token of a ServiceAccount makes its reader that account, and who may replace or delete one stops the Pods that use it.',
  },
  how: {
    ko: '필요한 Secret의 이름을 `resourceNames`에 적고 verb는 `get`만 준다. Pod가 쓰는 값이라면 권한이 필요 없다: volume이나 `secretKeyRef`로 받는다.',
    en: 'Name the Secrets that are needed in `resourceNames`, with `get` alone. A Pod that only uses a value needs no rights at all: it gets it by a volume or `secretKeyRef`.',
  },
  messages: {
    found: {
      ko: '`{role}`{role|은} 모든 `{resource}`에 `{verb}`{verb|을} 허용한다.',
      en: '`{role}` allows `{verb}` on all `{resource}`.',
    },
    rule: { ko: '{role}의 규칙', en: 'The rule of {role}' },
  },
  concepts: ['kubernetes/Role', 'kubernetes/Secret'],
  source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets',
  also: ['kube-linter/access-to-secrets'],
  options: {
    resources: {
      default: ['secrets'],
      what: {
        ko: '알릴 resource. `deployments.apps`처럼 쓴다',
        en: 'Resources that are told, spelled like `deployments.apps`',
      },
    },
    verbs: {
      default: ['get', 'list', 'watch', 'create', 'delete'],
      what: { ko: '허용하면 알릴 verb', en: 'Verbs on them that are told' },
    },
  },
  examples: [
    { bad: reader('«reader»', '[secrets]', '[get]'), good: reader('reader', '[configmaps]', '[get]') },
    {
      // Every cluster has this one.
      bad: reader('«edit»', '[pods]', '[get]').replace('kind: Role\n', 'kind: ClusterRole\n'),
      good: reader('view', '[pods]', '[get]').replace('kind: Role\n', 'kind: ClusterRole\n'),
    },
  ],
  allows: [
    reader('reader', '[secrets]', '[get]\n    resourceNames: [web-tls]'),
    // Of another API group that has a resource of this name.
    reader('reader', '[secrets]', '[get]').replace('[""]', '[vault.example.com]'),
    // The role is not here: what it allows is not known.
    reader('reader', '[secrets]', '[get]').split('---')[0]!,
  ],
  *check(manifest: Manifest, { facts, options }) {
    const resources = options.resources.map(readResource);
    for (const binding of bindingsIn(manifest, facts)) {
      const access = accessBy(binding, facts, resources, options.verbs);
      if (!access) continue;
      const { verb, resource, grant } = access;
      yield {
        span: binding.role.name.node.span,
        values: { role: binding.role.name.value, verb, resource: resource.name },
        related: saidBy(grant),
      };
    }
  },
});

function reader(role: string, resources: string, verbs: string): string {
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
  name: reader
rules:
  - apiGroups: [""]
    resources: ${resources}
    verbs: ${verbs}
`;
}
