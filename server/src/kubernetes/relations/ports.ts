import type { Fact, WorkspaceFacts } from '../../core/facts';
import { uriOf } from '../../core/span';
import type { KubernetesFacts, PortFact, PortWord, ServiceFact } from '../facts';
import { isRewritten } from '../kustomize/kustomizations';
import { addressOf, type Reference } from '../references/reference';
import { isNeighbour, nearest } from './nearest';

/** How objects speak of each other's ports: by name, or by number. */
type Facts = WorkspaceFacts<KubernetesFacts>;
type Service = Fact<KubernetesFacts, 'service'>;

export function isPort({ word, number }: PortWord, { name, port }: PortFact): boolean {
  if (number === undefined) return name?.text === word.text;
  return port?.number === number;
}

/** A number in quotes, which is neither a name nor a number. */
export function isOdd({ word, number }: PortWord): boolean {
  return number === undefined && /^\d+$/.test(word.text);
}

/** How a port is spoken of in a sentence: `http (80)`. */
export function shownPort({ name, port }: PortFact): string {
  return name ? `${name.text} (${port?.word.text ?? '?'})` : (port?.word.text ?? '?');
}

/** The Services a reference names, where all of their ports are known. */
export function servicesOf(reference: Reference, uri: string, facts: Facts): readonly Service[] {
  const services = servicesNamed(reference, uri, facts);
  return services.every((one) => isKnown(one, facts)) ? services : [];
}

/** The Services a reference names, where they are likely to be applied together with it. */
export function servicesNamed({ to, name }: Reference, uri: string, facts: Facts): readonly Service[] {
  if (to.kind !== 'Service' || (to.group ?? '') !== '') return [];
  const { namespace } = to;
  const named = facts.find('service', { ...(namespace !== undefined && { namespace }), name: name.text });
  return nearest(named, uri).filter(({ span }) => isNeighbour(uriOf(span.part), uri));
}

/** Whether all ports a Service has are the written ones. An ExternalName is an alias in DNS: any port will do. */
export function isKnown({ value, span }: Service, facts: Facts): boolean {
  return hasKnownPorts(value) && !isRewritten(uriOf(span.part), facts);
}

export function hasKnownPorts({ type, ports }: ServiceFact): boolean {
  return type !== 'ExternalName' && ports.length > 0 && areNumbers(ports);
}

/** Elsewhere a template, or the reader, is to put a number. */
export function areNumbers(ports: readonly PortFact[]): boolean {
  return ports.every(({ port }) => port?.number !== undefined);
}

/** How many places of the workspace name a Service. */
export function usersOf({ namespace, name }: Service, facts: Facts): number {
  const at = { ...(namespace !== undefined && { namespace }), name: addressOf('Service', name ?? '') };
  return facts.find('reference', at).length;
}
