import type { YamlNode, YamlPair } from './node';

/**
 * The pairs of a map as go-yaml fills it: in order, the later one wins, and `<<` is a pair like any other, so
 * that a merge below a key overrides it. Source: decode.go of go-yaml v2 (`mapping`, `merge`).
 */
export function readEntries(
  pairs: readonly YamlPair[],
  onDuplicate: (later: YamlPair, first: YamlPair) => void,
): readonly YamlPair[] {
  if (pairs.length <= FEW && isPlain(pairs)) return pairs;
  const entries = new Map<string, YamlPair>();
  let plain = true;
  for (const pair of pairs) {
    const known = entries.get(pair.name);
    if (isMerge(pair)) {
      plain = false;
      for (const merged of mergedEntries(pair.value)) entries.set(merged.name, merged);
    } else if (!known) entries.set(pair.name, pair);
    else {
      plain = false;
      const isHalfTyped = pair.colon === undefined || known.colon === undefined;
      if (isHalfTyped || pair.key.templated || known.key.templated) continue;
      if (known.parent === pair.parent) onDuplicate(pair, known);
      entries.set(pair.name, pair);
    }
  }
  return plain ? pairs : [...entries.values()];
}

/** So many names are compared sooner than looked up. */
const FEW = 8;

function isPlain(pairs: readonly YamlPair[]): boolean {
  return pairs.every((pair, i) => !isMerge(pair) && pairs.findIndex(({ name }) => name === pair.name) === i);
}

function isMerge({ key }: YamlPair): boolean {
  return key.type === 'scalar' && key.style === 'plain' && key.text === '<<' && key.tag === undefined;
}

/** Of a list of maps the first wins, so it is filled in last. */
function mergedEntries(value: YamlNode): readonly YamlPair[] {
  const node = value.type === 'alias' ? value.target : value;
  if (node?.type === 'map') return node.entries;
  if (node?.type !== 'seq') return [];
  return node.items.toReversed().flatMap((item) => (item.type === 'seq' ? [] : mergedEntries(item)));
}
