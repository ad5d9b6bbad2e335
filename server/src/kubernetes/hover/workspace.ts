import type { Span } from '../../core/span';
import type { Message, Text } from '../../core/text';
import { familiarName, parseReference } from '../../image/reference';
import { asScalar, get, numberOf } from '../../yaml/navigate';
import type { YamlNode, YamlPair } from '../../yaml/node';
import type { HoverContext } from '../hover';
import { podSelectorOf } from '../read-selector';
import { autoscalersOf } from '../relations/scaling';
import { selectedWorkloads, servicesFor } from '../relations/selecting';

/** What this very workspace says about a field: numbers worked out, objects found. */
export function aboutField(
  field: readonly string[],
  context: HoverContext,
  pair: YamlPair | undefined,
): readonly Message[] {
  const path = field.join('.');
  // A kind of another group may be called Service, too.
  if (context.object.type?.kind === 'Service' && (path === 'kind' || path === 'spec.selector'))
    return aboutService(context);
  const { workload } = context.object;
  if (field.at(-1) === 'image') return aboutImage(pair?.value);
  if (!workload) return [];
  if (path === 'spec.replicas') return aboutReplicas(context);
  if (path === 'kind' || /template\.metadata\.labels$/.test(path)) return aboutServices(context);
  return [];
}

function aboutService({ object, facts }: HoverContext): Message[] {
  const selector = podSelectorOf(object);
  if (!selector) return [{ text: TEXTS.noSelector }];
  const found = selectedWorkloads(selector, object.namespace, facts);
  if (found.length === 0) return facts.complete ? [{ text: TEXTS.selectsNone }] : [];
  const list = found.map(({ name, value, span }) => named(`${value.kind} ${name ?? '?'}`, span));
  const text = found.length === 1 ? TEXTS.selectsOne : TEXTS.selects;
  return [{ text, values: { count: found.length, list } }];
}

function aboutServices({ object, facts }: HoverContext): Message[] {
  const labels = object.workload?.template?.labels ?? [];
  const found = servicesFor(labels, object.namespace, facts);
  if (found.length === 0) return [];
  const list = found.map(({ name, span }) => named(`Service ${name ?? '?'}`, span));
  return [{ text: TEXTS.selectedBy, values: { list } }];
}

function named(name: string, place: Span): Message {
  return { text: TEXTS.named, values: { name, place } };
}

/** How a rolling update goes with this number: surge is rounded up, unavailable down. */
function aboutReplicas({ object, facts }: HoverContext): Message[] {
  const { workload, group } = object;
  if (!workload) return [];
  const messages: Message[] = [];
  const scaler = autoscalersOf(
    { kind: workload.kind, group, name: object.name?.value },
    object.namespace,
    facts,
  )[0];
  if (scaler) messages.push({ text: TEXTS.scaled, values: { name: scaler.name ?? '?', place: scaler.span } });
  const count = numberOf(workload.replicas);
  if (count === undefined || count < 1 || !Number.isInteger(count) || workload.kind !== 'Deployment')
    return messages;
  const strategy = get(workload.spec, 'strategy');
  if (asScalar(get(strategy, 'type'))?.text === 'Recreate') return [...messages, { text: TEXTS.recreate }];
  const up = share(get(strategy, 'rollingUpdate', 'maxSurge'), count, Math.ceil);
  const down = share(get(strategy, 'rollingUpdate', 'maxUnavailable'), count, Math.floor);
  if (up === undefined || down === undefined) return messages;
  // Both 0 would stop every update: then one Pod may be missing.
  const missing = up === 0 && down === 0 ? 1 : down;
  const text = missing === 0 ? TEXTS.rollingUp : TEXTS.rolling;
  return [...messages, { text, values: { count, up, down: missing } }];
}

/** A number, or a percentage of the replicas; 25 % where nothing is written. */
function share(node: YamlNode | undefined, of: number, round: (n: number) => number): number | undefined {
  const scalar = asScalar(node);
  if (!scalar || scalar.value === null) return round(of * 0.25);
  if (typeof scalar.value === 'number') return scalar.value;
  const percent = /^(\d+)%$/.exec(scalar.text)?.[1];
  return percent === undefined ? undefined : round((of * Number(percent)) / 100);
}

function aboutImage(node: YamlNode | undefined): Message[] {
  const scalar = asScalar(node);
  if (!scalar?.text || scalar.templated) return [];
  const reference = parseReference(scalar.text);
  if (reference.problem) return [];
  const { registry, digest, tag } = reference;
  const version = digest ?? tag;
  const values = { registry, image: familiarName(reference), tag: version ?? 'latest' };
  return [{ text: version ? TEXTS.image : TEXTS.untagged, values }];
}

const TEXTS = {
  noSelector: {
    ko: '이 Service는 label로 Pod를 고르지 않는다. endpoint를 직접 적거나 ExternalName일 때 그렇다',
    en: 'This Service chooses no Pods by label: its endpoints are written by hand, or it is an ExternalName',
  },
  selects: {
    ko: '이 Service가 고르는 workload {count}개: {list}',
    en: 'This Service selects {count} workloads: {list}',
  },
  selectsOne: { ko: '이 Service가 고르는 workload: {list}', en: 'This Service selects one workload: {list}' },
  named: { ko: '{name} ({place})', en: '{name} ({place})' },
  selectsNone: {
    ko: '이 폴더에는 이 Service가 고르는 workload가 없다',
    en: 'This Service selects no workload of this folder',
  },
  selectedBy: { ko: '이 Pod들을 고르는 것: {list}', en: 'These Pods are selected by {list}' },
  scaled: {
    ko: '개수를 정하는 것은 HorizontalPodAutoscaler `{name}` ({place})',
    en: 'HorizontalPodAutoscaler `{name}` ({place}) decides the number',
  },
  rolling: {
    ko: '{count}개일 때 rolling update는 최대 {up}개를 더 띄우고 {down}개까지 내리며 나아간다',
    en: 'With {count}, a rolling update runs up to {up} more and stops up to {down} at a time',
  },
  rollingUp: {
    ko: '{count}개일 때 rolling update는 최대 {up}개를 먼저 더 띄우고, 준비된 만큼만 옛것을 내린다',
    en: 'With {count}, a rolling update starts up to {up} more first, and stops an old one only when a new one is ready',
  },
  recreate: {
    ko: '`Recreate`라서 업데이트할 때 모두 내린 뒤 새로 띄운다',
    en: '`Recreate` stops all Pods before it starts new ones',
  },
  image: {
    ko: 'registry는 `{registry}`, 이미지는 `{image}`, 버전은 `{tag}`',
    en: 'Registry `{registry}`, image `{image}`, version `{tag}`',
  },
  untagged: {
    ko: 'registry는 `{registry}`, 이미지는 `{image}`. tag를 적지 않아 `latest`를 뜻한다',
    en: 'Registry `{registry}`, image `{image}`; without a tag it means `latest`',
  },
} satisfies Record<string, Text>;
