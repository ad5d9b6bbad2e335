import type { Mention } from '../core/note';
import type { YamlNode } from '../yaml/node';
import type { KubernetesObject, Manifest } from './model';
import { isFree, notePlace } from './note-place';

/** The keys of every object; what hangs below them is explained where they are. */
export function* mentions({ outline }: Manifest): Generator<Mention> {
  for (const object of outline) yield* below(object.root, [], object);
}

function* below(node: YamlNode, path: readonly string[], object: KubernetesObject): Generator<Mention> {
  if (node.type === 'seq') for (const item of node.items) yield* below(item, path, object);
  if (node.type !== 'map') return;
  for (const { name, key, value } of node.pairs) {
    if (isFree(path.at(-1), name)) continue;
    const place = [...path, name];
    yield { span: key.span, place: notePlace(object.group, object.kind.value, place) };
    yield* below(value, place, object);
  }
}
