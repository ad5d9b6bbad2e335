import { literal } from '../../core/completion';
import { contents, type Field, type ObjectType, type Types } from '../schema/types';
import type { Habits } from './asked';

/** Writes snippet bodies: the fields that have to be there, with tab stops where somebody has to decide. */
export class Body {
  readonly #schema: Types;
  readonly #habits: Habits;
  readonly #step: string;
  #stops = 0;

  /** @param step one level of indentation */
  constructor(schema: Types, habits: Habits, step = '  ') {
    this.#schema = schema;
    this.#habits = habits;
    this.#step = step;
  }

  /** `replicas: 1`, `containers:` with a first container; the key's own line is not indented. */
  field(field: Field, indent = '', inside?: string): string {
    return `${field.name}:${this.#value(field.type, field, indent, inside)}`;
  }

  /** The same between the brackets of a flow map, on one line. */
  inline(field: Field): string {
    const { of, type } = contents(field.type);
    if (of === 'list') return `${field.name}: [${this.stop()}]`;
    if (of === 'map' || this.#schema.type(type)) return `${field.name}: {${this.stop()}}`;
    return this.field(field);
  }

  /** What stands behind the dash of an item, or the entries of an object: lines after the first are indented. */
  entries(type: string, indent: string, inside?: string): string {
    const object = this.#schema.type(type);
    const names = object ? this.#habits.usual(object, inside) : [];
    return names.length > 0 ? this.#fields(object!, names, indent) : this.stop();
  }

  #fields(object: ObjectType, names: readonly string[], indent: string): string {
    const fields = names.flatMap((name) => object.fields.get(name) ?? []);
    return fields.map((field) => this.field(field, indent, object.name)).join(`\n${indent}`);
  }

  #value(type: string, field: Field | undefined, indent: string, inside?: string): string {
    const held = contents(type);
    const inner = indent + this.#step;
    if (held.of === 'list') return `\n${inner}- ${this.item(held.type, field, inner)}`;
    if (held.of === 'map') return `\n${inner}${this.stop()}: ${this.stop()}`;
    if (this.#schema.type(held.type)) return `\n${inner}${this.entries(held.type, inner, inside)}`;
    return ` ${this.#scalar(held.type, field)}`;
  }

  /** What stands behind a dash at `indent`. */
  item(type: string, field: Field | undefined, indent: string): string {
    return this.#schema.type(type) ? this.entries(type, `${indent}  `) : this.#scalar(type, field);
  }

  #scalar(type: string, field: Field | undefined): string {
    const words = type === 'boolean' ? ['true', 'false'] : [...(field?.values?.keys() ?? [])];
    if (words.length > 0) return `\${${++this.#stops}|${words.map(choice).join(',')}|}`;
    const usual = field?.default;
    return typeof usual === 'string' || typeof usual === 'number' ? this.stop(String(usual)) : this.stop();
  }

  stop(text = ''): string {
    const number = ++this.#stops;
    return text ? `\${${number}:${literal(text)}}` : `$${number}`;
  }
}

function choice(word: string): string {
  return word.replace(/[\\,|$}]/g, '\\$&');
}
