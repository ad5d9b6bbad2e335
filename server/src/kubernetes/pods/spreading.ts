import { asMap, asScalar, entriesOf, get, itemsOf } from '../../yaml/navigate';
import type { YamlMap } from '../../yaml/node';
import type { Label } from '../model';
import { readLabelSelector } from '../selectors/read-selector';
import { matches, type Selector } from '../selectors/selector';
import type { Pod } from './pods';

/** A topology spread constraint of a pod. */
export interface Spread {
  readonly node: YamlMap;
  /** Missing where none is written: then it counts no pods at all. */
  readonly selector: Selector | undefined;
}

export function spreadsOf({ spec }: Pod): Spread[] {
  return itemsOf(get(spec, 'topologySpreadConstraints')).flatMap((item) => {
    const node = asMap(item);
    return node ? [{ node, selector: readLabelSelector(get(node, 'labelSelector')) }] : [];
  });
}

/** Whether a pod keeps away from others with its own labels, on nodes, in zones or in regions. */
export function avoidsItself({ spec, template: { labels } }: Pod): boolean {
  const rules = get(spec, 'affinity', 'podAntiAffinity');
  return entriesOf(rules).some(({ value }) =>
    itemsOf(value).some((item) => isAvoided(asMap(get(item, 'podAffinityTerm')) ?? asMap(item), labels)),
  );
}

function isAvoided(term: YamlMap | undefined, labels: readonly Label[]): boolean {
  const selector = readLabelSelector(get(term, 'labelSelector'));
  const key = asScalar(get(term, 'topologyKey'))?.text ?? '';
  return selector !== undefined && matches(selector, labels) && TOPOLOGY.test(key);
}

const TOPOLOGY =
  /^(?:kubernetes\.io\/hostname|topology\.kubernetes\.io\/(?:zone|region)|failure-domain\.beta\.kubernetes\.io\/(?:zone|region))$/;
