import type { Format } from './format';
import { FORMATS, type FormatName } from './formats';
import { splitApiVersion } from './kinds';

/**
 * Which of a kind's texts must be written how. For a list or a map of texts it is about each of them.
 *
 * @param minor of the cluster: 1.36 lets a Service's name begin with a digit.
 */
export function formatOf(field: string, minor: number): Named | undefined {
  if (SERVICE_NAMES.has(field)) return serviceName(minor);
  const usual = VALUES.get(field);
  return (minor >= 36 && usual && STRICT.get(usual.name)) || usual;
}

/** Addresses are read more closely since 1.36. */
const STRICT: ReadonlyMap<FormatName, Named> = new Map([
  ['ip', named('strict-ip')],
  ['cluster-ip', named('strict-cluster-ip')],
  ['cidr', named('strict-cidr')],
]);

const SERVICE_NAMES = new Set(['networking.v1.IngressServiceBackend.name']);

function serviceName(minor: number): Named {
  return named(minor < 36 ? 'dns-1035' : 'dns-label');
}

/** How the keys of a map must be written. */
export function keyFormatOf(field: string): Named | undefined {
  return KEYS.get(field);
}

export interface Named extends Format {
  readonly name: FormatName;
}

/** How the name of an object must be written; undefined for the few kinds that take nearly anything. */
export function nameFormatOf(apiVersion: string, kind: string, minor: number): Named | undefined {
  const { group } = splitApiVersion(apiVersion);
  if (FREE_GROUPS.has(group) || FREE_KINDS.has(kind)) return undefined;
  if (group === 'rbac.authorization.k8s.io') return named('path-segment');
  if (kind === 'Service') return serviceName(minor);
  if (kind === 'CronJob') return named('cron-job-name');
  return named(LABEL_KINDS.has(kind) ? 'dns-label' : 'dns-subdomain');
}

const FREE_GROUPS = new Set(['apiregistration.k8s.io', 'apiextensions.k8s.io']);
const FREE_KINDS = new Set([
  'PodDisruptionBudget',
  'CertificateSigningRequest',
  'ClusterTrustBundle',
  'IPAddress',
  'Event',
  'List',
]);
const LABEL_KINDS = new Set(['Namespace', 'StatefulSet']);

function named(name: FormatName): Named {
  return { name, ...(FORMATS[name] as Format) };
}

