import type { Fact, WorkspaceFacts } from '../../core/facts';
import type { Meaning } from '../../core/meaning';
import { uriOf } from '../../core/span';
import type { Word } from '../../yaml/word';
import type { KubernetesFacts } from '../facts';
import type { FormatName } from '../facts/formats';
import { addressOf, type Realm } from '../references/reference';
import { isGroup, makersOf, objectsNamed } from '../references/resolve';
import { nearest } from '../relations/nearest';
import { meaningOf } from './words';

type Facts = WorkspaceFacts<KubernetesFacts>;
type ObjectFact = Fact<KubernetesFacts, 'object'>;

/** What the name of an object stands for, asked where it is given or where it is used. */
export function objectMeaning(at: Word, to: Realm, facts: Facts): Meaning {
  const uri = uriOf(at.span.part);
  const objects = nearest(objectsNamed(to, at.text, facts), uri);
  const uses = referencesTo(to, at.text, objects, facts).map(({ value }) => value.name);
  const definitions = objects.map(({ value }) => value.name);
  const makers = objects.length > 0 ? [] : makersOf(to, at.text, facts);
  // What makes it decides the name.
  if (makers.length > 0)
    return {
      ...meaningOf(at, { definitions, uses }, undefined),
      definitions: makers.map(({ span }) => span),
    };
  return meaningOf(at, { definitions, uses }, formatOf(to.kind), (name) => {
    const other = nearest(objectsNamed(to, name, facts), uri)[0];
    return other && { text: TAKEN, values: { kind: to.kind, name, place: other.span } };
  });
}

/**
 * The references that mean these objects and no others of their name; without objects, those that find none either.
 */
export function referencesTo(
  { kind, group, namespace }: Realm,
  name: string,
  objects: readonly ObjectFact[],
  facts: Facts,
): readonly Fact<KubernetesFacts, 'reference'>[] {
  return facts
    .find('reference', { ...(namespace !== undefined && { namespace }), name: addressOf(kind, name) })
    .filter(({ value, span }) => {
      if (group !== undefined && !isGroup(group, value.to.group)) return false;
      const meant = nearest(objectsNamed(value.to, name, facts), uriOf(span.part));
      return objects.length === 0 ? meant.length === 0 : meant.some((one) => objects.includes(one));
    });
}

function formatOf(kind: string): FormatName {
  if (kind === 'Service') return 'dns-1035';
  if (kind === 'Namespace') return 'dns-label';
  return /^(?:Cluster)?Role(?:Binding)?$/.test(kind) ? 'path-segment' : 'dns-subdomain';
}

const TAKEN = {
  ko: '{kind} `{name}`{name|이} 이미 있다({place}).',
  en: 'There is a {kind} `{name}` already ({place}).',
};
