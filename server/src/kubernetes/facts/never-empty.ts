/** Whether a text, if it is written at all, must say something: other fields take an empty one as left out. */
export function isNeverEmpty(field: string): boolean {
  return NEVER_EMPTY.has(field);
}

/** Sources: the validation packages of k8s.io/kubernetes/pkg/apis (v1.36.3), asked field by field by tools/authority. */
const NEVER_EMPTY = new Set(
  `admissionregistration.v1.MutatingWebhook.reinvocationPolicy admissionregistration.v1.RuleWithOperations.scope
  admissionregistration.v1.ValidatingAdmissionPolicySpec.failurePolicy admissionregistration.v1.ValidatingWebhook.failurePolicy
  admissionregistration.v1.ValidatingWebhook.matchPolicy admissionregistration.v1.Validation.reason
  admissionregistration.v1.WebhookClientConfig.url apps.v1.RollingUpdateDaemonSet.maxUnavailable
  apps.v1.RollingUpdateDeployment.maxSurge apps.v1.RollingUpdateDeployment.maxUnavailable
  autoscaling.v1.CrossVersionObjectReference.apiVersion autoscaling.v2.HPAScalingRules.selectPolicy
  batch.v1.CronJobSpec.timeZone batch.v1.JobSpec.podReplacementPolicy
  batch.v1.PodFailurePolicyOnExitCodesRequirement.containerName core.v1.AzureDiskVolumeSource.kind
  core.v1.EndpointAddress.nodeName core.v1.PersistentVolumeClaimSpec.volumeMode
  core.v1.PersistentVolumeSpec.volumeMode core.v1.PodResourceClaim.resourceClaimName
  core.v1.PodResourceClaim.resourceClaimTemplateName core.v1.PodSecurityContext.fsGroupChangePolicy
  core.v1.PodSecurityContext.supplementalGroupsPolicy core.v1.PodSpec.preemptionPolicy
  core.v1.PodSpec.runtimeClassName core.v1.SecurityContext.procMount
  core.v1.ServicePort.appProtocol core.v1.ServiceSpec.internalTrafficPolicy
  core.v1.ServiceSpec.ipFamilyPolicy core.v1.ServiceSpec.loadBalancerClass
  core.v1.ServiceSpec.trafficDistribution core.v1.TopologySpreadConstraint.nodeAffinityPolicy
  core.v1.TopologySpreadConstraint.nodeTaintsPolicy core.v1.TypedLocalObjectReference.name
  core.v1.VolumeMount.mountPropagation core.v1.VsphereVirtualDiskVolumeSource.volumePath
  core.v1.WindowsSecurityContextOptions.gmsaCredentialSpecName core.v1.WindowsSecurityContextOptions.runAsUserName
  discovery.v1.Endpoint.hostname discovery.v1.Endpoint.nodeName
  discovery.v1.EndpointPort.appProtocol discovery.v1.EndpointPort.protocol
  flowcontrol.v1.FlowDistinguisherMethod.type networking.v1.IngressClassParametersReference.apiGroup
  networking.v1.IngressClassParametersReference.namespace networking.v1.IngressSpec.ingressClassName
  networking.v1.NetworkPolicyPort.protocol policy.v1.PodDisruptionBudgetSpec.maxUnavailable
  policy.v1.PodDisruptionBudgetSpec.minAvailable policy.v1.PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy
  resource.v1.CELDeviceSelector.expression scheduling.v1.PriorityClass.preemptionPolicy
  admissionregistration.v1.MutatingWebhook.failurePolicy admissionregistration.v1.MutatingWebhook.matchPolicy
  apps.v1.RollingUpdateDaemonSet.maxSurge batch.v1.JobSpec.completionMode networking.v1.NetworkPolicyPort.port
  core.v1.EndpointPort.appProtocol storage.v1.CSIDriverSpec.fsGroupPolicy storage.v1.StorageClass.volumeBindingMode
  storage.v1.VolumeAttachmentSource.persistentVolumeName`.split(/\s+/),
);
