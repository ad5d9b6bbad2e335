import type { Path, YamlNode, YamlPair } from './node';

export interface PlacedPair {
  readonly pair: YamlPair;
  /** Keys and indexes from the node to the pair's value. */
  readonly path: Path;
}

/** All pairs written below a node, in the order of the text; aliases are not followed. */
export function* pairsBelow(node: YamlNode, path: Path = []): Generator<PlacedPair> {
  if (node.type === 'seq')
    for (const [i, item] of node.items.entries()) yield* pairsBelow(item, [...path, i]);
  if (node.type !== 'map') return;
  for (const pair of node.pairs) {
    const own = [...path, pair.name];
    yield { pair, path: own };
    yield* pairsBelow(pair.value, own);
  }
}

/** The keys among the steps of a path. */
export function keysOf(path: Path): readonly string[] {
  return path.filter((step) => typeof step === 'string');
}
