import { childOf, parentOf } from '../core/address';
import { closest } from '../core/closest';
import type { Fact, WorkspaceFacts } from '../core/facts';
import { uriOf } from '../core/span';
import type { KubernetesFacts, TargetRef } from './facts';
import type { Label } from './model';
import { explainMiss, judge, type Miss, matches, type Selector } from './selector';

/**
 * How objects find each other: pure functions of what the workspace knows. They never say that something is
 * missing; a workspace is not the cluster. They say what is there, or what is there and nearly right.
 */
type Facts = WorkspaceFacts<KubernetesFacts>;
type Of<K extends keyof KubernetesFacts> = Fact<KubernetesFacts, K>;

/** The objects of one namespace whose pods a selector selects. */
export function selectedWorkloads(
  selector: Selector,
  namespace: string | undefined,
  facts: Facts,
): Of<'workload'>[] {
  return facts.find('workload', { namespace }).filter(({ value }) => matches(selector, value.labels));
}

/** The Services of one namespace that send traffic to pods with these labels. */
export function servicesFor(
  labels: readonly Label[],
  namespace: string | undefined,
  facts: Facts,
): Of<'service'>[] {
  return facts
    .find('service', { namespace })
    .filter(({ value }) => value.selector !== undefined && matches(value.selector, labels));
}

/** A workload that a selector nearly selects. */
export interface NearMiss {
  readonly workload: Of<'workload'>;
  /** Every difference; each can be named. */
  readonly misses: readonly Miss<Label>[];
}

/**
 * The workload a selector that selects nothing was most likely meant for. Sharing a key is not enough: a
 * workspace is not the cluster, and the one that is meant may live elsewhere. Either the labels differ by a slip
 * of the pen in the same folder, and no other Service takes the workload; or the names say that the two belong
 * together. Nothing where some workload is selected, or may be.
 *
 * @param owner the object that selects.
 */
export function nearestMiss(
  selector: Selector,
  owner: { readonly uri: string; readonly namespace: string | undefined; readonly name: string | undefined },
  facts: Facts,
): NearMiss | undefined {
  const { requirements } = selector;
  const workloads = facts.find('workload', { namespace: owner.namespace });
  if (requirements.length === 0) return undefined;
  if (workloads.some(({ value }) => value.unknown || judge(selector, value.labels) !== 'miss'))
    return undefined;
  const near = workloads.flatMap((workload): (NearMiss & { rank: number })[] => {
    const misses = explainMiss(selector, workload.value.labels);
    if (!misses.every(({ found }) => found)) return [];
    const isNamesake = workload.name !== undefined && namesOf(owner.name, misses).has(workload.name);
    const isHere = sameFolder(uriOf(workload.span.part), owner.uri);
    const isSlip = isHere && misses.every(isSimilar);
    if (!isNamesake && (!isSlip || servicesFor(workload.value.labels, owner.namespace, facts).length > 0))
      return [];
    return [{ workload, misses, rank: 4 * Number(isHere) + 2 * Number(isNamesake) - misses.length }];
  });
  const [best, next] = near.toSorted((a, b) => b.rank - a.rank);
  // Two equally near ones: neither can be named as the one that is meant.
  return best && best.rank !== next?.rank ? { workload: best.workload, misses: best.misses } : undefined;
}

/** What a workload is called if it belongs to the owner: the owner's name, or the value that is asked for. */
function namesOf(name: string | undefined, misses: readonly Miss[]): ReadonlySet<string> {
  return new Set([
    ...(name === undefined ? [] : [name]),
    ...misses.flatMap((miss) => miss.requirement.values),
  ]);
}

function sameFolder(a: string, b: string): boolean {
  return a === b || (parentOf(a) !== undefined && parentOf(a) === parentOf(b));
}

/** A slip of the pen: the key, or the value, is nearly the one that is asked for. */
function isSimilar({ how, found, requirement }: Miss): boolean {
  if (how === 'missing-key') return true;
  if (how !== 'other-value' || !found) return false;
  return requirement.values.some(
    (wanted) => !differsInNumber(wanted, found.value) && slip(wanted, found.value),
  );
}

