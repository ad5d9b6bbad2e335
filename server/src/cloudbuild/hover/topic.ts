import type { Card } from '../../core/note';
import { imageTopic } from '../../image/topic';
import { commandTopic } from '../../shell/topic';
import { asScalar } from '../../yaml/navigate';
import type { YamlNode } from '../../yaml/node';
import { written } from '../../yaml/written';
import type { Build } from '../model';

/** What a word names whatever file it stands in: the registry or tag of an image, a command of a step. */
export function topicAt(
  { steps, images, document }: Build,
  node: YamlNode | undefined,
  offset: number,
): Omit<Card, 'place'> | undefined {
  const scalar = asScalar(node);
  if (!scalar) return undefined;
  if (images.includes(scalar) || steps.some(({ name }) => name === scalar)) {
    const { start, end } = written(scalar, document.text).range(0, scalar.text.length);
    const found = end - start === scalar.text.length && imageTopic(scalar.text, offset - start);
    if (!found) return undefined;
    const { range, topic, facts } = found;
    return { span: { ...scalar.span, start: start + range.start, end: start + range.end }, topic, facts };
  }
  const step = steps.find(
    (one) => one.script === scalar || one.entrypoint === scalar || one.args.includes(scalar),
  );
  const found = step?.commands && commandTopic(step.commands, offset);
  return found && { span: { ...scalar.span, ...found.range }, topic: found.topic };
}
