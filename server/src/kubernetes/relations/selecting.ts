import type { Fact, WorkspaceFacts } from '../../core/facts';
import type { KubernetesFacts } from '../facts';
import type { Label } from '../model';
import { matches, type Selector } from '../selectors/selector';
import { filed, labelled } from './by-label';

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
  return workloadsFor(facts.find('workload', { namespace }), selector).filter(({ value }) =>
    matches(selector, value.labels),
  );
}

const workloadsFor = labelled(({ value }: Of<'workload'>) => value.labels);

/** The Services of one namespace that send traffic to pods with these labels. */
export function servicesFor(
  labels: readonly Label[],
  namespace: string | undefined,
  facts: Facts,
): Of<'service'>[] {
  return servicesByLabel(facts.find('service', { namespace }))
    .asking(labels)
    .filter(({ value }) => value.selector !== undefined && matches(value.selector, labels));
}

const servicesByLabel = filed(({ value }: Of<'service'>) => value.selector);

/** The Services of one namespace, or of all, that have labels a selector selects: those a monitor watches. */
export function selectedServices(
  selector: Selector,
  namespace: string | undefined,
  facts: Facts,
): Of<'service'>[] {
  const at = namespace === undefined ? {} : { namespace };
  const named = facts.find('object', at).filter(({ value }) => isService(value));
  return named.flatMap(({ name, value, ...object }) => {
    if (name === undefined || !matches(selector, value.labels)) return [];
    const place = { ...(object.namespace !== undefined && { namespace: object.namespace }), name };
    return facts.find('service', place).filter(({ span }) => span.part === object.span.part);
  });
}

export function isService({ kind, group }: KubernetesFacts['object']): boolean {
  return kind === 'Service' && group === '';
}
