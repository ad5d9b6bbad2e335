import { once } from '../../core/once';
import { booleanOf, get, itemsOf, numberOf } from '../../yaml/navigate';
import type { YamlNode } from '../../yaml/node';
import { wordOf } from '../../yaml/word';
import { placesOf, splitApiVersion } from '../facts/kinds';
import { type ReferencePlace, referencePlaces } from '../facts/reference-places';
import { readWritten } from '../metadata';
import type { KubernetesObject } from '../model';
import type { PartName, Reference, Target } from './reference';

/** Every name of another object that an object says; what a template writes says nothing. */
export const referencesOf: (object: KubernetesObject) => readonly Reference[] = once((object) => [
  ...readReferences(object),
]);

function* readReferences(object: KubernetesObject): Generator<Reference> {
  for (const place of referencePlaces(object.group, object.kind.value))
    for (const map of nodesAt(object.root, place.at)) {
      const name = wordOf(get(map, place.name));
      const to = name && targetOf(map, place, object);
      if (!name || !to || isAlias(map, place)) continue;
      yield {
        relation: place.relation,
        owner: { kind: object.kind.value, name: object.name?.value },
        to,
        name,
        beside: {
          kind: typeof place.to === 'string' ? undefined : wordOf(get(map, place.to.kind)),
          group: typeof place.to === 'string' ? undefined : wordOf(get(map, place.to.group)),
          namespace: place.namespace === undefined ? undefined : wordOf(get(map, place.namespace)),
        },
        parts: [...partsOf(map, place)],
        optional: booleanOf(get(map, 'optional')) === true,
      };
    }
}

/** The nodes at a path: `spec.rules[].http.paths[]`; an empty one is the node itself. */
export function nodesAt(node: YamlNode | undefined, path: string): readonly YamlNode[] {
  const found: YamlNode[] = [];
  collect(node, path, found);
  return found;
}

/** Step by step: of most paths an object has not even the first. */
function collect(node: YamlNode | undefined, path: string, found: YamlNode[]): void {
  if (!node) return;
  if (path === '') {
    found.push(node);
    return;
  }
  const dot = path.indexOf('.');
  const step = dot < 0 ? path : path.slice(0, dot);
  const rest = dot < 0 ? '' : path.slice(dot + 1);
  if (!step.endsWith('[]')) collect(get(node, step), rest, found);
  else for (const item of itemsOf(get(node, step.slice(0, -2)))) collect(item, rest, found);
}

/** `serviceAccount` is an old alias, which `serviceAccountName` overrules. */
function isAlias(map: YamlNode, { name }: ReferencePlace): boolean {
  return name === 'serviceAccount' && readWritten(map, 'serviceAccountName') !== undefined;
}

/** What a place names; nothing where nobody can know. */
export function targetOf(map: YamlNode, place: ReferencePlace, object: KubernetesObject): Target | undefined {
  const { to } = place;
  const named = typeof to === 'string' ? parseKind(to) : chosenKind(map, to);
  if (!named) return undefined;
  // Users and groups are no objects.
  if (place.relation === 'subject' && named.kind !== 'ServiceAccount') return undefined;
  const written = place.namespace === undefined ? undefined : readWritten(map, place.namespace);
  if (written?.node.templated || object.writtenNamespace?.node.templated) return undefined;
  const own = object.namespace ?? (object.type ? undefined : 'default');
  const namespace = isClusterWide(named) ? undefined : (written?.value ?? own);
  const placed = (written ?? object.writtenNamespace) !== undefined;
  return { ...named, namespace, placed };
}

function chosenKind(
  map: YamlNode,
  { kind, group, otherwise }: Exclude<ReferencePlace['to'], string>,
): Pick<Target, 'kind' | 'group'> | undefined {
  const usual = otherwise === undefined ? undefined : parseKind(otherwise);
  const written = readWritten(map, kind);
  const inGroup = readWritten(map, group);
  if (written?.node.templated || inGroup?.node.templated) return undefined;
  const named = written?.value ?? usual?.kind;
  if (named === undefined) return undefined;
  if (inGroup === undefined) return { kind: named, group: usual?.group };
  return {
    kind: named,
    group: group === 'apiVersion' ? splitApiVersion(inGroup.value).group : inGroup.value,
  };
}

function parseKind(written: string): { readonly kind: string; readonly group: string } {
  const [group = '', kind = ''] = written.split('/');
  return { kind, group };
}

/** Kinds of which nothing is known are taken to live in a namespace, as nearly all do. */
function isClusterWide({ kind, group }: Pick<Target, 'kind' | 'group'>): boolean {
  if (kind === 'GatewayClass') return true;
  const known = placesOf(kind).filter((one) => group === undefined || one.group === group);
  return known.length > 0 && known.every(({ namespaced }) => !namespaced);
}

function* partsOf(map: YamlNode, { keys, ports = [] }: ReferencePlace): Generator<PartName> {
  if (keys !== undefined)
    for (const node of nodesAt(map, keys)) {
      const word = wordOf(node);
      if (word) yield { sort: 'key', word, number: undefined };
    }
  for (const path of ports) {
    const node = get(map, ...path.split('.'));
    const word = wordOf(node);
    if (word) yield { sort: 'port', word, number: numberOf(node) };
  }
}
