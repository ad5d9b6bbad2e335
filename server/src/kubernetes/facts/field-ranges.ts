/** The numbers a field takes, where that is not any number of its type; both ends belong to it. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export function rangeOf(field: string): Range | undefined {
  return RANGES.get(field);
}

/** Fields that take a percentage up to 100%. */
export function isShare(field: string): boolean {
  return SHARES.has(field);
}

const MOST = 2 ** 31 - 1;

/** Sources: the validation packages of k8s.io/kubernetes/pkg/apis (v1.36.3), asked field by field by tools/authority. */
const ROWS: readonly (readonly [from: number, to: number, fields: string])[] = [
  // Ports.
  [
    1,
    65535,
    `core.v1.ContainerPort.containerPort core.v1.ServicePort.port core.v1.EndpointPort.port core.v1.GRPCAction.port
    core.v1.HTTPGetAction.port core.v1.TCPSocketAction.port networking.v1.NetworkPolicyPort.port
    networking.v1.NetworkPolicyPort.endPort networking.v1.ServiceBackendPort.number
    admissionregistration.v1.ServiceReference.port apiregistration.v1.ServiceReference.port`,
  ],
  // 0 counts as left out.
  [
    0,
    65535,
    'core.v1.ContainerPort.hostPort core.v1.ServicePort.targetPort core.v1.ServiceSpec.healthCheckNodePort',
  ],
  [
    0,
    Infinity,
    `apps.v1.DeploymentSpec.replicas apps.v1.DeploymentSpec.minReadySeconds apps.v1.DeploymentSpec.revisionHistoryLimit
    apps.v1.StatefulSetSpec.replicas apps.v1.StatefulSetSpec.minReadySeconds apps.v1.StatefulSetOrdinals.start
    apps.v1.RollingUpdateStatefulSetStrategy.partition apps.v1.RollingUpdateStatefulSetStrategy.maxUnavailable
    apps.v1.DaemonSetSpec.minReadySeconds
    apps.v1.DaemonSetSpec.revisionHistoryLimit apps.v1.ReplicaSetSpec.replicas apps.v1.ReplicaSetSpec.minReadySeconds
    apps.v1.RollingUpdateDeployment.maxSurge apps.v1.RollingUpdateDeployment.maxUnavailable
    apps.v1.RollingUpdateDaemonSet.maxSurge apps.v1.RollingUpdateDaemonSet.maxUnavailable
    policy.v1.PodDisruptionBudgetSpec.minAvailable policy.v1.PodDisruptionBudgetSpec.maxUnavailable
    batch.v1.CronJobSpec.startingDeadlineSeconds batch.v1.CronJobSpec.successfulJobsHistoryLimit
    batch.v1.CronJobSpec.failedJobsHistoryLimit batch.v1.JobSpec.activeDeadlineSeconds batch.v1.JobSpec.backoffLimit
    batch.v1.JobSpec.backoffLimitPerIndex batch.v1.JobSpec.ttlSecondsAfterFinished
    batch.v1.JobSpec.parallelism batch.v1.JobSpec.completions batch.v1.SuccessPolicyRule.succeededCount
    coordination.v1.LeaseSpec.leaseTransitions core.v1.ReplicationControllerSpec.replicas
    core.v1.ReplicationControllerSpec.minReadySeconds core.v1.Probe.failureThreshold core.v1.Probe.initialDelaySeconds
    core.v1.Probe.periodSeconds core.v1.Probe.successThreshold core.v1.Probe.timeoutSeconds
    flowcontrol.v1.LimitedPriorityLevelConfiguration.nominalConcurrencyShares
    flowcontrol.v1.QueuingConfiguration.queueLengthLimit flowcontrol.v1.QueuingConfiguration.queues
    flowcontrol.v1.QueuingConfiguration.handSize core.v1.SleepAction.seconds apps.v1.ControllerRevision.revision
    storage.v1.VolumeNodeResources.count`,
  ],
  [
    0,
    MOST,
    `core.v1.PodSecurityContext.fsGroup core.v1.PodSecurityContext.runAsGroup core.v1.PodSecurityContext.runAsUser
    core.v1.PodSecurityContext.supplementalGroups core.v1.SecurityContext.runAsGroup core.v1.SecurityContext.runAsUser`,
  ],
  [
    1,
    Infinity,
    `apps.v1.DeploymentSpec.progressDeadlineSeconds autoscaling.v1.HorizontalPodAutoscalerSpec.maxReplicas
    autoscaling.v2.HorizontalPodAutoscalerSpec.maxReplicas autoscaling.v1.HorizontalPodAutoscalerSpec.minReplicas
    autoscaling.v2.HorizontalPodAutoscalerSpec.minReplicas autoscaling.v2.HPAScalingPolicy.value
    autoscaling.v2.MetricTarget.averageUtilization
    autoscaling.v1.HorizontalPodAutoscalerSpec.targetCPUUtilizationPercentage coordination.v1.LeaseSpec.leaseDurationSeconds
    core.v1.Probe.terminationGracePeriodSeconds core.v1.TopologySpreadConstraint.minDomains
    core.v1.TopologySpreadConstraint.maxSkew`,
  ],
  [1, MOST, 'core.v1.PodSpec.activeDeadlineSeconds'],
  [
    0,
    255,
    `core.v1.ISCSIVolumeSource.lun core.v1.ISCSIPersistentVolumeSource.lun core.v1.FCVolumeSource.lun
    core.v1.GCEPersistentDiskVolumeSource.partition`,
  ],
  [0, 100_000, 'batch.v1.JobSpec.maxFailedIndexes'],
  [1, 100, 'core.v1.PreferredSchedulingTerm.weight core.v1.WeightedPodAffinityTerm.weight'],
  [0, 100, 'flowcontrol.v1.LimitedPriorityLevelConfiguration.lendablePercent'],
  [
    0,
    0o777,
    `core.v1.ConfigMapVolumeSource.defaultMode core.v1.SecretVolumeSource.defaultMode core.v1.KeyToPath.mode
    core.v1.ProjectedVolumeSource.defaultMode core.v1.DownwardAPIVolumeSource.defaultMode core.v1.DownwardAPIVolumeFile.mode`,
  ],
  [1, 86400, 'core.v1.ClientIPConfig.timeoutSeconds'],
  [0, 3600, 'autoscaling.v2.HPAScalingRules.stabilizationWindowSeconds'],
  [1, 1800, 'autoscaling.v2.HPAScalingPolicy.periodSeconds'],
  [
    600,
    2 ** 32,
    'core.v1.ServiceAccountTokenProjection.expirationSeconds storage.v1.TokenRequest.expirationSeconds',
  ],
  [600, Infinity, 'certificates.v1.CertificateSigningRequestSpec.expirationSeconds'],
  [
    1,
    30,
    'admissionregistration.v1.ValidatingWebhook.timeoutSeconds admissionregistration.v1.MutatingWebhook.timeoutSeconds',
  ],
  [1, 20000, 'apiregistration.v1.APIServiceSpec.groupPriorityMinimum'],
  [1, 1000, 'apiregistration.v1.APIServiceSpec.versionPriority'],
  [0, 10000, 'flowcontrol.v1.FlowSchemaSpec.matchingPrecedence'],
  [-(2 ** 31), 1_000_000_000, 'scheduling.v1.PriorityClass.value'],
];

