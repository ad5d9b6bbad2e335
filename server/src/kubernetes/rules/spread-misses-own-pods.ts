import type { Fix } from '../../core/rule';
import { addEntry } from '../../yaml/edit';
import { entry } from '../../yaml/navigate';
import type { YamlDocument } from '../../yaml/node';
import { plainText } from '../../yaml/write';
import type { Label, Manifest } from '../model';
import { isWhole, type Pod, podsIn } from '../pods/pods';
import { type Spread, spreadsOf } from '../pods/spreading';
import { rule } from '../rule';
import { explainMiss, type Miss } from '../selectors/selector';

export default rule({
  id: 'kubernetes/spread-misses-own-pods',
  severity: 'warning',
  scope: 'part',
  what: {
    ko: 'topology spread constraint가 자기 Pod를 세지 않는다',
    en: 'A topology spread constraint that does not count its own pods',
  },
  why: {
    ko: 'scheduler는 `labelSelector`가 고른 Pod를 node나 zone마다 세어 고르게 놓는다. 자기 Pod의 label과 맞지 않으면 몇 개를 놓아도 수가 그대로여서 흩어지지 않는다. `labelSelector`를 적지 않으면 아무 Pod도 세지 않는다. 오류는 나지 않는다.',
    en: 'The scheduler counts the pods that the `labelSelector` selects, by node or by zone, and evens them out. If the own labels do not match, the count stays the same however many are placed, and nothing is spread. Without a `labelSelector` no pod is counted at all. None of this is an error.',
  },
  how: {
    ko: '`labelSelector`를 Pod template의 label에 맞춘다. 보통은 workload의 `selector`와 같다.',
    en: "Make the `labelSelector` match the labels of the pod template; usually it is the same as the workload's `selector`.",
  },
  messages: {
    value: {
      ko: '이 constraint는 `{key}: {wanted}`{wanted|을} 세는데 이 Pod는 `{key}: {found}`{found|이다}. 아무것도 흩어지지 않는다.',
      en: 'This counts pods with `{key}: {wanted}`, and these pods have `{key}: {found}`: nothing is spread.',
    },
    label: {
      ko: '이 constraint가 세는 Pod의 label과 이 Pod의 label이 `{key}`에서 어긋난다. 아무것도 흩어지지 않는다.',
      en: 'These pods are not among those it counts, because of the label `{key}`: nothing is spread.',
    },
    none: {
      ko: '`labelSelector`가 없으면 아무 Pod도 세지 않으므로 아무것도 흩어지지 않는다.',
      en: 'Without a `labelSelector` no pod is counted, and nothing is spread.',
    },
    own: { ko: '이 Pod의 label', en: 'The label of these pods' },
  },
  concepts: ['kubernetes/topology-spread', 'concepts/selector', 'concepts/label'],
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
  also: ['kube-score/pod-topology-spread-constraints'],
  fix: 'choice',
  examples: [
    {
      bad: deployment('\n          labelSelector:\n            matchLabels:\n              app: «website»'),
      good: deployment('\n          labelSelector:\n            matchLabels:\n              app: web'),
    },
    {
      bad: deployment('').replace('maxSkew', '«maxSkew»'),
      good: deployment('\n          labelSelector:\n            matchLabels:\n              app: web'),
      message: 'none',
    },
    {
      bad: deployment('\n          labelSelector:\n            matchLabels:\n              «tier»: front'),
      good: deployment('\n          labelSelector:\n            matchLabels:\n              app: web'),
      message: 'label',
    },
  ],
  allows: [
    deployment('\n          labelSelector:\n            matchLabels:\n              app: web'),
    // All pods of the namespace.
    deployment('\n          labelSelector: {}'),
  ],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const pod of podsIn(manifest, facts))
      for (const spread of spreadsOf(pod)) {
        const { node, selector } = spread;
        if (!selector) {
          const written = entry(node, 'labelSelector');
          const span = written?.key.span ?? node.pairs[0]?.key.span ?? node.span;
          const fix = written ? undefined : selectFix(manifest.document, spread, pod);
          yield { span, message: 'none', fixes: fix ? [fix] : [] };
          continue;
        }
        const [miss] = selector.faults.length > 0 ? [] : explainMiss(selector, pod.template.labels);
        if (!miss) continue;
        const { requirement, found, how } = miss;
        const isValue = how === 'other-value' && found !== undefined;
        yield {
          span: isValue ? requirement.valueSpan : requirement.keySpan,
          message: isValue ? 'value' : 'label',
          values: { key: requirement.key, wanted: requirement.values.join(' | '), found: found?.value ?? '' },
          related: isValue ? [{ span: found.valueSpan, message: 'own' }] : [],
          fixes: followFix(miss),
        };
      }
  },
});

function followFix({ requirement, found, how }: Miss<Label>): Fix[] {
  if (how !== 'other-value' || !found || requirement.from !== 'labels') return [];
  return [
    {
      title: { ko: '`{value}`{value|으로} 맞추기', en: 'Change it to `{value}`' },
      values: { value: found.value },
      kind: 'choice',
      edits: [{ span: requirement.valueSpan, text: plainText(found.value) }],
    },
  ];
}

/** By the labels that the workload knows its pods by; those of a bare pod are its own to choose from. */
function selectFix(document: YamlDocument, { node }: Spread, { workload }: Pod): Fix | undefined {
  const pairs = workload.selector?.requirements.filter(({ from, unknown }) => from === 'labels' && !unknown);
  if (!pairs?.length || node.flow) return undefined;
  const labels = pairs.map(({ key, values }) => `\n    ${key}: ${plainText(values[0] ?? '')}`).join('');
  return {
    title: { ko: '자기 Pod를 고르는 `labelSelector` 적기', en: 'Write a `labelSelector` for its own pods' },
    kind: 'choice',
    edits: [addEntry(document, node, 'labelSelector', `\n  matchLabels:${labels}`)],
  };
}

function deployment(selector: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29.0
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway${selector}
`;
}
