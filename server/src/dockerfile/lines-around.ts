import type { Edit } from '../core/span';
import { keywordLike } from './keyword-case';
import type { Dockerfile, Instruction } from './model';
import { commentsAbove } from './model';

/** A new line above an instruction and the comments that touch it. */
export function lineAbove(file: Dockerfile, instruction: Instruction, keyword: string, rest: string): Edit {
  const { part } = instruction;
  const line = `${keywordLike(instruction, keyword)} ${rest}`;
  const index = file.parts.findIndex(({ id }) => id === part);
  const comments = commentsAbove(file, part).filter(
    ({ span }) =>
      !file.directives.some((one) => one.span.part === span.part && one.span.start === span.start),
  );
  // Upwards as long as each comment stands on the line above the last.
  const touching = comments.filter(({ linesBelow }, i) => linesBelow === comments.length - 1 - i);
  const top = touching[0]?.span;
  if (!top) return { span: { part, start: 0, end: 0 }, text: `${line}\n` };
  const above = file.parts[index - 1]!;
  const start = above.text.lastIndexOf('\n', top.start - 1) + 1;
  return { span: { part: above.id, start, end: start }, text: `${line}\n` };
}

/** A new line below an instruction. */
export function lineBelow(instruction: Instruction, keyword: string, rest: string): Edit {
  const { part, partText: text } = instruction;
  const line = `${keywordLike(instruction, keyword)} ${rest}`;
  const span = { part, start: text.length, end: text.length };
  return { span, text: text.endsWith('\n') ? `${line}\n` : `\n${line}` };
}