const RANGES = new Map(
  ROWS.flatMap(([from, to, fields]) => fields.split(/\s+/).map((field) => [field, { from, to }] as const)),
);

const SHARES = new Set([
  'apps.v1.RollingUpdateDeployment.maxUnavailable',
  'apps.v1.RollingUpdateDaemonSet.maxUnavailable',
  'apps.v1.RollingUpdateDaemonSet.maxSurge',
  'policy.v1.PodDisruptionBudgetSpec.minAvailable',
  'policy.v1.PodDisruptionBudgetSpec.maxUnavailable',
]);

/** Whether an amount of something must be a whole number: half a GPU, half a Service cannot be had. */
export function isCounted(field: string, resource: string): boolean {
  if (field === 'core.v1.ResourceQuotaSpec.hard')
    return /^(?:pods|services(?:\.nodeports|\.loadbalancers)?|replicationcontrollers|resourcequotas|secrets|configmaps|persistentvolumeclaims)$/.test(
      resource,
    );
  const isOfContainer = /^core\.v1\.ResourceRequirements\.(?:limits|requests)$/.test(field);
  return isOfContainer && /^(?!(?:[^/]*\.)?kubernetes\.io\/)[^/]+\//.test(resource);
}

/**
 * Amounts that may not be negative, or must be more than nothing. Limits and requests, of containers and of what
 * runs beside them.
 */
export function leastAmount(field: string): 'zero' | 'more' | undefined {
  return AMOUNTS[field];
}

const AMOUNTS: Readonly<Record<string, 'zero' | 'more'>> = {
  'core.v1.ResourceRequirements.limits': 'zero',
  'core.v1.ResourceRequirements.requests': 'zero',
  'core.v1.PodSpec.overhead': 'zero',
  'core.v1.EmptyDirVolumeSource.sizeLimit': 'zero',
  'core.v1.ResourceQuotaSpec.hard': 'zero',
  'node.v1.Overhead.podFixed': 'zero',
  'storage.v1.CSIStorageCapacity.capacity': 'zero',
  'core.v1.PersistentVolumeSpec.capacity': 'more',
  'core.v1.VolumeResourceRequirements.requests': 'more',
  'autoscaling.v2.MetricTarget.value': 'more',
  'autoscaling.v2.MetricTarget.averageValue': 'more',
};
