import type { Message, Text } from '../../core/text';
import { numberOf } from '../../yaml/navigate';
import { rollingSteps } from '../pods/rolling-steps';
import { autoscalersOf } from '../relations/scaling';
import type { HoverContext } from './context';

/** How a rolling update goes with this number: surge is rounded up, unavailable down. */
export function aboutReplicas({ object, facts }: HoverContext): readonly Message[] {
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
  const steps = rollingSteps(workload.spec, count);
  if (steps === 'recreate') return [...messages, { text: TEXTS.recreate }];
  if (!steps) return messages;
  const { up, down } = steps;
  const text = down === 0 ? TEXTS.rollingUp : TEXTS.rolling;
  return [...messages, { text, values: { count, up, down } }];
}

const TEXTS = {
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
} satisfies Record<string, Text>;
