import type { Fact, WorkspaceFacts } from '../../core/facts';
import { once } from '../../core/once';
import { type Span, uriOf } from '../../core/span';
import type { KubernetesFacts, SelectorFact, SelectorRole } from '../facts';
import { isRewritten } from '../kustomize/kustomizations';
import type { Label } from '../model';
import { explainMiss, judge, type Miss, matches } from '../selectors/selector';
import { labelled } from './by-label';
import { isNeighbour, sameFolder } from './nearest';
import { isService } from './selecting';
import { isSlip } from './slip';

type Facts = WorkspaceFacts<KubernetesFacts>;

/** What a selector may select: the pods of a workload, or a Service. */
export interface Candidate {
  readonly kind: string;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly labels: readonly Label[];
  /** Where its labels are, or should be. */
  readonly span: Span;
  /** It may have more labels than are written. */
  readonly unknown: boolean;
}

/** One that a selector nearly selects. */
export interface NearMiss {
  readonly candidate: Candidate;
  /** Every difference. */
  readonly misses: readonly Miss<Label>[];
}

/** The object that selects. */
export interface Owner {
  readonly uri: string;
  readonly name: string | undefined;
}

/** @param namespace all of them where it is missing */
export function candidatesFor(
  { of }: Pick<SelectorFact, 'of'>,
  namespace: string | undefined,
  facts: Facts,
): readonly Candidate[] {
  const at = namespace === undefined ? {} : { namespace };
  return of === 'pods' ? podsOf(facts.find('workload', at)) : servicesOf(facts.find('object', at));
}

/** What the workspace answers with stays what it is. */
const podsOf = once((workloads: readonly Fact<KubernetesFacts, 'workload'>[]) => workloads.map(podOf));

const servicesOf = once((objects: readonly Fact<KubernetesFacts, 'object'>[]) =>
  objects.filter(({ value }) => isService(value)).map(serviceOf),
);

const podOf = once(({ value, name, namespace }: Fact<KubernetesFacts, 'workload'>): Candidate => {
  const { kind, labels, labelsSpan, unknown } = value;
  return { kind, name, namespace, labels, span: labelsSpan, unknown };
});

const serviceOf = once(({ value, name, namespace, span }: Fact<KubernetesFacts, 'object'>): Candidate => {
  const { kind, labels } = value;
  return { kind, name, namespace, labels, span, unknown: labels.some((label) => label.unknown) };
});

/** Whether all there is to select is known, and none of it is selected or may be. */
export function selectsNothing(
  { selector, of }: Pick<SelectorFact, 'selector' | 'of'>,
  namespace: string | undefined,
  facts: Facts,
): boolean {
  const { requirements, faults } = selector;
  if (requirements.length === 0 || faults.length > 0 || requirements.some(({ unknown }) => unknown))
    return false;
  const isMissed = ({ labels, unknown }: Pick<Candidate, 'labels' | 'unknown'>) =>
    !unknown && judge(selector, labels) === 'miss';
  const mayGet = ({ labels }: Pick<Candidate, 'labels'>) => explainMiss(selector, labels).every(isAdded);
  const candidates = candidatesFor({ of }, namespace, facts);
  // Mostly one of the few that have a label it asks for is selected, and the others need no look.
  if (!likely(candidates, selector).every(isMissed) || !candidates.every(isMissed)) return false;
  const at = namespace === undefined ? {} : { namespace };
  return (
    of !== 'pods' || facts.find('customPods', at).every(({ value }) => isMissed(value) && !mayGet(value))
  );
}

const likely = labelled(({ labels }: Candidate) => labels);

/** Labels of a domain, but for the common ones, are what controllers add to the pods they make. */
function isAdded({ how, requirement }: Miss): boolean {
  return how === 'missing-key' && /^(?!app\.kubernetes\.io\/).+\//.test(requirement.key);
}

/**
 * What a selector that selects nothing was most likely meant for. Sharing a key is not enough: a workspace is not the
 * cluster, and what is meant may live elsewhere. In one folder a slip of the pen will do where nobody else of the same
 * role takes the candidate, or a common name; across folders it takes both. Nothing where something is selected or
 * may be, or where a kustomization writes labels of its own.
 */
export function nearestMiss(
  { selector, role, of }: Pick<SelectorFact, 'selector' | 'role' | 'of'>,
  owner: Owner,
  namespace: string | undefined,
  facts: Facts,
): NearMiss | undefined {
  if (isRewritten(owner.uri, facts)) return undefined;
  if (!selectsNothing({ selector, of }, namespace, facts)) return undefined;
  const candidates = candidatesFor({ of }, namespace, facts);
  // A policy is not called after those it lets in.
  const named = role === 'peer' ? undefined : owner.name;
  const mayBe = new Set([...namesOf(named), ...selector.requirements.flatMap(({ values }) => values)]);
  const near = candidates.flatMap((candidate): (NearMiss & { rank: number })[] => {
    const { labels, name } = candidate;
    const home = uriOf(candidate.span.part);
    const isHere = sameFolder(home, owner.uri);
    // There are many elsewhere: most are told apart by their names.
    if (labels.length === 0 || (!isHere && !mayBe.has(name ?? ''))) return [];
    const misses = explainMiss(selector, labels);
    const isWanted = misses.some(({ requirement }) => requirement.values.includes(name ?? ''));
    const isNamesake = name !== undefined && (isWanted || namesOf(named).includes(name));
    const isSlip = misses.every((miss) => isSimilar(miss, selector.requirements.length - misses.length));
    const isFree = () => !isTaken(candidate, role, namespace, facts);
    const isMeant = isHere
      ? isNamesake || (isSlip && isFree())
      : isNamesake && isSlip && isNeighbour(home, owner.uri);
    if (!isMeant || isRewritten(home, facts)) return [];
    return [{ candidate, misses, rank: 4 * Number(isHere) + 2 * Number(isNamesake) - misses.length }];
  });
  const [best, next] = near.toSorted((a, b) => b.rank - a.rank);
  // Two equally near ones: neither can be named as the one that is meant.
  return best && best.rank !== next?.rank ? { candidate: best.candidate, misses: best.misses } : undefined;
}

/** Another one of the same role selects it. Whom traffic comes from may be said many times. */
function isTaken(
  { labels }: Candidate,
  role: SelectorRole,
  namespace: string | undefined,
  facts: Facts,
): boolean {
  if (role === 'peer') return false;
  const at = namespace === undefined ? {} : { namespace };
  return facts
    .find('selector', at)
    .some(({ value }) => value.role === role && matches(value.selector, labels));
}

/** What a candidate is called if it belongs to an owner of this name. */
function namesOf(name: string | undefined): readonly string[] {
  return name === undefined ? [] : [name, name.replace(KINDS, '')];
}

/** People end names in what they name. */
const KINDS = /-(?:svc|service|pdb|netpol|(?:network-?)?policy|(?:service|pod)?-?monitor)$/;

/** @param met how many other requirements the labels meet: with one, a label that is simply not there is a slip too. */
function isSimilar({ how, found, requirement }: Miss, met: number): boolean {
  if (how === 'missing-key') return found !== undefined || met > 0;
  if (how !== 'other-value' || !found) return false;
  return requirement.values.some((wanted) => isSlip(wanted, found.value));
}
