import type { Message, Text } from '../../core/text';
import type { SelectorRole } from '../facts';
import { type Labelled, selectorsOf } from '../relations/binding';
import type { HoverContext } from './context';
import { listed, named } from './listed';

/** Who chooses an object by its labels: the Services, budgets, policies and monitors. */
export function aboutSelecting(labelled: Labelled, { facts }: HoverContext): readonly Message[] {
  const found = selectorsOf(labelled, facts).filter(({ value }) => !WITHIN.has(value.role));
  const isPods = labelled.of === 'pods';
  if (found.length === 0) return facts.complete && isPods ? [{ text: TEXTS.nobody }] : [];
  const list = listed(
    found.map(({ value, span }) => named(value.owner, span)),
    4,
  );
  return [{ text: isPods ? TEXTS.pods : TEXTS.service, values: { list } }];
}

/** What a workload asks of itself, and of those who run beside or talk to it. */
const WITHIN: ReadonlySet<SelectorRole> = new Set(['own', 'spread', 'peer']);

const TEXTS = {
  pods: { ko: '이 Pod들을 고르는 것: {list}', en: 'These Pods are selected by {list}' },
  service: { ko: '이 Service를 고르는 것: {list}', en: 'This Service is selected by {list}' },
  nobody: {
    ko: '이 폴더에는 이 Pod들을 고르는 Service가 없다',
    en: 'No Service of this folder selects these Pods',
  },
} satisfies Record<string, Text>;
