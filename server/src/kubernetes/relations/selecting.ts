import type { Fact, WorkspaceFacts } from '../../core/facts';
import { uriOf } from '../../core/span';
import type { KubernetesFacts } from '../facts';
import { isRewritten } from '../kustomizations';
import type { Label } from '../model';
import { explainMiss, judge, type Miss, matches, type Selector } from '../selector';
import { sameFolder } from './nearest';
import { isSlip } from './slip';

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
  /** Every difference. */
  readonly misses: readonly Miss<Label>[];
}

/**
 * The workload a selector that selects nothing was most likely meant for. Sharing a key is not enough: a
 * workspace is not the cluster, and the one that is meant may live elsewhere. In one folder a slip of the pen
 * will do where no other Service takes the workload, or a common name; across folders it takes both. Nothing
 * where some workload is selected or may be, or where a kustomization writes labels of its own.
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
  if (requirements.length === 0 || isRewritten(owner.uri, facts)) return undefined;
  if (workloads.some(({ value }) => value.unknown || judge(selector, value.labels) !== 'miss'))
    return undefined;
  const wanted = new Set(requirements.flatMap(({ values }) => values));
  const near = workloads.flatMap((workload): (NearMiss & { rank: number })[] => {
    const { labels } = workload.value;
    const home = uriOf(workload.span.part);
    const isHere = sameFolder(home, owner.uri);
    // There are many elsewhere: most are told apart by their names.
    const mayBeNamesake = workload.name === owner.name || wanted.has(workload.name ?? '');
    if (labels.length === 0 || (!isHere && !mayBeNamesake)) return [];
    const misses = explainMiss(selector, labels);
    const isNamesake = workload.name !== undefined && namesOf(owner.name, misses).has(workload.name);
    const isSlip = misses.every((miss) => isSimilar(miss, requirements.length - misses.length));
    const isTaken = () => servicesFor(labels, owner.namespace, facts).length > 0;
    const isMeant = isHere ? isNamesake || (isSlip && !isTaken()) : isNamesake && isSlip;
    if (!isMeant || isRewritten(home, facts)) return [];
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

/** @param met how many other requirements the labels meet: with one, a label that is simply not there is a slip too. */
function isSimilar({ how, found, requirement }: Miss, met: number): boolean {
  if (how === 'missing-key') return found !== undefined || met > 0;
  if (how !== 'other-value' || !found) return false;
  return requirement.values.some((wanted) => isSlip(wanted, found.value));
}
