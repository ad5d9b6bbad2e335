import type { Fix, PeerName, Surroundings } from '../../core/rule';
import type { Text } from '../../core/text';
import type { YamlDocument } from '../../yaml/node';
import type { KubernetesFacts } from '../facts';
import { minorOf } from '../fields/typed';
import type { Manifest } from '../model';
import { type Pod, podsIn } from '../pods/pods';
import type { Check, Violation } from './check';
import { editsOf, type Repair } from './repair';
import { isWindows } from './scopes';

/** A violation with the pod it is in. */
export interface Reported {
  readonly pod: Pod;
  readonly violation: Violation;
}

/** What checks find in the pods of a document; what an anchor says in several places is told once. */
export function* violationsIn(
  manifest: Manifest,
  { facts, kubernetesVersion }: Surroundings<KubernetesFacts>,
  ...checks: readonly Check[]
): Generator<Reported> {
  const told = new Set<string>();
  for (const pod of podsIn(manifest, facts))
    for (const check of checks)
      for (const violation of check.violations(pod, minorOf(kubernetesVersion))) {
        const place = `${check.id} ${violation.span.start}`;
        if (told.has(place)) continue;
        told.add(place);
        yield { pod, violation };
      }
}

/** The fix that makes repairs, as a part of a finding; nothing where there is none to make. */
export function fixedBy(
  document: YamlDocument,
  repairs: readonly Repair[],
  title: Text,
): { readonly fixes?: readonly Fix[] } {
  return repairs.length > 0 ? { fixes: [{ title, kind: 'choice', edits: editsOf(document, repairs) }] } : {};
}

/** Of the names of a finding those that hold for its pod: Windows is free of some checks. */
export function namesFor(pod: Pod, version: string, names: readonly PeerName[]): readonly PeerName[] {
  return isWindows(pod, minorOf(version)) ? names.filter((name) => !LINUX_ONLY.has(name)) : names;
}

const LINUX_ONLY: ReadonlySet<PeerName> = new Set([
  'pss/allowPrivilegeEscalation',
  'pss/capabilities_restricted',
  'pss/seccompProfile_restricted',
]);
