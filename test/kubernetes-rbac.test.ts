import { answers, table } from './kubernetes-table';

const API = 'apiVersion: rbac.authorization.k8s.io/v1\n';
const SUBJECT = 'subjects:\n  - kind: ServiceAccount\n    name: ci\n    namespace: shop\n';

const meta = (name: string, namespace?: string) =>
  `metadata:\n  name: ${name}\n${namespace ? `  namespace: ${namespace}\n` : ''}`;
const role = (kind: string, name: string, rules: string, namespace?: string) =>
  `${API}kind: ${kind}\n${meta(name, namespace)}rules:\n${rules}`;
const can = (groups: string, resources: string, verbs: string, more = '') =>
  `  - apiGroups: [${groups}]\n    resources: [${resources}]\n    verbs: [${verbs}]\n${more}`;
const bind = (
  kind: string,
  roleKind: string,
  name: string,
  { subjects = SUBJECT, namespace }: { subjects?: string; namespace?: string } = {},
) =>
  `${API}kind: ${kind}\n${meta('it', namespace)}roleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ${roleKind}\n  name: ${name}\n${subjects}`;
const all = (...documents: string[]) => documents.join('---\n');

const ADMIN = can('"*"', '"*"', '"*"');

table('kubernetes/cluster-admin-binding', [
  ['the role of every cluster', bind('ClusterRoleBinding', 'ClusterRole', '«cluster-admin»')],
  ['in one namespace', bind('RoleBinding', 'ClusterRole', '«cluster-admin»')],
  ['in quotes', bind('ClusterRoleBinding', 'ClusterRole', '«"cluster-admin"»')],
  ['windows', bind('ClusterRoleBinding', 'ClusterRole', '«cluster-admin»').replaceAll('\n', '\r\n')],
  [
    'flow style',
    `${API}kind: ClusterRoleBinding\nmetadata: {name: it}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: «cluster-admin»}\nsubjects: [{kind: User, name: jane}]\n`,
  ],
  [
    'an item of a List',
    `apiVersion: v1\nkind: List\nitems:\n  - ${bind('ClusterRoleBinding', 'ClusterRole', '«cluster-admin»').trimEnd().replaceAll('\n', '\n    ')}\n`,
  ],
  [
    'a role that is as much',
    all(bind('ClusterRoleBinding', 'ClusterRole', '«boss»'), role('ClusterRole', 'boss', ADMIN)),
  ],
  [
    'seven verbs are every verb',
    all(
      bind('ClusterRoleBinding', 'ClusterRole', '«boss»'),
      role('ClusterRole', 'boss', can('"*"', '"*"', 'get, list, watch, create, update, patch, delete')),
    ),
  ],
  [
    'an aggregate of it',
    all(
      bind('ClusterRoleBinding', 'ClusterRole', '«sum»'),
      `${API}kind: ClusterRole\n${meta('sum')}aggregationRule:\n  clusterRoleSelectors:\n    - matchLabels:\n        to: sum\nrules: []\n`,
      role('ClusterRole', 'part', ADMIN).replace('name: part\n', 'name: part\n  labels:\n    to: sum\n'),
    ),
  ],
  [
    'the written rules of an aggregate do not count',
    all(
      bind('ClusterRoleBinding', 'ClusterRole', 'sum'),
      `${API}kind: ClusterRole\n${meta('sum')}aggregationRule:\n  clusterRoleSelectors:\n    - matchLabels:\n        to: sum\nrules:\n${ADMIN}`,
    ),
  ],
  [
    'a Role of the same namespace',
    all(bind('RoleBinding', 'Role', '«boss»', { namespace: 'a' }), role('Role', 'boss', ADMIN, 'a')),
  ],
  [
    'a Role of another namespace',
    all(bind('RoleBinding', 'Role', 'boss', { namespace: 'a' }), role('Role', 'boss', ADMIN, 'b')),
  ],
  [
    'a Role and a ClusterRole of one name',
    all(
      bind('RoleBinding', 'Role', 'boss'),
      role('ClusterRole', 'boss', ADMIN),
      role('Role', 'boss', can('""', 'pods', 'get')),
    ),
  ],
  [
    'two files of which one says less',
    all(
      bind('ClusterRoleBinding', 'ClusterRole', 'boss'),
      role('ClusterRole', 'boss', ADMIN),
      role('ClusterRole', 'boss', can('""', 'pods', 'get')),
    ),
  ],
  [
    'everything of one API group',
    all(
      bind('ClusterRoleBinding', 'ClusterRole', 'boss'),
      role('ClusterRole', 'boss', can('apps', '"*"', '"*"')),
    ),
  ],
  [
    'everything of certain names',
    all(
      bind('ClusterRoleBinding', 'ClusterRole', 'boss'),
      role('ClusterRole', 'boss', can('"*"', '"*"', '"*"', '    resourceNames: [a]\n')),
    ),
  ],
  [
    'only reading',
    all(
      bind('ClusterRoleBinding', 'ClusterRole', 'boss'),
      role('ClusterRole', 'boss', can('"*"', '"*"', 'get, list, watch')),
    ),
  ],
  ['a role that is not here', bind('ClusterRoleBinding', 'ClusterRole', 'boss')],
  [
    'nobody gets it',
    bind('ClusterRoleBinding', 'ClusterRole', 'cluster-admin', { subjects: 'subjects: []\n' }),
  ],
  ['nobody is written', bind('ClusterRoleBinding', 'ClusterRole', 'cluster-admin', { subjects: '' })],
  ['null subjects', bind('ClusterRoleBinding', 'ClusterRole', 'cluster-admin', { subjects: 'subjects:\n' })],
  [
    'the cluster’s own',
    bind('ClusterRoleBinding', 'ClusterRole', 'cluster-admin').replace('name: it', 'name: cluster-admin'),
  ],
  [
    'a part of the system',
    bind('ClusterRoleBinding', 'ClusterRole', 'cluster-admin').replace('name: it', 'name: system:addons'),
  ],
  ['a template', bind('ClusterRoleBinding', 'ClusterRole', '{{ .Values.role }}')],
  ['not a Role of this name', bind('RoleBinding', 'Role', 'cluster-admin')],
  [
    'a binding of another kind',
    bind('ClusterRoleBinding', 'ClusterRole', 'cluster-admin').replace(API, 'apiVersion: example.com/v1\n'),
  ],
  ['half typed', `${API}kind: ClusterRoleBinding\n${meta('it')}roleRef:\n  name:\n`],
]);

