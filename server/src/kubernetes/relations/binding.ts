import type { Fact, WorkspaceFacts } from '../../core/facts';
import { uriOf } from '../../core/span';
import type { KubernetesFacts } from '../facts';
import type { Label } from '../model';
import { matches } from '../selectors/selector';
import { filed } from './by-label';
import { nearest } from './nearest';

/**
 * Who selects whom, when a workspace holds several worlds: of all selectors of one role that match, those that lie
 * nearest to what they select. In a cluster with all of these manifests they would all match; people who keep many
 * examples in one workspace never apply them together.
 */
type Facts = WorkspaceFacts<KubernetesFacts>;
type Of<K extends keyof KubernetesFacts> = Fact<KubernetesFacts, K>;

const services = filed<Of<'service'>>(({ value }) => value.selector);
const selectors = filed<Of<'selector'>>(({ value }) => value.selector);

/** The workloads whose pods a Service sends to. */
export function selectedBy(service: Of<'service'>, facts: Facts): readonly Of<'workload'>[] {
  return facts
    .find('workload', { namespace: service.namespace })
    .filter(({ value: { labels } }) => service.value.selector && matches(service.value.selector, labels))
    .filter((workload) => selectingServices(workload, facts).includes(service));
}

/** The Services that send to the pods of a workload. */
export function selectingServices(workload: Of<'workload'>, facts: Facts): readonly Of<'service'>[] {
  const { labels } = workload.value;
  const found = services(facts.find('service', { namespace: workload.namespace }))
    .asking(labels)
    .filter(({ value }) => value.selector !== undefined && matches(value.selector, labels));
  return nearest(found, uriOf(workload.span.part));
}

/** Something that has labels and can be selected by them. */
export interface Labelled {
  readonly of: 'pods' | 'services';
  readonly fact: Of<'workload'> | Of<'object'>;
  readonly labels: readonly Label[];
}

/** All that a selector of this sort could select in a namespace. */
export function labelledIn(of: Labelled['of'], namespace: string | undefined, facts: Facts): Labelled[] {
  const at = namespace === undefined ? {} : { namespace };
  if (of === 'pods')
    return facts.find('workload', at).map((fact) => ({ of, fact, labels: fact.value.labels }));
  return facts
    .find('object', at)
    .filter(({ value }) => value.kind === 'Service' && value.group === '')
    .map((fact) => ({ of, fact, labels: fact.value.labels }));
}

/** The selectors that select something, of each role the nearest. */
export function selectorsOf({ of, fact, labels }: Labelled, facts: Facts): readonly Of<'selector'>[] {
  const uri = uriOf(fact.span.part);
  const found = selectors(facts.find('selector'))
    .asking(labels)
    .filter(({ namespace, value }) => value.of === of && (namespace ?? fact.namespace) === fact.namespace)
    .filter(({ value }) => matches(value.selector, labels));
  const roles = new Set(found.map(({ value }) => value.role));
  return [...roles].flatMap((role) => {
    const ofRole = found.filter(({ value }) => value.role === role);
    return role === 'own' ? ofRole.filter((one) => isOwn(one, fact)) : nearest(ofRole, uri);
  });
}

/** What a selector selects, of those that lie nearer to it than to another of its role. */
export function selectedThings(selector: Of<'selector'>, facts: Facts): readonly Labelled[] {
  return labelledIn(selector.value.of, selector.namespace, facts)
    .filter(({ labels }) => matches(selector.value.selector, labels))
    .filter((one) => selectorsOf(one, facts).includes(selector));
}

/** The monitors that scrape a Service. */
export function monitorsOf(service: Of<'service'>, facts: Facts): readonly Of<'selector'>[] {
  const own = labelledIn('services', service.namespace, facts).find(
    ({ fact }) => fact.span.part === service.span.part && fact.name === service.name,
  );
  return own ? selectorsOf(own, facts).filter(({ value }) => value.role === 'monitor') : [];
}

/** A workload's selector is for its own pods only. */
function isOwn({ value, span }: Of<'selector'>, fact: Labelled['fact']): boolean {
  return span.part === fact.span.part && value.owner.name === fact.name;
}
