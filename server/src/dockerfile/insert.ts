import type { Edit, Range } from '../core/span';
import type { Word } from '../shell/script';
import type { Run } from './model';

/** Puts a word behind one of a command; in the JSON form, where a string is a word, a string of its own. */
export function wordBehind({ part, words: strings }: Run, { range }: Word, text: string): Edit {
  const { start, end } = range;
  const alone = strings.some(({ span }) => span.start === start - 1 && span.end === end + 1);
  return { span: { part, start: end, end }, text: alone ? `", "${text}` : ` ${text}` };
}

/** Whether a comment between continued lines stands within a span, and would go with it. */
export function holdsComment({ comments }: Run, { start, end }: Range): boolean {
  return comments.some(({ span }) => start < span.start && span.end <= end);
}
