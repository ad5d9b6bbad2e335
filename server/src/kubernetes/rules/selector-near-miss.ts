import type { Finding } from '../../core/rule';
import type { Manifest } from '../model';
import { toldBy } from '../references/told';
import { changeLabels, followLabels } from '../relations/agree';
import { type NearMiss, nearestMiss } from '../relations/near-miss';
import { lossOf } from '../relations/role';
import { rule } from '../rule';
import { selectorsOf } from '../summarise/selectors';

export default rule({
  id: 'kubernetes/selector-near-miss',
  severity: 'warning',
  scope: 'part',
  what: {
    ko: 'PodDisruptionBudget, NetworkPolicy, ServiceMonitor의 selector가 label 하나 차이로 빗나갔다',
    en: 'A selector of a PodDisruptionBudget, NetworkPolicy or ServiceMonitor that misses by one label',
  },
  why: {
    ko: '아무것도 고르지 못하는 selector는 오류가 아니다. 그래서 지켜 주는 줄 알았던 PodDisruptionBudget이나 막아 주는 줄 알았던 NetworkPolicy가 아무 일도 하지 않는다는 것을 사고가 나고서야 안다.',
    en: 'A selector that selects nothing is no error. The budget you trust protects nothing, the policy you trust closes nothing, and it shows on the day it was needed.',
  },
  how: {
    ko: 'selector와 label을 같게 맞춘다. NetworkPolicy와 PodDisruptionBudget은 Pod의 label을, ServiceMonitor는 Service의 label을 본다.',
    en: 'Make the selector and the labels equal. A NetworkPolicy and a PodDisruptionBudget look at the labels of Pods, a ServiceMonitor at those of Services.',
  },
  messages: {
    value: {
      ko: '{loss}: `{wanted}`{last|을} 찾는데 {object}에는 `{found}`{foundLast|이} 있다.',
      en: '{loss}: it wants `{wanted}`, and {object} has `{found}`.',
    },
    absent: {
      ko: '{loss}: {object}에는 label `{key}`{key|이} 없다.',
      en: '{loss}: {object} has no label `{key}`.',
    },
    label: { ko: '{object}의 label', en: 'The label of {object}' },
  },
  concepts: ['concepts/selector', 'concepts/label'],
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#api',
  also: [
    'kube-linter/dangling-networkpolicy',
    'kube-linter/dangling-networkpolicypeer-podselector',
    'kube-linter/dangling-servicemonitor',
    'kube-score/networkpolicy-targets-pod',
  ],
  fix: 'choice',
  examples: [
    {
      bad: { files: { 'web.yaml': `${budget('app: «wbe»')}---\n${pod('app: web')}` } },
      good: [
        { files: { 'web.yaml': `${budget('app: web')}---\n${pod('app: web')}` } },
        { files: { 'web.yaml': `${budget('app: wbe')}---\n${pod('app: wbe')}` } },
      ],
    },
    {
      bad: `${budget('app: web\n      «tier»: front')}---\n${pod('app: web')}`,
      good: `${budget('app: web')}---\n${pod('app: web')}`,
      message: 'absent',
    },
    {
      bad: `${monitor('«ap»: web')}---\n${service('app: web')}`,
      good: [
        `${monitor('app: web')}---\n${service('app: web')}`,
        `${monitor('ap: web')}---\n${service('ap: web')}`,
      ],
    },
  ],
  allows: [
    `${budget('app: web')}---\n${pod('app: web')}`,
    // What it is for may live elsewhere.
    `${budget('app: redis')}---\n${pod('app: shop').replace('name: web', 'name: shop')}`,
    // Empty: every Pod of the namespace.
    budget('app: web')
      .replace(/matchLabels:\n.*\n/, '{}\n')
      .replace('selector:\n    ', 'selector: '),
    // Pods do not count, Services do.
    `${monitor('app: web')}---\n${service('app: web')}---\n${pod('app: wbe')}`,
    {
      files: {
        'a/budget.yaml': budget('app: wbe'),
        'b/pod.yaml': pod('app: web').replace('name: web', 'name: other'),
      },
    },
  ],
  *check(manifest: Manifest, { facts }) {
    if (!facts.complete || manifest.document.faults.length > 0) return;
    for (const object of toldBy(manifest))
      for (const { namespace, ...selecting } of selectorsOf(object)) {
        // Services have a rule of their own; what looks into other namespaces is not known whole.
        const loss = selecting.role === 'service' ? undefined : lossOf(selecting);
        if (!loss || namespace === undefined) continue;
        const owner = { uri: manifest.file.uri, name: object.name?.value };
        const near = nearestMiss(selecting, owner, namespace, facts);
        if (!near || near.misses.length === 0) continue;
        yield {
          ...missedBy(near, loss.text),
          also: loss.also,
          fixes: [followLabels(near) ?? [], changeLabels(near, facts) ?? []].flat(),
        };
      }
  },
});

/** In which label a selector and what it is meant for differ. */
export function missedBy(
  { candidate, misses }: NearMiss,
  loss: NonNullable<ReturnType<typeof lossOf>>['text'],
): Finding {
  const object = `${candidate.kind} ${candidate.name ?? '?'}`;
  const named = misses.filter(({ found }) => found);
  const { requirement, found, how } = (named[0] ?? misses[0])!;
  const isValue = how === 'other-value';
  return {
    span: isValue ? requirement.valueSpan : requirement.keySpan,
    message: found ? 'value' : 'absent',
    values: {
      loss,
      object,
      key: requirement.key,
      wanted: named.map((one) => `${one.requirement.key}: ${one.requirement.values.join(' | ')}`),
      found: named.map((one) => `${one.found?.name}: ${one.found?.value}`),
      last: named.at(-1)?.requirement.values.at(-1) ?? '',
      foundLast: named.at(-1)?.found?.value ?? '',
    },
    related: [
      {
        span: (found && (isValue ? found.valueSpan : found.keySpan)) ?? candidate.span,
        message: 'label',
        values: { object },
      },
    ],
  };
}

function budget(label: string): string {
  return `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  minAvailable: 1
  selector:
    matchLabels:
      ${label}
`;
}

function monitor(label: string): string {
  return `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: web
spec:
  selector:
    matchLabels:
      ${label}
`;
}

function pod(label: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    ${label}
spec:
  containers:
    - name: web
      image: nginx:1.29.0
`;
}

function service(label: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: web
  labels:
    ${label}
spec:
  ports:
    - port: 80
`;
}
