/** What may not come twice in a list: a combination of fields, with what counts where one is left out. */
export interface Unique {
  readonly fields: readonly string[];
  readonly usual?: Readonly<Record<string, string>>;
  /** Items without the first field do not count. */
  readonly optional?: true;
}

/** A list of texts whose items may not repeat has no fields. */
export function uniqueIn(field: string): readonly Unique[] {
  return UNIQUE[field] ?? [];
}

const name: readonly Unique[] = [{ fields: ['name'] }];
const itself: readonly Unique[] = [{ fields: [] }];
const TCP = { protocol: 'TCP' } as const;

/**
 * What the server refuses. Not every list whose items have keys: an environment variable may come twice, and so may
 * a container's port; the last one counts.
 * Sources: the validation packages of k8s.io/kubernetes/pkg/apis (v1.36.3)
 */
const UNIQUE: Readonly<Record<string, readonly Unique[]>> = {
  'core.v1.PodSpec.containers': name,
  'core.v1.PodSpec.initContainers': name,
  'core.v1.PodSpec.ephemeralContainers': name,
  'core.v1.PodSpec.volumes': name,
  'core.v1.PodSpec.schedulingGates': name,
  'core.v1.PodSpec.resourceClaims': name,
  'core.v1.PodSpec.topologySpreadConstraints': [{ fields: ['topologyKey', 'whenUnsatisfiable'] }],
  'core.v1.PodSecurityContext.sysctls': name,
  'core.v1.Container.ports': [{ fields: ['name'], optional: true }],
  'core.v1.Container.volumeMounts': [{ fields: ['mountPath'] }],
  'core.v1.Container.volumeDevices': [{ fields: ['devicePath'] }, { fields: ['name'] }],
  'core.v1.Container.resizePolicy': [{ fields: ['resourceName'] }],
  'core.v1.ServiceSpec.ports': [
    { fields: ['name'], optional: true },
    { fields: ['port', 'protocol'], usual: TCP },
    { fields: ['nodePort', 'protocol'], usual: TCP, optional: true },
  ],
  'core.v1.ServiceSpec.ipFamilies': itself,
  'core.v1.ServiceSpec.clusterIPs': itself,
  'core.v1.LimitRangeSpec.limits': [{ fields: ['type'] }],
  'core.v1.NodeSpec.taints': [{ fields: ['key', 'effect'] }],
  'core.v1.TopologySelectorTerm.matchLabelExpressions': [{ fields: ['key'] }],
  'core.v1.TopologySelectorLabelRequirement.values': itself,
  'core.v1.ResourceRequirements.claims': [{ fields: ['name', 'request'] }],
  'storage.v1.CSINodeSpec.drivers': name,
  'storage.v1.CSINodeDriver.topologyKeys': itself,
  'node.v1.Scheduling.tolerations': [
    { fields: ['key', 'operator', 'value', 'effect', 'tolerationSeconds'], usual: { operator: 'Equal' } },
  ],
  'discovery.v1.EndpointHints.forZones': name,
  'apiextensions.v1.WebhookConversion.conversionReviewVersions': itself,
  'resource.v1.DeviceClaim.requests': name,
  'batch.v1.PodFailurePolicyOnExitCodesRequirement.values': itself,
  'certificates.v1.CertificateSigningRequestSpec.usages': itself,
  'discovery.v1.EndpointSlice.ports': [{ fields: ['name'] }],
  'storage.v1.CSIDriverSpec.tokenRequests': [{ fields: ['audience'] }],
  'admissionregistration.v1.ValidatingWebhookConfiguration.webhooks': name,
  'admissionregistration.v1.MutatingWebhookConfiguration.webhooks': name,
  'admissionregistration.v1.ValidatingWebhook.matchConditions': name,
  'admissionregistration.v1.MutatingWebhook.matchConditions': name,
  'admissionregistration.v1.ValidatingAdmissionPolicySpec.matchConditions': name,
  'admissionregistration.v1.ValidatingWebhook.admissionReviewVersions': itself,
  'admissionregistration.v1.MutatingWebhook.admissionReviewVersions': itself,
  'admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec.validationActions': itself,
  'apiextensions.v1.CustomResourceDefinitionSpec.versions': name,
};
