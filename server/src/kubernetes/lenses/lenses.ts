import type { Lens } from '../../core/lens';
import type { Surroundings } from '../../core/rule';
import type { KubernetesFacts } from '../facts';
import type { ManifestFile } from '../model';
import { podSecurityLenses } from './pod-security';
import { relationLenses } from './relations';

/** What stands above the objects of a file. */
export function lenses({ parts }: ManifestFile, around: Surroundings<KubernetesFacts>): readonly Lens[] {
  // While files are still being read every number would be wrong.
  if (!around.facts.complete) return [];
  return parts.flatMap(({ unit }) => [
    ...relationLenses(unit, around.facts),
    ...podSecurityLenses(unit, around),
  ]);
}
