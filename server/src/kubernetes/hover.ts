import type { WorkspaceFacts } from '../core/facts';
import type { Card } from '../core/note';
import type { PartId } from '../core/span';
import { pathOf } from '../yaml/navigate';
import { placeAt } from '../yaml/place';
import type { KubernetesFacts } from './facts';
import { aboutField } from './hover-facts';
import type { KubernetesObject, Manifest, ManifestFile } from './model';
import { objectAt } from './object';

/** What stands under the cursor: a field of an object, named by its kind and the keys that lead to it. */
export function hover(
  { parts }: ManifestFile,
  part: PartId,
  offset: number,
  facts: WorkspaceFacts<KubernetesFacts>,
): Card | undefined {
  const manifest = parts.find(({ id }) => id === part)?.unit;
  const place = manifest && placeAt(manifest.document, offset);
  if (!place || place.typed.start === place.typed.end) return undefined;
  const object = objectAt(manifest, offset);
  if (!object) return undefined;
  const name = place.role === 'key' && place.pair ? [place.pair.name] : [];
  const steps = [...place.path, ...name].slice(pathOf(object.root).length);
  const field = fieldOf(steps.filter((step) => typeof step === 'string'));
  return {
    span: place.typed,
    place: [object.kind.value, ...field],
    ...aboutField(field, contextOf(manifest, object, facts), place.pair),
  };
}

/** The keys below these are people's own: what is explained is the map that holds them. */
const FREE = new Set([
  'labels',
  'annotations',
  'matchLabels',
  'nodeSelector',
  'selector',
  'data',
  'stringData',
]);
const KNOWN = new Set(['matchLabels', 'matchExpressions']);

function fieldOf(steps: readonly string[]): readonly string[] {
  const at = steps.findIndex(
    (step, i) => FREE.has(step) && i + 1 < steps.length && !KNOWN.has(steps[i + 1]!),
  );
  return at < 0 ? steps : steps.slice(0, at + 1);
}

export interface HoverContext {
  readonly manifest: Manifest;
  readonly object: KubernetesObject;
  readonly facts: WorkspaceFacts<KubernetesFacts>;
}

function contextOf(
  manifest: Manifest,
  object: KubernetesObject,
  facts: WorkspaceFacts<KubernetesFacts>,
): HoverContext {
  return { manifest, object, facts };
}
