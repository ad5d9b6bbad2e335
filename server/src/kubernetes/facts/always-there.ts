/**
 * Objects every cluster has, or gets from whoever runs it, without a manifest.
 * Source: https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings and
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces
 */
export function isAlwaysThere(kind: string, name: string): boolean {
  return PATTERNS[kind]?.test(name) ?? false;
}

const PATTERNS: Readonly<Record<string, RegExp>> = {
  ClusterRole: /^(?:cluster-admin|admin|edit|view|system:.*)$/,
  ConfigMap: /^kube-root-ca\.crt$/,
  Namespace: /^(?:default|kube-system|kube-public|kube-node-lease)$/,
  PriorityClass: /^system-(?:cluster|node)-critical$/,
  Role: /^(?:system:.*|extension-apiserver-authentication-reader)$/,
  // What clusters up to 1.23 made for every ServiceAccount.
  Secret: /^default-token-[a-z0-9]{5}$/,
  Service: /^kubernetes$/,
  ServiceAccount: /^default$/,
};

/**
 * Kinds that people name without writing them: the cluster brings them, or whoever runs it, and of namespaces nobody
 * expects a manifest. That one is not in the workspace says nothing.
 */
export const BROUGHT: ReadonlySet<string> = new Set([
  'GatewayClass',
  'IngressClass',
  'Namespace',
  'PersistentVolume',
  'PriorityClass',
  'RuntimeClass',
  'StorageClass',
]);