/** Sources: the validation packages of k8s.io/kubernetes/pkg/apis (v1.36.3), asked field by field by tools/authority. */
const VALUE_ROWS: Partial<Readonly<Record<FormatName, string>>> = {
  'dns-label': `core.v1.Container.name core.v1.EphemeralContainer.name core.v1.Volume.name core.v1.ServicePort.name
    core.v1.EndpointPort.name core.v1.EndpointAddress.hostname core.v1.PodAffinityTerm.namespaces core.v1.PodSpec.hostname
    core.v1.PodSpec.subdomain discovery.v1.Endpoint.hostname discovery.v1.EndpointPort.name meta.v1.ObjectMeta.namespace
    apps.v1.StatefulSetSpec.serviceName autoscaling.v2.ContainerResourceMetricSource.container node.v1.RuntimeClass.handler
    flowcontrol.v1.ServiceAccountSubject.namespace networking.v1.IngressClassParametersReference.namespace
    core.v1.PodResourceClaim.name core.v1.ResourceClaim.request resource.v1.DeviceRequest.name resource.v1.DeviceSubRequest.name
    resource.v1beta1.DeviceRequest.name`,
  'dns-subdomain': `core.v1.ConfigMapEnvSource.name core.v1.ConfigMapKeySelector.name core.v1.SecretEnvSource.name
    core.v1.SecretKeySelector.name core.v1.HostAlias.hostnames core.v1.PersistentVolumeClaimSpec.storageClassName
    core.v1.PersistentVolumeSpec.storageClassName core.v1.PodSpec.priorityClassName core.v1.PodSpec.runtimeClassName
    core.v1.PodSpec.serviceAccountName core.v1.EndpointAddress.nodeName discovery.v1.Endpoint.nodeName
    networking.v1.IngressSpec.ingressClassName networking.v1.IngressTLS.secretName
    networking.v1.IngressClassParametersReference.apiGroup flowcontrol.v1.PriorityLevelConfigurationReference.name
    admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec.policyName
    core.v1.PodSpec.nodeName core.v1.PodResourceClaim.resourceClaimName
    core.v1.PodResourceClaim.resourceClaimTemplateName core.v1.PersistentVolumeClaimSpec.volumeAttributesClassName
    core.v1.TypedLocalObjectReference.apiGroup core.v1.TypedObjectReference.apiGroup
    core.v1.WindowsSecurityContextOptions.gmsaCredentialSpecName
    networking.v1.ParentReference.group storage.v1.CSIStorageCapacity.storageClassName
    storage.v1.VolumeAttachmentSource.persistentVolumeName storage.v1.VolumeAttachmentSpec.nodeName
    apiregistration.v1.APIServiceSpec.group resource.v1.ExactDeviceRequest.deviceClassName
    resource.v1.DeviceSubRequest.deviceClassName resource.v1beta1.DeviceRequest.deviceClassName`,
  'dns-1035': `apiextensions.v1.CustomResourceDefinitionNames.singular apiextensions.v1.CustomResourceDefinitionNames.plural
    apiextensions.v1.CustomResourceDefinitionNames.shortNames apiextensions.v1.CustomResourceDefinitionNames.categories
    admissionregistration.v1.MutatingWebhook.admissionReviewVersions
    admissionregistration.v1.ValidatingWebhook.admissionReviewVersions
    apiextensions.v1.WebhookConversion.conversionReviewVersions
    apiextensions.v1.CustomResourceDefinitionVersion.name apiregistration.v1.APIServiceSpec.version`,
  'port-name': 'core.v1.ContainerPort.name networking.v1.ServiceBackendPort.name',
  'label-key': `meta.v1.LabelSelectorRequirement.key core.v1.NodeSelectorRequirement.key core.v1.PodAffinityTerm.topologyKey core.v1.TopologySpreadConstraint.matchLabelKeys core.v1.Taint.key
    core.v1.Toleration.key core.v1.TopologySelectorLabelRequirement.key core.v1.PodReadinessGate.conditionType
    core.v1.PodSchedulingGate.name core.v1.ServicePort.appProtocol core.v1.ServiceSpec.loadBalancerClass
    discovery.v1.EndpointPort.appProtocol batch.v1.PodFailurePolicyOnPodConditionsPattern.type
    core.v1.PodAffinityTerm.matchLabelKeys core.v1.PodAffinityTerm.mismatchLabelKeys storage.v1.CSINodeDriver.topologyKeys
    admissionregistration.v1.MatchCondition.name meta.v1.ObjectMeta.finalizers`,
  'annotation-key': 'storage.v1.StorageClass.provisioner storage.v1.VolumeAttributesClass.driverName',
  'label-value': `meta.v1.ObjectMeta.labels meta.v1.LabelSelector.matchLabels meta.v1.LabelSelectorRequirement.values
    core.v1.PodSpec.nodeSelector core.v1.ServiceSpec.selector core.v1.Taint.value core.v1.Toleration.value
    core.v1.ReplicationControllerSpec.selector node.v1.Scheduling.nodeSelector discovery.v1.ForZone.name`,
  'domain-path': 'networking.v1.IngressClassSpec.controller',
  'driver-name': `core.v1.CSIVolumeSource.driver core.v1.CSIPersistentVolumeSource.driver storage.v1.CSINodeDriver.name
    storage.v1.VolumeAttachmentSpec.attacher`,
  'config-key': 'core.v1.ConfigMapKeySelector.key core.v1.SecretKeySelector.key',
  'environment-name': 'core.v1.EnvVar.name core.v1.EnvFromSource.prefix',
  'path-segment': `autoscaling.v1.CrossVersionObjectReference.name autoscaling.v1.CrossVersionObjectReference.kind
    autoscaling.v2.CrossVersionObjectReference.name autoscaling.v2.CrossVersionObjectReference.kind
    autoscaling.v2.MetricIdentifier.name networking.v1.IngressClassParametersReference.kind
    networking.v1.IngressClassParametersReference.name rbac.v1.RoleRef.name core.v1.TypedLocalObjectReference.kind
    core.v1.TypedLocalObjectReference.name networking.v1.ParentReference.resource networking.v1.ParentReference.name
    networking.v1.ParentReference.namespace`,
  'api-group': 'apiextensions.v1.CustomResourceDefinitionSpec.group',
  'kind-name':
    'apiextensions.v1.CustomResourceDefinitionNames.kind apiextensions.v1.CustomResourceDefinitionNames.listKind',
  'http-header': 'core.v1.HTTPHeader.name',
  'webhook-name':
    'admissionregistration.v1.MutatingWebhook.name admissionregistration.v1.ValidatingWebhook.name',
  host: 'networking.v1.IngressRule.host',
  'wildcard-domain': 'networking.v1.IngressTLS.hosts',
  domain: 'core.v1.ServiceSpec.externalName',
  sysctl: 'core.v1.Sysctl.name',
  'resource-name': 'autoscaling.v2.ContainerResourceMetricSource.name',
  ip: `core.v1.HostAlias.ip core.v1.PodDNSConfig.nameservers core.v1.ServiceSpec.externalIPs core.v1.EndpointAddress.ip`,
  'cluster-ip': 'core.v1.ServiceSpec.clusterIP core.v1.ServiceSpec.clusterIPs',
  cidr: `networking.v1.IPBlock.cidr networking.v1.IPBlock.except core.v1.ServiceSpec.loadBalancerSourceRanges
    core.v1.NodeSpec.podCIDR networking.v1.ServiceCIDRSpec.cidrs`,
  image: 'core.v1.Container.image core.v1.EphemeralContainer.image',
  'https-url': 'admissionregistration.v1.WebhookClientConfig.url apiextensions.v1.WebhookClientConfig.url',
  'json-path': `apiextensions.v1.CustomResourceColumnDefinition.jsonPath
    apiextensions.v1.CustomResourceSubresourceScale.specReplicasPath
    apiextensions.v1.CustomResourceSubresourceScale.statusReplicasPath`,
  'search-domain': 'core.v1.PodDNSConfig.searches',
  'limit-type': 'core.v1.LimitRangeItem.type',
  'absolute-path': `core.v1.NFSVolumeSource.path networking.v1.HTTPIngressPath.path
    admissionregistration.v1.ServiceReference.path apiextensions.v1.ServiceReference.path`,
  'relative-path': `core.v1.KeyToPath.path core.v1.DownwardAPIVolumeFile.path core.v1.ServiceAccountTokenProjection.path
    core.v1.VolumeMount.subPath core.v1.VolumeMount.subPathExpr core.v1.SeccompProfile.localhostProfile`,
  'path-without-up':
    'core.v1.HostPathVolumeSource.path core.v1.LocalVolumeSource.path core.v1.VolumeDevice.devicePath',
  cron: 'batch.v1.CronJobSpec.schedule',
  'time-zone': 'batch.v1.CronJobSpec.timeZone',
  percent: `apps.v1.RollingUpdateDeployment.maxSurge apps.v1.RollingUpdateDeployment.maxUnavailable
    apps.v1.RollingUpdateDaemonSet.maxSurge apps.v1.RollingUpdateDaemonSet.maxUnavailable
    apps.v1.RollingUpdateStatefulSetStrategy.maxUnavailable
    policy.v1.PodDisruptionBudgetSpec.minAvailable policy.v1.PodDisruptionBudgetSpec.maxUnavailable`,
  'field-path': 'core.v1.ObjectFieldSelector.fieldPath',
  'container-resource': 'core.v1.ResourceFieldSelector.resource',
};

