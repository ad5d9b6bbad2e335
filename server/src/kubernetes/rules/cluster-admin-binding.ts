import type { PeerName } from '../../core/rule';
import { type Binding, bindingsIn, granting, type Subject, saidBy } from '../access/bindings';
import { allowsAll, CLUSTER_ADMIN } from '../access/roles';
import type { Manifest } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/cluster-admin-binding',
  severity: 'warning',
  scope: 'part',
  what: {
    ko: '모든 권한을 가진 `cluster-admin`을 주었다',
    en: 'A binding to a role that may do everything',
  },
  why: {
    ko: '`cluster-admin`은 모든 것에 모든 일을 할 수 있다. ClusterRoleBinding으로 주면 Secret도, node도, 다른 팀의 namespace도 그 사람 손에 있다. 그 계정의 token 하나가 새면 cluster 전체가 넘어간다. `default` ServiceAccount에 주면 따로 정하지 않은 Pod가 모두 그 권한을 갖는다.',
    en: '`cluster-admin` may do anything to anything. Given by a ClusterRoleBinding, that is every Secret, every node and every other team. One leaked token of that account is the whole cluster. Given to a `default` ServiceAccount, every Pod that names no other one has it.',
  },
  how: {
    ko: '할 일에 필요한 것만 적은 Role을 만들어 묶는다. 사람에게는 `admin`, `edit`, `view`를 namespace마다 RoleBinding으로 준다.',
    en: 'Write a Role with what the work needs and bind that. People get `admin`, `edit` or `view` by a RoleBinding in each namespace.',
  },
  messages: {
    cluster: {
      ko: '{subject}{subjectName|이} cluster의 모든 것에 모든 권한을 갖는다.',
      en: '{subject} may do everything to everything in the cluster.',
    },
    default: {
      ko: '{subject}에 모든 권한을 주면, ServiceAccount를 정하지 않은 Pod가 모두 cluster 전체를 다룰 수 있다.',
      en: 'With every right on {subject}, each Pod that names no ServiceAccount rules the whole cluster.',
    },
    everyone: {
      ko: '{subject}에 드는 모두가 cluster의 모든 것에 모든 권한을 갖는다.',
      en: 'Everyone in {subject} may do everything to everything in the cluster.',
    },
    namespace: {
      ko: '{subject}{subjectName|이} 이 namespace의 모든 것에 모든 권한을 갖는다.',
      en: '{subject} may do everything to everything in this namespace.',
    },
    rule: { ko: '{role}의 규칙', en: 'The rule of {role}' },
  },
  concepts: ['kubernetes/RoleBinding', 'kubernetes/Role'],
  source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
  also: [
    'kube-linter/cluster-admin-role-binding',
    'polaris/clusterrolebindingClusterAdmin',
    'polaris/rolebindingClusterAdminClusterRole',
    'polaris/rolebindingClusterAdminRole',
    'kube-linter/access-to-create-pods',
    'kube-linter/access-to-secrets',
    'polaris/clusterrolebindingPodExecAttach',
    'polaris/rolebindingClusterRolePodExecAttach',
    'polaris/rolebindingRolePodExecAttach',
  ],
  examples: [
    {
      bad: binding('ClusterRoleBinding', 'kind: User\n    name: jane@example.com', '«cluster-admin»'),
      good: binding('RoleBinding', 'kind: User\n    name: jane@example.com', 'edit'),
    },
    {
      bad: binding('ClusterRoleBinding', account('default'), '«cluster-admin»'),
      good: binding('RoleBinding', account('ci'), 'edit'),
      message: 'default',
    },
    {
      bad: binding('ClusterRoleBinding', 'kind: Group\n    name: system:authenticated', '«cluster-admin»'),
      good: binding('ClusterRoleBinding', 'kind: Group\n    name: system:authenticated', 'system:discovery'),
      message: 'everyone',
    },
    {
      bad: `${binding('RoleBinding', account('ci'), '«all»', 'Role')}---\n${role('"*"', '"*"', '"*"')}`,
      good: `${binding('RoleBinding', account('ci'), 'all', 'Role')}---\n${role('apps', 'deployments', 'patch')}`,
      message: 'namespace',
    },
    {
      bad: binding('RoleBinding', account('ci'), '«cluster-admin»'),
      good: binding('RoleBinding', account('ci'), 'edit'),
      message: 'namespace',
    },
  ],
  allows: [
    binding('RoleBinding', 'kind: User\n    name: jane@example.com', 'edit'),
    // What kubeadm makes itself.
    binding('ClusterRoleBinding', 'kind: Group\n    name: system:masters', 'cluster-admin').replace(
      'name: it',
      'name: cluster-admin',
    ),
  ],
  *check(manifest: Manifest, { facts }) {
    for (const binding of bindingsIn(manifest, facts)) {
      const grant = granting(binding, facts, allowsAll);
      if (!grant) continue;
      const isEverywhere = binding.kind === 'ClusterRoleBinding';
      const [subject, reach] = loudest(binding.subjects);
      yield {
        span: binding.role.name.node.span,
        message: !isEverywhere
          ? 'namespace'
          : reach === 'default' || reach === 'everyone'
            ? reach
            : 'cluster',
        ...((!isEverywhere || reach === 'program') && { severity: 'info' }),
        values: { subject: `${subject.kind} ${subject.name}`, subjectName: subject.name },
        also: [...namesFor(binding)],
        related: saidBy(grant),
      };
    }
  },
});

/** Who gets it: a program of its own, people, every Pod of a namespace, or everybody. */
type Reach = 'program' | 'person' | 'default' | 'everyone';
const LOUDNESS: readonly Reach[] = ['everyone', 'default', 'person', 'program'];

function loudest(subjects: readonly Subject[]): readonly [Subject, Reach] {
  const all = subjects.map((subject) => [subject, reachOf(subject)] as const);
  return all.toSorted(([, a], [, b]) => LOUDNESS.indexOf(a) - LOUDNESS.indexOf(b))[0]!;
}

function reachOf({ kind, name }: Subject): Reach {
  if (kind === 'ServiceAccount') return name === 'default' ? 'default' : 'program';
  if (/^system:((un)?authenticated$|serviceaccounts(:|$))/.test(name)) return 'everyone';
  return name.startsWith('system:') ? 'program' : 'person';
}

/** Who may do everything may do what the others tell of one by one. */
function* namesFor({ kind, role }: Binding): Generator<PeerName> {
  yield* ['kube-linter/access-to-create-pods', 'kube-linter/access-to-secrets'] as const;
  if (kind === 'ClusterRoleBinding') {
    if (role.name.value === CLUSTER_ADMIN) yield 'kube-linter/cluster-admin-role-binding';
    yield* ['polaris/clusterrolebindingClusterAdmin', 'polaris/clusterrolebindingPodExecAttach'] as const;
  } else {
    yield `polaris/rolebindingClusterAdmin${role.kind}`;
    yield `polaris/rolebinding${role.kind}PodExecAttach`;
  }
}

function account(name: string): string {
  return `kind: ServiceAccount\n    name: ${name}\n    namespace: shop`;
}

function binding(kind: string, subject: string, role: string, roleKind = 'ClusterRole'): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata:
  name: it
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ${roleKind}
  name: ${role}
subjects:
  - ${subject}
`;
}

function role(apiGroup: string, resource: string, verb: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: all
rules:
  - apiGroups: [${apiGroup}]
    resources: [${resource}]
    verbs: [${verb}]
`;
}
