// Written by `npm run gen`: one line for each file of this folder.
import autoscalerCannotScale from './autoscaler-cannot-scale';
import autoscalerMinimumTooLow from './autoscaler-minimum-too-low';
import closedRegistry from './closed-registry';
import cronWithoutTimeZone from './cron-without-time-zone';
import cronjobOverlaps from './cronjob-overlaps';
import cronjobWithoutDeadline from './cronjob-without-deadline';
import dataWithoutVolume from './data-without-volume';
import defaultNamespace from './default-namespace';
import deprecatedApiVersion from './deprecated-api-version';
import disruptionBudgetBlocksEvictions from './disruption-budget-blocks-evictions';
import disruptionBudgetWithoutAmount from './disruption-budget-without-amount';
import duplicateEnvVar from './duplicate-env-var';
import duplicateKey from './duplicate-key';
import duplicateListItem from './duplicate-list-item';
import finishedJobStays from './finished-job-stays';
import floatingTag from './floating-tag';
import identicalProbes from './identical-probes';
import instanceLabelMismatch from './instance-label-mismatch';
import invalidName from './invalid-name';
import invalidValue from './invalid-value';
import jobTtlInCronjob from './job-ttl-in-cronjob';
import latestNeverPulled from './latest-never-pulled';
import masterNodeLabel from './master-node-label';
import missingCpuLimit from './missing-cpu-limit';
import missingCpuRequest from './missing-cpu-request';
import missingDisruptionBudget from './missing-disruption-budget';
import missingDnsOption from './missing-dns-option';
import missingEphemeralStorage from './missing-ephemeral-storage';
import missingEvictionPolicy from './missing-eviction-policy';
import missingField from './missing-field';
import missingLivenessProbe from './missing-liveness-probe';
import missingMemoryLimit from './missing-memory-limit';
import missingMemoryRequest from './missing-memory-request';
import missingNodeAffinity from './missing-node-affinity';
import missingPriorityClass from './missing-priority-class';
import missingReadinessProbe from './missing-readiness-probe';
import missingReplicas from './missing-replicas';
import missingRequiredAnnotation from './missing-required-annotation';
import missingRequiredLabel from './missing-required-label';
import missingResources from './missing-resources';
import mixedNamespaces from './mixed-namespaces';
import mutuallyExclusiveFields from './mutually-exclusive-fields';
import neverRestarted from './never-restarted';
import noRollingUpdate from './no-rolling-update';
import numberOutOfRange from './number-out-of-range';
import podsMayShareANode from './pods-may-share-a-node';
import pullPolicyNotAlways from './pull-policy-not-always';
import removedApiVersion from './removed-api-version';
import replicasBesideAutoscaler from './replicas-beside-autoscaler';
import requestsDifferFromLimits from './requests-differ-from-limits';
import rolloutWithoutReadinessProbe from './rollout-without-readiness-probe';
import selectorInvalid from './selector-invalid';
import selectorMismatch from './selector-mismatch';
import serviceNearMiss from './service-near-miss';
import spreadMissesOwnPods from './spread-misses-own-pods';
import tooFewReplicas from './too-few-replicas';
import undeclaredProbePort from './undeclared-probe-port';
import unexpectedPriorityClass from './unexpected-priority-class';
import unknownField from './unknown-field';
import unknownKind from './unknown-kind';
import unknownRuleName from './unknown-rule-name';
import unsortedKeys from './unsorted-keys';
import untrustedRegistry from './untrusted-registry';
import unusedVolume from './unused-volume';
import wrongScope from './wrong-scope';
import wrongType from './wrong-type';
import yamlSyntax from './yaml-syntax';

export const rules = [
  autoscalerCannotScale,
  autoscalerMinimumTooLow,
  closedRegistry,
  cronWithoutTimeZone,
  cronjobOverlaps,
  cronjobWithoutDeadline,
  dataWithoutVolume,
  defaultNamespace,
  deprecatedApiVersion,
  disruptionBudgetBlocksEvictions,
  disruptionBudgetWithoutAmount,
  duplicateEnvVar,
  duplicateKey,
  duplicateListItem,
  finishedJobStays,
  floatingTag,
  identicalProbes,
  instanceLabelMismatch,
  invalidName,
  invalidValue,
  jobTtlInCronjob,
  latestNeverPulled,
  masterNodeLabel,
  missingCpuLimit,
  missingCpuRequest,
  missingDisruptionBudget,
  missingDnsOption,
  missingEphemeralStorage,
  missingEvictionPolicy,
  missingField,
  missingLivenessProbe,
  missingMemoryLimit,
  missingMemoryRequest,
  missingNodeAffinity,
  missingPriorityClass,
  missingReadinessProbe,
  missingReplicas,
  missingRequiredAnnotation,
  missingRequiredLabel,
  missingResources,
  mixedNamespaces,
  mutuallyExclusiveFields,
  neverRestarted,
  noRollingUpdate,
  numberOutOfRange,
  podsMayShareANode,
  pullPolicyNotAlways,
  removedApiVersion,
  replicasBesideAutoscaler,
  requestsDifferFromLimits,
  rolloutWithoutReadinessProbe,
  selectorInvalid,
  selectorMismatch,
  serviceNearMiss,
  spreadMissesOwnPods,
  tooFewReplicas,
  undeclaredProbePort,
  unexpectedPriorityClass,
  unknownField,
  unknownKind,
  unknownRuleName,
  unsortedKeys,
  untrustedRegistry,
  unusedVolume,
  wrongScope,
  wrongType,
  yamlSyntax,
];
