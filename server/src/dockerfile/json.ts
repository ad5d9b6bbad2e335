import { Joined } from '../core/joined';
import type { Range } from '../core/span';
import { readWord } from './lex';
import type { Source } from './source';
import type { Word } from './word';

const STRING = /"(?:[^"\\]|\\.)*"/g;

/** A JSON array with what is wrong with it. */
export interface JsonArray {
  /** A word per string: its span has the quotes, its `raw` is decoded. */
  readonly words: readonly Word[];
  /** The decoded strings, mapped to where they were written. */
  readonly strings: readonly Joined[];
  /** The array holds something else than strings, which BuildKit rejects. */
  readonly mixed: boolean;
}

/**
 * The strings of an array that `JSON.parse` accepts.
 * @param expanded whether BuildKit expands variables in them: COPY, ADD, VOLUME.
 */
export function readJsonArray(source: Source, range: Range, expanded: boolean): JsonArray {
  const written = source.slice(range);
  const values = JSON.parse(written) as unknown[];
  if (!values.every((value) => typeof value === 'string')) return { words: [], strings: [], mixed: true };
  const words: Word[] = [];
  const strings: Joined[] = [];
  for (const match of written.matchAll(STRING)) {
    const start = range.start + match.index;
    const string = decoded(source, { start: start + 1, end: start + match[0].length - 1 });
    const word = readWord(string, source.part, source.escape, expanded);
    words.push({ ...word, span: source.span({ start, end: start + match[0].length }) });
    strings.push(string);
  }
  return { words, strings, mixed: false };
}

/** The inside of a JSON string; an escape sequence becomes its character at the place of its last one. */
function decoded(source: Source, range: Range): Joined {
  const inside = source.slice(range);
  if (!inside.includes('\\')) return source.joinedAt(range);
  const units = source.text.split('');
  const kept: Range[] = [];
  for (const match of inside.matchAll(/\\u[0-9A-Fa-f]{4}|\\.|[^\\]/gs)) {
    const last = source.joined.toSource(range.start + match.index + match[0].length - 1);
    units[last] = JSON.parse(`"${match[0]}"`) as string;
    kept.push({ start: last, end: last + 1 });
  }
  return new Joined(units.join(''), kept);
}
