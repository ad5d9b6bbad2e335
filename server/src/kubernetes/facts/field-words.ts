import { asScalar, get } from '../../yaml/navigate';
import { has, isWithin, type Place } from '../../yaml/schema/places';
import type { Field } from '../../yaml/schema/types';

/** The words a field takes at a place: as the API's schema lists them, or as only its validation does. */
export function wordsOf(place: Place, field: Field): readonly string[] | undefined {
  const narrow = NARROW.find(
    (one) =>
      one.field === field.id &&
      (one.within === undefined || one.within.some((type) => isWithin(place, type))) &&
      (one.when === undefined || one.when(place)),
  );
  return narrow?.words ?? (field.values ? [...field.values.keys()] : WORDS.get(field.id));
}

/** Fields that take fewer words inside certain types, or beside certain others. */
const NARROW: readonly {
  readonly field: string;
  readonly within?: readonly string[];
  readonly when?: (place: Place) => boolean;
  readonly words: readonly string[];
}[] = [
  {
    field: 'core.v1.PodSpec.restartPolicy',
    within: ['batch.v1.JobSpec'],
    when: ({ inside }) => inside?.inside !== undefined && has(inside.inside, 'podFailurePolicy'),
    words: ['Never'],
  },
  {
    field: 'core.v1.ScopedResourceSelectorRequirement.operator',
    when: ({ map }) => /BestEffort|Terminating|^Cross/.test(asScalar(get(map, 'scopeName'))?.text ?? ''),
    words: ['Exists'],
  },
  { field: 'core.v1.PodSpec.restartPolicy', within: ['batch.v1.JobSpec'], words: ['OnFailure', 'Never'] },
  {
    field: 'core.v1.PodSpec.restartPolicy',
    within: [
      'apps.v1.DeploymentSpec',
      'apps.v1.StatefulSetSpec',
      'apps.v1.DaemonSetSpec',
      'apps.v1.ReplicaSetSpec',
      'core.v1.ReplicationControllerSpec',
    ],
    words: ['Always'],
  },
  { field: 'rbac.v1.RoleRef.kind', within: ['rbac.v1.ClusterRoleBinding'], words: ['ClusterRole'] },
];

/** Sources: the validation packages of k8s.io/kubernetes/pkg/apis and of apiextensions-apiserver (v1.36.3). */
const ROWS: readonly (readonly [fields: string, words: string])[] = [
  ['meta.v1.LabelSelectorRequirement.operator', 'In NotIn Exists DoesNotExist'],
  [
    'core.v1.PersistentVolumeClaimSpec.accessModes core.v1.PersistentVolumeSpec.accessModes',
    'ReadWriteOnce ReadOnlyMany ReadWriteMany ReadWriteOncePod',
  ],
  [
    'core.v1.ResourceQuotaSpec.scopes',
    'Terminating NotTerminating BestEffort NotBestEffort PriorityClass CrossNamespacePodAffinity VolumeAttributesClass',
  ],
  ['meta.v1.ManagedFieldsEntry.operation', 'Apply Update'],
  ['meta.v1.ManagedFieldsEntry.fieldsType', 'FieldsV1'],
  ['core.v1.ObjectFieldSelector.apiVersion', 'v1'],
  ['core.v1.Container.restartPolicy', 'Always OnFailure Never'],
  ['core.v1.PodOS.name', 'linux windows'],
  ['core.v1.ContainerResizePolicy.resourceName', 'cpu memory'],
  ['core.v1.ContainerResizePolicy.restartPolicy', 'NotRequired RestartContainer'],
  ['core.v1.ServiceSpec.ipFamilies', 'IPv4 IPv6'],
  ['core.v1.ServiceSpec.trafficDistribution', 'PreferClose PreferSameZone PreferSameNode'],
  ['networking.v1.NetworkPolicySpec.policyTypes', 'Ingress Egress'],
  ['networking.v1.IngressClassParametersReference.scope', 'Cluster Namespace'],
  ['rbac.v1.RoleRef.apiGroup', 'rbac.authorization.k8s.io'],
  ['rbac.v1.RoleRef.kind', 'Role ClusterRole'],
  ['rbac.v1.Subject.apiGroup', 'rbac.authorization.k8s.io'],
  ['rbac.v1.Subject.kind', 'ServiceAccount User Group'],
  ['autoscaling.v2.MetricSpec.type', 'Resource Pods Object External ContainerResource'],
  ['autoscaling.v2.MetricTarget.type', 'Utilization Value AverageValue'],
  ['autoscaling.v2.HPAScalingPolicy.type', 'Pods Percent'],
  ['autoscaling.v2.HPAScalingRules.selectPolicy', 'Max Min Disabled'],
  [
    'apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled',
    'Retain Delete',
  ],
  ['batch.v1.PodFailurePolicyOnPodConditionsPattern.status', 'True False Unknown'],
  [
    'admissionregistration.v1.RuleWithOperations.operations admissionregistration.v1.NamedRuleWithOperations.operations',
    'CREATE UPDATE DELETE CONNECT *',
  ],
  ['admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec.validationActions', 'Deny Warn Audit'],
  ['admissionregistration.v1.Validation.reason', 'Unauthorized Forbidden Invalid RequestEntityTooLarge'],
  ['apiextensions.v1.CustomResourceDefinitionSpec.scope', 'Namespaced Cluster'],
  ['apiextensions.v1.CustomResourceConversion.strategy', 'None Webhook'],
  ['apiextensions.v1.JSONSchemaProps.x-kubernetes-map-type', 'atomic granular'],
  ['apiextensions.v1.JSONSchemaProps.x-kubernetes-list-type', 'atomic set map'],
  ['apiextensions.v1.CustomResourceColumnDefinition.type', 'integer number string boolean date'],
  ['apiextensions.v1.JSONSchemaProps.type', 'object array string integer number boolean'],
  [
    'flowcontrol.v1.ResourcePolicyRule.verbs',
    'get list watch create update patch delete deletecollection proxy *',
  ],
  ['storage.v1.CSIDriverSpec.fsGroupPolicy', 'ReadWriteOnceWithFSType File None'],
  ['storage.v1.CSIDriverSpec.volumeLifecycleModes', 'Persistent Ephemeral'],
  ['flowcontrol.v1.PriorityLevelConfigurationSpec.type', 'Limited Exempt'],
  ['flowcontrol.v1.LimitResponse.type', 'Queue Reject'],
  ['flowcontrol.v1.FlowDistinguisherMethod.type', 'ByUser ByNamespace'],
  ['flowcontrol.v1.Subject.kind', 'User Group ServiceAccount'],
];

const WORDS = new Map(
  ROWS.flatMap(([fields, words]) => fields.split(' ').map((field) => [field, words.split(' ')] as const)),
);
