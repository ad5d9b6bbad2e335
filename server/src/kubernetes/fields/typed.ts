import type { Context } from '../../core/rule';
import type { Span } from '../../core/span';
import { asScalar, get, itemsOf, keySpan } from '../../yaml/navigate';
import { isWithin, type Place, placesIn } from '../../yaml/schema/places';
import { shown } from '../../yaml/schema/suggest';
import type { KubernetesFacts } from '../facts';
import type { KubernetesObject, Manifest } from '../model';
import type { Schema } from '../schema/schema';
import { type Known, knownObjects } from './known';

/** One typed object inside an object, and that object. */
export interface Typed {
  readonly place: Place;
  readonly object: KubernetesObject;
  readonly schema: Schema;
}

/**
 * Everything in a document whose type the cluster's version knows, outside in. Nothing of what a kustomization merges
 * into other objects; nothing of `status`, which the server drops before it validates an object.
 */
export function typedPlaces(
  manifest: Manifest,
  around: Pick<Context<KubernetesFacts, unknown>, 'kubernetesVersion' | 'facts'>,
): readonly Typed[] {
  const [only, ...others] = knownObjects(manifest, around).map(placesOf);
  return only && others.length === 0 ? only : [only ?? [], ...others].flat();
}

function placesOf({ object, kind, schema }: Known): readonly Typed[] {
  return schema.remember('places', object.root, () =>
    placesIn(schema, object.root, kind.type)
      .filter((place) => isJudged(place, object))
      .map((place) => ({ place, object, schema })),
  );
}

function isJudged(place: Place, object: KubernetesObject): boolean {
  return (
    place.path[0] !== 'status' && !isOwnSelector(place) && !isUnread(place) && !isReplaced(place, object)
  );
}

/** What the server stores without a look at it: it is another one's to judge, later. */
const UNREAD: readonly (readonly [type: string, inside: string])[] = [
  ['meta.v1.ObjectMeta', 'batch.v1.JobTemplateSpec'],
  ['meta.v1.ObjectMeta', 'core.v1.PersistentVolumeClaim'],
  ['core.v1.PersistentVolumeClaimStatus', 'core.v1.PersistentVolumeClaim'],
  // Of what a claim is not filled from it says nothing.
  ['core.v1.TypedLocalObjectReference', 'core.v1.PersistentVolumeClaimSpec'],
  ['meta.v1.LabelSelector', 'autoscaling.v2.MetricIdentifier'],
  // Behind a feature gate: dropped where that is off.
  ['meta.v1.LabelSelector', 'core.v1.ClusterTrustBundleProjection'],
];

const OF_OBJECTS = new Set(['meta.v1.OwnerReference', 'meta.v1.ManagedFieldsEntry']);

function isUnread(place: Place): boolean {
  const { type, inside } = place;
  if (isWithin(place, 'core.v1.PersistentVolumeClaimStatus')) return true;
  // Of a template, only what its pods are told by.
  if (OF_OBJECTS.has(type.name)) return place.path[0] !== 'metadata';
  // A DaemonSet may keep what it does not go by.
  if (type.name === 'apps.v1.RollingUpdateDaemonSet')
    return asScalar(get(inside?.map, 'type'))?.text === 'OnDelete';
  // The claim that is an object itself is read; those of a StatefulSet are not.
  if (inside?.inside === undefined) return false;
  return UNREAD.some(([one, owner]) => type.name === one && inside.type.name === owner);
}

/** A volume of a StatefulSet that gives way to the claim of the same name. */
function isReplaced(place: Place, object: KubernetesObject): boolean {
  if (object.kind.value !== 'StatefulSet') return false;
  let volume: Place | undefined = place;
  while (volume && volume.type.name !== 'core.v1.Volume') volume = volume.inside;
  const name = asScalar(get(volume?.map, 'name'))?.text;
  if (name === undefined) return false;
  return itemsOf(get(object.spec, 'volumeClaimTemplates')).some(
    (claim) => asScalar(get(claim, 'metadata', 'name'))?.text === name,
  );
}

/** A requirement of the selector of the workload itself is read, and judged, by `read-selector.ts`. */
function isOwnSelector({ type, inside }: Place): boolean {
  if (type.name !== 'meta.v1.LabelSelectorRequirement' || inside?.field !== 'selector') return false;
  return /^(?:apps|batch)\./.test(inside.inside?.type.name ?? '');
}

/** What a place is called: `Pod.spec.containers[0]`. */
export function placeName({ place, object }: Pick<Typed, 'place' | 'object'>): string {
  return [object.kind.value, shown(place.path)].filter(Boolean).join('.');
}

/** Where to say what a place lacks: its key; in a list the first key of the item; for a whole object its kind. */
export function anchorOf({ place, object }: Pick<Typed, 'place' | 'object'>): Span {
  const { map, path } = place;
  if (path.length === 0) return object.kind.node.span;
  if (typeof path.at(-1) === 'number') return map.pairs[0]?.key.span ?? map.span;
  return keySpan(map);
}

/** `34` of `1.34`. */
export function minorOf(kubernetesVersion: string): number {
  return Number(kubernetesVersion.split('.')[1]);
}
