import { get } from '../../yaml/navigate';
import type { ConfigFact } from '../facts';
import { type ReferencePlace, referencePlaces } from '../facts/reference-places';
import { readWritten } from '../metadata';
import { targetOf } from '../references/read';
import type { Realm } from '../references/reference';
import { isGroup, objectsNamed } from '../references/resolve';
import { type AskedIn, byText, type Name } from './names';

/** The names, keys and ports of other objects that may stand at a place. */
export function referenced(asked: AskedIn): readonly Name[] {
  const { object, shape } = asked;
  return referencePlaces(object.group, object.kind.value).flatMap((place): readonly Name[] => {
    const below = place.at === '' ? shape : after(place.at, shape);
    if (below === undefined) return [];
    if (below === place.name) return objects(place, asked);
    if (below === place.namespace || below === 'namespaceSelector.matchNames[]') return namespaces(asked);
    if (below === place.keys) return keys(place, asked);
    return place.ports?.includes(below) ? ports(place, below, asked) : [];
  });
}

/** What is left of a path behind another one. */
function after(at: string, shape: string): string | undefined {
  return shape.startsWith(`${at}.`) ? shape.slice(at.length + 1) : undefined;
}

/** The map of a reference that a field of it is asked about. */
function mapOf({ root, path }: AskedIn, field: string) {
  const steps = field.split('.').reduce((sum, step) => sum + (step.endsWith('[]') ? 2 : 1), 0);
  return get(root, ...path.slice(0, path.length - steps));
}

function objects(place: ReferencePlace, asked: AskedIn): readonly Name[] {
  const { facts, object } = asked;
  if (place.relation === 'namespace') return namespaces(asked);
  const map = mapOf(asked, place.name);
  const to = map && targetOf(map, place, object);
  if (!to) return [];
  const at = to.namespace === undefined ? {} : { namespace: to.namespace };
  const found = facts
    .find('object', at)
    .filter(({ value }) => value.kind === to.kind && isGroup(value.group, to.group))
    .map(({ value: { name } }): Name => ({ text: name.text, at: name.span }));
  const made = facts
    .find('made')
    .filter(({ value, namespace }) => value.kind === to.kind && (namespace ?? to.namespace) === to.namespace)
    // One of many, of which nobody knows the number.
    .flatMap(({ name, span }): Name[] => (name && !name.endsWith('#') ? [{ text: name, at: span }] : []));
  const headless = place.relation === 'headless' ? headlessIn(to, facts) : new Set<string>();
  return [...found, ...made].toSorted(
    (a, b) => Number(headless.has(b.text)) - Number(headless.has(a.text)) || byText(a, b),
  );
}

function headlessIn({ namespace }: Realm, facts: AskedIn['facts']): ReadonlySet<string> {
  const services = facts.find('service', namespace === undefined ? {} : { namespace });
  return new Set(services.flatMap(({ name, value }) => (name && value.headless ? [name] : [])));
}

/** Those that are written somewhere: a namespace needs no manifest to be used. */
function namespaces({ facts, object }: AskedIn): readonly Name[] {
  return facts
    .find('object')
    .flatMap(({ value, namespace, span }): Name[] => {
      if (value.kind === 'Namespace' && value.group === '')
        return [{ text: value.name.text, at: value.name.span }];
      const isOwn = span.part === object.root.span.part;
      return namespace === undefined || namespace === 'default' || isOwn
        ? []
        : [{ text: namespace, at: span }];
    })
    .toSorted(byText);
}

function keys(place: ReferencePlace, asked: AskedIn): readonly Name[] {
  const { facts, object } = asked;
  const map = mapOf(asked, place.keys ?? '');
  const to = map && targetOf(map, place, object);
  const name = readWritten(map, place.name)?.value;
  if (!to || name === undefined) return [];
  const at = { ...(to.namespace !== undefined && { namespace: to.namespace }), name };
  return facts
    .find('config', at)
    .filter(({ value }) => value.kind === to.kind)
    .flatMap(({ value }) => readable(value, place))
    .toSorted(byText);
}

/** Environment variables cannot read what is binary. */
function readable({ keys, binaryKeys }: ConfigFact, { relation }: ReferencePlace): readonly Name[] {
  const words = relation === 'env' ? keys : [...keys, ...binaryKeys];
  return words.map(({ text, span }) => ({ text, at: span }));
}

/** The ports of the Service, by what the field takes: names, numbers, or both. */
function ports(place: ReferencePlace, field: string, asked: AskedIn): readonly Name[] {
  const { facts, object } = asked;
  const map = mapOf(asked, field);
  const to = map && targetOf(map, place, object);
  const name = readWritten(map, place.name)?.value;
  if (!to || name === undefined) return [];
  const services = new Set(objectsNamed(to, name, facts).map(({ span }) => span.part));
  const found = facts.find('service', { name }).filter(({ span }) => services.has(span.part));
  const takesName = field === 'port.name' || field === 'servicePort';
  return found.flatMap(({ value }) => [
    ...value.ports.flatMap((one): Name[] =>
      takesName && one.name ? [{ text: one.name.text, at: one.name.span }] : [],
    ),
    ...value.ports.flatMap(({ port }): Name[] =>
      field !== 'port.name' && port?.number !== undefined
        ? [{ text: String(port.number), at: port.word.span, isNumber: true }]
        : [],
    ),
  ]);
}
