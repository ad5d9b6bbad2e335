import type { Fact } from '../../core/facts';
import type { Message } from '../../core/text';
import { expectation, noObject, serviceNamed } from '../expectation';
import type { KubernetesFacts } from '../facts';
import { SCALED } from '../pods/replica-count';
import { selectedWorkloads } from '../relations/selecting';

export default expectation({
  name: 'selects',
  fields: { service: 'text', pods: 'numbers' },
  goal: ({ service, pods }) => ({
    text: {
      ko: 'Service `{service}`{service|은} 이 Pod만 고른다: {pods}',
      en: 'Service `{service}` selects exactly these Pods: {pods}',
    },
    values: { service, pods: listed(Object.entries(pods)) },
  }),
  check: ({ service: name, pods }, manifests) => {
    const service = serviceNamed(manifests, name);
    if (!service) return noObject('Service', name);
    const { selector } = service.value;
    if (!selector) return { told: { text: TOLD.open }, at: service.span };
    const selected = selectedWorkloads(selector, service.namespace, manifests.facts);
    const counts = new Map(selected.map((one) => [one.name ?? '?', podsOf(one)]));
    const wanted = Object.entries(pods);
    const same = counts.size === wanted.length && wanted.every(([one, count]) => counts.get(one) === count);
    if (same) return undefined;
    const found = listed([...counts]);
    const text = counts.size === 0 ? TOLD.nothing : TOLD.other;
    return { told: { text, values: { found } }, at: selector.span };
  },
});

/** One where none is written; of kinds without replicas, as many as the cluster makes. */
function podsOf({ value: { kind, replicas } }: Fact<KubernetesFacts, 'workload'>): number {
  return SCALED.has(kind) ? (replicas ?? 1) : 1;
}

function listed(counts: readonly (readonly [string, number])[]): readonly Message[] {
  return counts.map(([name, count]) => ({
    text: { ko: '`{name}`의 {count}개', en: '{count} of `{name}`' },
    values: { name, count },
  }));
}

const TOLD = {
  open: { ko: 'selector가 없다', en: 'It has no selector' },
  nothing: { ko: '지금은 하나도 고르지 않는다', en: 'It selects none now' },
  other: { ko: '지금 고르는 것: {found}', en: 'It selects these now: {found}' },
};
