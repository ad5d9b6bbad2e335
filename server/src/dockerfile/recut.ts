import type { ReadDirectives } from './directives';
import type { Dockerfile, Instruction } from './model';
import { cut, type Piece } from './scan';

/** A file cut anew after an edit: what lies before and behind the edit is cut as it was. */
export interface Recut {
  /** So many parts at the beginning are as they were. */
  readonly head: number;
  /** What lies between; offsets count from the start of the file. */
  readonly pieces: readonly Piece[];
  /** From this part on, counted among those before the edit, all are as they were. */
  readonly tail: number;
}

type Parts = Dockerfile['parts'];

export function recut(
  text: string,
  { escape: escapeChar, directives, end }: ReadDirectives,
  before: Dockerfile,
): Recut {
  const { parts } = before;
  // A file for another front end is no line of a Dockerfile's, whatever its parts are.
  const isForeign = [...directives, ...before.directives].some(({ form }) => form !== 'comment');
  if (before.escape !== escapeChar || isForeign)
    return { head: 0, pieces: cut(text, 0, end, escapeChar).pieces, tail: parts.length };
  const head = sameHead(text, parts);
  const from = lengthOf(parts, head);
  let tail = parts.length;
  let start = text.length;
  // The first part may be a byte order mark, which is none anywhere else.
  for (; tail > Math.max(head, 1); tail--) {
    const last = parts[tail - 1]!.text;
    if (start - last.length < from || !text.endsWith(last, start)) break;
    start -= last.length;
  }
  // Where the rest of the text is the same, and a piece begins as it did, all that follow do.
  const isKnown = (at: number, inTrivia: boolean): boolean => {
    while (tail < parts.length && start < at) start += parts[tail++]!.text.length;
    return tail < parts.length && start === at && !(inTrivia && parts[tail]!.kind === 'trivia');
  };
  const { pieces, end: stop } = cut(text, from, head > 0 ? from : end, escapeChar, isKnown);
  return { head, pieces, tail: stop < text.length ? tail : parts.length };
}

/** How many parts the text still begins with, as far as nothing behind them has a say in where they end. */
function sameHead(text: string, parts: Parts): number {
  let at = 0;
  let head = 0;
  // The last one ends where the file does.
  for (; head < parts.length - 1; head++) {
    const part = parts[head]!;
    if (!text.startsWith(part.text, at) || (part.kind === 'instruction' && isOpen(part.instruction))) break;
    at += part.text.length;
  }
  // Comments and blank lines end where the next instruction begins.
  return head > 0 && parts[head - 1]!.kind === 'trivia' ? head - 1 : head;
}

/** Whether it has a heredoc whose end was looked for in all of the file. */
function isOpen(instruction: Instruction): boolean {
  if (instruction.keyword === 'ONBUILD')
    return instruction.trigger !== undefined && isOpen(instruction.trigger);
  return instruction.heredocs.some(({ terminator }) => !terminator);
}

function lengthOf(parts: Parts, count: number): number {
  const last = count > 0 ? parts[count - 1] : undefined;
  return last ? last.start + last.text.length : 0;
}
