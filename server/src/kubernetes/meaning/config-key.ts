import type { WorkspaceFacts } from '../../core/facts';
import type { Meaning } from '../../core/meaning';
import { uriOf } from '../../core/span';
import type { Word } from '../../yaml/word';
import type { ConfigFact, KubernetesFacts } from '../facts';
import type { Realm } from '../references/reference';
import { objectsNamed } from '../references/resolve';
import { nearest } from '../relations/nearest';
import { referencesTo } from './object-name';
import { meaningOf } from './words';

/**
 * What a key of a ConfigMap or Secret stands for.
 * @param name of the ConfigMap or Secret
 */
export function keyMeaning(
  at: Word,
  to: Realm,
  name: string,
  facts: WorkspaceFacts<KubernetesFacts>,
): Meaning {
  const objects = nearest(objectsNamed(to, name, facts), uriOf(at.span.part));
  const configs = facts
    .find('config', { ...(to.namespace !== undefined && { namespace: to.namespace }), name })
    .filter(
      ({ value, span }) => value.kind === to.kind && objects.some((one) => one.span.part === span.part),
    );
  const called = (text: string) =>
    configs.flatMap(({ value }) => keysOf(value).filter((key) => key.text === text));
  const uses = referencesTo(to, name, objects, facts).flatMap(({ value }) =>
    value.parts.flatMap(({ sort, word }) => (sort === 'key' && word.text === at.text ? [word] : [])),
  );
  return meaningOf(at, { definitions: called(at.text), uses }, 'config-key', (next) => {
    const [other] = called(next);
    return other && { text: TAKEN, values: { kind: to.kind, name, key: next, place: other.span } };
  });
}

function keysOf({ keys, binaryKeys }: ConfigFact): readonly Word[] {
  return [...keys, ...binaryKeys];
}

const TAKEN = {
  ko: '{kind} `{name}`에는 이미 key `{key}`{key|이} 있다({place}).',
  en: '{kind} `{name}` has a key `{key}` already ({place}).',
};
