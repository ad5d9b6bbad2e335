import type { Edit } from '../../core/span';
import type { Text } from '../../core/text';
import type { YamlDocument } from '../../yaml/node';
import { minorOf } from '../fields/typed';
import type { Pod } from '../pods/pods';
import { appArmorProfile } from './app-armor';
import { capabilitiesBaseline, capabilitiesRestricted } from './capabilities';
import type { Check, CheckId, Level, Violation } from './check';
import { hostNamespaces } from './host-namespaces';
import { hostPorts } from './host-ports';
import { hostProbes } from './host-probes';
import { runAsNonRoot, runAsUser } from './non-root';
import { privilegeEscalation } from './privilege-escalation';
import { privileged } from './privileged';
import { procMount, procMountRestricted } from './proc-mount';
import { editsOf } from './repair';
import { seLinuxOptions } from './se-linux';
import { seccompBaseline, seccompRestricted } from './seccomp';
import { STEPS } from './step-names';
import { sysctls } from './sysctls';
import { hostPathVolumes, restrictedVolumes } from './volumes';
import { windowsHostProcess } from './windows-host-process';

/** The checks of the Pod Security Standards, in the order in which a pod is brought to pass them. */
export const CHECKS: readonly Check[] = [
  privileged,
  hostNamespaces,
  hostPathVolumes,
  hostPorts,
  hostProbes,
  windowsHostProcess,
  capabilitiesBaseline,
  appArmorProfile,
  seLinuxOptions,
  seccompBaseline,
  procMount,
  sysctls,
  runAsUser,
  runAsNonRoot,
  privilegeEscalation,
  capabilitiesRestricted,
  seccompRestricted,
  procMountRestricted,
  restrictedVolumes,
];

/** Something a pod has to change to pass `restricted`. */
export interface Step {
  readonly check: CheckId;
  /** What keeps the pod from `baseline` comes before what keeps it from `restricted` only. */
  readonly level: 'baseline' | 'restricted';
  /** In a few words, for a list: `allowPrivilegeEscalation: false`. */
  readonly what: Text;
  /** At least one. */
  readonly violations: readonly Violation[];
  /** Edits alone can do it; otherwise somebody has to decide what takes the place of what is written. */
  readonly mechanical: boolean;
}

export interface PodSecurity {
  /** The strictest level that lets the pod in. */
  readonly level: Level;
  /** What is left to do for `restricted`, in the order to do it in; none if that is the level. */
  readonly steps: readonly Step[];
}

/**
 * Judges a pod as the admission controller of Kubernetes does: `level` is what it passes now, `steps` what is missing
 * for `restricted`, one for each check that fails. A restricted check that takes the place of a baseline one is one
 * step with it. Give steps to `editsFor` to get their edits: one alone, or several at once.
 *
 * @param version of the standards to hold the pod to: `1.35`
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export function podSecurity(pod: Pod, version: string): PodSecurity {
  const minor = minorOf(version);
  const failed = new Map(
    CHECKS.map((check) => [check.id, check.violations(pod, minor)] as const).filter(
      ([, found]) => found.length > 0,
    ),
  );
  const replaced = new Map(
    CHECKS.filter(({ since }) => minor >= since).flatMap(({ id, overrides }) =>
      overrides ? [[overrides, id]] : [],
    ),
  );
  const steps = CHECKS.filter(({ id }) => failed.has(id) && !failed.has(replaced.get(id)!)).map(
    ({ id, level, overrides }): Step => {
      const violations = failed.get(id)!;
      const isTakenBack = id === 'capabilities_restricted' && violations.every(({ missing }) => !missing);
      return {
        check: id,
        level: overrides && failed.has(overrides) ? 'baseline' : level,
        what: STEPS[isTakenBack ? 'capabilities_baseline' : id],
        violations,
        mechanical: violations.every(({ repairs }) => repairs.length > 0),
      };
    },
  );
  const sorted = steps.toSorted((a, b) => a.level.localeCompare(b.level));
  const [first] = sorted;
  return {
    level: !first ? 'restricted' : first.level === 'restricted' ? 'baseline' : 'privileged',
    steps: sorted,
  };
}

/** The edits of steps, all at once, in the document of their pod; nothing for what edits alone cannot do. */
export function editsFor(document: YamlDocument, steps: readonly Step[]): readonly Edit[] {
  return editsOf(
    document,
    steps.flatMap(({ violations }) => violations.flatMap(({ repairs }) => repairs)),
  );
}
