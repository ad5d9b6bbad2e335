import type { Mention } from '../core/note';
import type { Instruction } from './model';
import type { DockerfilePart } from './rule';

/** The instructions, a trigger included, and their flags. */
export function* mentions(part: DockerfilePart): Generator<Mention> {
  if (!('keyword' in part)) return;
  yield* ofInstruction(part);
  if (part.keyword === 'ONBUILD' && part.trigger) yield* ofInstruction(part.trigger);
}

function* ofInstruction({ keyword, keywordSpan, flags }: Instruction): Generator<Mention> {
  if (keyword === 'UNKNOWN') return;
  yield { span: keywordSpan, place: [keyword] };
  for (const { span, name } of flags) yield { span, place: [keyword, `--${name}`] };
}
