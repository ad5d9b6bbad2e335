/** Kinds whose version a release of Kubernetes no longer serves: the API server rejects their manifests there. */
export interface RemovedApi {
  readonly apiVersion: string;
  readonly kinds: readonly string[];
  readonly namespaced: boolean;
  /** Minor releases: 22 is 1.22. */
  readonly deprecatedIn: number;
  readonly removedIn: number;
  /** The `apiVersion` to write instead; missing where the kind is gone altogether. */
  readonly replacement: string | undefined;
  /** Changing `apiVersion` is all there is to do: same fields, same meaning. */
  readonly mechanical: boolean;
  /** Where the two versions differ: fields renamed, newly required, or read in another way. */
  readonly fields: readonly string[];
}

/** What became of an `apiVersion` and `kind`, from the release on that deprecated it. */
export function findRemoved(apiVersion: string, kind: string): RemovedApi | undefined {
  return REMOVED_APIS.find((api) => api.apiVersion === apiVersion && api.kinds.includes(kind));
}

type Options = { cluster?: true; fields?: readonly string[] };

function removed(
  removedIn: number,
  deprecatedIn: number,
  apiVersion: string,
  kinds: string,
  replacement: string | undefined,
  { cluster, fields = [] }: Options = {},
): RemovedApi {
  return {
    apiVersion,
    kinds: kinds.split(' '),
    namespaced: !cluster,
    deprecatedIn,
    removedIn,
    replacement,
    mechanical: replacement !== undefined && fields.length === 0,
    fields,
  };
}

const CLUSTER = { cluster: true } as const;
const RBAC = 'rbac.authorization.k8s.io';
const FLOW = 'flowcontrol.apiserver.k8s.io';
const ADMISSION = 'admissionregistration.k8s.io';
const INGRESS = [
  'spec.backend',
  'spec.rules[].http.paths[].backend.serviceName',
  'spec.rules[].http.paths[].backend.servicePort',
  'spec.rules[].http.paths[].pathType',
];
const DEPLOYMENT = [
  'spec.selector',
  'spec.rollbackTo',
  'spec.progressDeadlineSeconds',
  'spec.revisionHistoryLimit',
  'spec.strategy.rollingUpdate',
];
const DAEMON_SET = ['spec.selector', 'spec.templateGeneration', 'spec.updateStrategy.type'];
const SHARES = ['spec.limited.assuredConcurrencyShares'];

/**
 * Every version removed up to 1.37, and those whose removal is announced where a stable version exists. apps/v1beta2
 * already had the fields and defaults of apps/v1, so the guide's list of changes is about the versions before it.
 * Alpha versions go without notice.
 *
 * Sources: https://kubernetes.io/docs/reference/using-api/deprecation-guide/ and, for releases and betas the
 * guide does not list, the APILifecycle methods in k8s.io/api v0.37.0.
 */
