import type { PeerName } from '../../core/rule';
import type { Text } from '../../core/text';
import type { SelectorFact } from '../facts';

/** What it means that a selector selects nothing. */
export interface Loss {
  readonly text: Text;
  /** Other linters' names for it. */
  readonly also: readonly PeerName[];
}

/**
 * Nothing for selectors that nobody misses: affinity asks for what may be elsewhere, a workload for its own pods.
 * Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#api
 */
export function lossOf({ role, of }: Pick<SelectorFact, 'role' | 'of'>): Loss | undefined {
  return role === 'monitor' && of === 'pods' ? POD_MONITOR : LOSSES[role];
}

const LOSSES: Partial<Record<SelectorFact['role'], Loss>> = {
  service: {
    text: {
      ko: '이 Service가 트래픽을 보낼 Pod가 여기에는 없다',
      en: 'This Service has no Pods here to send traffic to',
    },
    also: ['kube-linter/dangling-service', 'kube-score/service-targets-pod'],
  },
  budget: {
    text: {
      ko: '이 PodDisruptionBudget이 지키는 Pod가 여기에는 없다',
      en: 'This PodDisruptionBudget protects no Pods here',
    },
    also: [],
  },
  policy: {
    text: {
      ko: '이 NetworkPolicy가 걸리는 Pod가 여기에는 없다',
      en: 'This NetworkPolicy holds for no Pods here',
    },
    also: ['kube-linter/dangling-networkpolicy', 'kube-score/networkpolicy-targets-pod'],
  },
  peer: {
    text: {
      ko: '이 규칙이 허용하는 Pod가 여기에는 없다',
      en: 'This rule lets no Pods of here through',
    },
    also: ['kube-linter/dangling-networkpolicypeer-podselector'],
  },
  monitor: {
    text: {
      ko: '이 ServiceMonitor가 지켜볼 Service가 여기에는 없다',
      en: 'This ServiceMonitor watches no Services here',
    },
    also: ['kube-linter/dangling-servicemonitor'],
  },
};

const POD_MONITOR: Loss = {
  text: {
    ko: '이 PodMonitor가 지켜볼 Pod가 여기에는 없다',
    en: 'This PodMonitor watches no Pods here',
  },
  also: [],
};
