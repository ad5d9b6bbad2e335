import type { Range } from '../core/span';
import type { Piece } from './tree';

/** What a backslash can protect: anything in a bare word, these characters elsewhere. */
export const ESCAPABLE = { bare: undefined, double: '$`"\\', heredoc: '$`\\', backtick: '$`\\' } as const;

/** The stretches of a range that remain when its backslash escapes are taken away. */
export function unescaped(text: string, { start, end }: Range, escapable: string | undefined): Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (let i = text.indexOf('\\', start); i >= 0 && i < end - 1; i = text.indexOf('\\', i)) {
    const next = text[i + 1]!;
    if (next === '\n') {
      if (i > from) pieces.push({ start: from, end: i });
      from = i + 2;
    } else if (escapable === undefined || escapable.includes(next)) {
      if (i > from) pieces.push({ start: from, end: i });
      from = i + 1;
    }
    i += 2;
  }
  if (end > from) pieces.push({ start: from, end });
  return pieces;
}

/** The text the pieces make. */
export function assemble(text: string, pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.value ?? text.slice(piece.start, piece.end)).join('');
}

/** Without the tabs that begin each line, as `<<-` reads its body. */
export function untabbed(text: string, pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const tabs = /(?<=\n)\t+/g;
    tabs.lastIndex = piece.start;
    let from = piece.start;
    for (let tab = tabs.exec(text); tab && tab.index < piece.end; tab = tabs.exec(text)) {
      if (tab.index > from) result.push({ ...piece, start: from, end: tab.index });
      from = tabs.lastIndex;
    }
    if (piece.end > from) result.push({ ...piece, start: from });
  }
  return result;
}
