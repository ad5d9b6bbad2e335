import type { Mention } from '../core/note';
import { once } from '../core/once';
import { commandTopics } from '../shell/topic';
import { asScalar } from '../yaml/navigate';
import type { Path, YamlNode } from '../yaml/node';
import { written } from '../yaml/written';
import { placeOf } from './hover/substitution';
import { imageTopicsOf } from './hover/topic';
import type { Build, BuildFile } from './model';
import { jsonName } from './schema/names';
import { usesIn } from './substitution';

/** The keys of every build, its substitutions, and what its images and commands are called. */
export function mentions({ parts }: BuildFile): readonly (readonly Mention[])[] {
  return parts.map(({ unit }) => ofBuild(unit));
}

const ofBuild = once((build: Build): readonly Mention[] => [
  ...(build.root ? below(build, build.root, []) : []),
  ...imageTopicsOf(build).map(({ span, topic }) => ({ span, place: [], ...(topic && { topic }) })),
  ...build.steps.flatMap(({ commands, node }) =>
    (commands ? commandTopics(commands) : []).map(({ range, topic }) => ({
      span: { ...node.span, ...range },
      place: [],
      topic,
    })),
  ),
]);

function* below(build: Build, node: YamlNode, path: Path): Generator<Mention> {
  if (node.type === 'seq')
    for (const [i, item] of node.items.entries()) yield* below(build, item, [...path, i]);
  if (node.type === 'map')
    for (const { key, name, value } of node.pairs) {
      const steps = [...path, name].flatMap((step) => (typeof step === 'string' ? jsonName(step) : []));
      const isOwn = steps.length === 2 && steps[0] === 'substitutions';
      yield { span: key.span, place: isOwn ? ['$', 'user'] : steps };
      yield* below(build, value, [...path, name]);
    }
  if (node.type === 'scalar') yield* inValue(build, node);
}

function* inValue(build: Build, node: YamlNode): Generator<Mention> {
  const scalar = asScalar(node);
  if (!scalar || build.steps.some(({ script }) => script === scalar)) return;
  const placed = written(scalar, build.document.text);
  for (const { start, end, name } of usesIn(scalar.text))
    yield { span: { ...scalar.span, ...placed.range(start, end) }, place: placeOf(name) };
}
