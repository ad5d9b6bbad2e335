/**
 * What kubectl calls a kind for short, `kubectl get deploy`; of a kind without such a name its initials.
 * Source: https://kubernetes.io/docs/reference/kubectl/#resource-types, and the definitions of the Gateway API and the
 * Prometheus operator
 */
export function shortName(kind: string): string {
  return (
    SHORT[kind] ??
    (kind.length <= LONGEST
      ? kind.toLowerCase()
      : kind.replace(/(?<=[A-Z])[A-Z]*(?=[A-Z][a-z])|[a-z\d]+/g, ''))
  );
}

const LONGEST = 6;

const SHORT: Readonly<Record<string, string>> = {
  ConfigMap: 'cm',
  CronJob: 'cj',
  CustomResourceDefinition: 'crd',
  DaemonSet: 'ds',
  Deployment: 'deploy',
  Endpoints: 'ep',
  Gateway: 'gtw',
  GatewayClass: 'gc',
  HorizontalPodAutoscaler: 'hpa',
  Ingress: 'ing',
  LimitRange: 'limits',
  Namespace: 'ns',
  NetworkPolicy: 'netpol',
  PersistentVolume: 'pv',
  PersistentVolumeClaim: 'pvc',
  Pod: 'po',
  PodDisruptionBudget: 'pdb',
  PriorityClass: 'pc',
  ReplicaSet: 'rs',
  ReplicationController: 'rc',
  ResourceQuota: 'quota',
  Service: 'svc',
  ServiceAccount: 'sa',
  ServiceMonitor: 'smon',
  PodMonitor: 'pmon',
  StatefulSet: 'sts',
  StorageClass: 'sc',
  VerticalPodAutoscaler: 'vpa',
};

/** What a kind is there for, as the pages of https://kubernetes.io/docs/concepts/ sort them. */
export type Family = 'workload' | 'network' | 'config' | 'storage' | 'access' | 'policy' | 'other';

export function familyOf(kind: string): Family {
  for (const [family, kinds] of Object.entries(FAMILIES)) if (kinds.includes(kind)) return family as Family;
  return 'other';
}

const FAMILIES: Readonly<Record<Exclude<Family, 'other'>, readonly string[]>> = {
  workload: [
    'CronJob',
    'DaemonSet',
    'Deployment',
    'Job',
    'Pod',
    'ReplicaSet',
    'ReplicationController',
    'StatefulSet',
  ],
  network: [
    'EndpointSlice',
    'Endpoints',
    'GRPCRoute',
    'Gateway',
    'GatewayClass',
    'HTTPRoute',
    'Ingress',
    'IngressClass',
    'Service',
    'TCPRoute',
    'TLSRoute',
    'UDPRoute',
  ],
  config: ['ConfigMap', 'ExternalSecret', 'SealedSecret', 'Secret'],
  storage: ['PersistentVolume', 'PersistentVolumeClaim', 'StorageClass', 'VolumeSnapshot'],
  access: ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding', 'ServiceAccount'],
  policy: [
    'HorizontalPodAutoscaler',
    'LimitRange',
    'NetworkPolicy',
    'PodDisruptionBudget',
    'PodMonitor',
    'PriorityClass',
    'ResourceQuota',
    'ScaledObject',
    'ServiceMonitor',
    'VerticalPodAutoscaler',
  ],
};
