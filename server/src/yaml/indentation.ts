import type { TextEdit } from '../core/span';
import { contentEnd, indentOf, isBlank, lineStart, nextLine } from './lines';

/**
 * Moves a line that fits no open level of indentation to the nearest one that is open, together with the lines
 * below that belong to it, so that the rest of the document can be read as it was meant.
 *
 * @param line where the line starts. @returns no edits where it fits already or nothing is near.
 */
export function realign(text: string, line: number): Realigned {
  const column = indentOf(text, line);
  const item = misplacedItem(text, line, column);
  if (item) return item;
  const isItem = startsItem(text, line + column);
  const target = nearest(openColumns(text, line, isItem), column);
  if (target === undefined || target === column) return { line, edits: [], lines: [] };
  const lines = [line, ...linesBelow(text, line, column)];
  const edits = lines.map((start) =>
    target < column
      ? { start, end: start + column - target, text: '' }
      : { start, end: start, text: ' '.repeat(target - column) },
  );
  return { line, edits, lines };
}

export interface Realigned {
  /** The line at fault, which may be the list item above. */
  readonly line: number;
  readonly edits: readonly TextEdit[];
  readonly lines: readonly number[];
}

/**
 * The line is right and the `- name: x` above it is not: the list goes on with items that stand where this one
 * would have to, so that the lines below it fit.
 */
function misplacedItem(text: string, line: number, column: number): Realigned | undefined {
  const above = lineStart(text, line - 1);
  const dash = indentOf(text, above);
  if (line === 0 || !startsItem(text, above + dash)) return undefined;
  const target = column - 1 - indentOf(text, above + dash + 1);
  if (target < 0 || target === dash || !hasItemBelow(text, line, target)) return undefined;
  const edit =
    target < dash
      ? { start: above, end: above + dash - target, text: '' }
      : { start: above, end: above, text: ' '.repeat(target - dash) };
  return { line: above, edits: [edit], lines: [line] };
}

function hasItemBelow(text: string, line: number, column: number): boolean {
  for (let at = nextLine(text, line); at < text.length; at = nextLine(text, at)) {
    if (isBlank(text, at)) continue;
    const indent = indentOf(text, at);
    if (indent <= column) return indent === column && startsItem(text, at + indent);
  }
  return false;
}

/** The columns at which a new entry may start behind the lines above: of keys, or of dashes for an item. */
function openColumns(text: string, line: number, isItem: boolean): number[] {
  const keys: number[] = [];
  const dashes: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let at = line; at > 0 && least > 0; ) {
    at = lineStart(text, at - 1);
    let column = indentOf(text, at);
    if (isBlank(text, at) || text[at + column] === '#' || column >= least) continue;
    least = column;
    while (startsItem(text, at + column)) {
      dashes.push(column);
      column += 1 + indentOf(text, at + column + 1);
    }
    if (/:(\s|$)/.test(text.slice(at, contentEnd(text, at)))) keys.push(column);
  }
  return isItem && dashes.length > 0 ? dashes : keys;
}

/** Of two that are equally near the deeper one: a space too few is commoner than one too many. */
function nearest(columns: readonly number[], column: number): number | undefined {
  return columns.toSorted((a, b) => Math.abs(a - column) - Math.abs(b - column) || b - a)[0];
}

/** Lines as wrong as the first, and those nested in it where it holds a block. */
function linesBelow(text: string, line: number, column: number): number[] {
  const lines: number[] = [];
  const isItem = startsItem(text, line + column);
  let holdsBlock = opensBlock(text, line);
  for (let at = nextLine(text, line); at < text.length; at = nextLine(text, at)) {
    if (isBlank(text, at)) continue;
    const indent = indentOf(text, at);
    if (indent < column || (indent > column && !holdsBlock)) break;
    if (indent === column && isItem && !startsItem(text, at + indent)) break;
    if (indent === column) holdsBlock = opensBlock(text, at);
    lines.push(at);
  }
  return lines;
}

/** Whether deeper lines below belong to this one: it ends in a colon or block header, or is a list item. */
function opensBlock(text: string, line: number): boolean {
  const start = line + indentOf(text, line);
  return startsItem(text, start) || /(:|[|>][-+\d]*)$/.test(text.slice(start, contentEnd(text, start)));
}

function startsItem(text: string, at: number): boolean {
  return text[at] === '-' && /[ \r\n]|^$/.test(text[at + 1] ?? '');
}
