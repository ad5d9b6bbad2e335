import type { Fact, WorkspaceFacts } from '../../core/facts';
import type { KubernetesFacts, TargetRef } from '../facts';

/** Who scales whom: pure functions of what the workspace knows. */
type Facts = WorkspaceFacts<KubernetesFacts>;
type Of<K extends keyof KubernetesFacts> = Fact<KubernetesFacts, K>;

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
