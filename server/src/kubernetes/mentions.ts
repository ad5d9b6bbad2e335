import type { Mention } from '../core/note';
import { once } from '../core/once';
import type { Path, YamlNode, YamlPair } from '../yaml/node';
import { topicsOf } from './hover/topic';
import type { KubernetesObject, Manifest, ManifestFile } from './model';
import { isFree, notePlace } from './note-place';

/** The keys of every object, and the values that are something by themselves. */
export function mentions({ parts }: ManifestFile): readonly (readonly Mention[])[] {
  return parts.map(({ unit }) => ofManifest(unit));
}

const ofManifest = once(({ outline }: Manifest): readonly Mention[] =>
  outline.flatMap((object) => [...below(object.root, [], object)]),
);

function* below(node: YamlNode, path: Path, object: KubernetesObject): Generator<Mention> {
  if (node.type === 'seq')
    for (const [i, item] of node.items.entries()) {
      if (item.type === 'scalar') yield* inValue(item, [...path, i]);
      else yield* below(item, [...path, i], object);
    }
  if (node.type === 'map') for (const pair of node.pairs) yield* ofPair(pair, [...path, pair.name], object);
}

function* ofPair({ key, name, value }: YamlPair, path: Path, object: KubernetesObject): Generator<Mention> {
  const named = path.filter((step) => typeof step === 'string');
  const [topic] = topicsOf(path, true, value);
  if (isFree(named.at(-2), name)) {
    if (topic) yield { span: key.span, place: [], topic: topic.topic };
    return;
  }
  // The value says which kind it is.
  const { span } = named.length === 1 && name === 'kind' ? value : key;
  yield {
    span,
    place: notePlace(object.group, object.kind.value, named),
    ...(topic && { topic: topic.topic }),
  };
  if (value.type === 'scalar') yield* inValue(value, path);
  else yield* below(value, path, object);
}

function* inValue(value: YamlNode, path: Path): Generator<Mention> {
  // A file in a ConfigMap is a value, too.
  if (value.span.end - value.span.start > LONGEST) return;
  for (const { topic, part } of topicsOf(path, false, value))
    yield { span: part?.span ?? value.span, place: [], topic };
}

/** A label's key has a prefix of 253 characters at most, a slash and 63 more. */
const LONGEST = 320;
