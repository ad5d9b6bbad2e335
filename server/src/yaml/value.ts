import { partId } from '../core/span';
import { readDocument } from './document';
import type { Fault } from './fault';
import type { YamlNode } from './node';
import { splitDocuments } from './split';

/** A JSON value; objects have no prototype, so `__proto__` and `constructor` are keys like any other. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/**
 * Reads a configuration file as a plain value, for code that needs no spans. Only the first document counts;
 * what is broken is left out and told in `faults`, whose spans count from the start of the text.
 */
export function readYamlValue(text: string): { value: JsonValue; faults: readonly Fault[] } {
  const { end } = splitDocuments(text)[0]!;
  const { root, faults } = readDocument(text.slice(0, end), partId('', 0));
  return { value: toJson(root), faults };
}

/** A node as a plain value, as Kubernetes reads it. */
export function toJson(node: YamlNode | undefined): JsonValue {
  switch (node?.type) {
    case 'map': {
      const object: Record<string, JsonValue> = Object.create(null);
      for (const { name, value } of node.entries) object[name] = toJson(value);
      return object;
    }
    case 'seq':
      return node.items.map(toJson);
    case 'alias':
      return toJson(node.target);
    case 'scalar':
      return node.value;
    default:
      return null;
  }
}
