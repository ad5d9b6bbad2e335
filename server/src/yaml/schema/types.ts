import type { YamlScalar } from '../node';
import type { JsonValue } from '../value';

/** The types a document is read with. */
export interface Types {
  /** The fields of an object type; undefined for types that are one value. */
  type(name: string): ObjectType | undefined;
  /** Whether a scalar can be read as a type that is one value. */
  fits(node: YamlScalar, type: string): boolean;
  /** What was read of a node, once for all rules; it goes with the node. */
  remember<T>(what: 'faults' | 'places', node: object, read: () => T): T;
}

export interface ObjectType {
  /** `core.v1.Container` */
  readonly name: string;
  /** The API's own description. */
  readonly text?: string;
  readonly fields: ReadonlyMap<string, Field>;
  /** It keeps fields it does not name. */
  readonly open?: true;
}

export interface Field {
  readonly name: string;
  /** As what is known of fields names it: `core.v1.Container.image`. */
  readonly id: string;
  /** The name of a type; `[]` before it for a list, `{}` for a map of them. */
  readonly type: string;
  readonly text?: string;
  readonly required: boolean;
  /** Nobody writes it: the server does. */
  readonly output?: true;
  readonly deprecated?: true;
  /** The values it may have, with what the API says of each. */
  readonly values?: ReadonlyMap<string, string>;
  readonly default?: unknown;
  /** What tells the items of a list apart. */
  readonly keys?: readonly string[];
  /** A list whose items may not repeat. */
  readonly unique?: boolean;
  /** What a JSON schema asks of the value. */
  readonly limits?: Limits;
}

/** `[]core.v1.Container` → a list of `core.v1.Container`. */
export function contents(type: string): { readonly of: 'list' | 'map' | 'value'; readonly type: string } {
  if (type.startsWith('[]')) return { of: 'list', type: type.slice(2) };
  if (type.startsWith('{}')) return { of: 'map', type: type.slice(2) };
  return { of: 'value', type };
}

/** What a JSON schema says of a value beside its type, as plain data. */
export interface Limits {
  readonly pattern?: string;
  readonly format?: string;
  /** In code points. */
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: true;
  readonly exclusiveMaximum?: true;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly enum?: readonly JsonValue[];
  /** Of each item of a list, or value of a map. */
  readonly inside?: Limits;
}
