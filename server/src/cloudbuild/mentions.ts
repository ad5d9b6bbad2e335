import type { Mention } from '../core/note';
import { once } from '../core/once';
import type { Span } from '../core/span';
import { commandTopics } from '../shell/topic';
import { keysOf, pairsBelow } from '../yaml/pairs';
import { written } from '../yaml/written';
import { substitutionPlace } from './hover/substitution';
import { imagesOf, topicsIn } from './hover/topic';
import type { Build, BuildFile } from './model';
import { jsonName } from './schema/names';
import { usesOf } from './substitution';

/** The keys of a build, its substitutions, its images and the commands of its steps. */
export function mentions({ parts }: BuildFile): readonly (readonly Mention[])[] {
  return parts.map(({ unit }) => ofBuild(unit));
}

const ofBuild = once((build: Build): readonly Mention[] => {
  const { root, steps, document } = build;
  if (!root) return [];
  const substitutions = usesOf(build).map(({ node, use }): Mention => {
    const range = written(node, document.text).range(use.start, use.end);
    return { span: { ...node.span, ...range }, place: substitutionPlace(use.name) };
  });
  const isSubstitution = ({ start }: Span) =>
    substitutions.some(({ span }) => span.start <= start && start <= span.end);
  const topics = [
    ...imagesOf(build).flatMap((scalar) => topicsIn(scalar, build)),
    ...steps.flatMap(({ node, commands }) =>
      (commands ? commandTopics(commands) : []).map(({ range, topic }) => ({
        span: { ...node.span, ...range },
        topic,
      })),
    ),
  ];
  return [
    ...[...pairsBelow(root)].map(({ pair, path }) => ofKey(pair.key.span, keysOf(path).map(jsonName))),
    ...substitutions,
    ...topics
      .filter(({ span }) => !isSubstitution(span))
      .map(({ span, topic }): Mention => ({ span, place: [], ...(topic && { topic }) })),
  ];
});

function ofKey(span: Span, place: readonly string[]): Mention {
  const isOwn = place[0] === 'substitutions' && place.length === 2;
  return { span, place: isOwn ? substitutionPlace('_') : place };
}
