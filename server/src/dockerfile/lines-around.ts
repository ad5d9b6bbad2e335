import type { Edit } from '../core/span';
import type { Dockerfile, Instruction } from './model';
import { commentsAbove } from './model';

/** A new line above an instruction and the comments that touch it. */
export function lineAbove(file: Dockerfile, { part }: Instruction, line: string): Edit {
  const index = file.parts.findIndex(({ id }) => id === part);
  const { text } = file.parts[index]!;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const comments = commentsAbove(file, part).filter(
    ({ span }) =>
      !file.directives.some((one) => one.span.part === span.part && one.span.start === span.start),
  );
  // Upwards as long as each comment stands on the line above the last.
  const touching = comments.filter(({ linesBelow }, i) => linesBelow === comments.length - 1 - i);
  const top = touching[0]?.span;
  if (!top) return { span: { part, start: 0, end: 0 }, text: line + end };
  const above = file.parts[index - 1]!;
  const start = above.text.lastIndexOf('\n', top.start - 1) + 1;
  return { span: { part: above.id, start, end: start }, text: line + end };
}

/** A new line below an instruction. */
export function lineBelow(file: Dockerfile, { part }: Instruction, line: string): Edit {
  const { text } = file.parts.find(({ id }) => id === part)!;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const span = { part, start: text.length, end: text.length };
  return { span, text: text.endsWith('\n') ? line + end : end + line };
}
