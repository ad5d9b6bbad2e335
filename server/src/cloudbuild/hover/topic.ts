import type { Card } from '../../core/note';
import { once } from '../../core/once';
import type { Span } from '../../core/span';
import { imageTopics } from '../../image/topic';
import { commandTopic } from '../../shell/topic';
import { handlingOf } from '../images';
import type { Build } from '../model';

type Topical = Omit<Card, 'place'>;

/** What a word names whatever file it stands in: the registry or tag of an image, a command of a step. */
export function topicAt(build: Build, offset: number): Topical | undefined {
  const image = imageTopicsOf(build).find(({ span }) => span.start <= offset && offset <= span.end);
  if (image) return image;
  for (const { commands, node } of build.steps) {
    const found = commands && commandTopic(commands, offset);
    if (found) return { span: { ...node.span, ...found.range }, topic: found.topic };
  }
  return undefined;
}

/** What the parts of the images are about: builders, those that steps build, push or pull, those of `images`. */
export const imageTopicsOf = once((build: Build): readonly Topical[] => {
  const { built, pushed, present } = handlingOf(build);
  const spans = [...built, ...pushed, ...present, ...build.images].map(({ span }) => unquoted(build, span));
  const once = new Map(spans.map((span) => [span.start, span]));
  return [...once.values()].flatMap((span) => {
    const text = build.document.text.slice(span.start, span.end);
    // With escapes in it, a text stands somewhere else than it reads.
    if (/[\\\s]/.test(text)) return [];
    return imageTopics(text).map(({ range, topic, facts }) => ({
      span: { ...span, start: span.start + range.start, end: span.start + range.end },
      topic,
      facts,
    }));
  });
});

function unquoted({ document }: Build, { start, end, part }: Span): Span {
  const isQuoted = /^["']/.test(document.text.slice(start, end));
  return isQuoted ? { part, start: start + 1, end: end - 1 } : { part, start, end };
}
