import { resolve } from '../navigate';
import type { YamlMap, YamlNode, YamlPair } from '../node';
import { contents, type Field, type ObjectType, type Types } from './types';

/** What a server refuses while it decodes an object, before it looks at what it means. */
export type DecodeFault =
  | {
      readonly kind: 'unknown-field';
      readonly pair: YamlPair;
      readonly type: ObjectType;
      readonly path: Path;
    }
  | { readonly kind: 'wrong-type'; readonly node: YamlNode; readonly wanted: string; readonly path: Path };

/** Keys and indexes from the object's root. */
export type Path = readonly (string | number)[];

/** What is wrong with an object, or a part of one, before anybody asks what it means. */
export function faultsIn(schema: Types, root: YamlNode, type: string): readonly DecodeFault[] {
  return schema.remember('faults', root, () => [...decode(schema, root, type)]);
}

/**
 * Decodes a node as a type, strictly, as `kubectl apply` asks the server to. Null counts as left out, and what a
 * template writes is not known.
 * Source: k8s.io/apimachinery/pkg/runtime/serializer/json with `Strict`, sigs.k8s.io/json
 */
function* decode(schema: Types, root: YamlNode, type: string, path: Path = []): Generator<DecodeFault> {
  const node = resolve(root);
  if (!node || isNull(node) || isUnknown(node)) return;
  const held = contents(type);
  const object = held.of === 'value' ? schema.type(held.type) : undefined;
  if (held.of === 'list') {
    if (node.type !== 'seq') yield { kind: 'wrong-type', node: root, wanted: type, path };
    else for (const [i, item] of node.items.entries()) yield* decode(schema, item, held.type, [...path, i]);
  } else if (held.of === 'map' || object) {
    if (node.type !== 'map') yield { kind: 'wrong-type', node: root, wanted: type, path };
    else if (object) yield* decodeFields(schema, node, object, path);
    else for (const { name, value } of node.entries) yield* decode(schema, value, held.type, [...path, name]);
  } else if (held.type !== 'any' && (node.type !== 'scalar' || !schema.fits(node, held.type)))
    yield { kind: 'wrong-type', node: root, wanted: type, path };
}

function* decodeFields(schema: Types, map: YamlMap, type: ObjectType, path: Path): Generator<DecodeFault> {
  for (const pair of map.entries) {
    const field = type.fields.get(pair.name);
    const inside = [...path, pair.name];
    if (field) yield* decode(schema, pair.value, field.type, inside);
    // A key without a colon is still being typed; a templated one may become anything.
    else if (!type.open && pair.colon !== undefined && pair.name !== '' && !isUnknown(pair.key))
      yield { kind: 'unknown-field', pair, type, path: inside };
  }
}

function isNull(node: YamlNode): boolean {
  return node.type === 'scalar' && node.value === null;
}

function isUnknown(node: YamlNode): boolean {
  return node.type === 'scalar' && node.templated;
}

/** What stands at a path. */
export interface Found {
  readonly type: string;
  /** The field that holds it, or the list or map it is in; missing for the object itself. */
  readonly field?: Field;
  /** The type that has the field; for an item that of its list. */
  readonly owner?: ObjectType;
}

/** The type and field a path leads to, as far as the schema knows it. */
export function fieldAt(schema: Types, root: string, path: Path): Found | undefined {
  let at: Found = { type: root };
  for (const step of path) {
    const held = contents(at.type);
    if (held.of !== 'value') at = { ...at, type: held.type };
    else {
      const owner = schema.type(held.type);
      const field = owner?.fields.get(String(step));
      if (!owner || !field) return undefined;
      at = { type: field.type, field, owner };
    }
  }
  return at;
}
