import type { Fact } from '../../core/facts';
import { uriOf } from '../../core/span';
import type { Message, Text } from '../../core/text';
import type { KubernetesFacts } from '../facts';
import { BROUGHT, isAlwaysThere } from '../facts/always-there';
import type { Reference } from '../references/reference';
import { makersOf, resolve } from '../references/resolve';
import { aboutAccount, allowedBy } from './access';
import { aboutKeys, aboutNamedKey } from './config-key';
import type { About, HoverContext } from './context';
import { named } from './listed';
import { aboutPodNames } from './pod-dns';
import { aboutBackend } from './port-chain';

type ReferenceFact = Fact<KubernetesFacts, 'reference'>;

/** What the name of another object stands for here, and what that means for the one that says it. */
export function aboutNamed({ value, span }: ReferenceFact, context: HoverContext): About {
  const chain = value.relation === 'backend' ? aboutBackend(value, context) : undefined;
  if (chain) return chain;
  const answer = resolve(value, uriOf(span.part), context.facts);
  const object = answer.certainty === 'found' ? answer.objects[0] : undefined;
  const facts = [...whereIs(value, answer, context.facts), ...moreOf(value, object, span, context)];
  return { facts };
}

/** What a key or port stands for that is named beside an object. */
export function aboutPart(
  { value, span }: ReferenceFact,
  part: Reference['parts'][number],
  context: HoverContext,
): About | undefined {
  if (part.sort === 'port') return aboutBackend(value, context);
  return { facts: aboutNamedKey(part.word.text, value.to, value.name.text, uriOf(span.part), context) };
}

function whereIs(
  { to, name, optional }: Reference,
  answer: ReturnType<typeof resolve>,
  facts: HoverContext['facts'],
): readonly Message[] {
  const values = { kind: to.kind, name: name.text };
  if (answer.certainty === 'near')
    return [{ text: TEXTS.near, values: { ...values, other: nameOf(answer.object) } }];
  if (answer.certainty === 'found') {
    const [first, ...rest] = answer.objects;
    if (first)
      return [
        {
          text: rest.length > 0 ? TEXTS.several : TEXTS.found,
          values: { object: nameOf(first), more: rest.length },
        },
      ];
    if (isAlwaysThere(to.kind, name.text)) return [{ text: TEXTS.always, values }];
    const [made] = makersOf(to, name.text, facts);
    return made ? [{ text: TEXTS.made, values: { ...values, by: named(made.value.by, made.span) } }] : [];
  }
  if (!facts.complete || BROUGHT.has(to.kind)) return [];
  return [{ text: optional ? TEXTS.missingOptional : TEXTS.missing, values }];
}

function moreOf(
  reference: Reference,
  object: Fact<KubernetesFacts, 'object'> | undefined,
  span: ReferenceFact['span'],
  context: HoverContext,
): readonly Message[] {
  const { facts } = context;
  const { relation, to, name, parts } = reference;
  const uri = uriOf(span.part);
  switch (relation) {
    case 'env':
    case 'envFrom':
    case 'volume':
      return parts.length > 0
        ? parts.slice(0, 3).flatMap(({ word }) => aboutNamedKey(word.text, to, name.text, uri, context))
        : aboutKeys(to, name.text, uri, context);
    case 'account':
      return object ? aboutAccount(object, facts) : [];
    case 'role': {
      const allowed = allowedBy(reference, span.part, facts);
      return allowed ? [{ text: TEXTS.allows, values: { allowed } }] : [];
    }
    case 'headless':
      return aboutPodNames(context);
    case 'scale':
      return object ? aboutScaled(object, facts) : [];
    default:
      return [];
  }
}

/** The number that is written loses against the one who counts. */
function aboutScaled(
  { namespace, name, value: { kind } }: Fact<KubernetesFacts, 'object'>,
  facts: HoverContext['facts'],
): readonly Message[] {
  const at = { ...(namespace !== undefined && { namespace }), ...(name !== undefined && { name }) };
  const replicas = facts.find('workload', at).find(({ value }) => value.kind === kind)?.value.replicas;
  return replicas === undefined ? [] : [{ text: TEXTS.overruled, values: { replicas } }];
}

function nameOf({ value, span }: Fact<KubernetesFacts, 'object'>): Message {
  return named({ kind: value.kind, name: value.name.text }, span);
}

const TEXTS = {
  found: { ko: '이 폴더의 {object}', en: '{object}' },
  several: {
    ko: '이 폴더의 {object}. 같은 이름이 {more}개 더 있다',
    en: '{object}; {more} more have this name',
  },
  near: {
    ko: '이 폴더에는 {kind} `{name}`{name|이} 없다. 가장 비슷한 것은 {other}',
    en: '{kind} `{name}` is not in this folder; the nearest is {other}',
  },
  missing: {
    ko: '{kind} `{name}`{name|은} 이 폴더에 없다',
    en: '{kind} `{name}` is not in this folder',
  },
  missingOptional: {
    ko: '{kind} `{name}`{name|은} 이 폴더에 없다. `optional`이라 없어도 Pod는 뜬다',
    en: '{kind} `{name}` is not in this folder; being `optional`, it may be missing',
  },
  always: {
    ko: '{kind} `{name}`{name|은} 모든 cluster에 있다',
    en: 'Every cluster has the {kind} `{name}`',
  },
  made: {
    ko: '{kind} `{name}`{name|을} 만드는 것은 {by}',
    en: '{kind} `{name}` is made by {by}',
  },
  allows: { ko: '할 수 있는 것: {allowed}', en: 'Allows: {allowed}' },
  overruled: {
    ko: '거기 적힌 `replicas: {replicas}`보다 HPA가 정한 수가 이긴다',
    en: 'Its `replicas: {replicas}` loses against the number the HPA sets',
  },
} satisfies Record<string, Text>;
