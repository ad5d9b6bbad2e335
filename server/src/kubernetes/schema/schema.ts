import type { Span } from '../../core/span';
import type { YamlScalar } from '../../yaml/node';
import type { Field, ObjectType, Types } from '../../yaml/schema/types';
import type { FieldEntry, KindEntry, SchemaFile, TypeEntry } from './file';
import { fits } from './fits';

/** The kinds and types a manifest is read with. */
export interface Schema extends Types {
  /** The minor version it is: the asked one, or the nearest there is. */
  readonly minor: string;
  kind(group: string, version: string, kind: string): Kind | undefined;
  /** Every kind a manifest can be written for, newest stable version of a group first. */
  readonly manifests: readonly Kind[];
}

export interface Kind extends Omit<KindEntry, 'in'> {
  /** Where a CustomResourceDefinition of the workspace names it; missing for built-in kinds. */
  readonly definition?: Span;
}

/** The API as one minor version serves it. */
export class ShippedSchema implements Schema {
  /** The minor version it is: the asked one, or the nearest there is. */
  readonly minor: string;
  readonly #file: SchemaFile;
  /** The bit of the version; 0 where it is none of the file's, which then counts as the newest. */
  readonly #bit: number;
  readonly #kinds = new Map<string, KindEntry>();
  #manifests?: readonly KindEntry[];
  readonly #types = new Map<string, ObjectType>();
  readonly #memory = { faults: new Map<object, unknown>(), places: new Map<object, unknown>() };

  constructor(file: SchemaFile, minor: string) {
    this.#file = file;
    const known = file.versions.indexOf(minor);
    const index = known < 0 ? nearest(file.versions, minor) : known;
    this.minor = file.versions[index]!;
    this.#bit = 1 << index;
    for (const entry of file.kinds)
      if (this.#has(entry)) this.#kinds.set(`${entry.group}/${entry.version}/${entry.kind}`, entry);
  }

  kind(group: string, version: string, kind: string): KindEntry | undefined {
    return this.#kinds.get(`${group}/${version}/${kind}`);
  }

  get manifests(): readonly KindEntry[] {
    this.#manifests ??= inOrder([...this.#kinds.values()].filter(({ plural }) => plural !== undefined));
    return this.#manifests;
  }

  type(name: string): ObjectType | undefined {
    const known = this.#types.get(name);
    const entry = Object.hasOwn(this.#file.types, name) ? this.#file.types[name] : undefined;
    if (known || !entry) return known;
    const type = this.#read(name, entry);
    this.#types.set(name, type);
    return type;
  }

  remember<T>(what: 'faults' | 'places', node: object, read: () => T): T {
    const memory = this.#memory[what];
    if (!memory.has(node)) {
      // What the rules have looked at they do not look at again until it changes.
      if (memory.size >= REMEMBERED) memory.clear();
      memory.set(node, read());
    }
    return memory.get(node) as T;
  }

  fits(node: YamlScalar, type: string): boolean {
    return fits(node, type);
  }

  #read(name: string, { text, fields }: TypeEntry): ObjectType {
    const found = new Map<string, Field>();
    for (const [field, entries] of Object.entries(fields)) {
      const entry = [entries].flat().find((one) => this.#has(one));
      if (entry) found.set(field, this.#field(name, field, entry));
    }
    return { name, ...this.#text(text), fields: found };
  }

  #field(owner: string, name: string, entry: FieldEntry): Field {
    const { type, text, required, enum: values, default: usual, keys, set } = entry;
    const said = Object.entries(values ?? {}).map(
      ([value, index]) => [value, this.#file.texts[index] ?? ''] as const,
    );
    return {
      name,
      id: `${owner}.${name}`,
      type,
      ...this.#text(text),
      required: required === true,
      ...(values && { values: new Map(said) }),
      ...(usual !== undefined && { default: usual }),
      ...(keys && { keys }),
      unique: set === true,
    };
  }

  #text(index: number | undefined): { readonly text?: string } {
    return index === undefined ? {} : { text: this.#file.texts[index]! };
  }

  #has({ in: mask }: { readonly in?: number }): boolean {
    return mask === undefined || (mask & this.#bit) !== 0;
  }
}

/** Nodes of which it is kept what was read: the objects of a document are looked at by turns. */
const REMEMBERED = 100;

/** `example.com/v1/Widget.spec`: built-in types have no slash in their names. */
export function isCustom({ name }: ObjectType): boolean {
  return name.includes('/');
}

/** By kind and group, the newest stable version first. */
export function inOrder<K extends Kind>(kinds: readonly K[]): readonly K[] {
  return kinds.toSorted(
    (a, b) => compare(a.kind, b.kind) || compare(a.group, b.group) || age(b.version) - age(a.version),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Orders versions as Kubernetes does: `v2` over `v1` over `v1beta2` over `v1alpha1`. */
function age(version: string): number {
  const [, major = 0, stage = '', minor = 0] = /^v(\d+)(alpha|beta)?(\d+)?$/.exec(version) ?? [];
  const rank = stage === '' ? 2 : stage === 'beta' ? 1 : 0;
  return rank * 1e6 + Number(major) * 1e3 + Number(minor);
}

function nearest(versions: readonly string[], minor: string): number {
  const wanted = Number(minor.split('.')[1]);
  return wanted < Number(versions[0]!.split('.')[1]) ? 0 : versions.length - 1;
}