export const REMOVED_APIS: readonly RemovedApi[] = [
  removed(8, 7, 'extensions/v1beta1', 'ThirdPartyResource', undefined, CLUSTER),
  removed(14, 14, `${ADMISSION}/v1alpha1`, 'InitializerConfiguration', undefined, CLUSTER),
  removed(16, 9, 'extensions/v1beta1', 'NetworkPolicy', 'networking.k8s.io/v1'),
  removed(16, 8, 'extensions/v1beta1', 'DaemonSet', 'apps/v1', { fields: DAEMON_SET }),
  removed(16, 8, 'extensions/v1beta1', 'Deployment', 'apps/v1', { fields: DEPLOYMENT }),
  removed(16, 8, 'extensions/v1beta1', 'ReplicaSet', 'apps/v1', { fields: ['spec.selector'] }),
  removed(16, 10, 'extensions/v1beta1', 'PodSecurityPolicy', undefined, CLUSTER),
  removed(16, 8, 'apps/v1beta1', 'ControllerRevision', 'apps/v1'),
  removed(16, 8, 'apps/v1beta1', 'Deployment', 'apps/v1', { fields: DEPLOYMENT }),
  removed(16, 8, 'apps/v1beta1', 'StatefulSet', 'apps/v1', {
    fields: ['spec.selector', 'spec.updateStrategy.type'],
  }),
  removed(16, 9, 'apps/v1beta2', 'ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet', 'apps/v1'),
  removed(
    22,
    16,
    `${ADMISSION}/v1beta1`,
    'MutatingWebhookConfiguration ValidatingWebhookConfiguration',
    `${ADMISSION}/v1`,
    {
      cluster: true,
      fields: [
        'webhooks[].sideEffects',
        'webhooks[].admissionReviewVersions',
        'webhooks[].failurePolicy',
        'webhooks[].matchPolicy',
        'webhooks[].timeoutSeconds',
      ],
    },
  ),
  removed(20, 20, 'settings.k8s.io/v1alpha1', 'PodPreset', undefined),
  removed(22, 16, 'apiextensions.k8s.io/v1beta1', 'CustomResourceDefinition', 'apiextensions.k8s.io/v1', {
    cluster: true,
    fields: [
      'spec.scope',
      'spec.version',
      'spec.validation',
      'spec.subresources',
      'spec.additionalPrinterColumns',
      'spec.versions[].schema',
      'spec.conversion',
      'spec.preserveUnknownFields',
    ],
  }),
  removed(22, 19, 'apiregistration.k8s.io/v1beta1', 'APIService', 'apiregistration.k8s.io/v1', CLUSTER),
  removed(22, 19, 'authentication.k8s.io/v1beta1', 'TokenReview', 'authentication.k8s.io/v1', CLUSTER),
  removed(22, 19, 'authorization.k8s.io/v1beta1', 'LocalSubjectAccessReview', 'authorization.k8s.io/v1', {
    fields: ['spec.group'],
  }),
  removed(22, 19, 'authorization.k8s.io/v1beta1', 'SubjectAccessReview', 'authorization.k8s.io/v1', {
    cluster: true,
    fields: ['spec.group'],
  }),
  removed(
    22,
    19,
    'authorization.k8s.io/v1beta1',
    'SelfSubjectAccessReview SelfSubjectRulesReview',
    'authorization.k8s.io/v1',
    CLUSTER,
  ),
  removed(22, 19, 'certificates.k8s.io/v1beta1', 'CertificateSigningRequest', 'certificates.k8s.io/v1', {
    cluster: true,
    fields: ['spec.signerName', 'spec.usages'],
  }),
  removed(22, 19, 'coordination.k8s.io/v1beta1', 'Lease', 'coordination.k8s.io/v1'),
  removed(22, 14, 'extensions/v1beta1', 'Ingress', 'networking.k8s.io/v1', { fields: INGRESS }),
  removed(22, 19, 'networking.k8s.io/v1beta1', 'Ingress', 'networking.k8s.io/v1', { fields: INGRESS }),
  removed(22, 19, 'networking.k8s.io/v1beta1', 'IngressClass', 'networking.k8s.io/v1', CLUSTER),
  removed(22, 17, `${RBAC}/v1beta1`, 'ClusterRole ClusterRoleBinding', `${RBAC}/v1`, CLUSTER),
  removed(22, 17, `${RBAC}/v1beta1`, 'Role RoleBinding', `${RBAC}/v1`),
  removed(22, 17, `${RBAC}/v1alpha1`, 'ClusterRole', `${RBAC}/v1`, CLUSTER),
  removed(22, 17, `${RBAC}/v1alpha1`, 'Role', `${RBAC}/v1`),
  removed(22, 17, `${RBAC}/v1alpha1`, 'ClusterRoleBinding', `${RBAC}/v1`, {
    cluster: true,
    fields: ['subjects[].apiVersion'],
  }),
  removed(22, 17, `${RBAC}/v1alpha1`, 'RoleBinding', `${RBAC}/v1`, { fields: ['subjects[].apiVersion'] }),
  removed(22, 14, 'scheduling.k8s.io/v1beta1', 'PriorityClass', 'scheduling.k8s.io/v1', CLUSTER),
  removed(22, 17, 'storage.k8s.io/v1beta1', 'CSINode', 'storage.k8s.io/v1', CLUSTER),
  removed(
    22,
    19,
    'storage.k8s.io/v1beta1',
    'CSIDriver StorageClass VolumeAttachment',
    'storage.k8s.io/v1',
    CLUSTER,
  ),
  removed(24, 21, 'storage.k8s.io/v1alpha1', 'CSIStorageCapacity', 'storage.k8s.io/v1'),
  removed(24, 21, 'storage.k8s.io/v1alpha1', 'VolumeAttachment', 'storage.k8s.io/v1', CLUSTER),
  removed(25, 21, 'batch/v1beta1', 'CronJob', 'batch/v1'),
  removed(25, 21, 'discovery.k8s.io/v1beta1', 'EndpointSlice', 'discovery.k8s.io/v1', {
    fields: ['endpoints[].topology'],
  }),
  removed(25, 22, 'events.k8s.io/v1beta1', 'Event', 'events.k8s.io/v1', {
    fields: ['action', 'reason', 'reportingController', 'reportingInstance', 'eventTime', 'regarding'],
  }),
  removed(25, 22, 'autoscaling/v2beta1', 'HorizontalPodAutoscaler', 'autoscaling/v2', {
    fields: ['spec.metrics'],
  }),
  // An empty selector selected nothing, and selects every pod in v1.
  removed(25, 21, 'policy/v1beta1', 'PodDisruptionBudget', 'policy/v1', { fields: ['spec.selector'] }),
  removed(25, 22, 'policy/v1beta1', 'Eviction', 'policy/v1'),
  removed(25, 21, 'policy/v1beta1', 'PodSecurityPolicy', undefined, CLUSTER),
  removed(25, 22, 'node.k8s.io/v1beta1', 'RuntimeClass', 'node.k8s.io/v1', CLUSTER),
  removed(26, 23, 'autoscaling/v2beta2', 'HorizontalPodAutoscaler', 'autoscaling/v2'),
  removed(26, 23, `${FLOW}/v1beta1`, 'FlowSchema', `${FLOW}/v1`, CLUSTER),
  removed(26, 23, `${FLOW}/v1beta1`, 'PriorityLevelConfiguration', `${FLOW}/v1`, {
    cluster: true,
    fields: SHARES,
  }),
  removed(27, 24, 'storage.k8s.io/v1beta1', 'CSIStorageCapacity', 'storage.k8s.io/v1'),
  removed(29, 26, `${FLOW}/v1beta2`, 'FlowSchema', `${FLOW}/v1`, CLUSTER),
  removed(29, 26, `${FLOW}/v1beta2`, 'PriorityLevelConfiguration', `${FLOW}/v1`, {
    cluster: true,
    fields: SHARES,
  }),
  removed(29, 29, 'networking.k8s.io/v1alpha1', 'ClusterCIDR', undefined, CLUSTER),
  removed(31, 31, 'resource.k8s.io/v1alpha2', 'ResourceClass', undefined, CLUSTER),
  removed(32, 32, 'resource.k8s.io/v1alpha2', 'PodSchedulingContext', undefined),
  removed(32, 32, 'resource.k8s.io/v1alpha3', 'PodSchedulingContext', undefined),
  removed(32, 29, `${FLOW}/v1beta3`, 'FlowSchema', `${FLOW}/v1`, CLUSTER),
  // A written 0 became 30, and stays 0 in v1.
  removed(32, 29, `${FLOW}/v1beta3`, 'PriorityLevelConfiguration', `${FLOW}/v1`, {
    cluster: true,
    fields: ['spec.limited.nominalConcurrencyShares'],
  }),
  removed(32, 29, 'authentication.k8s.io/v1alpha1', 'SelfSubjectReview', 'authentication.k8s.io/v1', CLUSTER),
  removed(33, 30, 'authentication.k8s.io/v1beta1', 'SelfSubjectReview', 'authentication.k8s.io/v1', CLUSTER),
  removed(
    32,
    29,
    `${ADMISSION}/v1alpha1`,
    'ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding',
    `${ADMISSION}/v1`,
    CLUSTER,
  ),
  removed(
    34,
    31,
    `${ADMISSION}/v1beta1`,
    'ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding',
    `${ADMISSION}/v1`,
    CLUSTER,
  ),
  removed(35, 32, 'storage.k8s.io/v1alpha1', 'VolumeAttributesClass', 'storage.k8s.io/v1', CLUSTER),
  removed(
    36,
    33,
    'storagemigration.k8s.io/v1alpha1',
    'StorageVersionMigration',
    'storagemigration.k8s.io/v1beta1',
    {
      cluster: true,
      fields: ['spec.resource'],
    },
  ),
  removed(37, 34, 'storage.k8s.io/v1beta1', 'VolumeAttributesClass', 'storage.k8s.io/v1', CLUSTER),
  removed(37, 34, 'networking.k8s.io/v1beta1', 'IPAddress ServiceCIDR', 'networking.k8s.io/v1', CLUSTER),
  removed(
    37,
    34,
    'certificates.k8s.io/v1alpha1',
    'ClusterTrustBundle',
    'certificates.k8s.io/v1beta1',
    CLUSTER,
  ),
  removed(38, 35, 'resource.k8s.io/v1beta1', 'ResourceClaim ResourceClaimTemplate', 'resource.k8s.io/v1', {
    fields: ['spec.devices.requests', 'spec.spec.devices.requests'],
  }),
  removed(38, 35, 'resource.k8s.io/v1beta1', 'DeviceClass', 'resource.k8s.io/v1', CLUSTER),
  removed(39, 36, 'resource.k8s.io/v1beta2', 'ResourceClaim ResourceClaimTemplate', 'resource.k8s.io/v1'),
  removed(39, 36, 'resource.k8s.io/v1beta2', 'DeviceClass', 'resource.k8s.io/v1', CLUSTER),
];
