import type { Fact, WorkspaceFacts } from '../../core/facts';
import type { Meaning } from '../../core/meaning';
import { uriOf } from '../../core/span';
import type { Word } from '../../yaml/word';
import type { KubernetesFacts, PortFact } from '../facts';
import type { Realm } from '../references/reference';
import { objectsNamed } from '../references/resolve';
import { monitorsOf, selectedBy, selectingServices } from '../relations/binding';
import { nearest } from '../relations/nearest';
import { referencesTo } from './object-name';
import { meaningOf, type Words } from './words';

type Facts = WorkspaceFacts<KubernetesFacts>;
type ServiceFact = Fact<KubernetesFacts, 'service'>;
type WorkloadFact = Fact<KubernetesFacts, 'workload'>;

/** What the port of a Service stands for, by its name or number. */
export function servicePortMeaning(at: Word, to: Realm, name: string, facts: Facts): Meaning {
  const objects = nearest(objectsNamed(to, name, facts), uriOf(at.span.part));
  const services = facts
    .find('service', { ...(to.namespace !== undefined && { namespace: to.namespace }), name })
    .filter(({ span }) => objects.some((one) => one.span.part === span.part));
  const called = (text: string) => services.flatMap(({ value }) => portWords(value.ports, text));
  const named = referencesTo(to, name, objects, facts).flatMap(({ value }) =>
    value.parts.flatMap(({ sort, word }) => (sort === 'port' && word.text === at.text ? [word] : [])),
  );
  const watched = services.flatMap((service) =>
    monitorsOf(service, facts).flatMap(({ value }) => value.ports.filter(({ text }) => text === at.text)),
  );
  const isName = !isNumber(at);
  return meaningOf(
    at,
    { definitions: called(at.text), uses: [...named, ...watched] },
    isName ? 'dns-label' : undefined,
    (next) => {
      const [other] = called(next);
      return other && { text: TAKEN, values: { name: next, place: other.span } };
    },
  );
}

/**
 * What the port of a container stands for: in its own probes, and in every Service that sends there. Services may send
 * to several workloads under one name, and these be sent to by others.
 */
export function containerPortMeaning(
  at: Word,
  from: { readonly workload: WorkloadFact } | { readonly service: ServiceFact },
  facts: Facts,
): Meaning {
  const { workloads, services } = connected(at.text, from, facts);
  const words: Words = {
    definitions: workloads.flatMap(({ value }) => portWords(value.ports, at.text)),
    uses: [
      ...workloads.flatMap(({ value }) =>
        value.portUses.flatMap(({ container, word }) => {
          const isOwn = value.ports.some((port) => port.container === container && isCalled(port, word.text));
          return word.text === at.text && (isOwn || isUndeclared(value.ports, word.text)) ? [word] : [];
        }),
      ),
      ...services.flatMap(({ value }) =>
        value.ports.flatMap(({ target, port }) =>
          target && target !== port && target.word.text === at.text ? [target.word] : [],
        ),
      ),
    ],
  };
  return meaningOf(at, words, isNumber(at) ? undefined : 'port-name', (next) => {
    const [other] = workloads.flatMap(({ value }) => portWords(value.ports, next));
    return other && { text: TAKEN, values: { name: next, place: other.span } };
  });
}

function connected(
  name: string,
  from: { readonly workload: WorkloadFact } | { readonly service: ServiceFact },
  facts: Facts,
) {
  const workloads = new Set('workload' in from ? [from.workload] : []);
  const services = new Set('service' in from ? [from.service] : []);
  // Both grow while they are walked through.
  for (let before = -1; before !== workloads.size + services.size; ) {
    before = workloads.size + services.size;
    for (const service of services)
      for (const workload of selectedBy(service, facts))
        if (portWords(workload.value.ports, name).length > 0) workloads.add(workload);
    for (const workload of workloads)
      for (const service of selectingServices(workload, facts))
        if (service.value.ports.some(({ target }) => target?.word.text === name)) services.add(service);
  }
  return { workloads: [...workloads], services: [...services] };
}

function isCalled({ name, port }: PortFact, text: string): boolean {
  return name?.text === text || port?.word.text === text;
}

function isUndeclared(ports: readonly PortFact[], text: string): boolean {
  return !ports.some((port) => isCalled(port, text));
}

function portWords(ports: readonly PortFact[], text: string): readonly Word[] {
  return ports.flatMap(({ name, port }) =>
    name?.text === text ? [name] : port?.word.text === text ? [port.word] : [],
  );
}

function isNumber({ text }: Word): boolean {
  return /^\d+$/.test(text);
}

const TAKEN = {
  ko: '포트 `{name}`{name|이} 이미 있다({place}).',
  en: 'There is a port `{name}` already ({place}).',
};
