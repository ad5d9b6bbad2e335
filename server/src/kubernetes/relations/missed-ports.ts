import { closest } from '../../core/closest';
import type { Fact, WorkspaceFacts } from '../../core/facts';
import type { Finding } from '../../core/rule';
import { uriOf } from '../../core/span';
import type { KubernetesFacts, PortFact, PortUse, PortWord, ServiceFact, ServicePortFact } from '../facts';
import { isRewritten } from '../kustomize/kustomizations';
import { isNeighbour, nearest } from './nearest';
import { areNumbers, hasKnownPorts, isOdd, isPort, shownPort } from './ports';
import { selectedWorkloads } from './selecting';

type Workload = Fact<KubernetesFacts, 'workload'>;

/** The nearest one first; none where their ports are not all known, or do not matter. */
function podsOf(
  service: ServiceFact,
  { uri, namespace }: ServicePlace,
  facts: WorkspaceFacts<KubernetesFacts>,
): readonly Workload[] {
  if (!service.selector || service.headless || !hasKnownPorts(service)) return [];
  const found = selectedWorkloads(service.selector, namespace, facts);
  const isKnown = ({ value, span }: Workload) =>
    !value.unknown && areNumbers(value.ports) && !isRewritten(uriOf(span.part), facts);
  const near = nearest(found, uri).filter(({ span }) => isNeighbour(uriOf(span.part), uri));
  return near.length > 0 && found.every(isKnown) ? [...new Set([...near, ...found])] : [];
}

interface ServicePlace {
  readonly uri: string;
  readonly namespace: string | undefined;
}

/** What there is to say of a port, in the words of `kubernetes/target-port-mismatch`. */
export interface Missed extends Finding {
  readonly port: ServicePortFact;
  /** The port of the Pods it is meant for, if that can be told, and who else names one there. */
  readonly meant: PortFact | undefined;
  readonly uses: readonly PortUse[];
}

/** The ports of a Service that lead to none of the Pods it selects. */
export function* missedPorts(
  service: ServiceFact,
  place: ServicePlace,
  facts: WorkspaceFacts<KubernetesFacts>,
): Generator<Missed> {
  const workloads = podsOf(service, place, facts);
  for (const port of workloads.length > 0 ? service.ports : []) yield* judge(port, service, workloads);
}

function* judge(
  port: ServicePortFact,
  service: ServiceFact,
  workloads: readonly Workload[],
): Generator<Missed> {
  const { target, protocol } = port;
  const all = workloads.flatMap(({ value }) => value.ports);
  const there = all.filter((port) => port.protocol === protocol);
  if (!target || isOdd(target) || there.some((one) => isPort(target, one))) return;
  const isNumber = target.number !== undefined;
  if (isNumber && !isLonely(service, there)) return;
  const workload = workloads.find(({ value }) => value.ports.length > 0) ?? workloads[0]!;
  const { ports } = workload.value;
  const isImplied = target.word.span.start === port.port?.word.span.start;
  const meant = nearestPort(
    target,
    ports.filter((one) => one.protocol === protocol),
  );
  const other = all.some((one) => isPort(target, one)) ? 'protocol' : ports.length > 0 ? 'name' : 'none';
  const named = { workload: `${workload.value.kind} ${workload.name ?? '?'}` };
  yield {
    port,
    meant,
    uses: workload.value.portUses,
    span: target.word.span,
    message: isNumber ? (isImplied ? 'implied' : 'number') : other,
    ...(isNumber && { severity: 'hint' as const }),
    values: {
      ...named,
      port: target.word.text,
      protocol,
      ports: ports.map((one) => `\`${shownPort(one)}\``),
    },
    related: [{ span: meant?.port?.word.span ?? workload.span, message: 'there', values: named }],
  };
}

/** The Pods declare one port only, and nothing else leads to it: of several, some are often left out. */
function isLonely({ ports }: ServiceFact, there: readonly PortFact[]): boolean {
  const [port] = there;
  if (!port || new Set(there.map((one) => one.port?.number)).size !== 1) return false;
  return !ports.some(({ target }) => target && isPort(target, port));
}

/** One that is written nearly so, or the only one. */
function nearestPort({ word, number }: PortWord, ports: readonly PortFact[]): PortFact | undefined {
  const names = ports.flatMap(({ name }) => name?.text ?? []);
  const near = number === undefined ? closest(word.text, names) : undefined;
  if (near !== undefined) return ports.find(({ name }) => name?.text === near);
  return ports.length === 1 ? ports[0] : undefined;
}