const ANY_ACCESS = ['kube-linter/access-to-create-pods', 'kube-linter/access-to-secrets'];
answers('kubernetes/cluster-admin-binding', [
  [
    'the role of every cluster',
    bind('ClusterRoleBinding', 'ClusterRole', 'cluster-admin'),
    ...ANY_ACCESS,
    'kube-linter/cluster-admin-role-binding',
    'polaris/clusterrolebindingClusterAdmin',
    'polaris/clusterrolebindingPodExecAttach',
  ],
  [
    'a role that is as much',
    all(bind('ClusterRoleBinding', 'ClusterRole', 'boss'), role('ClusterRole', 'boss', ADMIN)),
    ...ANY_ACCESS,
    'polaris/clusterrolebindingClusterAdmin',
    'polaris/clusterrolebindingPodExecAttach',
  ],
  [
    'in one namespace',
    bind('RoleBinding', 'ClusterRole', 'cluster-admin'),
    ...ANY_ACCESS,
    'polaris/rolebindingClusterAdminClusterRole',
    'polaris/rolebindingClusterRolePodExecAttach',
  ],
  [
    'a Role',
    all(bind('RoleBinding', 'Role', 'boss'), role('Role', 'boss', ADMIN)),
    ...ANY_ACCESS,
    'polaris/rolebindingClusterAdminRole',
    'polaris/rolebindingRolePodExecAttach',
  ],
]);

table('kubernetes/wildcard-in-role', [
  [
    'one finding for each rule',
    role('Role', 'a', can('""', '«"*"»', '"*"') + can('apps', 'deployments', '«"*"»')),
  ],
  ['a subresource of everything is named', role('Role', 'a', can('""', '"*/scale"', 'get'))],
  [
    'block lists',
    role(
      'ClusterRole',
      'a',
      '  - apiGroups: [""]\n    resources:\n      - pods\n      - «"*"»\n    verbs:\n      - get\n',
    ),
  ],
  [
    'aliases',
    role('ClusterRole', 'a', '  - apiGroups: [""]\n    resources: &r [pods, «"*"»]\n    verbs: [get]\n'),
  ],
  ['URLs', role('ClusterRole', 'a', '  - nonResourceURLs: ["*"]\n    verbs: [get]\n')],
  ['no rules', `${API}kind: Role\n${meta('a')}rules: []\n`],
  ['null rules', `${API}kind: Role\n${meta('a')}rules:\n`],
  ['cluster-admin itself', role('ClusterRole', 'cluster-admin', ADMIN)],
  ['a Role of someone else', role('Role', 'a', ADMIN).replace(API, 'apiVersion: example.com/v1\n')],
  ['a word that holds one', role('Role', 'a', can('""', '"pods*"', 'get'))],
]);

