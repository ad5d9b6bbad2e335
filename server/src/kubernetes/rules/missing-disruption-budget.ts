import type { PeerName } from '../../core/rule';
import { keySpan, numberOf } from '../../yaml/navigate';
import type { Manifest } from '../model';
import { isWhole, podsIn } from '../pods/pods';
import { countOf, ownerOf } from '../pods/replica-count';
import { rule } from '../rule';
import { judge } from '../selectors/selector';

const NAMES: Readonly<Record<string, readonly PeerName[]>> = {
  Deployment: ['kube-score/deployment-has-poddisruptionbudget', 'polaris/missingPodDisruptionBudget'],
  StatefulSet: ['kube-score/statefulset-has-poddisruptionbudget'],
};

export default rule({
  id: 'kubernetes/missing-disruption-budget',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: {
    ko: '여러 Pod를 지키는 PodDisruptionBudget이 없다',
    en: 'Several pods without a PodDisruptionBudget',
  },
  why: {
    ko: 'node를 비울 때는 그 node의 Pod를 한꺼번에 내보낸다. cluster를 올리면 여러 node를 이어서 비운다. PodDisruptionBudget이 없으면 같은 workload의 Pod가 모두 동시에 나갈 수 있다.',
    en: 'Draining a node evicts all of its pods, and an upgrade drains one node after the other. Without a PodDisruptionBudget all pods of a workload may be away at the same time.',
  },
  how: {
    ko: '같은 namespace에 `selector`가 이 Pod의 label과 맞는 PodDisruptionBudget을 두고 `maxUnavailable: 1`처럼 적는다.',
    en: 'Put a PodDisruptionBudget in the same namespace whose `selector` matches the labels of these pods, with `maxUnavailable: 1` for example.',
  },
  messages: {
    missing: {
      ko: 'Pod가 여럿인데 한꺼번에 내보내지 않게 하는 PodDisruptionBudget이 여기에는 없다.',
      en: 'No PodDisruptionBudget here keeps these pods from being evicted all at once.',
    },
  },
  concepts: ['kubernetes/PodDisruptionBudget', 'kubernetes/replicas'],
  source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  also: Object.values(NAMES).flat(),
  examples: [
    {
      bad: workload('Deployment', '«replicas»'),
      good: `${workload('Deployment', 'replicas')}---\n${budget()}`,
    },
    {
      bad: workload('StatefulSet', '«replicas»'),
      good: `${workload('StatefulSet', 'replicas')}---\n${budget()}`,
    },
  ],
  allows: [
    workload('Deployment', 'replicas').replace('replicas: 3', 'replicas: 1'),
    workload('ReplicaSet', 'replicas'),
  ],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const { object, workload, template, anchor } of podsIn(manifest, facts)) {
      const names = NAMES[workload.kind];
      const { namespace } = object;
      const written = numberOf(workload.replicas);
      const count = names && countOf(ownerOf(object), { namespace, written, uri: manifest.file.uri }, facts);
      if (!count || count.most < 2) continue;
      const isGuarded = facts
        .find('selector', { namespace })
        .some(
          ({ value: { role, selector } }) => role === 'budget' && judge(selector, template.labels) !== 'miss',
        );
      if (!isGuarded) yield { span: workload.replicas ? keySpan(workload.replicas) : anchor, also: names };
    }
  },
});

function workload(kind: string, replicas: string): string {
  return `apiVersion: apps/v1\nkind: ${kind}\nmetadata:\n  name: web\nspec:\n  ${replicas}: 3\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29.0\n`;
}

function budget(): string {
  return 'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  maxUnavailable: 1\n  selector:\n    matchLabels:\n      app: web\n';
}
