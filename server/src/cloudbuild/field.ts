import { asScalar, entriesOf, resolve } from '../yaml/navigate';
import type { YamlNode, YamlPair, YamlScalar } from '../yaml/node';
import { jsonName } from './schema/names';

/** The pair of a map that holds a field, by either of its names. */
export function fieldPair(node: YamlNode | undefined, name: string): YamlPair | undefined {
  return entriesOf(node).find((pair) => jsonName(pair.name) === name);
}

/** The value at fields from a map down, aliases seen through. */
export function field(node: YamlNode | undefined, ...names: readonly string[]) {
  return names.reduce<ReturnType<typeof resolve>>(
    (at, name) => resolve(fieldPair(at, name)?.value),
    resolve(node),
  );
}

/** A scalar that says something. */
export function scalarAt(node: YamlNode | undefined, ...names: readonly string[]): YamlScalar | undefined {
  return said(field(node, ...names));
}

/** The scalars of a list; a single one stands for a list of one, as gcloud has it. */
export function scalarsAt(node: YamlNode | undefined, ...names: readonly string[]): readonly YamlScalar[] {
  const found = field(node, ...names);
  const items = found?.type === 'seq' ? found.items : found ? [found] : [];
  return items.flatMap((item) => said(asScalar(item)) ?? []);
}

function said(node: YamlNode | undefined): YamlScalar | undefined {
  const scalar = asScalar(node);
  return scalar && scalar.value !== null ? scalar : undefined;
}
