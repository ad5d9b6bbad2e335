import type { Span } from '../../core/span';
import { indentUnit } from '../edit';
import { indentOf, lineStart } from '../lines';
import { entriesOf } from '../navigate';
import type { YamlDocument, YamlNode } from '../node';
import type { Place } from '../place';
import type { Found, Path } from '../schema/decode';
import type { Field, ObjectType, Types } from '../schema/types';

/** How what is suggested has to be laid out. */
export interface Layout {
  /** Spaces that a new line of the suggestion needs beyond the indentation of the line it begins on. */
  readonly indent: string;
  /** One level of indentation in this document. */
  readonly step: string;
  /** The value is being written behind its `key:`; what has lines of its own goes below. */
  readonly behindColon: boolean;
}

/** What people who know the API write. */
export interface Habits {
  isRequired(owner: string, field: Field): boolean;
  /**
   * The fields a new object begins with, those it has to have among them.
   * @param inside the type of the object it stands in
   */
  usual(type: ObjectType, inside?: string): readonly string[];
}

/** Everything a suggestion of the schema depends on. */
export interface AskedAt extends Layout {
  readonly schema: Types;
  readonly habits: Habits;
  readonly place: Place;
  /** From the root of the object that the schema describes. */
  readonly path: Path;
  readonly found: Found;
}

/** @param offset in UTF-16 units of the document */
export function layoutOf(document: YamlDocument, { typed, pair, role }: Place, offset: number): Layout {
  const { text } = document;
  const line = lineStart(text, offset);
  const behindColon = role === 'value' && pair?.colon !== undefined && pair.colon >= line;
  const column = behindColon ? (pair?.key.span.start ?? line) - line : typed.start - line;
  const indent = ' '.repeat(Math.max(0, column - indentOf(text, line)));
  return { indent, step: ' '.repeat(indentUnit(document)), behindColon };
}

/** The keys that are there, without the one that is being written. */
export function writtenIn(map: YamlNode | undefined, { role, pair }: Place): readonly string[] {
  return entriesOf(map).flatMap((one) => (role === 'key' && one === pair ? [] : one.name));
}

/** What is replaced: of a quoted word what stands between the quotes. */
export function replacedAt({ text }: YamlDocument, { typed }: Place): Span {
  const quote = text[typed.start];
  if (quote !== '"' && quote !== "'") return typed;
  const closed = typed.end - typed.start > 1 && text[typed.end - 1] === quote;
  return { ...typed, start: typed.start + 1, end: typed.end - (closed ? 1 : 0) };
}
