/**
 * What people write in an object beside the fields the API requires: a body without them is accepted and does
 * nothing, or is refused for a reason the types do not tell.
 */
export const USUAL_FIELDS: Readonly<Record<string, readonly string[]>> = {
  'apps.v1.DaemonSetSpec': ['selector', 'template'],
  'apps.v1.DeploymentSpec': ['replicas', 'selector', 'template'],
  'apps.v1.StatefulSetSpec': ['replicas', 'serviceName', 'selector', 'template'],
  'autoscaling.v2.HorizontalPodAutoscalerSpec': ['scaleTargetRef', 'minReplicas', 'maxReplicas'],
  'autoscaling.v2.CrossVersionObjectReference': ['apiVersion', 'kind', 'name'],
  'batch.v1.CronJobSpec': ['schedule', 'jobTemplate'],
  'batch.v1.JobTemplateSpec': ['spec'],
  'core.v1.Container': ['name', 'image'],
  'core.v1.EnvVar': ['name', 'value'],
  'core.v1.ConfigMapKeySelector': ['name', 'key'],
  'core.v1.HTTPGetAction': ['path', 'port'],
  'core.v1.PersistentVolumeClaimSpec': ['accessModes', 'resources'],
  'core.v1.VolumeResourceRequirements': ['requests'],
  'core.v1.PodTemplateSpec': ['metadata', 'spec'],
  'core.v1.Probe': ['httpGet'],
  'core.v1.ResourceRequirements': ['requests', 'limits'],
  'core.v1.SecretKeySelector': ['name', 'key'],
  'core.v1.ServicePort': ['port', 'targetPort'],
  'core.v1.ServiceSpec': ['selector', 'ports'],
  'core.v1.VolumeMount': ['name', 'mountPath'],
  'core.v1.ConfigMapVolumeSource': ['name'],
  'core.v1.SecretVolumeSource': ['secretName'],
  'meta.v1.LabelSelector': ['matchLabels'],
  'networking.v1.HTTPIngressPath': ['path', 'pathType', 'backend'],
  'networking.v1.IngressBackend': ['service'],
  'networking.v1.IngressRule': ['host', 'http'],
  'networking.v1.IngressServiceBackend': ['name', 'port'],
  'networking.v1.IngressSpec': ['rules'],
  'networking.v1.NetworkPolicySpec': ['podSelector', 'policyTypes'],
  'networking.v1.ServiceBackendPort': ['number'],
  'policy.v1.PodDisruptionBudgetSpec': ['minAvailable', 'selector'],
  'rbac.v1.PolicyRule': ['apiGroups', 'resources', 'verbs'],
};

/** The metadata of a pod template has no name of its own, only labels. */
export const USUAL_METADATA = { object: ['name'], template: ['labels'] } as const;
