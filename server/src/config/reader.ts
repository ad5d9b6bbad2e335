import { closest } from '../core/closest';
import { nearestName } from '../core/names';
import type { Text, Values } from '../core/text';
import type { Problem, SettingPath } from './problem';
import { WRONG } from './wrong';

export type Json = unknown;
export type JsonMap = Readonly<Record<string, Json>>;

export function isMap(value: Json): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads plain data of an expected shape; whatever has another shape is reported and read as if it were not there. */
export class Reader {
  readonly #problems: Problem[];

  constructor(problems: Problem[]) {
    this.#problems = problems;
  }

  report(path: SettingPath, on: Problem['on'], text: Text, values?: Values): void {
    this.#problems.push({ path, on, message: { text, values } });
  }

  /** A map; nothing written is an empty one. */
  map(value: Json, path: SettingPath): JsonMap {
    if (value === undefined || value === null) return {};
    if (isMap(value)) return value;
    if (path.length === 0) this.report(path, 'value', WRONG.top);
    else this.report(path, 'value', WRONG.map, { key: nameOf(path) });
    return {};
  }

  list(value: Json, path: SettingPath): readonly Json[] {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value;
    this.report(path, 'value', WRONG.list, { key: nameOf(path) });
    return [];
  }

  strings(value: Json, path: SettingPath): readonly string[] {
    return this.list(value, path).flatMap((item, i) => {
      if (typeof item === 'string' && item) return [item];
      this.report([...path, i], 'value', WRONG.string, { key: nameOf(path) });
      return [];
    });
  }

  oneOf<T extends string>(value: Json, path: SettingPath, known: readonly T[]): T | undefined {
    if (value === undefined || value === null) return undefined;
    const found = known.find((word) => word === value);
    if (found === undefined) this.report(path, 'value', WRONG.word, { key: nameOf(path), known });
    return found;
  }

  flag(value: Json, path: SettingPath): boolean | undefined {
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'boolean') return value;
    this.report(path, 'value', WRONG.yesNo, { key: nameOf(path) });
    return undefined;
  }

  /** `1.35`, and what says as much: `v1.35.2`. */
  version(value: Json, path: SettingPath): string | undefined {
    if (value === undefined || value === null || value === '') return undefined;
    const [, minor] = /^v?(1\.\d{1,2})(?:\.\d.*)?$/.exec(String(value)) ?? [];
    if (minor === undefined) this.report(path, 'value', WRONG.version, { key: nameOf(path) });
    return minor;
  }

  /** Reports keys that mean nothing. */
  keys(map: JsonMap, path: SettingPath, known: readonly string[]): void {
    for (const key of Object.keys(map)) {
      if (known.includes(key)) continue;
      const near = closest(key, known);
      if (near) this.report([...path, key], 'key', WRONG.keyNear, { key, near });
      else this.report([...path, key], 'key', WRONG.key, { key, known });
    }
  }

  unknownRule(name: string, path: SettingPath, known: readonly string[]): void {
    const near = nearestName(name, known);
    if (near) this.report(path, 'key', WRONG.ruleNear, { name, near });
    else this.report(path, 'key', WRONG.rule, { name });
  }

  unknownOption(rule: string, name: string, path: SettingPath, known: readonly string[]): void {
    const text = known.length > 0 ? WRONG.option : WRONG.noOptions;
    this.report(path, 'key', text, { rule, name, known });
  }

  missing(path: SettingPath, key: string): void {
    this.report(path, 'value', WRONG.missing, { key });
  }
}

/** The key a value belongs to, for messages. */
export function nameOf(path: SettingPath): string {
  return String(path.findLast((step) => typeof step === 'string') ?? '');
}
