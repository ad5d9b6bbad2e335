import type { Mention } from '../core/note';
import { once } from '../core/once';
import type { Span } from '../core/span';
import { commandTopics } from '../shell/topic';
import { imagesOf, scriptOf, topicsIn } from './hover/topic';
import type { Dockerfile, Instruction, Word } from './model';

/** The instructions with their flags and commands; then the images, which are none where a stage has their name. */
export function mentions({ instructions, stages }: Dockerfile): readonly (readonly Mention[])[] {
  const images = instructions
    .flatMap((instruction) => imagesOf(instruction, stages))
    .flatMap((word) => topicsIn(word).filter(({ span }) => !isVariable(word, span)))
    .map(({ span, topic }): Mention => ({ span, place: [], ...(topic && { topic }) }));
  return [...instructions.map(ofInstruction), images];
}

/** A variable is explained as one, whatever it stands for. */
function isVariable({ variables }: Word, { start, end }: Span): boolean {
  return variables.some(({ span }) => span.start < end && start < span.end);
}

const ofInstruction = once((instruction: Instruction): readonly Mention[] => {
  const { keyword, keywordSpan, flags } = instruction;
  if (keyword === 'UNKNOWN') return [];
  const script = scriptOf(instruction);
  return [
    { span: keywordSpan, place: [keyword] },
    ...flags.map(({ span, name }) => ({ span, place: [keyword, `--${name}`] })),
    ...(script ? commandTopics(script) : []).map(({ range, topic }) => ({
      span: { ...keywordSpan, ...range },
      place: [],
      topic,
    })),
    ...(keyword === 'ONBUILD' && instruction.trigger ? ofInstruction(instruction.trigger) : []),
  ];
});
