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
  return schema.remember('faults', root, () => {
    const decoder = new Decoder(schema);
    decoder.node(root, type);
    return decoder.faults;
  });
}

/**
 * Decodes a node as a type, strictly, as `kubectl apply` asks the server to. Null counts as left out, and what a
 * template writes is not known.
 * Source: k8s.io/apimachinery/pkg/runtime/serializer/json with `Strict`, sigs.k8s.io/json
 */
class Decoder {
  readonly faults: DecodeFault[] = [];
  readonly #schema: Types;
  /** To where it is now. */
  readonly #path: (string | number)[] = [];

  constructor(schema: Types) {
    this.#schema = schema;
  }

  node(written: YamlNode, type: string): void {
    const node = resolve(written);
    if (!node || isNull(node) || isUnknown(node)) return;
    const held = contents(type);
    const object = held.of === 'value' ? this.#schema.type(held.type) : undefined;
    if (object && node.type === 'map') this.#fields(node, object);
    else if (held.of === 'list' && node.type === 'seq')
      for (const [i, item] of node.items.entries()) this.#inside(i, item, held.type);
    else if (held.of === 'map' && node.type === 'map')
      for (const { name, value } of node.entries) this.#inside(name, value, held.type);
    else if (object || held.of !== 'value' || !this.#fits(node, held.type))
      this.faults.push({ kind: 'wrong-type', node: written, wanted: type, path: this.#path.slice() });
  }

  #fields(map: YamlMap, type: ObjectType): void {
    for (const pair of map.entries) {
      const field = type.fields.get(pair.name);
      if (field) this.#inside(pair.name, pair.value, field.type);
      // A key without a colon is still being typed; a templated one may become anything.
      else if (!type.open && pair.colon !== undefined && pair.name !== '' && !isUnknown(pair.key))
        this.faults.push({ kind: 'unknown-field', pair, type, path: [...this.#path, pair.name] });
    }
  }

  #inside(step: string | number, node: YamlNode, type: string): void {
    this.#path.push(step);
    this.node(node, type);
    this.#path.pop();
  }

  #fits(node: YamlNode, type: string): boolean {
    return type === 'any' || (node.type === 'scalar' && this.#schema.fits(node, type));
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
