import type { Surroundings } from '../../core/rule';
import { sameValue } from '../../core/store';
import type { YamlScalar } from '../../yaml/node';
import type { Field, ObjectType } from '../../yaml/schema/types';
import type { KubernetesFacts } from '../facts';
import { isBuiltInGroup } from '../facts/kinds';
import type { CustomField, CustomType } from './custom';
import { knativeService } from './knative';
import { inOrder, type Kind, type Schema } from './schema';
import { schemaOf } from './shipped';

/**
 * The API of the cluster's version, with the kinds that CustomResourceDefinitions of the workspace add to it.
 * Whoever asks for a kind is asked again when its definition changes. Undefined until the schema is loaded.
 */
export function schemaAround({
  kubernetesVersion,
  facts,
}: Surroundings<KubernetesFacts>): Schema | undefined {
  const shipped = schemaOf(kubernetesVersion);
  return shipped && new SchemaAround(shipped, facts);
}

class SchemaAround implements Schema {
  readonly #shipped: Schema;
  readonly #facts: Surroundings<KubernetesFacts>['facts'];
  readonly #types = new Map<string, ObjectType | undefined>();

  constructor(shipped: Schema, facts: Surroundings<KubernetesFacts>['facts']) {
    this.#shipped = shipped;
    this.#facts = facts;
  }

  kind(group: string, version: string, kind: string): Kind | undefined {
    if (isBuiltInGroup(group)) return this.#shipped.kind(group, version, kind);
    const name = `${group}/${version}/${kind}`;
    const [found] = this.#facts.find('customKind', { name });
    return found ? { ...found.value.kind, definition: found.span } : WITHOUT_DEFINITION.get(name)?.kind;
  }

  get minor(): string {
    return this.#shipped.minor;
  }

  /** A definition may change while the node stays: nothing is kept. */
  remember<T>(_what: 'faults' | 'places', _node: object, read: () => T): T {
    return read();
  }

  fits(node: YamlScalar, type: string): boolean {
    return this.#shipped.fits(node, type);
  }

  get manifests(): readonly Kind[] {
    const custom = this.#facts.find('customKind').map(({ value, span }) => ({
      ...value.kind,
      definition: span,
    }));
    if (custom.length === 0) return this.#shipped.manifests;
    const once = new Map(custom.map((kind) => [kind.type, kind]));
    return inOrder([...this.#shipped.manifests, ...once.values()]);
  }

  type(name: string): ObjectType | undefined {
    const root = CUSTOM.exec(name)?.[0];
    if (root === undefined) return this.#shipped.type(name);
    if (!this.#types.has(name)) this.#types.set(name, this.#custom(root, name));
    return this.#types.get(name);
  }

  #custom(root: string, name: string): ObjectType | undefined {
    const defined = this.#facts.find('customKind', { name: root }).map(({ value }) => value);
    const known = defined.length > 0 ? defined : [WITHOUT_DEFINITION.get(root)];
    const found = known.flatMap((kind) => kind?.types[name] ?? []);
    return found.length === 0 ? undefined : { name, ...merge(name, found) };
  }
}

/** Kinds so common that no definition is asked for. */
const WITHOUT_DEFINITION = new Map([[knativeService.kind.type, knativeService]]);

/** The kind a type belongs to: `example.com/v1/Widget` of `example.com/v1/Widget.spec.size`. */
const CUSTOM = /^[^/]+\/[^/]+\/[^.]+/;

/** Where a workspace defines a kind more than once nobody knows which is in the cluster: what any of them allows. */
function merge(owner: string, types: readonly CustomType[]): Omit<ObjectType, 'name'> {
  const text = types.find((type) => type.text !== undefined)?.text;
  const names = new Set(types.flatMap(({ fields }) => Object.keys(fields)));
  const fields = [...names].map((name) => [name, mergeFields(owner, name, types)] as const);
  return {
    ...(text !== undefined && { text }),
    fields: new Map(fields),
    ...(types.some(({ open }) => open) && { open: true }),
  };
}

function mergeFields(owner: string, name: string, types: readonly CustomType[]): Field {
  const found = types.flatMap(({ fields }) => (Object.hasOwn(fields, name) ? fields[name]! : []));
  const [first] = found as [CustomField];
  const agree = (key: keyof CustomField) => found.every((one) => sameValue(one[key], first[key]));
  const values = found.every((one) => one.values) && found.flatMap((one) => one.values ?? []);
  return {
    name,
    id: `${owner}.${name}`,
    type: agree('type') ? first.type : 'any',
    ...(first.text !== undefined && { text: first.text }),
    required: found.length === types.length && found.every(({ required }) => required),
    ...(values && { values: new Map(values.map((value) => [value, ''])) }),
    ...(first.default !== undefined && agree('default') && { default: first.default }),
    ...(first.keys && agree('keys') && { keys: first.keys }),
    unique: found.every(({ unique }) => unique),
    ...(first.limits && agree('limits') && { limits: first.limits }),
  };
}
