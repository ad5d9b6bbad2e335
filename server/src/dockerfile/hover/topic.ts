import type { Card } from '../../core/note';
import { imageTopics } from '../../image/topic';
import type { Script } from '../../shell/script';
import { commandTopic } from '../../shell/topic';
import type { Instruction, Word } from '../model';
import { covers, type HoverAt } from './place';

/** What a word names whatever file it stands in: the registry or tag of an image, a command. */
export function topicCard(instruction: Instruction, at: HoverAt): Card | undefined {
  return imageCard(instruction, at) ?? commandCard(instruction, at);
}

function imageCard(instruction: Instruction, { dockerfile, offset }: HoverAt): Card | undefined {
  const word = imagesOf(instruction, dockerfile.stages).find(({ span }) => covers(span, offset));
  const place = instruction.keyword === 'FROM' ? ['FROM'] : [instruction.keyword, '--from'];
  const found = word && topicsIn(word).find(({ span }) => covers(span, offset));
  return found && { ...found, place };
}

/** What the parts of an image's name are about. */
export function topicsIn({ raw, span }: Word): readonly Omit<Card, 'place'>[] {
  // A word that is longer than it reads has quotes, escapes or a continuation in it.
  if (raw.length !== span.end - span.start) return [];
  return imageTopics(raw).map(({ range, topic, facts }) => ({
    span: { ...span, start: span.start + range.start, end: span.start + range.end },
    topic,
    facts,
  }));
}

/** Neither `scratch` nor a stage is an image. */
export function imagesOf(instruction: Instruction, stages: HoverAt['dockerfile']['stages']): readonly Word[] {
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
  const script = scriptOf(instruction);
  const found = script && commandTopic(script, offset);
  return found && { span: { ...instruction.keywordSpan, ...found.range }, place: [], topic: found.topic };
}

/** The commands an instruction runs, where somebody reads them. */
export function scriptOf(instruction: Instruction): Script | undefined {
  const { keyword } = instruction;
  return keyword === 'RUN' || keyword === 'CMD' || keyword === 'ENTRYPOINT' ? instruction.script : undefined;
}
