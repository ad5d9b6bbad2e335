import { KUBE_LINTER_CHECKS } from '../../../server/src/config/kubeLinterChecks';
import type { AnyRule } from '../../../server/src/core/language';
import type { PeerName } from '../../../server/src/core/rule';
import type { Text } from '../../../server/src/core/text';
import { HADOLINT, KUBE_LINTER, KUBE_SCORE, POD_SECURITY, POLARIS } from './words';

/** Another linter, whose checks get a page that sets them beside our rules. */
export interface Peer {
  /** As in the names of its checks. */
  readonly id: 'hadolint' | 'kube-linter' | 'kube-score' | 'polaris' | 'pss';
  /** The page, without its ending. */
  readonly page: string;
  readonly words: PeerWords;
  /** Its checks by what it makes of them where nobody says otherwise. */
  readonly checks: Readonly<Record<string, readonly string[]>>;
  /** Whether a severity of ours says what this level says. */
  readonly isSame: (level: string, severity: AnyRule['severity']) => boolean;
}

export interface PeerWords {
  readonly title: Text;
  readonly intro: Text;
  /** What its column is called. */
  readonly head: Text;
}

const HADOLINT_LEVELS: Readonly<Record<string, AnyRule['severity']>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  style: 'hint',
  ignore: 'off',
};

const sameSwitch = (level: string, severity: AnyRule['severity']) =>
  (level === 'on') === (severity !== 'off');

export const PEERS: readonly Peer[] = [
  {
    id: 'hadolint',
    page: 'hadolint',
    words: HADOLINT,
    checks: split({
      error:
        'DL3000 DL3004 DL3011 DL3012 DL3020 DL3021 DL3023 DL3024 DL3026 DL3043 DL3044 DL3061 DL4000 DL4004',
      warning:
        'DL3002 DL3003 DL3006 DL3007 DL3008 DL3013 DL3014 DL3016 DL3018 DL3022 DL3025 DL3027 DL3028 DL3029 DL3030 DL3032 DL3033 DL3034 DL3035 DL3036 DL3037 DL3038 DL3040 DL3041 DL3042 DL3045 DL3046 DL3051 DL3052 DL3053 DL3054 DL3055 DL3056 DL3058 DL3062 DL3063 DL3064 DL3065 DL3067 DL4001 DL4003 DL4005 DL4006',
      info: 'DL3001 DL3009 DL3010 DL3015 DL3019 DL3047 DL3049 DL3050 DL3059 DL3060 DL3066',
      style: 'DL3048',
      ignore: 'DL1001 DL3057',
    }),
    isSame: (level, severity) => severity === HADOLINT_LEVELS[level],
  },
  {
    id: 'kube-linter',
    page: 'kube-linter',
    words: KUBE_LINTER,
    checks: { on: KUBE_LINTER_CHECKS.default, off: KUBE_LINTER_CHECKS.optional },
    isSame: sameSwitch,
  },
  {
    id: 'kube-score',
    page: 'kube-score',
    words: KUBE_SCORE,
    checks: split({
      on: 'deployment-strategy deployment-replicas ingress-targets-service cronjob-has-deadline cronjob-restartpolicy container-resources container-image-tag container-image-pull-policy container-ephemeral-storage-request-and-limit environment-variable-key-duplication statefulset-has-poddisruptionbudget deployment-has-poddisruptionbudget poddisruptionbudget-has-policy pod-networkpolicy networkpolicy-targets-pod pod-probes pod-probes-identical container-security-context-user-group-id container-security-context-privileged container-security-context-readonlyrootfilesystem service-targets-pod service-type stable-version deployment-has-host-podantiaffinity statefulset-has-host-podantiaffinity deployment-targeted-by-hpa-does-not-have-replicas-configured statefulset-has-servicename deployment-pod-selector-labels-match-template-metadata-labels statefulset-pod-selector-labels-match-template-metadata-labels label-values horizontalpodautoscaler-has-target horizontalpodautoscaler-replicas pod-topology-spread-constraints',
      off: 'container-resource-requests-equal-limits container-cpu-requests-equal-limits container-memory-requests-equal-limits container-ephemeral-storage-request-equals-limit container-ports-check container-seccomp-profile',
    }),
    isSame: sameSwitch,
  },
  {
    id: 'polaris',
    page: 'polaris',
    words: POLARIS,
    checks: split({
      danger:
        'clusterrolePodExecAttach clusterrolebindingClusterAdmin clusterrolebindingPodExecAttach dangerousCapabilities hostIPCSet hostNetworkSet hostPIDSet privilegeEscalationAllowed rolePodExecAttach rolebindingClusterAdminClusterRole rolebindingClusterAdminRole rolebindingClusterRolePodExecAttach rolebindingRolePodExecAttach runAsPrivileged runAsRootAllowed sensitiveConfigmapContent sensitiveContainerEnvVar tagNotSpecified',
      warning:
        'automountServiceAccountToken cpuLimitsMissing cpuRequestsMissing deploymentMissingReplicas hostPathSet hostPortSet hostProcess hpaMaxAvailability hpaMinAvailability insecureCapabilities linuxHardening livenessProbeMissing memoryLimitsMissing memoryRequestsMissing metadataAndInstanceMismatched missingNetworkPolicy missingPodDisruptionBudget notReadOnlyRootFilesystem pdbDisruptionsIsZero pdbMinAvailableGreaterThanHPAMinReplicas priorityClassNotSet procMount pullPolicyNotAlways readinessProbeMissing tlsSettingsMissing topologySpreadConstraint',
    }),
    isSame: (_, severity) => severity !== 'off',
  },
  {
    id: 'pss',
    page: 'pod-security-standards',
    words: POD_SECURITY,
    checks: split({
      baseline:
        'windowsHostProcess hostNamespaces privileged capabilities_baseline hostPathVolumes hostPorts hostProbesAndHostLifecycle appArmorProfile seLinuxOptions procMount seccompProfile_baseline sysctls',
      restricted:
        'restrictedVolumes allowPrivilegeEscalation runAsNonRoot runAsUser seccompProfile_restricted capabilities_restricted procMount_restricted',
    }),
    isSame: (_, severity) => severity !== 'off',
  },
];

/** Checks that have no rule here, and why. */
export const WITHOUT_RULE: Readonly<Partial<Record<PeerName, Text>>> = {};

/** Every check of a linter, by its whole name. */
export function namesOf({ id, checks }: Peer): readonly PeerName[] {
  return Object.values(checks).flatMap((names) => names.map((name) => `${id}/${name}` as const));
}

function split(levels: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(levels).map(([level, names]) => [level, names.split(' ')]));
}
