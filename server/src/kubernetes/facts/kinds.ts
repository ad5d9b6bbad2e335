import { REMOVED_APIS } from './removed-apis';

/** What Kubernetes knows of one group, version and kind. */
export interface KindFacts {
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** The minor release that serves it first, where that is later than 1.34. */
  readonly since: number | undefined;
  /** The minor release that no longer serves it, where that is 1.37 or earlier. */
  readonly until: number | undefined;
}

/** The facts of an `apiVersion` and `kind`, also where no supported release serves them any more. */
export function findKind(group: string, version: string, kind: string): KindFacts | undefined {
  return KINDS.get(`${group}/${version}/${kind}`);
}

export function isBuiltInGroup(group: string): boolean {
  return GROUPS.has(group);
}

/** Every built-in place of a kind, the newest stable version first: `Deployment` → `apps/v1`. */
export function placesOf(kind: string): readonly KindFacts[] {
  return BY_KIND.get(kind) ?? [];
}

export function allKinds(): Iterable<KindFacts> {
  return KINDS.values();
}

/** Group and version of an `apiVersion`; the core group has no name. */
export function splitApiVersion(apiVersion: string): { group: string; version: string } {
  const slash = apiVersion.indexOf('/');
  if (slash < 0) return { group: '', version: apiVersion };
  return { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) };
}

type Row = readonly [apiVersion: string, namespaced: string, cluster: string, since?: number, until?: number];

/**
 * The kinds one can write as a manifest, in the releases 1.34 to 1.37; the rows of removed versions come from
 * `removed-apis.ts`. Source: register.go, `+genclient:nonNamespaced` and the lifecycle methods of the modules
 * k8s.io/api v0.34.0 to v0.37.0, k8s.io/apiextensions-apiserver and k8s.io/kube-aggregator.
 */
