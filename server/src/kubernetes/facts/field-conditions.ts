/**
 * One field rules over others: with certain values of it some are needed, and some are refused.
 * A value that is left out counts as `usual`.
 */
export interface Condition {
  readonly field: string;
  readonly usual: string;
  /** The values it is about; with `not`, all others. */
  readonly values: readonly string[];
  readonly not?: true;
  /** It does not hold where another field is written, or has this value. */
  readonly unless?: readonly [field: string, value?: string];
  /** It holds only inside this type. */
  readonly within?: string;
  readonly needs?: readonly string[];
  /** An empty text will do. */
  readonly orEmpty?: true;
  readonly refuses?: readonly string[];
}

export function conditionsOf(type: string): readonly Condition[] {
  return CONDITIONS[type] ?? [];
}

const list = (words: string) => words.split(' ');

/** A field that goes with one value of another. */
function onlyWith(by: string, value: string, field: string): Condition[] {
  return [
    { field: by, usual: '', values: [value], needs: [field] },
    { field: by, usual: value, values: [value], not: true, refuses: [field] },
  ];
}

const CONDITIONS: Readonly<Record<string, readonly Condition[]>> = {
  'apps.v1.DeploymentStrategy': [
    { field: 'type', usual: 'RollingUpdate', values: ['Recreate'], refuses: ['rollingUpdate'] },
  ],
  'apps.v1.StatefulSetUpdateStrategy': [
    { field: 'type', usual: 'RollingUpdate', values: ['OnDelete'], refuses: ['rollingUpdate'] },
  ],
  'autoscaling.v2.MetricSpec': (
    [
      ['Resource', 'resource'],
      ['Pods', 'pods'],
      ['Object', 'object'],
      ['External', 'external'],
      ['ContainerResource', 'containerResource'],
    ] as const
  ).flatMap(([value, field]) => onlyWith('type', value, field)),
  'core.v1.ServiceSpec': [
    {
      field: 'type',
      usual: 'ClusterIP',
      values: ['ExternalName'],
      needs: ['externalName'],
      refuses: list('clusterIP clusterIPs ipFamilies ipFamilyPolicy'),
    },
    {
      field: 'type',
      usual: 'ClusterIP',
      values: ['LoadBalancer'],
      not: true,
      refuses: list(
        'loadBalancerClass loadBalancerSourceRanges allocateLoadBalancerNodePorts healthCheckNodePort',
      ),
    },
    {
      field: 'type',
      usual: 'ClusterIP',
      values: ['ExternalName'],
      not: true,
      unless: ['clusterIP', 'None'],
      needs: ['ports'],
    },
    {
      field: 'externalTrafficPolicy',
      usual: 'Cluster',
      values: ['Cluster'],
      refuses: ['healthCheckNodePort'],
    },
    {
      field: 'type',
      usual: 'ClusterIP',
      values: ['ClusterIP', 'ExternalName'],
      unless: ['externalIPs'],
      refuses: ['externalTrafficPolicy'],
    },
  ],
  'core.v1.SeccompProfile': [
    { field: 'type', usual: '', values: ['Localhost'], needs: ['localhostProfile'], orEmpty: true },
    { field: 'type', usual: 'Localhost', values: ['Localhost'], not: true, refuses: ['localhostProfile'] },
  ],
  'core.v1.AppArmorProfile': [
    { field: 'type', usual: '', values: ['Localhost'], needs: ['localhostProfile'] },
    { field: 'type', usual: 'Localhost', values: ['Localhost'], not: true, refuses: ['localhostProfile'] },
  ],
  'core.v1.PodSpec': [{ field: 'dnsPolicy', usual: 'ClusterFirst', values: ['None'], needs: ['dnsConfig'] }],
  'core.v1.Toleration': [
    { field: 'operator', usual: 'Equal', values: ['Exists'], refuses: ['value'] },
    { field: 'operator', usual: 'Equal', values: ['Equal'], needs: ['key'] },
    { field: 'effect', usual: '', values: ['NoExecute'], not: true, refuses: ['tolerationSeconds'] },
  ],
  'core.v1.NodeSelectorRequirement': [
    { field: 'operator', usual: '', values: ['Exists', 'DoesNotExist'], refuses: ['values'] },
    { field: 'operator', usual: '', values: list('In NotIn Gt Lt'), needs: ['values'] },
  ],
  'core.v1.ScopedResourceSelectorRequirement': [
    { field: 'operator', usual: '', values: ['In', 'NotIn'], needs: ['values'] },
    { field: 'operator', usual: '', values: ['Exists', 'DoesNotExist'], refuses: ['values'] },
  ],
  'rbac.v1.Subject': [
    { field: 'kind', usual: '', values: ['ServiceAccount'], refuses: ['apiGroup'] },
    {
      field: 'kind',
      usual: '',
      values: ['ServiceAccount'],
      within: 'rbac.v1.ClusterRoleBinding',
      needs: ['namespace'],
    },
  ],
  'meta.v1.LabelSelectorRequirement': [
    { field: 'operator', usual: '', values: ['Exists', 'DoesNotExist'], refuses: ['values'] },
    { field: 'operator', usual: '', values: ['In', 'NotIn'], needs: ['values'] },
  ],
  'core.v1.TopologySpreadConstraint': [
    {
      field: 'whenUnsatisfiable',
      usual: 'DoNotSchedule',
      values: ['DoNotSchedule'],
      not: true,
      refuses: ['minDomains'],
    },
  ],
  'core.v1.ResourceFieldSelector': [
    {
      field: 'resource',
      usual: '',
      values: [''],
      not: true,
      within: 'core.v1.DownwardAPIVolumeFile',
      needs: ['containerName'],
    },
  ],
  'flowcontrol.v1.ResourcePolicyRule': [
    { field: 'clusterScope', usual: 'false', values: ['false'], needs: ['namespaces'] },
  ],
  'batch.v1.JobSpec': [
    {
      field: 'completionMode',
      usual: 'NonIndexed',
      values: ['NonIndexed'],
      refuses: list('backoffLimitPerIndex maxFailedIndexes successPolicy'),
    },
  ],
  'networking.v1.IngressClassParametersReference': [
    { field: 'scope', usual: 'Cluster', values: ['Namespace'], needs: ['namespace'] },
    { field: 'scope', usual: 'Cluster', values: ['Cluster'], refuses: ['namespace'] },
  ],
  'networking.v1.HTTPIngressPath': [
    { field: 'pathType', usual: '', values: ['Exact', 'Prefix'], needs: ['path'] },
  ],
  'flowcontrol.v1.Subject': (
    [
      ['User', 'user'],
      ['Group', 'group'],
      ['ServiceAccount', 'serviceAccount'],
    ] as const
  ).flatMap(([value, field]) => onlyWith('kind', value, field)),
  'apiextensions.v1.CustomResourceConversion': [
    { field: 'strategy', usual: '', values: ['Webhook'], needs: ['webhook'] },
  ],
  'core.v1.LimitRangeItem': [
    { field: 'type', usual: '', values: ['Pod'], refuses: ['default', 'defaultRequest'] },
  ],
  'flowcontrol.v1.LimitResponse': [{ field: 'type', usual: '', values: ['Queue'], needs: ['queuing'] }],
  'flowcontrol.v1.PriorityLevelConfigurationSpec': [
    { field: 'type', usual: '', values: ['Limited'], needs: ['limited'] },
  ],
};
