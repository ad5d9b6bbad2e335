import { get, isAbsent, itemsOf, stringOf } from '../../yaml/navigate';
import type { YamlNode } from '../../yaml/node';
import type { Field, Limits } from '../../yaml/schema/types';
import { type JsonValue, toJson } from '../../yaml/value';
import type { CustomKindFact } from '../facts';
import type { KubernetesObject } from '../model';
import { limitsIn } from './limits';

/** As `ObjectType`, as plain data. */
export interface CustomType {
  readonly text?: string;
  readonly fields: Readonly<Record<string, CustomField>>;
  readonly open?: true;
}

/** As `Field`, as plain data. */
export interface CustomField {
  readonly type: string;
  readonly text?: string;
  readonly required?: true;
  readonly values?: readonly string[];
  readonly default?: JsonValue;
  readonly keys?: Field['keys'];
  readonly unique?: true;
  readonly limits?: Limits;
}

/**
 * The kinds a CustomResourceDefinition makes, one for each version that is served and has a schema.
 * Source: https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/
 */
export function* customKinds({ group, version, spec }: KubernetesObject): Generator<CustomKindFact> {
  const names = get(spec, 'names');
  const made = { group: stringOf(get(spec, 'group')), kind: stringOf(get(names, 'kind')) };
  if (group !== 'apiextensions.k8s.io' || version !== 'v1' || !made.group || !made.kind) return;
  const keepsAll = toJson(get(spec, 'preserveUnknownFields')) === true;
  for (const one of itemsOf(get(spec, 'versions'))) {
    const name = stringOf(get(one, 'name'));
    const schema = get(one, 'schema', 'openAPIV3Schema');
    if (!name || schema?.type !== 'map' || toJson(get(one, 'served')) === false) continue;
    const type = `${made.group}/${name}/${made.kind}`;
    const types = new Types(keepsAll).ofObject(type, schema);
    const plural = stringOf(get(names, 'plural'));
    yield {
      kind: {
        group: made.group,
        version: name,
        kind: made.kind,
        type,
        plural: plural ?? made.kind.toLowerCase(),
        ...(stringOf(get(spec, 'scope')) === 'Cluster' && { clusterScoped: true }),
        ...(!isAbsent(get(one, 'subresources', 'scale')) && { scalable: true }),
      },
      types,
    };
  }
}

/** Several times as many as the largest definitions have; what comes after is taken for anything. */
const MOST_FIELDS = 50_000;

/** Reads an OpenAPI v3 schema into types that are named after where they stand. */
class Types {
  readonly #keepsAll: boolean;
  readonly #types: Record<string, CustomType> = {};
  /** Aliases may make many of few. */
  #left = MOST_FIELDS;

  /** @param keepsAll nothing is pruned anywhere */
  constructor(keepsAll: boolean) {
    this.#keepsAll = keepsAll;
  }

  /** Every object has these three, whatever its schema says of them. */
  ofObject(name: string, schema: YamlNode): Readonly<Record<string, CustomType>> {
    this.#object(name, schema);
    const { fields, ...rest } = this.#types[name]!;
    this.#types[name] = { ...rest, fields: { ...fields, ...this.#heads(fields) } };
    return this.#types;
  }

  #heads(fields: CustomType['fields']): CustomType['fields'] {
    return {
      apiVersion: { ...fields['apiVersion'], type: 'string', required: true },
      kind: { ...fields['kind'], type: 'string', required: true },
      metadata: { ...fields['metadata'], type: 'meta.v1.ObjectMeta' },
    };
  }

  #object(name: string, schema: YamlNode): string {
    const properties = get(schema, 'properties');
    const required = new Set(itemsOf(get(schema, 'required')).map(stringOf));
    const fields: Record<string, CustomField> = Object.create(null);
    for (const { name: field, value } of properties?.type === 'map' ? properties.entries : [])
      fields[field] = this.#field(`${name}.${field}`, value, required.has(field));
    const isOpen =
      this.#keepsAll ||
      flag(schema, 'x-kubernetes-preserve-unknown-fields') ||
      !isAbsent(get(schema, 'additionalProperties'));
    const isEmbedded = flag(schema, 'x-kubernetes-embedded-resource');
    this.#types[name] = {
      ...described(schema),
      fields: isEmbedded ? { ...fields, ...this.#heads(fields) } : fields,
      ...(isOpen && { open: true }),
    };
    return name;
  }

  #field(name: string, schema: YamlNode, required: boolean): CustomField {
    if (this.#left-- <= 0) return { type: 'any' };
    const words = itemsOf(get(schema, 'enum')).map(stringOf);
    const usual = get(schema, 'default');
    const list = stringOf(get(schema, 'x-kubernetes-list-type'));
    const limits = limitsIn(schema);
    const keys = itemsOf(get(schema, 'x-kubernetes-list-map-keys')).flatMap((key) => stringOf(key) ?? []);
    return {
      type: this.#type(name, schema),
      ...described(schema),
      // What has a default gets it before anybody looks whether it is there.
      ...(required && isAbsent(usual) && { required }),
      ...(words.length > 0 && words.every((word) => word !== undefined) && { values: words }),
      ...(!isAbsent(usual) && { default: toJson(usual) }),
      ...(list === 'map' && keys.length > 0 && { keys }),
      ...(list === 'set' && { unique: true }),
      ...(limits && { limits }),
    };
  }

  #type(name: string, schema: YamlNode): string {
    if (flag(schema, 'x-kubernetes-int-or-string'))
      return isQuantityPattern(schema) ? 'quantity' : 'int-or-string';
    switch (stringOf(get(schema, 'type'))) {
      case 'object':
        return this.#map(name, schema) ?? this.#object(name, schema);
      case 'array': {
        const items = get(schema, 'items');
        return `[]${items ? this.#type(name, items) : 'any'}`;
      }
      case 'string':
        return stringOf(get(schema, 'format')) === 'duration' ? 'duration' : 'string';
      case 'boolean':
        return 'boolean';
      case 'integer':
        return stringOf(get(schema, 'format')) === 'int32' ? 'int32' : 'int64';
      case 'number':
        return 'double';
      default:
        return 'any';
    }
  }

  #map(name: string, schema: YamlNode): string | undefined {
    const of = get(schema, 'additionalProperties');
    const embedded = flag(schema, 'x-kubernetes-embedded-resource');
    if (embedded || !isAbsent(get(schema, 'properties'))) return undefined;
    if (of?.type === 'map') return `{}${this.#type(name, of)}`;
    if (this.#keepsAll || toJson(of) === true || flag(schema, 'x-kubernetes-preserve-unknown-fields'))
      return '{}any';
    return undefined;
  }
}

function described(schema: YamlNode): { readonly text?: string } {
  const text = stringOf(get(schema, 'description'));
  return text ? { text } : {};
}

function flag(schema: YamlNode, name: string): true | undefined {
  return toJson(get(schema, name)) === true || undefined;
}

/** What code generators write for a resource.Quantity. */
function isQuantityPattern(schema: YamlNode): boolean {
  return stringOf(get(schema, 'pattern'))?.includes('[KMGTPE]i') === true;
}