table('kubernetes/access-to-secrets', [
  [
    'get',
    all(bind('RoleBinding', 'Role', '«r»'), role('Role', 'r', can('""', 'configmaps, secrets', 'get'))),
  ],
  ['watch', all(bind('RoleBinding', 'Role', '«r»'), role('Role', 'r', can('""', 'secrets', 'watch')))],
  ['every verb', all(bind('RoleBinding', 'Role', '«r»'), role('Role', 'r', can('""', 'secrets', '"*"')))],
  ['every resource', all(bind('RoleBinding', 'Role', '«r»'), role('Role', 'r', can('""', '"*"', 'list')))],
  ['every group', all(bind('RoleBinding', 'Role', '«r»'), role('Role', 'r', can('"*"', 'secrets', 'list')))],
  [
    'a ClusterRole in one namespace',
    all(bind('RoleBinding', 'ClusterRole', '«r»'), role('ClusterRole', 'r', can('""', 'secrets', 'list'))),
  ],
  [
    'in the whole cluster',
    all(
      bind('ClusterRoleBinding', 'ClusterRole', '«r»'),
      role('ClusterRole', 'r', can('""', 'secrets', 'list')),
    ),
  ],
  [
    'the second rule',
    all(
      bind('RoleBinding', 'Role', '«r»'),
      role('Role', 'r', can('""', 'pods', 'get') + can('""', 'secrets', 'get')),
    ),
  ],
  [
    'the verb of another rule',
    all(
      bind('RoleBinding', 'Role', 'r'),
      role('Role', 'r', can('""', 'pods', 'get') + can('""', 'secrets', 'patch')),
    ),
  ],
  ['edit reads them', bind('RoleBinding', 'ClusterRole', '«edit»')],
  ['admin reads them', bind('RoleBinding', 'ClusterRole', '«admin»')],
  ['view does not', bind('RoleBinding', 'ClusterRole', 'view')],
  [
    'unless somebody adds to it',
    all(
      bind('RoleBinding', 'ClusterRole', '«view»'),
      role('ClusterRole', 'more', can('""', 'secrets', 'get')).replace(
        'name: more\n',
        'name: more\n  labels:\n    rbac.authorization.k8s.io/aggregate-to-view: "true"\n',
      ),
    ),
  ],
  ['everything is told as that', bind('ClusterRoleBinding', 'ClusterRole', 'cluster-admin')],
  [
    'certain ones',
    all(
      bind('RoleBinding', 'Role', 'r'),
      role('Role', 'r', can('""', 'secrets', 'get', '    resourceNames: [a]\n')),
    ),
  ],
  [
    'no certain ones',
    all(
      bind('RoleBinding', 'Role', '«r»'),
      role('Role', 'r', can('""', 'secrets', 'get', '    resourceNames: []\n')),
    ),
  ],
  ['a Role that nobody has', role('Role', 'r', can('""', 'secrets', 'get'))],
  ['another group', all(bind('RoleBinding', 'Role', 'r'), role('Role', 'r', can('apps', 'secrets', 'get')))],
]);

table('kubernetes/access-to-create-pods', [
  ['pods', all(bind('RoleBinding', 'Role', '«r»'), role('Role', 'r', can('""', 'pods', 'create')))],
  [
    'cronjobs',
    all(bind('RoleBinding', 'Role', '«r»'), role('Role', 'r', can('batch', 'cronjobs', 'create'))),
  ],
  [
    'every verb',
    all(bind('RoleBinding', 'Role', '«r»'), role('Role', 'r', can('apps', 'daemonsets', '"*"'))),
  ],
  ['edit is for that', bind('RoleBinding', 'ClusterRole', 'edit')],
  [
    'pods of another group',
    all(bind('RoleBinding', 'Role', 'r'), role('Role', 'r', can('metrics.k8s.io', 'pods', 'create'))),
  ],
  [
    'a subresource',
    all(bind('RoleBinding', 'Role', 'r'), role('Role', 'r', can('""', 'pods/eviction', 'create'))),
  ],
  // A request to create has no name that could be on the list.
  [
    'with names',
    all(
      bind('RoleBinding', 'Role', 'r'),
      role('Role', 'r', can('""', 'pods', 'create', '    resourceNames: [a]\n')),
    ),
  ],
  [
    'reading',
    all(bind('RoleBinding', 'Role', 'r'), role('Role', 'r', can('""', 'pods', 'get, list, watch'))),
  ],
  ['view', bind('RoleBinding', 'ClusterRole', 'view')],
]);

