import type { Fact } from '../../core/facts';
import type { Message, Text } from '../../core/text';
import type { ConfigFact, KubernetesFacts } from '../facts';
import type { Target } from '../references/reference';
import { objectsNamed } from '../references/resolve';
import { usesOf } from '../references/uses';
import { nearest } from '../relations/nearest';
import type { HoverContext } from './context';
import { listed } from './listed';
import { usersIn } from './uses';

type ConfigFactOf = Fact<KubernetesFacts, 'config'>;

/** Who reads a key of a ConfigMap or Secret, by its name or along with all others. */
export function aboutKey(key: string, config: ConfigFactOf, { facts }: HoverContext): readonly Message[] {
  const [object] = facts
    .find('object', { ...(config.name !== undefined && { name: config.name }) })
    .filter(({ span }) => span.part === config.span.part && span.start === config.span.start);
  const uses = object ? usesOf(object, facts) : [];
  const byName = uses.filter(({ value: { parts } }) => parts.some(({ word }) => word.text === key));
  const whole = uses.filter(
    ({ value: { relation, parts } }) =>
      parts.length === 0 && (relation === 'envFrom' || relation === 'volume'),
  );
  const messages: Message[] = [];
  if (byName.length > 0) messages.push({ text: TEXTS.read, values: { key, list: listed(usersIn(byName)) } });
  if (whole.length > 0) messages.push({ text: TEXTS.whole, values: { list: listed(usersIn(whole)) } });
  if (messages.length > 0 || !facts.complete || !object) return messages;
  return [{ text: TEXTS.unread, values: { key } }];
}

/** What the ConfigMap or Secret that is named has under a key. */
export function aboutNamedKey(
  key: string,
  to: Target,
  name: string,
  uri: string,
  { facts }: HoverContext,
): readonly Message[] {
  return configsNamed(to, name, uri, facts).flatMap(({ value }): readonly Message[] => {
    const word = [...value.keys, ...value.binaryKeys].find(({ text }) => text === key);
    const values = { kind: to.kind, name, key };
    if (word) return [{ text: TEXTS.found, values: { ...values, place: word.span } }];
    return value.open ? [] : [{ text: TEXTS.absent, values: { ...values, list: keyList(value) } }];
  });
}

/** The keys of the ConfigMap or Secret that is named. */
export function aboutKeys(
  to: Target,
  name: string,
  uri: string,
  { facts }: HoverContext,
): readonly Message[] {
  return configsNamed(to, name, uri, facts).flatMap(({ value }): readonly Message[] =>
    value.keys.length + value.binaryKeys.length > 0
      ? [{ text: TEXTS.keys, values: { list: keyList(value) } }]
      : [],
  );
}

function configsNamed(to: Target, name: string, uri: string, facts: HoverContext['facts']) {
  const objects = nearest(objectsNamed(to, name, facts), uri);
  return facts
    .find('config', { name })
    .filter(({ span, value }) => value.kind === to.kind && objects.some((one) => one.span.part === span.part))
    .filter(({ namespace }) => objects.some((one) => one.namespace === namespace))
    .slice(0, 1);
}

function keyList({ keys, binaryKeys }: ConfigFact): Message {
  const all = [...new Set([...keys, ...binaryKeys].map(({ text }) => text))];
  return listed(
    all.map((key) => ({ text: { ko: '`{key}`', en: '`{key}`' }, values: { key } })),
    5,
  );
}

const TEXTS = {
  read: { ko: '`{key}`{key|을} 읽는 곳: {list}', en: '`{key}` is read by {list}' },
  whole: { ko: '모든 key를 가져가는 곳: {list}', en: 'All keys go to {list}' },
  unread: {
    ko: '이 폴더에는 `{key}`{key|을} 읽는 곳이 없다',
    en: 'Nothing in this folder reads `{key}`',
  },
  found: {
    ko: '{kind} `{name}`의 `{key}` ({place})',
    en: '`{key}` of {kind} `{name}` ({place})',
  },
  absent: {
    ko: '{kind} `{name}`에는 key `{key}`{key|이} 없다. 있는 것: {list}',
    en: '{kind} `{name}` has no key `{key}`; it has {list}',
  },
  keys: { ko: '안에 있는 key: {list}', en: 'Its keys: {list}' },
} satisfies Record<string, Text>;
