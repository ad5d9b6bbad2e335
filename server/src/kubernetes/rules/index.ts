// Written by `npm run gen`: one line for each file of this folder.
import accessToCreatePods from './access-to-create-pods';
import accessToExec from './access-to-exec';
import accessToSecrets from './access-to-secrets';
import automountedToken from './automounted-token';
import autoscalerCannotScale from './autoscaler-cannot-scale';
import autoscalerMinimumTooLow from './autoscaler-minimum-too-low';
import capabilitiesKept from './capabilities-kept';
import claimForOneNode from './claim-for-one-node';
import closedRegistry from './closed-registry';
import clusterAdminBinding from './cluster-admin-binding';
import containerRuntimeSocket from './container-runtime-socket';
import cronWithoutTimeZone from './cron-without-time-zone';
import cronjobOverlaps from './cronjob-overlaps';
import cronjobWithoutDeadline from './cronjob-without-deadline';
import customSelinuxLabel from './custom-selinux-label';
import customValue from './custom-value';
import dangerousCapability from './dangerous-capability';
import dataWithoutVolume from './data-without-volume';
import defaultNamespace from './default-namespace';
import deprecatedApiVersion from './deprecated-api-version';
import deprecatedServiceAccountField from './deprecated-service-account-field';
import disruptionBudgetBlocksEvictions from './disruption-budget-blocks-evictions';
import disruptionBudgetWithoutAmount from './disruption-budget-without-amount';
import duplicateEnvVar from './duplicate-env-var';
import duplicateKey from './duplicate-key';
import duplicateListItem from './duplicate-list-item';
import exposedService from './exposed-service';
import finishedJobStays from './finished-job-stays';
import floatingTag from './floating-tag';
import hostNamespaces from './host-namespaces';
import hostPathVolume from './host-path-volume';
import hostPort from './host-port';
import hostProbe from './host-probe';
import identicalProbes from './identical-probes';
import ingressWithoutTls from './ingress-without-tls';
import instanceLabelMismatch from './instance-label-mismatch';
import invalidDefinition from './invalid-definition';
import invalidName from './invalid-name';
import invalidValue from './invalid-value';
import jobTtlInCronjob from './job-ttl-in-cronjob';
import kustomizationFileMissing from './kustomization-file-missing';
import latestNeverPulled from './latest-never-pulled';
import lowUserId from './low-user-id';
import masterNodeLabel from './master-node-label';
import missingCpuLimit from './missing-cpu-limit';
import missingCpuRequest from './missing-cpu-request';
import missingDisruptionBudget from './missing-disruption-budget';
import missingDnsOption from './missing-dns-option';
import missingEphemeralStorage from './missing-ephemeral-storage';
import missingEvictionPolicy from './missing-eviction-policy';
import missingField from './missing-field';
import missingKey from './missing-key';
import missingLivenessProbe from './missing-liveness-probe';
import missingMemoryLimit from './missing-memory-limit';
import missingMemoryRequest from './missing-memory-request';
import missingNetworkPolicy from './missing-network-policy';
import missingNodeAffinity from './missing-node-affinity';
import missingPriorityClass from './missing-priority-class';
import missingReadinessProbe from './missing-readiness-probe';
import missingReplicas from './missing-replicas';
import missingRequiredAnnotation from './missing-required-annotation';
import missingRequiredLabel from './missing-required-label';
import missingResources from './missing-resources';
import mixedNamespaces from './mixed-namespaces';
import monitorPortMismatch from './monitor-port-mismatch';
import mutuallyExclusiveFields from './mutually-exclusive-fields';
import neverRestarted from './never-restarted';
import noRollingUpdate from './no-rolling-update';
import nonRootAsUser0 from './non-root-as-user-0';
import notRestricted from './not-restricted';
import numberOutOfRange from './number-out-of-range';
import podRefusedByNamespace from './pod-refused-by-namespace';
import podsMayShareANode from './pods-may-share-a-node';
import privilegeEscalationAllowed from './privilege-escalation-allowed';
import privilegeEscalationByDefault from './privilege-escalation-by-default';
import privilegedContainer from './privileged-container';
import privilegedPort from './privileged-port';
import privilegedScc from './privileged-scc';
import probePortName from './probe-port-name';
import pullPolicyNotAlways from './pull-policy-not-always';
import referenceNearMiss from './reference-near-miss';
import referenceNotFound from './reference-not-found';
import removedApiVersion from './removed-api-version';
import replicasBesideAutoscaler from './replicas-beside-autoscaler';
import requestsDifferFromLimits from './requests-differ-from-limits';
import restrictedVolumeType from './restricted-volume-type';
import rolloutWithoutReadinessProbe from './rollout-without-readiness-probe';
import rootByDefault from './root-by-default';
import runsAsRoot from './runs-as-root';
import sameSelector from './same-selector';
import seccompProfileMissing from './seccomp-profile-missing';
import secretInConfigMap from './secret-in-config-map';
import secretInEnv from './secret-in-env';
import secretReadThroughEnv from './secret-read-through-env';
import selectedVersionMissing from './selected-version-missing';
import selectorInvalid from './selector-invalid';
import selectorMismatch from './selector-mismatch';
import selectorNearMiss from './selector-near-miss';
import selectsNothing from './selects-nothing';
import serviceNearMiss from './service-near-miss';
import servicePortMismatch from './service-port-mismatch';
import spreadMissesOwnPods from './spread-misses-own-pods';
import sshPort from './ssh-port';
import statefulsetService from './statefulset-service';
import subjectNamespaceIgnored from './subject-namespace-ignored';
import targetPortMismatch from './target-port-mismatch';
import tooFewReplicas from './too-few-replicas';
import unconfinedProfile from './unconfined-profile';
import undeclaredProbePort from './undeclared-probe-port';
import unexpectedPriorityClass from './unexpected-priority-class';
import unknownField from './unknown-field';
import unknownKind from './unknown-kind';
import unknownRuleName from './unknown-rule-name';
import unmaskedProc from './unmasked-proc';
import unsafeSysctl from './unsafe-sysctl';
import unsortedKeys from './unsorted-keys';
import untrustedRegistry from './untrusted-registry';
import unusedVolume from './unused-volume';
import volumeMountWithoutVolume from './volume-mount-without-volume';
import wildcardInRole from './wildcard-in-role';
import windowsHostProcess from './windows-host-process';
import writableRootFilesystem from './writable-root-filesystem';
import wrongScope from './wrong-scope';
import wrongType from './wrong-type';
import yamlSyntax from './yaml-syntax';

