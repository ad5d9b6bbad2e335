import type { Card } from '../core/note';
import type { Surroundings } from '../core/rule';
import type { PartId } from '../core/span';
import { get, pathOf } from '../yaml/navigate';
import { placeAt } from '../yaml/place';
import { type Found, fieldAt, type Path } from '../yaml/schema/decode';
import { targetOf } from '../yaml/target';
import type { KubernetesFacts } from './facts';
import { isBuiltInGroup } from './facts/kinds';
import { referenceOf } from './hover/reference';
import { aboutField } from './hover/relations';
import { topicAt } from './hover/topic';
import { aboutValue } from './hover/value';
import type { KubernetesObject, ManifestFile } from './model';
import { isFree, notePlace } from './note-place';
import { objectAt } from './object';
import { schemaAround } from './schema/around';
import type { Schema } from './schema/schema';

/** What stands under the cursor: a field of an object, named by its kind and the keys that lead to it. */
export function hover(
  { parts }: ManifestFile,
  part: PartId,
  offset: number,
  around: Surroundings<KubernetesFacts>,
): Card | undefined {
  const manifest = parts.find(({ id }) => id === part)?.unit;
  const place = manifest && placeAt(manifest.document, offset);
  const object = place && objectAt(manifest, offset);
  if (!object) return undefined;
  const { span, isKey, ...target } = targetOf(place);
  const path = target.path.slice(pathOf(object.root).length);
  if (span.start === span.end) return undefined;
  const named = namedField(path.filter((step) => typeof step === 'string'));
  const schema = schemaAround(around);
  const found = foundAt(schema, object, path);
  const node = get(object.root, ...path);
  const value = isKey ? undefined : node;
  const about = aboutField({ manifest, object, facts: around.facts, path: named.join('.'), node });
  const topic = topicAt(path, isKey, node, offset);
  // The key asks what kinds are, its value what this one is.
  const isKindKey = isKey && path.length === 1 && path[0] === 'kind';
  const own = isKindKey ? ['kind'] : notePlace(object.group, object.kind.value, named);
  if (topic?.part) return { place: own, topic: topic.topic, ...topic.part };
  return {
    span,
    ...topic,
    place: own,
    facts: [...(found && value ? aboutValue(found, path, value) : []), ...about.facts],
    ...(about.picture && { picture: about.picture }),
    ...(schema && found && { reference: referenceOf(schema, object, path, found) }),
  };
}

/** What the schema knows of a place; of a custom resource without a definition only what every object has. */
function foundAt(
  schema: Schema | undefined,
  { group, version, kind }: KubernetesObject,
  path: Path,
): Found | undefined {
  const type = schema?.kind(group, version, kind.value)?.type;
  if (type !== undefined) return fieldAt(schema!, type, path);
  const isShared = path[0] === 'metadata' && !isBuiltInGroup(group);
  return isShared && schema ? fieldAt(schema, 'meta.v1.ObjectMeta', path.slice(1)) : undefined;
}

/** Of the keys that lead to a place those that have one meaning for everybody. */
function namedField(steps: readonly string[]): readonly string[] {
  const at = steps.findIndex((step, i) => isFree(steps[i - 1], step));
  return at < 0 ? steps : steps.slice(0, at);
}
