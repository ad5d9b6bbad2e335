import type { Fact } from '../../core/facts';
import type { Message, Text } from '../../core/text';
import type { KubernetesFacts } from '../facts';
import type { Relation } from '../facts/reference-places';
import { ownerOf, usesOf } from '../references/uses';
import type { HoverContext } from './context';
import { listed, named } from './listed';

type ReferenceFact = Fact<KubernetesFacts, 'reference'>;

/**
 * Who names an object.
 * @param except references that are told of elsewhere
 */
export function aboutUses(
  object: Fact<KubernetesFacts, 'object'>,
  { facts }: HoverContext,
  except?: Relation,
): readonly Message[] {
  const found = usesOf(object, facts).filter(({ value }) => value.relation !== except);
  if (found.length > 0) return [{ text: TEXTS.used, values: { list: listed(usersIn(found)) } }];
  return facts.complete && TO_BE_USED.has(object.value.kind) ? [{ text: TEXTS.unused }] : [];
}

/** The objects that name it, each once: `Deployment web (web.yaml:12)`, and as what. */
export function usersIn(found: readonly ReferenceFact[]): readonly Message[] {
  const users = new Map<string, ReferenceFact[]>();
  for (const one of found) {
    const key = ownerOf(one);
    users.set(key, [...(users.get(key) ?? []), one]);
  }
  return [...users.values()].map((own): Message => {
    const [{ value }] = own as [ReferenceFact];
    const as = [...new Set(own.flatMap((one) => AS[one.value.relation] ?? []))];
    const who = named(value.owner, value.name.span);
    return as.length > 0 ? { text: TEXTS.as, values: { who, as } } : who;
  });
}

/** Kinds that are there for others to name. */
const TO_BE_USED = new Set(['ConfigMap', 'PersistentVolumeClaim', 'Role', 'Secret', 'ServiceAccount']);

const AS: Partial<Record<Relation, Text>> = {
  certificate: { ko: 'TLS 인증서로', en: 'as TLS certificate' },
  env: { ko: '환경 변수로', en: 'as environment variable' },
  envFrom: { ko: 'envFrom으로', en: 'by envFrom' },
  pull: { ko: '이미지를 받을 때', en: 'to pull images' },
  volume: { ko: '파일로', en: 'as files' },
};

const TEXTS = {
  used: { ko: '쓰는 곳: {list}', en: 'Used by {list}' },
  unused: { ko: '이 폴더에는 이것을 쓰는 곳이 없다', en: 'Nothing in this folder uses it' },
  as: { ko: '{who} {as}', en: '{who} {as}' },
} satisfies Record<string, Text>;
