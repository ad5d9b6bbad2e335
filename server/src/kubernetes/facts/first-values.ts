import type { JsonValue } from '../../yaml/value';

/** What can stand in a field to begin with, where one value is as good as another or nearly everybody's. */
export function usualValue(type: string, field: string): JsonValue | undefined {
  return USUAL.get(`${type}.${field}`);
}

const CONTAINERS = [{ name: 'web', image: 'nginx:1.29' }];

const USUAL: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ['core.v1.Container.image', 'nginx:1.29'],
  ['core.v1.PodSpec.containers', CONTAINERS],
  ['core.v1.ServiceSpec.ports', [{ port: 80 }]],
  ['core.v1.ServiceSpec.externalName', 'db.example.com'],
  ['core.v1.PersistentVolumeClaimSpec.accessModes', ['ReadWriteOnce']],
  ['core.v1.PersistentVolumeClaimSpec.resources', { requests: { storage: '1Gi' } }],
  ['core.v1.VolumeResourceRequirements.requests', { storage: '1Gi' }],
  ['core.v1.VolumeResourceRequirements.requests.storage', '1Gi'],
  ['core.v1.PersistentVolumeSpec.accessModes', ['ReadWriteOnce']],
  ['core.v1.PersistentVolumeSpec.capacity', { storage: '1Gi' }],
  ['core.v1.PersistentVolumeSpec.capacity.storage', '1Gi'],
  ['core.v1.PodAffinityTerm.topologyKey', 'kubernetes.io/hostname'],
  ['core.v1.TopologySpreadConstraint.topologyKey', 'topology.kubernetes.io/zone'],
  ['core.v1.TopologySpreadConstraint.maxSkew', 1],
  ['core.v1.PreferredSchedulingTerm.weight', 100],
  ['core.v1.WeightedPodAffinityTerm.weight', 100],
  ['core.v1.HTTPGetAction.path', '/'],
  ['batch.v1.CronJobSpec.schedule', '0 3 * * *'],
  ['batch.v1.JobSpec.backoffLimitPerIndex', 1],
  ['networking.v1.HTTPIngressPath.path', '/'],
  ['networking.v1.HTTPIngressPath.pathType', 'Prefix'],
  ['rbac.v1.PolicyRule.verbs', ['get', 'list', 'watch']],
  ['rbac.v1.Subject.namespace', 'default'],
  ['autoscaling.v2.MetricTarget.averageUtilization', 80],
  ['admissionregistration.v1.ValidatingWebhook.admissionReviewVersions', ['v1']],
  ['admissionregistration.v1.ValidatingWebhook.sideEffects', 'None'],
  ['admissionregistration.v1.MutatingWebhook.sideEffects', 'None'],
  ['admissionregistration.v1.MutatingWebhook.admissionReviewVersions', ['v1']],
  ['apiextensions.v1.WebhookConversion.conversionReviewVersions', ['v1']],
  ['apiextensions.v1.CustomResourceDefinitionVersion.schema', { openAPIV3Schema: { type: 'object' } }],
  ['apiextensions.v1.CustomResourceValidation.openAPIV3Schema', { type: 'object' }],
]);
