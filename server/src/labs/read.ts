import type { Problem, SettingPath } from '../config/problem';
import { type Json, type JsonMap, Reader } from '../config/reader';
import { WRONG as SHAPE } from '../config/wrong';
import type { Text } from '../core/text';
import { ExpectationReader, type Known } from './expected';
import type { Lab } from './lab';
import { WRONG } from './wrong';

const KEYS = ['title', 'task', 'files', 'expect', 'hints', 'remark', 'next', 'concepts'];

/** Reads a lab.yaml that was parsed to plain data. Whatever is wrong is reported, and empty in the lab. */
export function readLab(
  value: Json,
  known: Known,
): { readonly contents: Lab; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const read = new LabReader(problems);
  const top = read.map(value, []);
  read.keys(top, [], KEYS);
  const expected = new ExpectationReader(read, known);
  const contents: Lab = {
    title: read.bilingual(top, [], 'title'),
    task: read.bilingual(top, [], 'task'),
    files: read.files(top),
    expect: read.some(top, 'expect').flatMap((item, i) => expected.read(item, ['expect', i])),
    hints: read.some(top, 'hints').map((item, i) => read.text(item, ['hints', i])),
    remark: read.bilingual(top, [], 'remark'),
    next: read.word(top, [], 'next'),
    concepts: read.strings(top['concepts'], ['concepts']),
  };
  return { contents, problems };
}

/** What a lab.yaml has besides what every file of ours has. */
export class LabReader extends Reader {
  /** A text in both languages. */
  text(value: Json, path: SettingPath): Text {
    const map = this.map(value, path);
    this.keys(map, path, ['ko', 'en']);
    return { ko: this.word(map, path, 'ko'), en: this.word(map, path, 'en') };
  }

  bilingual(map: JsonMap, path: SettingPath, key: string): Text {
    if (map[key] !== undefined) return this.text(map[key], [...path, key]);
    this.missing(path, key);
    return { ko: '', en: '' };
  }

  /** A word that has to be there. */
  word(map: JsonMap, path: SettingPath, key: string): string {
    const value = map[key];
    if (value === undefined || value === null || value === '') this.missing(path, key);
    else if (typeof value === 'string') return value;
    else this.report([...path, key], 'value', SHAPE.text, { key });
    return '';
  }

  /** A list that has to hold something. */
  some(map: JsonMap, key: string): readonly Json[] {
    const list = this.list(map[key], [key]);
    if (map[key] === undefined) this.missing([], key);
    else if (Array.isArray(map[key]) && list.length === 0) this.report([key], 'value', WRONG.empty, { key });
    return list;
  }

  files(map: JsonMap): readonly string[] {
    this.some(map, 'files');
    return this.strings(map['files'], ['files']).filter((name, i) => {
      if (isInside(name)) return true;
      this.report(['files', i], 'value', WRONG.file, { name });
      return false;
    });
  }
}

/** Files are written when a lab is reset: nothing outside of the folder, and nothing the lab is made of. */
function isInside(name: string): boolean {
  const [first, ...rest] = name.split('/');
  if (rest.length > 0 && (first === 'start' || first === 'solution')) return false;
  return name !== 'lab.yaml' && [first, ...rest].every((step) => step && /^(?!\.{1,2}$)[^\\:]+$/.test(step));
}
