import type { Fact, WorkspaceFacts } from '../../core/facts';
import { uriOf } from '../../core/span';
import type { KubernetesFacts } from '../facts';
import { isAlwaysThere } from '../facts/always-there';
import { placesOf } from '../facts/kinds';
import { isMoved, isRewritten } from '../kustomize/kustomizations';
import { isNeighbour, nearest, sameFolder } from '../relations/nearest';
import { isSlip } from '../relations/slip';
import { claimOf } from '../summarise/made';
import { addressOf, type Realm, type Reference, type Target } from './reference';

/**
 * What the workspace knows of a name. It never says that an object is missing: a workspace is not the cluster. It says
 * what is there, or what is there and nearly right.
 */
export type Answer =
  | { readonly certainty: 'found'; readonly objects: readonly ObjectFact[] }
  /** Not this one, but one that differs in one respect and is likely to be meant. */
  | {
      readonly certainty: 'near';
      readonly object: ObjectFact;
      readonly differs: 'name' | 'kind' | 'namespace' | 'group';
    }
  | { readonly certainty: 'unknown' };

export type Near = Extract<Answer, { certainty: 'near' }>;

type Facts = WorkspaceFacts<KubernetesFacts>;
type ObjectFact = Fact<KubernetesFacts, 'object'>;

/** @param uri of the document that names */
export function resolve(reference: Reference, uri: string, facts: Facts): Answer {
  const { to, name } = reference;
  const objects = objectsNamed(to, name.text, facts);
  if (objects.length > 0) return { certainty: 'found', objects: nearest(objects, uri) };
  if (isAlwaysThere(to.kind, name.text) || makersOf(to, name.text, facts).length > 0)
    return { certainty: 'found', objects: [] };
  // While files are still being read, and where names are rewritten, what is missing proves nothing.
  if (!facts.complete || isRewritten(uri, facts)) return { certainty: 'unknown' };
  return nearly(reference, uri, facts) ?? { certainty: 'unknown' };
}

/** The objects of the workspace a name may stand for. */
export function objectsNamed({ kind, group, namespace }: Realm, name: string, facts: Facts) {
  return facts
    .find('object', { ...(namespace !== undefined && { namespace }), name })
    .filter(({ value }) => value.kind === kind && isGroup(value.group, group));
}

/** Kinds that moved out of `extensions` are the same still. */
export function isGroup(group: string, wanted: string | undefined): boolean {
  return wanted === undefined || group === wanted || group === 'extensions' || wanted === 'extensions';
}

/** What makes an object of a name that nobody wrote. */
export function makersOf({ kind, namespace }: Realm, name: string, facts: Facts) {
  const asked = kind === 'PersistentVolumeClaim' ? [name, claimOf(name)] : [name];
  return asked
    .flatMap((one) => facts.find('made', { name: one }))
    .filter(
      (made) => made.value.kind === kind && (made.namespace === undefined || made.namespace === namespace),
    );
}

function nearly({ to, name }: Reference, uri: string, facts: Facts): Answer | undefined {
  const near = (object: ObjectFact | undefined, differs: Near['differs']) =>
    object && !isRewritten(uriOf(object.span.part), facts)
      ? ({ certainty: 'near', object, differs } as const)
      : undefined;
  const isHere = ({ span }: ObjectFact) => sameFolder(uriOf(span.part), uri);
  const namesakes = facts.find('object', { name: name.text });
  const elsewhere = namesakes.filter(
    (one) =>
      one.value.kind === to.kind &&
      isGroup(one.value.group, to.group) &&
      one.namespace !== undefined &&
      isHere(one) &&
      !isMoved(uri, facts) &&
      !isMoved(uriOf(one.span.part), facts),
  );
  const otherKind = namesakes.filter(
    (one) =>
      ALIKE.get(to.kind)?.has(one.value.kind) &&
      isHere(one) &&
      sharesPlace(one, to) &&
      isUnclaimed(one, facts),
  );
  const otherGroup = hasNone(to)
    ? namesakes.filter((one) => one.value.kind === to.kind && isHere(one) && sharesPlace(one, to))
    : [];
  const similar = similarTo(to, name.text, uri, facts);
  return (
    near(only(otherGroup), 'group') ??
    near(only(elsewhere), 'namespace') ??
    near(only(otherKind), 'kind') ??
    near(only(similar), 'name')
  );
}

/** The group has no such kind: `apiVersion: v1` with a Deployment. Other kinds of one name may be two things. */
function hasNone({ kind, group }: Target): boolean {
  const places = placesOf(kind);
  return group !== undefined && places.length > 0 && !places.some((one) => one.group === group);
}

/** Two candidates: neither can be named as the one that is meant. */
function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/** A slip of the pen away: in the same folder, or in one of its neighbours if nobody else speaks of it. */
function similarTo(to: Target, name: string, uri: string, facts: Facts): readonly ObjectFact[] {
  const { kind, group, namespace } = to;
  const slips = facts
    .find('object', namespace === undefined ? {} : { namespace })
    .filter(({ value }) => value.kind === kind && isGroup(value.group, group))
    .filter((one) => one.name !== undefined && isSlip(name, one.name));
  const here = slips.filter(({ span }) => sameFolder(uriOf(span.part), uri));
  if (here.length > 0) return here;
  return slips.filter((one) => isNeighbour(uriOf(one.span.part), uri) && isUnclaimed(one, facts));
}

/** Nobody names it: a Secret that is kept out of the repository has often a ConfigMap of its name beside it. */
export function isUnclaimed({ namespace, value }: ObjectFact, facts: Facts): boolean {
  const name = addressOf(value.kind, value.name.text);
  return facts.find('reference', { ...(namespace !== undefined && { namespace }), name }).length === 0;
}

function sharesPlace({ namespace }: ObjectFact, to: Target): boolean {
  return namespace === undefined || to.namespace === undefined || namespace === to.namespace;
}

/** Kinds people mistake for one another. */
const ALIKE: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    ['ConfigMap', 'Secret'],
    ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController'],
    ['Role', 'ClusterRole'],
  ].flatMap((kinds) => kinds.map((kind) => [kind, new Set(kinds.filter((one) => one !== kind))] as const)),
);
