import type { Span } from '../../core/span';
import type { Container } from '../model';
import type { Pod } from '../pods/pods';
import type { Repair } from './repair';

/** The levels of the Pod Security Standards, from the one that allows everything. */
export type Level = 'privileged' | 'baseline' | 'restricted';

/** As k8s.io/pod-security-admission spells them. */
export type CheckId =
  | 'allowPrivilegeEscalation'
  | 'appArmorProfile'
  | 'capabilities_baseline'
  | 'capabilities_restricted'
  | 'hostNamespaces'
  | 'hostPathVolumes'
  | 'hostPorts'
  | 'hostProbesAndHostLifecycle'
  | 'privileged'
  | 'procMount'
  | 'procMount_restricted'
  | 'restrictedVolumes'
  | 'runAsNonRoot'
  | 'runAsUser'
  | 'seLinuxOptions'
  | 'seccompProfile_baseline'
  | 'seccompProfile_restricted'
  | 'sysctls'
  | 'windowsHostProcess';

/** What a check finds at one place. */
export interface Breach {
  /** The word that breaks the rule; of what is missing, the narrowest key that should hold it. */
  readonly span: Span;
  /** Whose field it is; missing for fields of the pod. */
  readonly container?: Container;
  /** Nothing is written, and what that means is not allowed. */
  readonly missing?: true;
  /** What is written and not allowed; of what is missing in several containers, their names. */
  readonly values: readonly string[];
  /** None where only a person can decide what to write. */
  readonly repairs: readonly Repair[];
}

export interface Violation extends Breach {
  readonly check: CheckId;
  readonly level: 'baseline' | 'restricted';
}

/**
 * One check of the standards. Source: k8s.io/pod-security-admission v0.37, policy/check_*.go; baseline checks hold at
 * the restricted level too, unless a restricted one takes their place.
 */
export interface Check {
  readonly id: CheckId;
  readonly level: 'baseline' | 'restricted';
  /** The first minor release that has it: 19 is 1.19. */
  readonly since: number;
  /** The baseline check it takes the place of. */
  readonly overrides?: CheckId;
  /** @param minor of the version a pod is held to: 35 is 1.35 */
  violations(pod: Pod, minor: number): readonly Violation[];
}

type Find = (pod: Pod, minor: number) => Iterable<Breach>;

export function baseline(id: CheckId, find: Find, since = 0): Check {
  return { id, level: 'baseline', since, violations: judge(id, 'baseline', since, find) };
}

export function restricted(id: CheckId, find: Find, since = 0, overrides?: CheckId): Check {
  const violations = judge(id, 'restricted', since, find);
  return { id, level: 'restricted', since, ...(overrides && { overrides }), violations };
}

function judge(check: CheckId, level: 'baseline' | 'restricted', since: number, find: Find) {
  // Each check has rules of its own, and the level of a pod asks all of them again.
  const known = new WeakMap<Pod, { readonly minor: number; readonly found: readonly Violation[] }>();
  return (pod: Pod, minor: number): readonly Violation[] => {
    if (minor < since) return NONE;
    const before = known.get(pod);
    if (before?.minor === minor) return before.found;
    const breaches = [...find(pod, minor)];
    const found = breaches.length === 0 ? NONE : breaches.map((breach) => ({ ...breach, check, level }));
    known.set(pod, { minor, found });
    return found;
  };
}

const NONE: readonly Violation[] = [];