const ROWS: readonly Row[] = [
  [
    'v1',
    'Binding ConfigMap Endpoints Event LimitRange PersistentVolumeClaim Pod PodTemplate ReplicationController ResourceQuota Secret Service ServiceAccount',
    'ComponentStatus Namespace Node PersistentVolume',
  ],
  ['apps/v1', 'ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet', ''],
  ['batch/v1', 'CronJob Job', ''],
  ['autoscaling/v1', 'HorizontalPodAutoscaler', ''],
  ['autoscaling/v2', 'HorizontalPodAutoscaler', ''],
  ['policy/v1', 'Eviction PodDisruptionBudget', ''],
  ['networking.k8s.io/v1', 'Ingress NetworkPolicy', 'IPAddress IngressClass ServiceCIDR'],
  ['rbac.authorization.k8s.io/v1', 'Role RoleBinding', 'ClusterRole ClusterRoleBinding'],
  [
    'storage.k8s.io/v1',
    'CSIStorageCapacity',
    'CSIDriver CSINode StorageClass VolumeAttachment VolumeAttributesClass',
  ],
  ['scheduling.k8s.io/v1', '', 'PriorityClass'],
  ['scheduling.k8s.io/v1alpha1', 'Workload', '', 35, 36],
  ['scheduling.k8s.io/v1alpha2', 'PodGroup Workload', '', 36, 37],
  ['scheduling.k8s.io/v1alpha3', 'CompositePodGroup PodGroup Workload', '', 37],
  ['scheduling.k8s.io/v1beta1', 'PodGroup Workload', '', 37],
  ['node.k8s.io/v1', '', 'RuntimeClass'],
  ['coordination.k8s.io/v1', 'Lease', ''],
  ['coordination.k8s.io/v1alpha2', 'LeaseCandidate', ''],
  ['coordination.k8s.io/v1beta1', 'LeaseCandidate', ''],
  ['discovery.k8s.io/v1', 'EndpointSlice', ''],
  ['events.k8s.io/v1', 'Event', ''],
  ['certificates.k8s.io/v1', '', 'CertificateSigningRequest'],
  ['certificates.k8s.io/v1', 'PodCertificateRequest', 'ClusterTrustBundle', 37],
  ['certificates.k8s.io/v1alpha1', 'PodCertificateRequest', '', undefined, 35],
  ['certificates.k8s.io/v1beta1', '', 'ClusterTrustBundle'],
  ['certificates.k8s.io/v1beta1', 'PodCertificateRequest', '', 35],
  ['lifecycle.k8s.io/v1alpha1', 'Eviction EvictionRequest', '', 37],
  ['flowcontrol.apiserver.k8s.io/v1', '', 'FlowSchema PriorityLevelConfiguration'],
  [
    'admissionregistration.k8s.io/v1',
    '',
    'MutatingWebhookConfiguration ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding ValidatingWebhookConfiguration',
  ],
  ['admissionregistration.k8s.io/v1', '', 'MutatingAdmissionPolicy MutatingAdmissionPolicyBinding', 36],
  ['admissionregistration.k8s.io/v1alpha1', '', 'MutatingAdmissionPolicy MutatingAdmissionPolicyBinding'],
  ['admissionregistration.k8s.io/v1beta1', '', 'MutatingAdmissionPolicy MutatingAdmissionPolicyBinding'],
  ['authentication.k8s.io/v1', '', 'SelfSubjectReview TokenReview'],
  [
    'authorization.k8s.io/v1',
    'LocalSubjectAccessReview',
    'SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview',
  ],
  ['resource.k8s.io/v1', 'ResourceClaim ResourceClaimTemplate', 'DeviceClass ResourceSlice'],
  ['resource.k8s.io/v1', '', 'DeviceTaintRule', 37],
  ['resource.k8s.io/v1alpha3', '', 'DeviceTaintRule'],
  ['resource.k8s.io/v1alpha3', '', 'ResourcePoolStatusRequest', 36],
  ['resource.k8s.io/v1beta1', 'ResourceClaim ResourceClaimTemplate', 'DeviceClass ResourceSlice'],
  ['resource.k8s.io/v1beta2', 'ResourceClaim ResourceClaimTemplate', 'DeviceClass ResourceSlice'],
  ['resource.k8s.io/v1beta2', '', 'DeviceTaintRule', 36],
  ['storagemigration.k8s.io/v1', '', 'StorageVersionMigration', 37],
  ['storagemigration.k8s.io/v1beta1', '', 'StorageVersionMigration', 35],
  ['apiextensions.k8s.io/v1', '', 'CustomResourceDefinition'],
  ['apiregistration.k8s.io/v1', '', 'APIService'],
];

const KINDS = new Map<string, KindFacts>();
for (const [apiVersion, namespaced, cluster, since, until] of ROWS) {
  add(apiVersion, namespaced, true, since, until);
  add(apiVersion, cluster, false, since, until);
}
for (const { apiVersion, kinds, namespaced, removedIn } of REMOVED_APIS)
  add(apiVersion, kinds.join(' '), namespaced, undefined, removedIn <= 37 ? removedIn : undefined);

const GROUPS = new Set([...KINDS.values()].map(({ group }) => group));

const BY_KIND = new Map<string, KindFacts[]>();
for (const facts of [...KINDS.values()].toSorted(stableFirst)) {
  const places = BY_KIND.get(facts.kind);
  if (places) places.push(facts);
  else BY_KIND.set(facts.kind, [facts]);
}

function add(apiVersion: string, kinds: string, namespaced: boolean, since?: number, until?: number): void {
  const { group, version } = splitApiVersion(apiVersion);
  for (const kind of kinds.split(' ').filter(Boolean)) {
    const key = `${group}/${version}/${kind}`;
    if (!KINDS.has(key)) KINDS.set(key, { group, version, kind, namespaced, since, until });
  }
}

function stableFirst(a: KindFacts, b: KindFacts): number {
  return rank(b) - rank(a);
}

/** Served before removed, v2 before v1 before v1beta1 before v1alpha1. */
function rank({ version, until }: KindFacts): number {
  const [, major, stage, minor] = /^v(\d+)(alpha|beta)?(\d*)$/.exec(version) ?? [];
  const stageRank = stage === undefined ? 2 : stage === 'beta' ? 1 : 0;
  return (until === undefined ? 10_000 : 0) + stageRank * 1000 + Number(major) * 100 + Number(minor || 0);
}
