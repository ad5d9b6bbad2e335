import type { Field } from '../../yaml/schema/types';

/**
 * The fields the API server insists on. What is empty (`""`, `[]`) is missing, too. Not every field that OpenAPI calls
 * required is one of them, and some it does not call so are.
 */
export function requiredFields(type: string): readonly string[] {
  return REQUIRED.get(type) ?? [];
}

/** Whether a field is to be written: the reference says so, or the server refuses an object without it. */
export function isRequired(type: string, { name, required }: Pick<Field, 'name' | 'required'>): boolean {
  return required || requiredFields(type).includes(name);
}

/** Keys that must be in a map. */
export function neededKeys(field: string): readonly string[] | undefined {
  return KEYS[field];
}

const KEYS: Readonly<Record<string, readonly string[]>> = {
  'core.v1.VolumeResourceRequirements.requests': ['storage'],
  'core.v1.PersistentVolumeSpec.capacity': ['storage'],
};

/** Keys that a Secret of a type must have; one of a list with bars is enough. */
export const SECRET_KEYS: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/basic-auth': ['username|password'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
};

/** Sources: the validation packages of k8s.io/kubernetes/pkg/apis (v1.36.3), asked field by field by tools/authority. */
const REQUIRED = new Map(
  `admissionregistration.v1.AuditAnnotation key valueExpression
  admissionregistration.v1.MatchCondition name expression
  admissionregistration.v1.MutatingWebhook name admissionReviewVersions clientConfig sideEffects
  admissionregistration.v1.NamedRuleWithOperations apiGroups apiVersions operations resources
  admissionregistration.v1.ParamKind apiVersion kind
  admissionregistration.v1.RuleWithOperations apiGroups apiVersions operations resources
  admissionregistration.v1.ServiceReference name namespace
  admissionregistration.v1.ValidatingAdmissionPolicy spec
  admissionregistration.v1.ValidatingAdmissionPolicyBinding spec
  admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec policyName validationActions
  admissionregistration.v1.ValidatingAdmissionPolicySpec matchConstraints
  admissionregistration.v1.ValidatingWebhook name admissionReviewVersions clientConfig sideEffects
  admissionregistration.v1.Validation expression
  admissionregistration.v1.Variable name expression
  apiextensions.v1.CustomResourceColumnDefinition name type jsonPath
  apiextensions.v1.CustomResourceConversion strategy
  apiextensions.v1.CustomResourceDefinition spec
  apiextensions.v1.CustomResourceDefinitionNames kind plural
  apiextensions.v1.CustomResourceDefinitionSpec group names scope versions
  apiextensions.v1.CustomResourceDefinitionVersion name schema
  apiextensions.v1.CustomResourceSubresourceScale specReplicasPath statusReplicasPath
  apiextensions.v1.CustomResourceValidation openAPIV3Schema
  apiextensions.v1.ServiceReference name namespace
  apiextensions.v1.WebhookConversion conversionReviewVersions clientConfig
  apiregistration.v1.APIService spec
  apiregistration.v1.APIServiceSpec version groupPriorityMinimum versionPriority
  apiregistration.v1.ServiceReference name namespace
  apps.v1.ControllerRevision data
  apps.v1.DaemonSet spec
  apps.v1.DaemonSetSpec template
  apps.v1.Deployment spec
  apps.v1.DeploymentSpec template
  apps.v1.ReplicaSet spec
  apps.v1.ReplicaSetSpec template
  apps.v1.StatefulSet spec
  apps.v1.StatefulSetSpec template
  autoscaling.v1.CrossVersionObjectReference kind name
  autoscaling.v1.HorizontalPodAutoscaler spec
  autoscaling.v1.HorizontalPodAutoscalerSpec maxReplicas scaleTargetRef
  autoscaling.v2.ContainerResourceMetricSource container name target
  autoscaling.v2.CrossVersionObjectReference kind name
  autoscaling.v2.ExternalMetricSource metric target
  autoscaling.v2.HPAScalingPolicy type value periodSeconds
  autoscaling.v2.HorizontalPodAutoscaler spec
  autoscaling.v2.HorizontalPodAutoscalerSpec maxReplicas scaleTargetRef
  autoscaling.v2.MetricIdentifier name
  autoscaling.v2.MetricSpec type
  autoscaling.v2.MetricTarget type
  autoscaling.v2.ObjectMetricSource describedObject metric target
  autoscaling.v2.PodsMetricSource metric target
  autoscaling.v2.ResourceMetricSource name target
  batch.v1.CronJob spec
  batch.v1.CronJobSpec schedule jobTemplate
  batch.v1.Job spec
  batch.v1.JobSpec template
  batch.v1.JobTemplateSpec spec
  batch.v1.PodFailurePolicyOnExitCodesRequirement operator values
  batch.v1.PodFailurePolicyOnPodConditionsPattern type
  batch.v1.PodFailurePolicyRule action
  batch.v1.SuccessPolicy rules
  certificates.v1.CertificateSigningRequest spec
  certificates.v1.CertificateSigningRequestSpec request signerName usages
  certificates.v1beta1.ClusterTrustBundle spec
  certificates.v1beta1.ClusterTrustBundleSpec trustBundle
  core.v1.AWSElasticBlockStoreVolumeSource volumeID
  core.v1.AppArmorProfile type
  core.v1.AzureDiskVolumeSource diskName diskURI
  core.v1.AzureFilePersistentVolumeSource secretName shareName
  core.v1.AzureFileVolumeSource secretName shareName
  core.v1.CSIPersistentVolumeSource driver volumeHandle
  core.v1.CSIVolumeSource driver
  core.v1.CephFSVolumeSource monitors
  core.v1.ConfigMapEnvSource name
  core.v1.ConfigMapKeySelector name key
  core.v1.ConfigMapProjection name
  core.v1.ConfigMapVolumeSource name
  core.v1.Container name image
  core.v1.ContainerPort containerPort
  core.v1.ContainerResizePolicy resourceName restartPolicy
  core.v1.DownwardAPIVolumeFile path
  core.v1.EndpointAddress ip
  core.v1.EndpointPort port
  core.v1.EnvVar name
  core.v1.EphemeralVolumeSource volumeClaimTemplate
  core.v1.ExecAction command
  core.v1.FlexVolumeSource driver
  core.v1.GCEPersistentDiskVolumeSource pdName
  core.v1.GRPCAction port
  core.v1.GitRepoVolumeSource repository
  core.v1.GlusterfsPersistentVolumeSource endpoints path
  core.v1.GlusterfsVolumeSource endpoints path
  core.v1.HTTPGetAction port
  core.v1.HTTPHeader name
  core.v1.HostAlias ip
  core.v1.HostPathVolumeSource path
  core.v1.ISCSIPersistentVolumeSource iqn targetPortal
  core.v1.ISCSIVolumeSource iqn targetPortal
  core.v1.KeyToPath key path
  core.v1.LimitRangeItem type
  core.v1.LocalVolumeSource path
  core.v1.NFSVolumeSource server path
  core.v1.NodeSelector nodeSelectorTerms
  core.v1.NodeSelectorRequirement key operator
  core.v1.ObjectFieldSelector fieldPath
  core.v1.PersistentVolume spec
  core.v1.PersistentVolumeClaim spec
  core.v1.PersistentVolumeClaimSpec accessModes resources
  core.v1.PersistentVolumeClaimTemplate spec
  core.v1.PersistentVolumeClaimVolumeSource claimName
  core.v1.PersistentVolumeSpec accessModes capacity
  core.v1.Pod spec
  core.v1.PodAffinityTerm topologyKey
  core.v1.PodDNSConfigOption name
  core.v1.PodOS name
  core.v1.PodReadinessGate conditionType
  core.v1.PodResourceClaim name
  core.v1.PodSchedulingGate name
  core.v1.PodSpec containers
  core.v1.PodTemplate template
  core.v1.PodTemplateSpec spec
  core.v1.PreferredSchedulingTerm weight
  core.v1.RBDVolumeSource image monitors
  core.v1.ReplicationController spec
  core.v1.ReplicationControllerSpec template
  core.v1.ResourceClaim name
  core.v1.ResourceFieldSelector resource
  core.v1.ScopedResourceSelectorRequirement scopeName operator
  core.v1.SeccompProfile type
  core.v1.SecretEnvSource name
  core.v1.SecretKeySelector name key
  core.v1.SecretProjection name
  core.v1.SecretVolumeSource secretName
  core.v1.Service spec
  core.v1.ServiceAccountTokenProjection path
  core.v1.ServicePort port
  core.v1.Sysctl name
  core.v1.TCPSocketAction port
  core.v1.Taint key effect
  core.v1.TopologySelectorLabelRequirement key values
  core.v1.TopologySpreadConstraint maxSkew topologyKey whenUnsatisfiable
  core.v1.TypedLocalObjectReference kind name
  core.v1.TypedObjectReference kind name
  core.v1.Volume name
  core.v1.VolumeDevice name devicePath
  core.v1.VolumeMount name mountPath
  core.v1.VolumeNodeAffinity required
  core.v1.VolumeResourceRequirements requests
  core.v1.VsphereVirtualDiskVolumeSource volumePath
  core.v1.WeightedPodAffinityTerm weight podAffinityTerm
  discovery.v1.Endpoint addresses
  discovery.v1.EndpointSlice addressType
  flowcontrol.v1.FlowSchema spec
  flowcontrol.v1.FlowSchemaSpec priorityLevelConfiguration
  flowcontrol.v1.GroupSubject name
  flowcontrol.v1.LimitResponse type
  flowcontrol.v1.LimitedPriorityLevelConfiguration limitResponse
  flowcontrol.v1.NonResourcePolicyRule verbs nonResourceURLs
  flowcontrol.v1.PolicyRulesWithSubjects subjects
  flowcontrol.v1.PriorityLevelConfiguration spec
  flowcontrol.v1.PriorityLevelConfigurationReference name
  flowcontrol.v1.PriorityLevelConfigurationSpec type
  flowcontrol.v1.ResourcePolicyRule verbs apiGroups resources
  flowcontrol.v1.ServiceAccountSubject name namespace
  flowcontrol.v1.Subject kind
  flowcontrol.v1.UserSubject name
  meta.v1.LabelSelectorRequirement key operator
  meta.v1.OwnerReference apiVersion kind name uid
  networking.v1.HTTPIngressPath pathType backend
  networking.v1.HTTPIngressRuleValue paths
  networking.v1.IPAddress spec
  networking.v1.IPAddressSpec parentRef
  networking.v1.IPBlock cidr
  networking.v1.Ingress spec
  networking.v1.IngressClass spec
  networking.v1.IngressClassParametersReference kind name
  networking.v1.IngressClassSpec controller
  networking.v1.IngressServiceBackend name port
  networking.v1.ParentReference name resource
  networking.v1.ServiceCIDR spec
  networking.v1.ServiceCIDRSpec cidrs
  node.v1.RuntimeClass handler
  rbac.v1.AggregationRule clusterRoleSelectors
  rbac.v1.ClusterRoleBinding roleRef
  rbac.v1.PolicyRule verbs
  rbac.v1.RoleBinding roleRef
  rbac.v1.RoleRef kind name
  rbac.v1.Subject kind name
  resource.v1.DeviceRequest name
  resource.v1.DeviceSubRequest name deviceClassName
  resource.v1.ExactDeviceRequest deviceClassName
  storage.v1.CSINodeDriver name nodeID
  storage.v1.CSIStorageCapacity storageClassName
  storage.v1.StorageClass provisioner
  storage.v1.VolumeAttachment spec
  storage.v1.VolumeAttachmentSpec attacher nodeName source
  storage.v1.VolumeAttributesClass driverName`
    .split('\n')
    .map((row) => {
      const [type = '', ...fields] = row.trim().split(' ');
      return [type, fields] as const;
    }),
);
