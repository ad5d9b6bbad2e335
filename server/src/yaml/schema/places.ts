import { asScalar, entriesOf, get, isAbsent, itemsOf, resolve } from '../navigate';
import type { YamlMap, YamlNode, YamlPair, YamlScalar } from '../node';
import type { Path } from './decode';
import { contents, type Field, type ObjectType, type Types } from './types';

/** An object inside an object, with the type the schema gives it there. */
export interface Place {
  readonly map: YamlMap;
  readonly type: ObjectType;
  readonly path: Path;
  /** The one it stands in, and the field of it that holds it, alone or in a list. */
  readonly inside: Place | undefined;
  readonly field: string | undefined;
  /** The known fields that are written. */
  readonly entries: readonly Entry[];
  /** The values in it that are known, and no objects themselves. */
  readonly leaves: readonly Leaf[];
}

/** One field that is written: null counts as left out, as it does for the server. */
export interface Entry {
  readonly field: Field;
  readonly pair: YamlPair;
}

/** The object and all typed objects in it, outside in. What has another type than it should is passed over. */
export function placesIn(schema: Types, root: YamlNode, type: string): readonly Place[] {
  const found: Place[] = [];
  walk(schema, root, type, { path: [], inside: undefined, field: undefined }, found);
  return found;
}

function walk(
  schema: Types,
  from: YamlNode,
  type: string,
  at: Pick<Place, 'path' | 'inside' | 'field'>,
  found: Place[],
): void {
  const node = resolve(from);
  const held = contents(type);
  if (held.of === 'list' && node?.type === 'seq')
    for (const [i, item] of node.items.entries())
      walk(schema, item, held.type, { ...at, path: [...at.path, i] }, found);
  else if (held.of === 'map' && node?.type === 'map')
    for (const { name, value } of node.entries)
      walk(schema, value, held.type, { ...at, path: [...at.path, name] }, found);
  const known = held.of === 'value' && node?.type === 'map' ? schema.type(held.type) : undefined;
  if (!known || node?.type !== 'map') return;
  const entries = knownEntries(node, known);
  const place: Place = { ...at, map: node, type: known, entries, leaves: leavesOf(entries) };
  found.push(place);
  for (const { pair, field } of place.entries)
    if (pair.value.type !== 'scalar' && holdsObjects(schema, field.type)) {
      const path = [...at.path, pair.name];
      walk(schema, pair.value, field.type, { path, inside: place, field: field.name }, found);
    }
}

function holdsObjects(schema: Types, type: string): boolean {
  const held = contents(type);
  return held.of === 'value' ? schema.type(type) !== undefined : holdsObjects(schema, held.type);
}

function knownEntries(map: YamlMap, type: ObjectType): Entry[] {
  const entries: Entry[] = [];
  for (const pair of map.entries) {
    const field = type.fields.get(pair.name);
    if (field && !isAbsent(pair.value)) entries.push({ field, pair });
  }
  return entries;
}

/** Whether a field is written, and not as null. */
export function has({ map }: Place, field: string): boolean {
  return !isAbsent(get(map, field));
}

/** Whether a place lies inside an object of a type, at any depth. */
export function isWithin({ inside }: Place, type: string): boolean {
  return inside !== undefined && (inside.type.name === type || isWithin(inside, type));
}

/** One value of a field, alone, in a list or in a map of such values. */
export interface Leaf {
  readonly field: Field;
  /** As written; an alias' target. */
  readonly node: YamlScalar;
  /** The type of the one value: `string`, `int32`. */
  readonly type: string;
  readonly held: 'list' | 'map' | 'value';
}

function leavesOf(entries: readonly Entry[]): Leaf[] {
  const leaves: Leaf[] = [];
  for (const { field, pair } of entries) {
    const { of: held, type } = contents(field.type);
    const value = resolve(pair.value);
    const nodes =
      held === 'list' ? itemsOf(value) : held === 'map' ? entriesOf(value).map((one) => one.value) : [value];
    for (const one of nodes) {
      const node = asScalar(one);
      if (node && !node.templated && node.value !== null && !isVariable(node.text))
        leaves.push({ field, node, type, held });
    }
  }
  return leaves;
}

/** `$(NAME)`, as kustomize's vars and pipelines fill in: nothing that has a syntax takes it. */
export function isVariable(text: string): boolean {
  return text.includes('$(') && /\$\([\w.-]+\)/.test(text);
}