const EXEC = role('Role', 'r', can('""', 'pods/exec', 'create'));
table('kubernetes/access-to-exec', [
  ['told where it is given', all(bind('RoleBinding', 'Role', '«r»'), EXEC)],
  ['told where it is written, if nobody has it', EXEC.replace('pods/exec', '«pods/exec»')],
  [
    'bound in another namespace',
    all(bind('RoleBinding', 'Role', 'r', { namespace: 'b' }), EXEC.replace('pods/exec', '«pods/exec»')),
  ],
  ['every verb', role('ClusterRole', 'r', can('""', 'pods, «pods/attach»', '"*"'))],
  ['every subresource of the name', role('ClusterRole', 'r', can('""', '«"*/exec"»', 'create'))],
  ['every resource', role('ClusterRole', 'r', can('""', '«"*"»', 'create'))],
  [
    'once for a role',
    role(
      'ClusterRole',
      'r',
      can('""', '«pods/exec», pods/attach', 'create') + can('""', 'pods/attach', 'create'),
    ),
  ],
  ['everything', role('ClusterRole', 'r', ADMIN)],
  ['a role of the system', role('ClusterRole', 'system:r', can('""', 'pods/exec', 'create'))],
  ['logs', role('Role', 'r', can('""', 'pods/log', 'get'))],
  ['reading every resource', role('Role', 'r', can('""', '"*"', 'get, list, watch'))],
  ['edit', bind('RoleBinding', 'ClusterRole', '«edit»')],
]);

answers('kubernetes/access-to-exec', [
  [
    'a role that is here',
    all(bind('RoleBinding', 'Role', 'r'), EXEC),
    'polaris/rolePodExecAttach',
    'polaris/rolebindingRolePodExecAttach',
  ],
  [
    'a role of every cluster is in no file',
    bind('RoleBinding', 'ClusterRole', 'edit'),
    'polaris/rolebindingClusterRolePodExecAttach',
  ],
  [
    'one for the whole cluster',
    bind('ClusterRoleBinding', 'ClusterRole', 'admin'),
    'polaris/clusterrolebindingPodExecAttach',
  ],
  ['nobody has it', EXEC, 'polaris/rolePodExecAttach'],
]);

// An open WebSocket was a `get` before.
table(
  'kubernetes/access-to-exec',
  [
    ['get is enough', EXEC.replace('pods/exec', '«pods/exec»').replace('create', 'get')],
    ['reading everything too', role('Role', 'r', can('""', '«"*"»', 'get, list, watch'))],
  ],
  { version: '1.34' },
);

const given = (subjects: string) => bind('RoleBinding', 'ClusterRole', 'view', { subjects });
table('kubernetes/subject-namespace-ignored', [
  [
    'a group',
    given('subjects:\n  - kind: Group\n    name: a\n    «namespace»: b\n'),
    given('subjects:\n  - kind: Group\n    name: a\n'),
  ],
  [
    'flow style',
    given('subjects: [{kind: User, «namespace»: b, name: a}]\n'),
    given('subjects: [{kind: User, name: a}]\n'),
  ],
  [
    'the first key of an item',
    given('subjects:\n  - «namespace»: b\n    kind: User\n    name: a\n'),
    given('subjects:\n  - kind: User\n    name: a\n'),
  ],
  [
    'windows',
    given('subjects:\n  - kind: Group\n    name: a\n    «namespace»: b\n').replaceAll('\n', '\r\n'),
    given('subjects:\n  - kind: Group\n    name: a\n').replaceAll('\n', '\r\n'),
  ],
  ['an account', given('subjects:\n  - kind: ServiceAccount\n    name: a\n    namespace: b\n')],
  ['an empty word', given('subjects:\n  - kind: User\n    name: a\n    namespace: ""\n')],
  ['null', given('subjects:\n  - kind: User\n    name: a\n    namespace:\n')],
  ['a kind that is not one', given('subjects:\n  - kind: Users\n    name: a\n    namespace: b\n')],
]);
