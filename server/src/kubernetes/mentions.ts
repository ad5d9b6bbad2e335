import type { Mention } from '../core/note';
import { once } from '../core/once';
import type { Path, YamlNode } from '../yaml/node';
import { keysOf, type PlacedPair, pairsBelow } from '../yaml/pairs';
import { topicsOf } from './hover/topic';
import type { KubernetesObject, Manifest, ManifestFile } from './model';
import { isFree, notePlace } from './note-place';

/** The keys of every object, and the values that are something by themselves. */
export function mentions({ parts }: ManifestFile): readonly (readonly Mention[])[] {
  return parts.map(({ unit }) => ofManifest(unit));
}

const ofManifest = once(({ outline }: Manifest): readonly Mention[] =>
  outline.flatMap((object) => [...pairsBelow(object.root)].flatMap((placed) => [...ofPair(placed, object)])),
);

function* ofPair({ pair: { key, value }, path }: PlacedPair, object: KubernetesObject): Generator<Mention> {
  const keys = keysOf(path);
  const free = keys.findIndex((step, i) => isFree(keys[i - 1], step));
  const [topic] = topicsOf(path, true, value);
  if (free < 0) {
    // The value says which kind it is.
    const { span } = keys.length === 1 && keys[0] === 'kind' ? value : key;
    yield {
      span,
      place: notePlace(object.group, object.kind.value, keys),
      ...(topic && { topic: topic.topic }),
    };
  } else if (topic) yield { span: key.span, place: [], topic: topic.topic };
  if (free >= 0) return;
  if (value.type === 'scalar') yield* inValue(value, path);
  if (value.type === 'seq') for (const [i, item] of value.items.entries()) yield* inValue(item, [...path, i]);
}

function* inValue(value: YamlNode, path: Path): Generator<Mention> {
  // A file in a ConfigMap is a value, too.
  if (value.type !== 'scalar' || value.span.end - value.span.start > LONGEST) return;
  for (const { topic, part } of topicsOf(path, false, value))
    yield { span: part?.span ?? value.span, place: [], topic };
}

/** A label's key has a prefix of 253 characters at most, a slash and 63 more. */
const LONGEST = 320;
