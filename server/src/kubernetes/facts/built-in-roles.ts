/**
 * What the ClusterRoles of every cluster allow of what our rules ask for, and the label by which other roles are
 * taken into them.
 * Source: https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles and
 * plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go of Kubernetes 1.37
 */
export interface BuiltInRole {
  readonly rules: readonly Grants[];
  readonly aggregates: readonly string[];
}

export interface Grants {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'update', 'patch', 'delete', 'deletecollection'];

const EDIT: readonly Grants[] = [
  { apiGroups: [''], resources: ['secrets', 'pods/exec', 'pods/attach'], verbs: [...READ, ...WRITE] },
  { apiGroups: [''], resources: ['pods', 'replicationcontrollers'], verbs: WRITE },
  {
    apiGroups: ['apps'],
    resources: ['statefulsets', 'daemonsets', 'deployments', 'replicasets'],
    verbs: WRITE,
  },
  { apiGroups: ['batch'], resources: ['jobs', 'cronjobs'], verbs: WRITE },
];

const AGGREGATE = 'rbac.authorization.k8s.io/aggregate-to-';

export const BUILT_IN_ROLES: ReadonlyMap<string, BuiltInRole> = new Map([
  ['cluster-admin', { rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }], aggregates: [] }],
  ['admin', { rules: EDIT, aggregates: [`${AGGREGATE}admin`, `${AGGREGATE}edit`, `${AGGREGATE}view`] }],
  ['edit', { rules: EDIT, aggregates: [`${AGGREGATE}edit`, `${AGGREGATE}view`] }],
  ['view', { rules: [], aggregates: [`${AGGREGATE}view`] }],
]);
