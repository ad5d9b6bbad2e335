import { asMap, get, itemsOf } from '../../yaml/navigate';
import { wordOf } from '../../yaml/word';
import type { PortFact } from '../facts';
import { labelledIn } from '../relations/binding';
import { selectedWorkloads } from '../relations/selecting';
import { podSelectorOf, readLabelSelector } from '../selectors/read-selector';
import { matches } from '../selectors/selector';
import { portWord } from '../summarise/workload';
import type { AskedIn, Name } from './names';

/** The ports that a Service, a probe or a monitor may speak of: of the pods it selects, of its own container. */
export function ports(asked: AskedIn): readonly Name[] {
  const { shape, object } = asked;
  const kind = `${object.group}/${object.kind.value}`;
  if (kind === '/Service' && shape === 'spec.ports[].targetPort') return ofSelectedPods(asked);
  if (kind === 'monitoring.coreos.com/ServiceMonitor' && shape === 'spec.endpoints[].port')
    return ofServices(asked);
  if (kind === 'monitoring.coreos.com/PodMonitor' && shape === 'spec.podMetricsEndpoints[].port')
    return ofMonitoredPods(asked);
  if (/ontainers\[\]\..*\.(?:httpGet|tcpSocket)\.port$/.test(shape)) return ofContainer(asked, true);
  return /ontainers\[\]\..*\.grpc\.port$/.test(shape) ? ofContainer(asked, false) : [];
}

function ofSelectedPods({ object, facts }: AskedIn): readonly Name[] {
  const selector = podSelectorOf(object);
  if (!selector) return [];
  return namesOf(selectedWorkloads(selector, object.namespace, facts).flatMap(({ value }) => value.ports));
}

function ofServices({ object, facts }: AskedIn): readonly Name[] {
  const selector = readLabelSelector(get(object.spec, 'selector'));
  const selected = labelledIn('services', undefined, facts).filter(
    ({ labels }) => selector && matches(selector, labels),
  );
  const parts = new Set(selected.map(({ fact }) => fact.span.part));
  const services = facts.find('service').filter(({ span }) => parts.has(span.part));
  return onlyNames(services.flatMap(({ value }) => value.ports));
}

function ofMonitoredPods({ object, facts }: AskedIn): readonly Name[] {
  const selector = readLabelSelector(get(object.spec, 'selector'));
  const found = facts.find('workload').filter(({ value }) => selector && matches(selector, value.labels));
  return onlyNames(found.flatMap(({ value }) => value.ports));
}

/** A probe asks its own container. */
function ofContainer({ root, path }: AskedIn, takesNames: boolean): readonly Name[] {
  const at = path.findLastIndex((step) => /^(?:initC|c)ontainers$/.test(String(step)));
  const container = asMap(get(root, ...path.slice(0, at + 2)));
  const found = itemsOf(get(container, 'ports')).map((node): PortFact => {
    const port = portWord(get(node, 'containerPort'));
    return { container: 0, name: wordOf(get(node, 'name')), port, protocol: 'TCP' };
  });
  return takesNames ? namesOf(found) : namesOf(found.map((one) => ({ ...one, name: undefined })));
}

/** By name first: a name stays when the number changes. */
function namesOf(found: readonly PortFact[]): readonly Name[] {
  const numbers = found.flatMap(({ port }): Name[] =>
    port?.number === undefined ? [] : [{ text: String(port.number), at: port.word.span, isNumber: true }],
  );
  return [...onlyNames(found), ...numbers];
}

function onlyNames(found: readonly PortFact[]): readonly Name[] {
  return found.flatMap(({ name }) => (name ? [{ text: name.text, at: name.span }] : []));
}
