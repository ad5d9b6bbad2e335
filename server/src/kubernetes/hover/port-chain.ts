import type { Fact } from '../../core/facts';
import { uriOf } from '../../core/span';
import type { Message, Text } from '../../core/text';
import { asScalar, get, itemsOf } from '../../yaml/navigate';
import type { KubernetesFacts, PortFact, PortWord, ServicePortFact } from '../facts';
import type { Named, Reference } from '../references/reference';
import { objectsNamed } from '../references/resolve';
import { nearest } from '../relations/nearest';
import { type Arrival, arrivals, leadingTo, portNamed } from '../relations/port-chain';
import { type About, type HoverContext, told } from './context';
import { named } from './listed';

type ServiceFact = Fact<KubernetesFacts, 'service'>;

/** From the route of a backend through the Service to the container; nothing where the Service is not here. */
export function aboutBackend(reference: Reference, context: HoverContext): About | undefined {
  const { facts, manifest } = context;
  const uri = uriOf(manifest.part);
  const objects = nearest(objectsNamed(reference.to, reference.name.text, facts), uri);
  const service = facts
    .find('service', { name: reference.name.text })
    .find(({ span }) => objects.some((one) => one.span.part === span.part && one.span.start === span.start));
  if (!service) return undefined;
  const [asked] = reference.parts;
  const port = asked ? portNamed(service, asked) : service.value.ports[0];
  const route: Message = {
    text: TEXTS.route,
    values: { who: plain(reference.owner), path: routeOf(reference, context), place: reference.name.span },
  };
  if (port) return { facts: [], picture: arrowed([route, ...fromService(service, port, facts)]) };
  const ports = service.value.ports.map(portText);
  const text = ports.length > 0 ? TEXTS.noServicePort : TEXTS.noPorts;
  const values = {
    name: reference.name.text,
    port: asked?.word.text ?? '',
    list: ports,
    place: service.span,
  };
  return { facts: [{ text, values }] };
}

/** The whole way of the port of a Service that is pointed at, or of all, one line each. */
export function aboutServicePorts(context: HoverContext): About | undefined {
  const [service] = told('service', context);
  const { node, facts } = context;
  const ports = service?.value.ports ?? [];
  const at = ports.filter(({ name, port, target }) =>
    [name, port?.word, target?.word].some(
      (word) => word && node && node.span.start <= word.span.start && word.span.end <= node.span.end,
    ),
  );
  if (!service || at.length === 0) return undefined;
  if (at.length > 1)
    return { facts: [], picture: at.slice(0, 6).map((port) => onOneLine(service, port, facts)) };
  return {
    facts: [],
    picture: arrowed([...routesTo(service, at[0]!, context), ...fromService(service, at[0]!, facts)]),
  };
}

/** Which Services send to the port of a container. */
export function aboutContainerPort(context: HoverContext): About | undefined {
  const [workload] = told('workload', context);
  const { node, facts } = context;
  if (!workload || !node) return undefined;
  const isHere = ({ span }: { readonly span: { readonly start: number; readonly end: number } }) =>
    node.span.start <= span.start && span.end <= node.span.end;
  const { ports, portUses } = workload.value;
  const use = portUses.find(({ word }) => isHere(word));
  const port = ports.find((one) =>
    use
      ? use.container === one.container && [one.name?.text, one.port?.word.text].includes(use.word.text)
      : [one.name, one.port?.word].some((word) => word && isHere(word)),
  );
  if (!port) return undefined;
  const [first, ...rest] = leadingTo(workload, port, facts);
  if (!first) return facts.complete ? { facts: [{ text: TEXTS.noService }] } : undefined;
  const others = rest.map(({ service }) => named({ kind: 'Service', name: service.name }, service.span));
  return {
    facts: others.length > 0 ? [{ text: TEXTS.alsoServices, values: { list: others } }] : [],
    picture: arrowed(fromService(first.service, first.port, facts, workload)),
  };
}

/** Who sends to a port of a Service by its name or number: the first one. */
function routesTo(service: ServiceFact, port: ServicePortFact, { facts }: HoverContext): readonly Message[] {
  const name = service.name ?? '';
  const found = facts
    .find('reference', { ...(service.namespace !== undefined && { namespace: service.namespace }) })
    .filter(({ value: { relation, name: word } }) => relation === 'backend' && word.text === name)
    .filter(({ value: { parts } }) => parts.some((part) => portNamed(service, part) === port));
  const [first] = nearest(found, uriOf(service.span.part));
  if (!first) return [];
  const { owner, name: word } = first.value;
  return [{ text: TEXTS.route, values: { who: plain(owner), path: '', place: word.span } }];
}

/** @param through the workload that is asked about, of several */
function fromService(
  service: ServiceFact,
  port: ServicePortFact,
  facts: HoverContext['facts'],
  through?: Arrival['workload'],
): Message[] {
  const { target } = port;
  const lines: Message[] = [
    {
      text: TEXTS.service,
      values: {
        name: service.name ?? '?',
        port: portText(port),
        place: port.port?.word.span ?? service.span,
      },
    },
  ];
  if (target && target !== port.port)
    lines.push({ text: TEXTS.target, values: { port: target.word.text, place: target.word.span } });
  const found = ranked(service, port, facts, through);
  if (found.length === 0 && facts.complete) lines.push({ text: TEXTS.nowhere });
  const [first, ...rest] = found;
  if (first && target) lines.push(arrivalLine(first, target));
  if (first && first.uses.length > 0)
    lines.push({
      text: TEXTS.uses,
      values: { list: first.uses.map(({ by }) => by), place: first.uses[0]!.word.span },
    });
  if (rest.length > 0) lines.push({ text: TEXTS.others, values: { count: rest.length } });
  return lines;
}

