import {
  APOSTROPHE,
  BACKSLASH,
  COLON,
  type Cursor,
  DASH,
  HASH,
  isGap,
  NEWLINE,
  PIPE,
  QUOTE,
  RETURN,
  SPACE,
} from './cursor';
import { indentOf, lineEnd, nextLine } from './lines';
import type { ScalarStyle } from './node';
import type { ParsedScalar } from './parsed';

/** Scalars as `direct.ts` reads them: each gives up, which is `undefined`, where there is more to it. */

export function scalarOf(start: number, end: number, text: string, style: ScalarStyle): ParsedScalar {
  return { type: 'scalar', start, end, tag: undefined, anchor: undefined, text, style };
}

/**
 * A plain or quoted scalar and the spaces behind it.
 *
 * @param parent the indentation of what holds it: its further lines have more; `Infinity` where it has to end on
 * its line.
 */
export function readScalar(cursor: Cursor, parent: number, inFlow: boolean): ParsedScalar | undefined {
  const { code } = cursor;
  const scalar =
    code === QUOTE
      ? readDouble(cursor, parent)
      : code === APOSTROPHE
        ? readSingle(cursor, parent)
        : readPlain(cursor, parent, inFlow);
  cursor.skipSpaces();
  return scalar;
}

function readPlain(cursor: Cursor, parent: number, inFlow: boolean): ParsedScalar | undefined {
  const { text, at: start } = cursor;
  const first = text.charAt(start);
  if (isGap(cursor.code) || NEVER_FIRST.includes(first) || cursor.isAtMarker()) return undefined;
  if (SELDOM_FIRST.includes(first) && endsWord(text, start + 1, inFlow)) return undefined;
  let at = start;
  let end = start;
  let isFolded = false;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE) {
      if (text.charCodeAt(at + 1) === HASH) break;
    } else if (code === NEWLINE || code === RETURN) {
      const next = nextWord(text, at, parent);
      if (next < 0) break;
      isFolded = true;
      at = next - 1;
    } else {
      if (endsWord(text, code === COLON ? at + 1 : at, inFlow)) break;
      end = at + 1;
    }
  }
  cursor.at = at;
  const content = text.slice(start, end);
  return scalarOf(start, end, isFolded ? unfold(content) : content, 'plain');
}

const NEVER_FIRST = '!&*{}[]|>%@`,#"\'\uFEFF';
const SELDOM_FIRST = '-?:';
const FLOW_INDICATORS = ',[]{}';

function endsWord(text: string, at: number, inFlow: boolean): boolean {
  return isGap(text.charCodeAt(at)) || (inFlow && FLOW_INDICATORS.includes(text.charAt(at)));
}

/** Where a plain scalar goes on below the line that ends at `from`; -1 where it does not. */
function nextWord(text: string, from: number, parent: number): number {
  let line = from;
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) line = at + 1;
    else if (code !== SPACE && code !== RETURN) return at - line > parent && code !== HASH ? at : -1;
  }
}

function readSingle(cursor: Cursor, parent: number): ParsedScalar | undefined {
  const { text, at: start } = cursor;
  let end = text.indexOf("'", start + 1);
  while (end > 0 && text.charCodeAt(end + 1) === APOSTROPHE) end = text.indexOf("'", end + 2);
  if (end < 0) return undefined;
  cursor.at = end + 1;
  const content = unquoted(text.slice(start + 1, end), parent);
  return content === undefined
    ? undefined
    : scalarOf(start, cursor.at, content.replaceAll("''", "'"), 'single');
}

function readDouble(cursor: Cursor, parent: number): ParsedScalar | undefined {
  const { text, at: start } = cursor;
  let end = start + 1;
  let isEscaped = false;
  for (let code = text.charCodeAt(end); code !== QUOTE; code = text.charCodeAt(++end)) {
    if (end >= text.length) return undefined;
    if (code !== BACKSLASH) continue;
    isEscaped = true;
    end++;
  }
  cursor.at = end + 1;
  const content = unquoted(text.slice(start + 1, end), parent);
  const value = isEscaped && content ? unescaped(content) : content;
  return value === undefined ? undefined : scalarOf(start, cursor.at, value, 'double');
}

/** What stands between quotes, if all lines are indented further than the parent. */
function unquoted(content: string, parent: number): string | undefined {
  if (!content.includes('\n')) return content;
  for (const [, indentation] of content.matchAll(/\n( *)(?![ \r\n])/g))
    if (indentation!.length <= parent) return undefined;
  return unfold(content);
}

/** YAML has all escapes of JSON; what else it has is rare. */
function unescaped(content: string): string | undefined {
  try {
    return JSON.parse(`"${content}"`) as string;
  } catch {
    return undefined;
  }
}

/**
 * A line break with the spaces around it is a space, several are one line break fewer.
 * Source: https://yaml.org/spec/1.2.2/#flow-folding
 */
function unfold(text: string): string {
  return text.replace(
    /(?<![ \t\r\n])[ \t\r\n]*\n[ \t\r\n]*/g,
    (breaks) => '\n'.repeat(breaks.split('\n').length - 2) || ' ',
  );
}

/** A literal or folded scalar from its `|` or `>` to the end of its last line. */
export function readBlock(cursor: Cursor, parent: number): ParsedScalar | undefined {
  const { text, at: start } = cursor;
  const style = cursor.code === PIPE ? 'literal' : 'folded';
  cursor.at++;
  const isStripped = cursor.code === DASH;
  if (isStripped) cursor.at++;
  // Indentation that is not that of the first line, and blank lines that are kept, are rare.
  if (parent < 0 || !cursor.endLine()) return undefined;
  const lines = readLines(cursor, parent);
  if (!lines) return undefined;
  const content = style === 'literal' ? lines.join('\n') : unfoldBlock(lines);
  const end = nextLine(text, cursor.at);
  return scalarOf(start, end, isStripped ? content : `${content}\n`, style);
}

/** Without their indentation and the blank lines below; the cursor goes to the end of the last one. */
function readLines(cursor: Cursor, parent: number): readonly string[] | undefined {
  const { text } = cursor;
  let first = cursor.at;
  const isEmpty = () => first + indentOf(text, first) === lineEnd(text, first);
  while (first < text.length && isEmpty()) first = nextLine(text, first);
  const indent = indentOf(text, first);
  if (indent <= parent) return undefined;
  const lines: string[] = [];
  let filled = 0;
  for (let line = cursor.at; line < text.length; line = nextLine(text, line)) {
    const end = lineEnd(text, line);
    const has = indentOf(text, line);
    if (line + has < end) {
      if (has < indent) break;
      filled = lines.push(text.slice(line + indent, end));
      cursor.at = end;
    } else if (has > indent) return undefined;
    else lines.push('');
  }
  return lines.slice(0, filled);
}

/**
 * A line break between two lines is a space, but not beside a line that is indented further; a blank line is a
 * line break. Source: https://yaml.org/spec/1.2.2/#folded-style
 */
function unfoldBlock(lines: readonly string[]): string {
  let folded = '';
  let between = '';
  let isDeeper = false;
  for (const line of lines) {
    if (line === '') {
      if (between === ' ') between = '\n';
      else folded += '\n';
      continue;
    }
    const wasDeeper = isDeeper;
    isDeeper = line[0] === ' ' || line[0] === '\t';
    if (isDeeper && !wasDeeper && between !== '') between = between === ' ' ? '\n' : '\n\n';
    folded += between + line;
    between = isDeeper ? '\n' : ' ';
  }
  return folded;
}
