import type { Card } from '../../core/note';
import { imageTopics } from '../../image/topic';
import { commandTopic } from '../../shell/topic';
import { asScalar } from '../../yaml/navigate';
import type { YamlNode, YamlScalar } from '../../yaml/node';
import { written } from '../../yaml/written';
import type { Build } from '../model';

/** What a word names whatever file it stands in: the registry or tag of an image, a command of a step. */
export function topicAt(
  build: Build,
  node: YamlNode | undefined,
  offset: number,
): Omit<Card, 'place'> | undefined {
  const scalar = asScalar(node);
  if (!scalar) return undefined;
  const { steps } = build;
  if (imagesOf(build).includes(scalar))
    return topicsIn(scalar, build).find(({ span: { start, end } }) => start <= offset && offset <= end);
  const step = steps.find(
    (one) => one.script === scalar || one.entrypoint === scalar || one.args.includes(scalar),
  );
  const found = step?.commands && commandTopic(step.commands, offset);
  return found && { span: { ...scalar.span, ...found.range }, topic: found.topic };
}

/** Everything that names an image: builders, and what is pushed. */
export function imagesOf({ steps, images }: Build): readonly YamlScalar[] {
  return [...steps.flatMap(({ name }) => name ?? []), ...images];
}

/** What the parts of an image's name are about. */
export function topicsIn(scalar: YamlScalar, { document }: Build): readonly Omit<Card, 'place'>[] {
  const { start, end } = written(scalar, document.text).range(0, scalar.text.length);
  if (end - start !== scalar.text.length) return [];
  return imageTopics(scalar.text).map(({ range, topic, facts }) => ({
    span: { ...scalar.span, start: start + range.start, end: start + range.end },
    topic,
    facts,
  }));
}