/** The one to draw first: what is asked about, where the port is found, what is called like the Service. */
function ranked(
  service: ServiceFact,
  port: ServicePortFact,
  facts: HoverContext['facts'],
  through?: Arrival['workload'],
): readonly Arrival[] {
  const rank = ({ workload, port: found }: Arrival) =>
    4 * Number(workload === through) +
    2 * Number(found !== undefined) +
    Number(workload.name === service.name);
  return arrivals(service, port, facts).toSorted((a, b) => rank(b) - rank(a));
}

/** Each line leads to the next. */
function arrowed(lines: readonly Message[]): readonly Message[] {
  return lines.map((line, i) => (i === 0 ? line : { text: TEXTS.next, values: { line } }));
}

function arrivalLine({ workload, port }: Arrival, target: PortWord): Message {
  const who = plain({ kind: workload.value.kind, name: workload.name });
  if (port)
    return {
      text: TEXTS.container,
      values: { who, port: portText(port), place: port.port?.word.span ?? workload.span },
    };
  const text = target.number === undefined ? TEXTS.noSuchName : TEXTS.unlisted;
  return { text, values: { who, port: target.word.text, place: workload.span } };
}

function onOneLine(service: ServiceFact, port: ServicePortFact, facts: HoverContext['facts']): Message {
  const [first] = ranked(service, port, facts);
  const own = portText(port);
  if (!first || !port.target) return { text: TEXTS.lonely, values: { port: own, target: targetText(port) } };
  return {
    text: TEXTS.oneLine,
    values: { port: own, target: targetText(port), arrival: arrivalLine(first, port.target) },
  };
}

/** `http 80`, `8080`. */
function portText({ name, port }: PortFact): string {
  return [name?.text, port?.word.text].filter((text) => text !== undefined).join(' ');
}

function targetText({ target }: ServicePortFact): string {
  return target?.word.text ?? '?';
}

function plain({ kind, name }: Named): string {
  return `${kind} ${name ?? '?'}`;
}

/** `, shop.example.com/api`: host and path of the route, where they are written beside the backend. */
function routeOf({ name }: Reference, { object }: HoverContext): string {
  for (const rule of itemsOf(get(object.spec, 'rules')))
    for (const path of itemsOf(get(rule, 'http', 'paths')))
      if (path.span.start <= name.span.start && name.span.end <= path.span.end)
        return `, ${asScalar(get(rule, 'host'))?.text ?? ''}${asScalar(get(path, 'path'))?.text ?? '/'}`;
  return '';
}

const TEXTS = {
  next: { ko: '→ {line}', en: '→ {line}' },
  route: { ko: '{who}{path}  ({place})', en: '{who}{path}  ({place})' },
  service: { ko: 'Service {name}, port {port}  ({place})', en: 'Service {name}, port {port}  ({place})' },
  target: { ko: 'targetPort {port}  ({place})', en: 'targetPort {port}  ({place})' },
  container: {
    ko: '{who}, containerPort {port}  ({place})',
    en: '{who}, containerPort {port}  ({place})',
  },
  unlisted: {
    ko: '{who}, {port} (포트에 적혀 있지 않다)  ({place})',
    en: '{who}, {port} (not listed in its ports)  ({place})',
  },
  noSuchName: {
    ko: '✗ {who}에는 이름이 {port}인 포트가 없다  ({place})',
    en: '✗ {who} has no port called {port}  ({place})',
  },
  uses: { ko: '같은 포트를 묻는 {list}  ({place})', en: 'asked there by {list}  ({place})' },
  nowhere: { ko: '이 폴더에는 받는 workload가 없다', en: 'no workload of this folder' },
  others: { ko: '그 밖의 workload: {count}개', en: 'other workloads: {count}' },
  oneLine: {
    ko: 'port {port} → targetPort {target} → {arrival}',
    en: 'port {port} → targetPort {target} → {arrival}',
  },
  lonely: { ko: 'port {port} → targetPort {target}', en: 'port {port} → targetPort {target}' },
  noServicePort: {
    ko: 'Service `{name}`({place})에는 포트 `{port}`{port|이} 없다. 있는 것: {list}',
    en: 'Service `{name}` ({place}) has no port `{port}`; it has {list}',
  },
  noPorts: {
    ko: 'Service `{name}`({place})에는 포트가 하나도 없다',
    en: 'Service `{name}` ({place}) has no ports',
  },
  noService: {
    ko: '이 폴더에는 이 포트로 보내는 Service가 없다',
    en: 'No Service of this folder sends to this port',
  },
  alsoServices: { ko: '여기로 보내는 것이 더 있다: {list}', en: 'Also sent to by {list}' },
} satisfies Record<string, Text>;
