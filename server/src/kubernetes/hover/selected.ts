import type { Fact } from '../../core/facts';
import type { Message, Text } from '../../core/text';
import type { KubernetesFacts } from '../facts';
import { type Labelled, labelledIn, selectedThings } from '../relations/binding';
import { matches } from '../selectors/selector';
import type { HoverContext } from './context';
import { listed, named } from './listed';

/** What a selector selects here. */
export function aboutSelected(
  selector: Fact<KubernetesFacts, 'selector'>,
  { facts }: HoverContext,
): readonly Message[] {
  const { role, of, selector: written } = selector.value;
  if (role === 'own') return aboutOwn(selector, facts);
  const all = written.requirements.length === 0 && written.empty === 'everything';
  const messages: Message[] = all && of === 'pods' && role !== 'peer' ? [{ text: TEXTS.everyPod }] : [];
  const found = selectedThings(selector, facts);
  if (found.length === 0)
    return facts.complete
      ? [...messages, { text: of === 'pods' ? TEXTS.noPods : TEXTS.noServices }]
      : messages;
  const one = found.length === 1;
  const text = of === 'services' ? TEXTS.services : one ? TEXTS.pods : TEXTS.manyPods;
  return [...messages, { text, values: { count: found.length, list: listed(found.map(nameOf)) } }];
}

/** Others whose Pods it fits: their owners would take them for their own. */
function aboutOwn(
  { value, namespace, span }: Fact<KubernetesFacts, 'selector'>,
  facts: HoverContext['facts'],
): readonly Message[] {
  const others = labelledIn('pods', namespace, facts).filter(
    ({ fact, labels }) => fact.span.part !== span.part && matches(value.selector, labels),
  );
  return others.length > 0 ? [{ text: TEXTS.others, values: { list: listed(others.map(nameOf)) } }] : [];
}

function nameOf({ fact }: Labelled): Message {
  return named({ kind: fact.value.kind, name: fact.name }, fact.span);
}

const TEXTS = {
  everyPod: {
    ko: '조건이 없는 selector `{}`는 이 namespace의 **모든** Pod를 뜻한다',
    en: 'Without conditions, `{}` means **every** Pod of the namespace',
  },
  pods: { ko: '여기서 고르는 것은 {list}의 Pod', en: 'Selects the Pods of {list}' },
  manyPods: {
    ko: '여기서 workload {count}개의 Pod를 고른다: {list}',
    en: 'Selects the Pods of {count} workloads: {list}',
  },
  services: { ko: '여기서 고르는 것은 {list}', en: 'Selects {list}' },
  noPods: {
    ko: '이 폴더에는 이 selector가 고르는 workload가 없다',
    en: 'Selects no workload of this folder',
  },
  noServices: {
    ko: '이 폴더에는 이 selector가 고르는 Service가 없다',
    en: 'Selects no Service of this folder',
  },
  others: {
    ko: '이 selector는 {list}의 Pod에도 맞는다',
    en: 'This selector also fits the Pods of {list}',
  },
} satisfies Record<string, Text>;