export const rules = [
  accessToCreatePods,
  accessToExec,
  accessToSecrets,
  automountedToken,
  autoscalerCannotScale,
  autoscalerMinimumTooLow,
  capabilitiesKept,
  claimForOneNode,
  closedRegistry,
  clusterAdminBinding,
  containerRuntimeSocket,
  cronWithoutTimeZone,
  cronjobOverlaps,
  cronjobWithoutDeadline,
  customSelinuxLabel,
  customValue,
  dangerousCapability,
  dataWithoutVolume,
  defaultNamespace,
  deprecatedApiVersion,
  deprecatedServiceAccountField,
  disruptionBudgetBlocksEvictions,
  disruptionBudgetWithoutAmount,
  duplicateEnvVar,
  duplicateKey,
  duplicateListItem,
  exposedService,
  finishedJobStays,
  floatingTag,
  hostNamespaces,
  hostPathVolume,
  hostPort,
  hostProbe,
  identicalProbes,
  ingressWithoutTls,
  instanceLabelMismatch,
  invalidDefinition,
  invalidName,
  invalidValue,
  jobTtlInCronjob,
  kustomizationFileMissing,
  latestNeverPulled,
  lowUserId,
  masterNodeLabel,
  missingCpuLimit,
  missingCpuRequest,
  missingDisruptionBudget,
  missingDnsOption,
  missingEphemeralStorage,
  missingEvictionPolicy,
  missingField,
  missingKey,
  missingLivenessProbe,
  missingMemoryLimit,
  missingMemoryRequest,
  missingNetworkPolicy,
  missingNodeAffinity,
  missingPriorityClass,
  missingReadinessProbe,
  missingReplicas,
  missingRequiredAnnotation,
  missingRequiredLabel,
  missingResources,
  mixedNamespaces,
  monitorPortMismatch,
  mutuallyExclusiveFields,
  neverRestarted,
  noRollingUpdate,
  nonRootAsUser0,
  notRestricted,
  numberOutOfRange,
  podRefusedByNamespace,
  podsMayShareANode,
  privilegeEscalationAllowed,
  privilegeEscalationByDefault,
  privilegedContainer,
  privilegedPort,
  privilegedScc,
  probePortName,
  pullPolicyNotAlways,
  referenceNearMiss,
  referenceNotFound,
  removedApiVersion,
  replicasBesideAutoscaler,
  requestsDifferFromLimits,
  restrictedVolumeType,
  rolloutWithoutReadinessProbe,
  rootByDefault,
  runsAsRoot,
  sameSelector,
  seccompProfileMissing,
  secretInConfigMap,
  secretInEnv,
  secretReadThroughEnv,
  selectedVersionMissing,
  selectorInvalid,
  selectorMismatch,
  selectorNearMiss,
  selectsNothing,
  serviceNearMiss,
  servicePortMismatch,
  spreadMissesOwnPods,
  sshPort,
  statefulsetService,
  subjectNamespaceIgnored,
  targetPortMismatch,
  tooFewReplicas,
  unconfinedProfile,
  undeclaredProbePort,
  unexpectedPriorityClass,
  unknownField,
  unknownKind,
  unknownRuleName,
  unmaskedProc,
  unsafeSysctl,
  unsortedKeys,
  untrustedRegistry,
  unusedVolume,
  volumeMountWithoutVolume,
  wildcardInRole,
  windowsHostProcess,
  writableRootFilesystem,
  wrongScope,
  wrongType,
  yamlSyntax,
];
