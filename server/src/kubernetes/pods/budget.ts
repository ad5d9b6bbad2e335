import type { Fact, WorkspaceFacts } from '../../core/facts';
import { uriOf } from '../../core/span';
import { asScalar, entry, isAbsent } from '../../yaml/navigate';
import type { YamlPair } from '../../yaml/node';
import type { KubernetesFacts } from '../facts';
import { isRewritten } from '../kustomize/kustomizations';
import type { KubernetesObject } from '../model';
import { selectedWorkloads } from '../relations/selecting';
import { podSelectorOf } from '../selectors/read-selector';
import { countOf, SCALED } from './replica-count';

type Facts = WorkspaceFacts<KubernetesFacts>;

/** What a PodDisruptionBudget keeps: an amount of pods, or a share of them in per cent. */
export interface Policy {
  readonly pair: YamlPair;
  readonly field: 'minAvailable' | 'maxUnavailable';
  readonly amount: number;
  readonly isShare: boolean;
}

/** Undefined where neither is written, or what is written is no amount. */
export function policyOf({ spec }: KubernetesObject): Policy | undefined {
  for (const field of ['maxUnavailable', 'minAvailable'] as const) {
    const pair = entry(spec, field);
    const node = asScalar(pair?.value);
    if (!pair || !node || isAbsent(node)) continue;
    const [, digits, percent] = /^(\d+)(%?)$/.exec(node.text) ?? [];
    if (digits === undefined) return undefined;
    return { pair, field, amount: Number(digits), isShare: percent === '%' };
  }
  return undefined;
}

/**
 * How many of some pods have to stay, as the disruption controller counts: shares are rounded up.
 * Source: getExpectedPodCount in pkg/controller/disruption/disruption.go
 */
export function kept({ field, amount, isShare }: Policy, pods: number): number {
  const count = isShare ? Math.ceil((amount * pods) / 100) : amount;
  return field === 'minAvailable' ? count : Math.max(0, pods - count);
}

/** The pods a budget is about, with the bounds of their number. */
export interface Guarded {
  readonly workloads: readonly Fact<KubernetesFacts, 'workload'>[];
  readonly least: number;
  readonly most: number;
  readonly isScaled: boolean;
}

/** Undefined where the number is not known: nothing is selected here, or something that says nothing of replicas. */
export function guardedBy(object: KubernetesObject, facts: Facts): Guarded | undefined {
  const selector = podSelectorOf(object);
  const { namespace } = object;
  const workloads = selector ? selectedWorkloads(selector, namespace, facts) : [];
  const counts = workloads.map(({ value, name, span }) => {
    const uri = uriOf(span.part);
    if (!SCALED.has(value.kind) || value.unknown || isRewritten(uri, facts)) return undefined;
    return countOf({ ...value, name }, { namespace, written: value.replicas, uri }, facts);
  });
  if (counts.length === 0 || counts.includes(undefined)) return undefined;
  const total = (of: 'least' | 'most') => counts.reduce((sum, count) => sum + count![of], 0);
  return {
    workloads,
    least: total('least'),
    most: total('most'),
    isScaled: counts.some((count) => count!.autoscaler !== undefined),
  };
}
