/**
 * Fields that name another object of the same namespace, by the type that has them. `kind` as a value means that
 * the field `kind` beside it says which.
 * Source: the API reference of each type, https://kubernetes.io/docs/reference/kubernetes-api/
 */
export const REFERENCES: Readonly<Record<string, string>> = {
  'apps.v1.StatefulSetSpec.serviceName': 'Service',
  'autoscaling.v1.CrossVersionObjectReference.name': 'kind',
  'autoscaling.v2.CrossVersionObjectReference.name': 'kind',
  'core.v1.ConfigMapEnvSource.name': 'ConfigMap',
  'core.v1.ConfigMapKeySelector.name': 'ConfigMap',
  'core.v1.ConfigMapProjection.name': 'ConfigMap',
  'core.v1.ConfigMapVolumeSource.name': 'ConfigMap',
  'core.v1.PersistentVolumeClaimSpec.storageClassName': 'StorageClass',
  'core.v1.PersistentVolumeClaimSpec.volumeName': 'PersistentVolume',
  'core.v1.PersistentVolumeClaimVolumeSource.claimName': 'PersistentVolumeClaim',
  'core.v1.PodSpec.priorityClassName': 'PriorityClass',
  'core.v1.PodSpec.runtimeClassName': 'RuntimeClass',
  'core.v1.PodSpec.serviceAccountName': 'ServiceAccount',
  'core.v1.SecretEnvSource.name': 'Secret',
  'core.v1.SecretKeySelector.name': 'Secret',
  'core.v1.SecretProjection.name': 'Secret',
  'core.v1.SecretVolumeSource.secretName': 'Secret',
  'meta.v1.ObjectMeta.namespace': 'Namespace',
  'networking.v1.IngressServiceBackend.name': 'Service',
  'networking.v1.IngressSpec.ingressClassName': 'IngressClass',
  'networking.v1.IngressTLS.secretName': 'Secret',
  'rbac.v1.RoleRef.name': 'kind',
  'rbac.v1.Subject.name': 'kind',
};

/** Fields that name a key of the ConfigMap or Secret the `name` beside them says. */
export const KEY_REFERENCES: Readonly<Record<string, 'ConfigMap' | 'Secret'>> = {
  'core.v1.ConfigMapKeySelector.key': 'ConfigMap',
  'core.v1.SecretKeySelector.key': 'Secret',
};
