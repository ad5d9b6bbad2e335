import type { Mention } from '../core/note';
import { once } from '../core/once';
import type { YamlNode } from '../yaml/node';
import { topicsOf } from './hover/topic';
import type { KubernetesObject, Manifest, ManifestFile } from './model';
import { isFree, notePlace } from './note-place';

/** The keys of every object, and the values that are something by themselves. */
export function* mentions({ parts }: ManifestFile): Generator<readonly Mention[]> {
  for (const { unit } of parts) yield ofManifest(unit);
}

const ofManifest = once(({ outline }: Manifest): readonly Mention[] => {
  const found: Mention[] = [];
  for (const object of outline) add(found, object.root, [], object);
  return found;
});

/** @param keys those that lead to the node; which item of a list it is makes no difference */
function add(found: Mention[], node: YamlNode, keys: readonly string[], object: KubernetesObject): void {
  if (node.type === 'seq') for (const item of node.items) add(found, item, keys, object);
  if (node.type === 'scalar' && keys.length > 0) addValue(found, node, keys);
  if (node.type !== 'map') return;
  for (const { name, key, value } of node.pairs) {
    const path = [...keys, name];
    const topic = topicsOf(path, true, value)[0]?.topic;
    if (isFree(keys.at(-1), name)) {
      if (topic) found.push({ span: key.span, place: [], topic });
      continue;
    }
    // The value says which kind it is.
    const { span } = path.length === 1 && name === 'kind' ? value : key;
    const place = notePlace(object.group, object.kind.value, path);
    found.push(topic ? { span, place, topic } : { span, place });
    add(found, value, path, object);
  }
}

function addValue(found: Mention[], value: YamlNode, path: readonly string[]): void {
  // A file in a ConfigMap is a value, too.
  if (value.span.end - value.span.start > LONGEST) return;
  for (const { topic, part } of topicsOf(path, false, value))
    found.push({ span: part?.span ?? value.span, place: [], topic });
}

/** A label's key has a prefix of 253 characters at most, a slash and 63 more. */
const LONGEST = 320;
