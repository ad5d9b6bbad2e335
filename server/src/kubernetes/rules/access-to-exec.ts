import type { Finding, PeerName } from '../../core/rule';
import { asScalar, get, itemsOf } from '../../yaml/navigate';
import { accessBy, type Binding, bindingsIn, type Grant, isBound, saidBy } from '../access/bindings';
import {
  allows,
  allowsAll,
  isOfTheSystem,
  policyRulesOf,
  RBAC_GROUP,
  type Resource,
  readRole,
} from '../access/roles';
import { isPatch } from '../kustomize/kustomizations';
import type { KubernetesObject, Manifest } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/access-to-exec',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: {
    ko: '실행 중인 컨테이너에 들어가는 권한',
    en: 'The right to enter running containers',
  },
  why: {
    ko: '`pods/exec`와 `pods/attach`는 실행 중인 컨테이너 안에서 명령을 실행하게 한다. 그 Pod의 Secret과 ServiceAccount token을 그대로 쓸 수 있다. 무엇을 했는지 manifest에도 이미지에도 남지 않는다.',
    en: '`pods/exec` and `pods/attach` run commands inside a running container. Its Secrets and the token of its ServiceAccount come with it. What was done there is in no manifest and in no image.',
  },
  how: {
    ko: '평소 쓰는 Role에서는 빼고, 문제를 볼 때만 쓰는 Role을 따로 두어 사람에게 잠깐 묶는다. 읽기만 하려면 `pods/log`면 된다.',
    en: 'Leave it out of everyday roles and keep a role of its own for emergencies, bound to people for a while. For reading, `pods/log` is enough.',
  },
  messages: {
    bound: {
      ko: '`{role}`{role|은} `{resource}`{resource|을} 허용한다. 이 바인딩을 받은 쪽은 Pod 안에서 명령을 실행할 수 있다.',
      en: '`{role}` allows `{resource}`: who is bound here can run commands inside the Pods.',
    },
    role: {
      ko: '`{resource}`{resource|을} 허용하면 Pod 안에서 명령을 실행할 수 있다.',
      en: 'This allows `{resource}`: running commands inside the Pods.',
    },
    rule: { ko: '{role}의 규칙', en: 'The rule of {role}' },
  },
  concepts: ['kubernetes/Role', 'kubernetes/Pod'],
  source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  also: [
    'polaris/clusterrolePodExecAttach',
    'polaris/rolePodExecAttach',
    'polaris/clusterrolebindingPodExecAttach',
    'polaris/rolebindingClusterRolePodExecAttach',
    'polaris/rolebindingRolePodExecAttach',
  ],
  examples: [
    {
      bad: `${binding('RoleBinding', 'Role', '«debug»')}---\n${role('Role', 'pods/exec')}`,
      good: `${binding('RoleBinding', 'Role', 'debug')}---\n${role('Role', 'pods/log')}`,
    },
    {
      bad: binding('RoleBinding', 'ClusterRole', '«edit»'),
      good: binding('RoleBinding', 'ClusterRole', 'view'),
    },
    {
      bad: binding('ClusterRoleBinding', 'ClusterRole', '«admin»'),
      good: binding('ClusterRoleBinding', 'ClusterRole', 'view'),
    },
    { bad: role('Role', '«pods/attach»'), good: role('Role', 'pods/log'), message: 'role' },
    { bad: role('ClusterRole', '«pods/exec»'), good: role('ClusterRole', 'pods/log'), message: 'role' },
  ],
  allows: [
    role('Role', 'pods'),
    role('Role', 'pods/exec').replace('[create]', '[create]\n    resourceNames: [web-0]'),
    // That every Pod may be entered is the least of it.
    role('Role', '"*"').replace('[""]', '["*"]').replace('[create]', '["*"]'),
    // Before 1.35 a `get` was enough, over a WebSocket.
    role('Role', 'pods/exec').replace('[create]', '[get]'),
    binding('RoleBinding', 'Role', 'debug'),
  ],
  *check(manifest: Manifest, { facts, kubernetesVersion }) {
    const verbs = verbsIn(kubernetesVersion);
    for (const binding of bindingsIn(manifest, facts)) {
      const access = accessBy(binding, facts, RESOURCES, verbs);
      if (!access) continue;
      yield {
        span: binding.role.name.node.span,
        values: { role: binding.role.name.value, resource: access.resource.name },
        also: [...namesFor(binding, access.grant)],
        related: saidBy(access.grant),
      };
    }
    if (isPatch(manifest.file.uri, facts)) return;
    for (const object of manifest.objects)
      if (!isOfTheSystem(object.name?.value) && !isBound(object, facts)) yield* unbound(object, verbs);
  },
});

/** A role that nobody has yet. */
function* unbound(object: KubernetesObject, verbs: readonly string[]): Iterable<Finding> {
  const role = readRole(object);
  if (!role) return;
  for (const { rule, node } of policyRulesOf(object.root)) {
    const isGiven = (resource: Resource) => verbs.some((verb) => allows(rule, resource, verb));
    const resource = allowsAll(rule) ? undefined : RESOURCES.find(isGiven)?.name;
    const word =
      resource && itemsOf(get(node, 'resources')).find((item) => isSaid(resource, asScalar(item)?.text));
    if (!resource || !word) continue;
    yield {
      span: word.span,
      message: 'role',
      values: { resource },
      also: [`polaris/${role.kind === 'Role' ? 'role' : 'clusterrole'}PodExecAttach`],
    };
    return;
  }
}

const RESOURCES = ['pods/exec', 'pods/attach'].map((name) => ({ group: '', name }));

/**
 * From 1.35 on the API server asks for `create` however the connection is made.
 * Source: AuthorizePodWebsocketUpgradeCreatePermission, https://github.com/kubernetes/kubernetes/issues/133515
 */
function verbsIn(version: string): readonly string[] {
  return Number(version.split('.')[1]) >= 35 ? ['create'] : ['create', 'get'];
}

function isSaid(resource: string, written: string | undefined): boolean {
  return written === resource || written === '*' || written === `*/${resource.split('/')[1]}`;
}

/** The binding hands out what a role here allows: it answers to both of polaris' names. */
function* namesFor({ kind, role }: Binding, { span }: Grant): Generator<PeerName> {
  if (kind === 'ClusterRoleBinding') yield 'polaris/clusterrolebindingPodExecAttach';
  else yield `polaris/rolebinding${role.kind}PodExecAttach`;
  if (span) yield `polaris/${role.kind === 'Role' ? 'role' : 'clusterrole'}PodExecAttach`;
}

function binding(kind: string, roleKind: string, role: string): string {
  return `apiVersion: ${RBAC_GROUP}/v1
kind: ${kind}
metadata:
  name: ci
roleRef:
  apiGroup: ${RBAC_GROUP}
  kind: ${roleKind}
  name: ${role}
subjects:
  - kind: Group
    name: developers
    apiGroup: ${RBAC_GROUP}
`;
}

function role(kind: string, resource: string): string {
  return `apiVersion: ${RBAC_GROUP}/v1
kind: ${kind}
metadata:
  name: debug
rules:
  - apiGroups: [""]
    resources: [${resource}]
    verbs: [create]
`;
}
