import type { SettingPath } from '../config/problem';
import { isMap, type Json, type JsonMap, nameOf } from '../config/reader';
import { WRONG as SHAPE } from '../config/wrong';
import { closest } from '../core/closest';
import type { AnyExpectation, FieldType } from '../core/expectation';
import type { AnyLanguage } from '../core/language';
import { type NameIndex, nearestName } from '../core/names';
import type { Expected } from './lab';
import type { LabReader } from './read';
import { WRONG } from './wrong';

/** What a lab.yaml may speak of. */
export interface Known {
  readonly names: NameIndex;
  readonly languages: readonly AnyLanguage[];
}

/** Reads the items of `expect`: `gone: <rule>`, or a kind of fact with its fields. */
export class ExpectationReader {
  readonly #read: LabReader;
  readonly #names: NameIndex;
  readonly #rules: readonly string[];
  readonly #kinds: ReadonlyMap<
    string,
    { readonly language: AnyLanguage; readonly expectation: AnyExpectation }
  >;

  constructor(read: LabReader, { names, languages }: Known) {
    this.#read = read;
    this.#names = names;
    this.#rules = languages.flatMap(({ rules }) => rules.flatMap(({ id, also }) => [id, ...also]));
    this.#kinds = new Map(
      languages.flatMap((language) =>
        (language.expectations ?? []).map((one) => [one.name, { language, expectation: one }]),
      ),
    );
  }

  read(item: Json, path: SettingPath): readonly Expected[] {
    const map = this.#read.map(item, path);
    const { says, ...rest } = map;
    const words = says === undefined ? {} : { says: this.#read.text(says, [...path, 'says']) };
    const [kind, ...more] = Object.keys(rest);
    if (kind === undefined) this.#read.missing(path, [GONE, ...this.#kinds.keys()].join(', '));
    for (const one of more) this.#read.report([...path, one], 'key', WRONG.oneKind);
    if (kind === undefined || more.length > 0) return [];
    if (kind === GONE) return this.#gone(rest[GONE], [...path, GONE]).map((gone) => ({ gone, ...words }));
    const found = this.#kinds.get(kind);
    if (found)
      return [{ ...found, asked: this.#fields(rest[kind], [...path, kind], found.expectation), ...words }];
    const known = [GONE, ...this.#kinds.keys()];
    const near = closest(kind, known);
    const values = { key: kind, near: near ?? '', known };
    this.#read.report([...path, kind], 'key', near ? WRONG.kindNear : WRONG.kind, values);
    return [];
  }

  /** The name of a rule, or a list of them. */
  #gone(value: Json, path: SettingPath): readonly string[] {
    const names = typeof value === 'string' ? [value] : this.#read.strings(value, path);
    return names.filter((name, i) => {
      if (this.#names.rules(name).length > 0) return true;
      const near = nearestName(name, this.#rules);
      const at = typeof value === 'string' ? path : [...path, i];
      this.#read.report(at, 'value', near ? SHAPE.ruleNear : SHAPE.rule, { name, near: near ?? '' });
      return false;
    });
  }

  #fields(value: Json, path: SettingPath, { fields }: AnyExpectation): object {
    const map = this.#read.map(value, path);
    this.#read.keys(map, path, Object.keys(fields));
    const asked: Record<string, unknown> = {};
    for (const [name, type] of Object.entries(fields as Readonly<Record<string, FieldType>>)) {
      if (map[name] === undefined || map[name] === null) {
        if (!type.endsWith('?')) this.#read.missing(path, name);
      } else if (this.#fits(map[name], type.replace('?', ''), [...path, name])) asked[name] = map[name];
    }
    return asked;
  }

  #fits(value: Json, type: string, path: SettingPath): boolean {
    const [ok, text] = SHAPES[type]!(value);
    if (!ok) this.#read.report(path, 'value', text, { key: nameOf(path), minimum: 0 });
    return ok;
  }
}

const GONE = 'gone';
const isNumber = (value: Json) => typeof value === 'number' && value >= 0;
const isText = (value: Json) => typeof value === 'string' && value !== '';

const SHAPES: Readonly<
  Record<string, (value: Json) => readonly [boolean, (typeof SHAPE)[keyof typeof SHAPE]]>
> = {
  text: (value) => [isText(value), SHAPE.text],
  number: (value) => [isNumber(value), SHAPE.number],
  value: (value) => [['string', 'number', 'boolean'].includes(typeof value), SHAPE.text],
  texts: (value) => [Array.isArray(value) && value.length > 0 && value.every(isText), SHAPE.list],
  numbers: (value) => [isMap(value) && Object.values(value as JsonMap).every(isNumber), SHAPE.map],
};
