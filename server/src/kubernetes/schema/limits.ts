import { asScalar, get, itemsOf, numberOf, resolve, stringOf } from '../../yaml/navigate';
import type { YamlNode } from '../../yaml/node';
import type { Limits } from '../../yaml/schema/types';
import { type JsonValue, toJson } from '../../yaml/value';

const NUMBERS = [
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
] as const;

/** @returns undefined where a CustomResourceDefinition says nothing of the kind */
export function limitsIn(node: YamlNode | undefined, depth = 0): Limits | undefined {
  const schema = resolve(node);
  if (schema?.type !== 'map' || schema.templated || depth > DEEPEST) return undefined;
  const found: Record<string, JsonValue | Limits> = {};
  for (const name of ['pattern', 'format'] as const) {
    const text = stringOf(get(schema, name));
    if (text) found[name] = text;
  }
  for (const name of NUMBERS) {
    const number = numberOf(get(schema, name));
    if (number !== undefined) found[name] = number;
  }
  for (const name of ['exclusiveMinimum', 'exclusiveMaximum'] as const)
    if (asScalar(get(schema, name))?.value === true) found[name] = true;
  const values = itemsOf(get(schema, 'enum')).map(toJson);
  if (values.length > 0 && values.every((value) => typeof value !== 'object')) found['enum'] = values;
  const inside = limitsIn(get(schema, 'items') ?? get(schema, 'additionalProperties'), depth + 1);
  if (inside) found['inside'] = inside;
  return Object.keys(found).length > 0 ? (found as Limits) : undefined;
}

/** Lists of lists of lists. */
const DEEPEST = 5;
