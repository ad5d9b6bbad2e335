import type { WorkspaceFacts } from '../../core/facts';
import { uriOf } from '../../core/span';
import type { KubernetesFacts } from '../facts';
import { isRewritten } from '../kustomize/kustomizations';
import type { Label } from '../model';
import { explainMiss, type Requirement, type Selector } from '../selectors/selector';
import { type Candidate, candidatesFor, type Owner, selectsNothing } from './near-miss';
import { isNeighbour } from './nearest';

/** Versions of one application that run beside each other, and a selector that asks for one that does not. */
export interface MissingVersion {
  readonly requirement: Requirement;
  /** Those that are there, each with the label that tells it apart. */
  readonly there: readonly { readonly candidate: Candidate; readonly label: Label }[];
}

/** Nothing where anything is selected or may be. */
export function missingVersion(
  selector: Selector,
  { uri }: Owner,
  namespace: string | undefined,
  facts: WorkspaceFacts<KubernetesFacts>,
): MissingVersion | undefined {
  const requirement = selector.requirements.find(({ key, operator }) => operator === 'In' && isVersion(key));
  if (!requirement || selector.requirements.length < 2 || isRewritten(uri, facts)) return undefined;
  if (!selectsNothing({ selector, of: 'pods' }, namespace, facts)) return undefined;
  const there = candidatesFor({ of: 'pods' }, namespace, facts).flatMap((candidate) => {
    const [miss, ...more] = explainMiss(selector, candidate.labels);
    const home = uriOf(candidate.span.part);
    if (miss?.requirement !== requirement || miss.how !== 'other-value' || more.length > 0) return [];
    return miss.found && isNeighbour(home, uri) && !isRewritten(home, facts)
      ? [{ candidate, label: miss.found }]
      : [];
  });
  return there.length > 0 ? { requirement, there } : undefined;
}

/** Keys by which people tell blue from green, and the canary from the rest. */
function isVersion(key: string): boolean {
  return /^(?:app\.kubernetes\.io\/)?(?:version|colou?r|slot|track|release|deployment|stage)$/i.test(key);
}
