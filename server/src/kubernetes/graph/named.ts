import type { GraphWay } from '../../core/graph';
import { messageOf } from '../../core/page';
import type { Finding } from '../../core/rule';
import { uriOf } from '../../core/span';
import type { Message, Text } from '../../core/text';
import { BROUGHT, isAlwaysThere } from '../facts/always-there';
import type { Relation } from '../facts/reference-places';
import type { Reference } from '../references/reference';
import { makersOf, resolve } from '../references/resolve';
import missingKey, { missingKeys } from '../rules/missing-key';
import nearMiss, { nearlyNamed } from '../rules/reference-near-miss';
import wrongPort, { wrongPorts } from '../rules/service-port-mismatch';
import type { Drawing, Facts, Of } from './nodes';

/** What objects call others by name: one way of an edge for each place that does. */
export function addNamed(drawing: Drawing, facts: Facts): void {
  for (const fact of facts.find('reference')) {
    const { value, span } = fact;
    if (!isDrawn(value)) continue;
    const from = drawing.idOf(span.part, value.owner.kind, value.owner.name);
    if (from === undefined) continue;
    for (const { to, ...way } of endsOf(fact, drawing, facts))
      drawing.add(from, to, { says: said(value), ...way });
  }
}

/** The namespace an object is in is drawn around it. */
function isDrawn(reference: Reference): reference is Drawn {
  return reference.relation !== 'namespace';
}

type Drawn = Reference & { readonly relation: Exclude<Relation, 'namespace'> };

type End = Omit<GraphWay, 'says'> & { readonly to: string | undefined };

function* endsOf({ value, span }: Of<'reference'>, drawing: Drawing, facts: Facts): Generator<End> {
  const uri = uriOf(span.part);
  const answer = resolve(value, uri, facts);
  const { to, name } = value;
  const { kind, namespace } = to;
  if (answer.certainty === 'near') {
    const found = nearlyNamed(value, uri, facts);
    const isSure = found && found.severity !== 'hint';
    const near = drawing.idOfFact(answer.object);
    if (isSure) yield { to: near, state: 'broken', reasons: [reason(nearMiss, found)] };
    else
      yield {
        to: missing(value, drawing),
        state: 'unknown',
        reasons: found ? [reason(nearMiss, found)] : [],
      };
    return;
  }
  if (answer.certainty === 'unknown') {
    // Of what the cluster brings nobody expects a manifest; before all files are read nothing is missing.
    if (!facts.complete || BROUGHT.has(kind)) return;
    const text = value.optional ? TEXTS.optional : TEXTS.elsewhere;
    yield { to: missing(value, drawing), state: 'unknown', reasons: [{ text }] };
    return;
  }
  const reasons = [
    ...[...wrongPorts(value, uri, facts)].map((found) => reason(wrongPort, found)),
    ...[...missingKeys(value, uri, facts)].map((found) => reason(missingKey, found)),
  ];
  const state = facts.complete && reasons.length > 0 ? 'broken' : 'ok';
  for (const object of answer.objects) yield { to: drawing.idOfFact(object), state, reasons };
  if (answer.objects.length > 0) return;
  if (isAlwaysThere(kind, name.text)) {
    const about = [{ text: TEXTS.always }];
    yield {
      to: drawing.unwritten({ sort: 'made', kind, name: name.text, namespace, facts: about }),
      state,
      reasons,
    };
    return;
  }
  for (const { span, value: made } of makersOf(to, name.text, facts)) {
    const by = drawing.idOf(span.part, made.by.kind, made.by.name);
    const about = [{ text: TEXTS.made, values: { by: `${made.by.kind} ${made.by.name ?? ''}`.trim() } }];
    const id = drawing.unwritten({ sort: 'made', kind, name: name.text, namespace, facts: about });
    drawing.add(by, id, { says: { text: WAYS.makes }, state: 'ok', reasons: [] }, true);
    yield { to: id, state, reasons };
  }
}

function missing({ to: { kind, namespace }, name }: Reference, drawing: Drawing): string {
  return drawing.unwritten({
    sort: 'missing',
    kind,
    name: name.text,
    namespace,
    facts: [{ text: TEXTS.missing }],
  });
}

/** The words of a rule. */
export function reason(rule: Parameters<typeof messageOf>[0], { message, values }: Finding): Message {
  return { text: messageOf(rule, message), ...(values && { values }) };
}

/** What an object has to do with one it names. */
function said({ relation, parts, to }: Drawn): Message {
  const list = parts.map(({ word }) => word.text);
  if (relation === 'backend' && list.length > 0) return { text: WAYS.port, values: { list } };
  if (relation === 'claim' && to.kind === 'PersistentVolume') return { text: WAYS.bound };
  if (relation === 'env' && list.length > 0) return { text: WAYS.key, values: { list } };
  return { text: WAYS[relation] };
}

const WAYS = {
  makes: { ko: '만든다', en: 'makes it' },
  port: { ko: '포트 {list}{list|으로} 요청을 보낸다', en: 'sends requests to port {list}' },
  key: { ko: 'key {list}{list|을} 환경 변수로 읽는다', en: 'reads key {list} into an environment variable' },
  bound: { ko: '이 volume에 묶인다', en: 'is bound to this volume' },
  account: { ko: '이 계정으로 돈다', en: 'runs as this account' },
  backend: { ko: '요청을 보낸다', en: 'sends requests' },
  certificate: { ko: '인증서를 읽는다', en: 'takes its certificate from it' },
  claim: { ko: '저장 공간으로 쓴다', en: 'stores its data there' },
  class: { ko: '이 종류로 만든다', en: 'is of this class' },
  env: { ko: '환경 변수로 읽는다', en: 'reads it into an environment variable' },
  envFrom: { ko: '모든 key를 환경 변수로 읽는다', en: 'reads every key into environment variables' },
  gateway: { ko: '이 문으로 들어온 요청을 받는다', en: 'takes requests that come in through it' },
  headless: { ko: 'Pod마다의 DNS 이름을 여기서 얻는다', en: 'gets the DNS names of its Pods from it' },
  owner: { ko: '이 오브젝트에 딸려 있다', en: 'belongs to it' },
  pull: { ko: '비공개 이미지를 받을 때 쓴다', en: 'pulls private images with it' },
  role: { ko: '이 권한을 준다', en: 'grants these rights' },
  scale: { ko: 'Pod 수를 정한다', en: 'sets the number of its Pods' },
  subject: { ko: '이 계정에게 준다', en: 'grants them to this account' },
  volume: { ko: '파일로 붙인다', en: 'mounts it as files' },
  webhook: { ko: 'API server가 여기로 물어본다', en: 'has the API server call it' },
} satisfies Record<Drawn['relation'] | 'makes' | 'port' | 'key' | 'bound', Text>;

const TEXTS = {
  missing: {
    ko: '이 폴더에는 없다. cluster나 다른 저장소에 있을 수 있다',
    en: 'Not in this folder; it may be in the cluster or in another repository',
  },
  elsewhere: { ko: '가리키는 쪽이 이 폴더에 없다', en: 'what it names is not in this folder' },
  optional: {
    ko: '이 폴더에는 없지만 `optional`이라 없어도 된다',
    en: 'it is not in this folder, and being `optional` may be missing',
  },
  always: { ko: '모든 cluster에 처음부터 있다', en: 'Every cluster has it from the start' },
  made: { ko: '{by}{by|이} 만든다', en: 'Made by {by}' },
} satisfies Record<string, Text>;