function slip(a: string, b: string): boolean {
  return closest(a, [b]) !== undefined || (a.length > 2 && b.length > 2 && (a.includes(b) || b.includes(a)));
}

/** `web1` and `web2`, `v1` and `v2` are two things, not one misspelt. */
function differsInNumber(a: string, b: string): boolean {
  return a !== b && a.replace(/\d+/g, '0') === b.replace(/\d+/g, '0');
}

/** The workloads an autoscaler scales: same namespace, kind, name and, where written, API group. */
export function scaledWorkloads(
  target: TargetRef,
  namespace: string | undefined,
  facts: Facts,
): Of<'workload'>[] {
  return facts
    .find('workload', { namespace, name: target.name })
    .filter(({ value }) => value.kind === target.kind && (target.group ?? value.group) === value.group);
}

/** The autoscalers of a workload. */
export function autoscalersOf(
  workload: { readonly kind: string; readonly group: string; readonly name: string | undefined },
  namespace: string | undefined,
  facts: Facts,
): Of<'autoscaler'>[] {
  return facts.find('autoscaler', { namespace }).filter(({ value: { target } }) => {
    const sameGroup = target.group === undefined || target.group === workload.group;
    return target.kind === workload.kind && target.name === workload.name && sameGroup;
  });
}

/** A workload an autoscaler names in all but one respect. */
export interface NearTarget {
  readonly workload: Of<'workload'>;
  readonly differs: 'group' | 'kind' | 'namespace' | 'name';
}

/** What an autoscaler that finds nothing was most likely meant for. */
export function nearestTarget(
  target: TargetRef,
  namespace: string | undefined,
  facts: Facts,
): NearTarget | undefined {
  if (scaledWorkloads(target, namespace, facts).length > 0) return undefined;
  const named = facts.find('workload', { namespace, name: target.name });
  const sameKind = named.find(({ value }) => value.kind === target.kind);
  if (sameKind) return { workload: sameKind, differs: 'group' };
  if (named[0]) return { workload: named[0], differs: 'kind' };
  const elsewhere = facts
    .find('workload', { name: target.name })
    .find(({ value }) => value.kind === target.kind);
  if (elsewhere) return { workload: elsewhere, differs: 'namespace' };
  const ofKind = facts.find('workload', { namespace }).filter(({ value }) => value.kind === target.kind);
  const name = closest(
    target.name,
    ofKind.flatMap((fact) => fact.name ?? []),
  );
  const similar = name === undefined ? undefined : ofKind.find((fact) => fact.name === name);
  return similar && { workload: similar, differs: 'name' };
}

/** The kustomizations that patch other objects with the file: its documents are fragments. */
export function patchedBy(uri: string, facts: Facts): Of<'kustomization'>[] {
  return facts.find('kustomization').filter((fact) => lists(fact, fact.value.patches, uri));
}

/**
 * The kustomizations that build with the file: its objects get other names, namespaces or labels there, so what
 * they lack here may be there.
 */
export function kustomizedBy(uri: string, facts: Facts): Of<'kustomization'>[] {
  return facts.find('kustomization').filter((fact) => lists(fact, fact.value.resources, uri));
}

function lists({ span }: Of<'kustomization'>, paths: readonly string[], uri: string): boolean {
  const folder = parentOf(uriOf(span.part));
  return folder !== undefined && paths.some((path) => join(folder, path) === uri);
}

/** A relative path from a folder; URLs and what leads out of the top give nothing. */
function join(folder: string, path: string): string | undefined {
  if (path.includes('://') || path.startsWith('/')) return undefined;
  let at: string | undefined = folder;
  const names: string[] = [];
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') names.push(step);
    else if (names.length > 0) names.pop();
    else at = at && parentOf(at);
  }
  return at && childOf(at, names.join('/'));
}
