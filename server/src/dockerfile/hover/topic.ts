import type { Card } from '../../core/note';
import { imageTopic } from '../../image/topic';
import { commandTopic } from '../../shell/topic';
import type { CommandLine, Instruction, Word } from '../model';
import { covers, type HoverAt } from './place';

/** What a word names whatever file it stands in: the registry or tag of an image, a command. */
export function topicCard(instruction: Instruction, at: HoverAt): Card | undefined {
  return imageCard(instruction, at) ?? commandCard(instruction, at);
}

function imageCard(instruction: Instruction, { dockerfile, offset }: HoverAt): Card | undefined {
  const word = imagesOf(instruction, dockerfile.stages).find(({ span }) => covers(span, offset));
  // A word that is longer than it reads has quotes, escapes or a continuation in it.
  if (!word || word.raw.length !== word.span.end - word.span.start) return undefined;
  const found = imageTopic(word.raw, offset - word.span.start);
  if (!found) return undefined;
  const { range, topic, facts } = found;
  const span = { ...word.span, start: word.span.start + range.start, end: word.span.start + range.end };
  const place = instruction.keyword === 'FROM' ? ['FROM'] : [instruction.keyword, '--from'];
  return { span, place, topic, facts };
}

/** Neither `scratch` nor a stage is an image. */
function imagesOf(instruction: Instruction, stages: HoverAt['dockerfile']['stages']): readonly Word[] {
  if (instruction.keyword === 'FROM') {
    const base = stages.find(({ from }) => from === instruction)?.base;
    return instruction.image && base?.kind !== 'stage' && base?.kind !== 'scratch' ? [instruction.image] : [];
  }
  return stages.flatMap(({ uses }) =>
    uses.flatMap(({ word, source }) =>
      source.kind === 'image' && word.span.part === instruction.keywordSpan.part ? [word] : [],
    ),
  );
}

function commandCard(instruction: Instruction, { offset }: HoverAt): Card | undefined {
  const { keyword, keywordSpan } = instruction;
  const line: CommandLine | undefined =
    keyword === 'RUN' || keyword === 'CMD' || keyword === 'ENTRYPOINT' ? instruction : undefined;
  const found = line?.script && commandTopic(line.script, offset);
  return found && { span: { ...keywordSpan, ...found.range }, place: [], topic: found.topic };
}
