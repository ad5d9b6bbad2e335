import type { YamlScalar } from '../../yaml/node';
import type { Field, ObjectType, Types } from '../../yaml/schema/types';
import type { FieldEntry, SchemaFile } from './file';
import { fits } from './fits';
import { jsonName } from './names';

/** The type of a whole file. */
export const ROOT = 'Build';

/** The API of Cloud Build: what a build is made of. */
export class BuildTypes implements Types {
  readonly #file: SchemaFile;
  readonly #types = new Map<string, ObjectType>();
  readonly #memory = { faults: new WeakMap<object, unknown>(), places: new WeakMap<object, unknown>() };

  constructor(file: SchemaFile) {
    this.#file = file;
  }

  type(name: string): ObjectType | undefined {
    const known = this.#types.get(name);
    const entry = Object.hasOwn(this.#file.types, name) ? this.#file.types[name] : undefined;
    if (known || !entry) return known;
    const fields = Object.entries(entry.fields).map(
      ([field, one]) => [field, fieldOf(name, field, one)] as const,
    );
    const type = { name, ...(entry.text && { text: entry.text }), fields: new Fields(fields) };
    this.#types.set(name, type);
    return type;
  }

  fits(node: YamlScalar, type: string): boolean {
    return fits(node, type);
  }

  remember<T>(what: 'faults' | 'places', node: object, read: () => T): T {
    const memory = this.#memory[what];
    if (!memory.has(node)) memory.set(node, read());
    return memory.get(node) as T;
  }
}

/** Finds a field by either of its names, and lists it by the one in JSON. */
class Fields extends Map<string, Field> {
  override get(name: string): Field | undefined {
    return super.get(jsonName(name));
  }

  override has(name: string): boolean {
    return super.has(jsonName(name));
  }
}

function fieldOf(
  owner: string,
  name: string,
  { type, text, required, output, deprecated, enum: words }: FieldEntry,
): Field {
  return {
    name,
    id: `${owner}.${name}`,
    type,
    ...(text !== undefined && { text }),
    required: required === true,
    ...(output && { output }),
    ...(deprecated && { deprecated }),
    ...(words && { values: new Map(Object.entries(words)) }),
  };
}