/** Where a port may be a number or a name, the name. */
const PORTS = `core.v1.HTTPGetAction.port core.v1.TCPSocketAction.port core.v1.ServicePort.targetPort
  networking.v1.NetworkPolicyPort.port`;

const KEY_ROWS: Partial<Readonly<Record<FormatName, string>>> = {
  'label-key': `meta.v1.ObjectMeta.labels meta.v1.LabelSelector.matchLabels core.v1.PodSpec.nodeSelector
    core.v1.ServiceSpec.selector core.v1.ReplicationControllerSpec.selector node.v1.Scheduling.nodeSelector
    core.v1.LimitRangeItem.default core.v1.LimitRangeItem.defaultRequest
    core.v1.LimitRangeItem.max core.v1.LimitRangeItem.maxLimitRequestRatio core.v1.LimitRangeItem.min`,
  'resource-name': `core.v1.ResourceRequirements.limits core.v1.ResourceRequirements.requests core.v1.PodSpec.overhead
    node.v1.Overhead.podFixed`,
  'quota-name': 'core.v1.ResourceQuotaSpec.hard',
  'annotation-key': 'meta.v1.ObjectMeta.annotations',
  'config-key':
    'core.v1.ConfigMap.data core.v1.ConfigMap.binaryData core.v1.Secret.data core.v1.Secret.stringData',
};

const VALUES = byField({ ...VALUE_ROWS, 'port-name': `${VALUE_ROWS['port-name']} ${PORTS}` });
const KEYS = byField(KEY_ROWS);

function byField(rows: Partial<Readonly<Record<FormatName, string>>>): ReadonlyMap<string, Named> {
  return new Map(
    Object.entries(rows).flatMap(([name, fields]) =>
      fields.split(/\s+/).map((field) => [field, named(name as FormatName)] as const),
    ),
  );
}
