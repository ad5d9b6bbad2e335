import type { Fix } from '../../core/rule';
import { addEntry } from '../../yaml/edit';
import { get, pairOf } from '../../yaml/navigate';
import type { YamlDocument } from '../../yaml/node';
import type { Label, Manifest, Workload } from '../model';
import { rule } from '../rule';
import { explainMiss, type Miss } from '../selector';

export default rule({
  id: 'kubernetes/selector-mismatch',
  severity: 'error',
  scope: 'part',
  what: {
    ko: 'selector가 자기 Pod template의 label과 맞지 않는다',
    en: "A selector that does not match its own Pod template's labels",
  },
  why: {
    ko: 'Deployment는 template으로 Pod를 찍어 내고, selector로 자기 Pod를 알아본다. 찍어 낸 Pod를 알아보지 못하면 끝없이 새로 찍게 되므로 API 서버가 처음부터 거부한다.',
    en: 'A Deployment stamps out Pods from its template and recognises them by its selector. If it did not recognise what it makes it would never stop making more, so the API server rejects it.',
  },
  how: {
    ko: '둘 중 맞는 쪽에 다른 쪽을 맞춘다. 이미 배포했다면 selector는 바꿀 수 없다(immutable). 그때는 template 쪽을 고치거나 새로 만든다.',
    en: 'Decide which side is right and change the other. Once deployed the selector cannot change (it is immutable): then change the template, or create the object anew.',
  },
  messages: {
    value: {
      ko: 'selector는 `{key}: {wanted}`{wanted|을} 찾는데 template의 Pod는 `{key}: {found}`이다. API 서버가 거부한다.',
      en: "The selector wants `{key}: {wanted}`, but the template's Pods get `{key}: {found}`; the API server rejects this.",
    },
    missing: {
      ko: 'selector가 찾는 label `{key}`{key|이} template의 Pod에 없다. API 서버가 거부한다.',
      en: "The selector asks for the label `{key}`, which the template's Pods do not have; the API server rejects this.",
    },
    forbidden: {
      ko: 'selector가 빼 놓는 label `{key}`{key|을} template의 Pod가 가지고 있다. API 서버가 거부한다.',
      en: "The selector rules out the label `{key}`, which the template's Pods have; the API server rejects this.",
    },
    empty: {
      ko: '빈 selector는 쓸 수 없다. template의 label을 적는다.',
      en: 'An empty selector is not valid here; name the labels of the template.',
    },
    label: { ko: 'template의 label', en: 'The label of the template' },
    labels: { ko: 'template의 label', en: 'The labels of the template' },
  },
  concepts: ['concepts/selector', 'concepts/label', 'concepts/pod-template'],
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector',
  also: [
    'kube-linter/mismatching-selector',
    'kube-score/deployment-pod-selector-labels-match-template-metadata-labels',
    'kube-score/statefulset-pod-selector-labels-match-template-metadata-labels',
  ],
  fix: 'choice',
  examples: [
    {
      bad: deployment('matchLabels:\n      app: «web»', 'app: website'),
      good: [
        deployment('matchLabels:\n      app: website', 'app: website'),
        deployment('matchLabels:\n      app: web', 'app: web'),
      ],
    },
    {
      bad: deployment('matchLabels:\n      app: web\n      «tier»: front', 'app: web'),
      good: deployment('matchLabels:\n      app: web\n      tier: front', 'app: web\n        tier: front'),
      message: 'missing',
    },
    {
      bad: deployment(
        'matchExpressions:\n      - {key: app, operator: In, values: «[web, site]»}',
        'app: website',
      ),
      good: deployment(
        'matchExpressions:\n      - {key: app, operator: In, values: [web, site]}',
        'app: site',
      ),
    },
    {
      bad: deployment('«{}»', 'app: web').replace('selector:\n    ', 'selector: '),
      good: deployment('matchLabels:\n      app: web', 'app: web'),
      message: 'empty',
    },
  ],
  allows: [
    deployment('matchLabels:\n      app: web', 'app: web\n        track: stable'),
    deployment('matchExpressions:\n      - {key: track, operator: NotIn, values: [canary]}', 'app: web'),
    deployment('matchLabels:\n      app: {{ .Values.name }}', 'app: web'),
    'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: once\nspec:\n  selector:\n    matchLabels:\n      app: once\n  template:\n    metadata:\n      labels:\n        app: twice\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: once\n          image: busybox:1.37\n',
  ],
  *check({ objects, document }: Manifest) {
    for (const { workload, version } of objects) {
      if (!workload?.selector || !workload.template || workload.template.node.templated) continue;
      // The system writes a Job's selector; one written by hand is a matter of its own.
      if (workload.kind === 'Job' || workload.kind === 'CronJob') continue;
      const { selector, template } = workload;
      if (selector.requirements.length === 0 && selector.faults.length === 0) {
        if (!version.includes('beta') && workload.kind !== 'ReplicationController')
          yield { span: selector.span, message: 'empty' };
        continue;
      }
      if (selector.faults.length > 0) continue;
      for (const miss of explainMiss(selector, template.labels)) {
        const { requirement, how, found } = miss;
        yield {
          span: how === 'other-value' ? requirement.valueSpan : requirement.keySpan,
          message: how === 'other-value' ? 'value' : how === 'forbidden' ? 'forbidden' : 'missing',
          values: { key: requirement.key, wanted: requirement.values.join(' | '), found: found?.value ?? '' },
          related: found
            ? [{ span: found.valueSpan, message: 'label' }]
            : template.labels.slice(0, 1).map(({ keySpan }) => ({ span: keySpan, message: 'labels' })),
          fixes: [...repairs(document, workload, miss)],
        };
      }
    }
  },
});

function* repairs(document: YamlDocument, { template }: Workload, miss: Miss<Label>): Iterable<Fix> {
  const { requirement, found, how } = miss;
  if (requirement.from === 'expressions') return;
  const { key, values, valueSpan } = requirement;
  const [wanted = ''] = values;
  const written = document.text.slice(valueSpan.start, valueSpan.end);
  if (how === 'other-value' && found) {
    const label = document.text.slice(found.valueSpan.start, found.valueSpan.end);
    yield {
      title: { ko: 'selector를 `{key}: {value}`{value|으로}', en: 'Make the selector `{key}: {value}`' },
      values: { key, value: found.value },
      kind: 'choice',
      edits: [{ span: valueSpan, text: label }],
    };
    yield {
      title: {
        ko: 'template의 label을 `{key}: {value}`{value|으로}',
        en: "Make the template's label `{key}: {value}`",
      },
      values: { key, value: wanted },
      kind: 'choice',
      edits: [{ span: found.valueSpan, text: written }],
    };
  }
  const labels = get(template?.metadata, 'labels');
  const holder = labels?.type === 'map' ? labels : labels && pairOf(labels);
  if (how === 'missing-key' && holder)
    yield {
      title: {
        ko: 'template에 label `{key}: {value}` 더하기',
        en: 'Give the template the label `{key}: {value}`',
      },
      values: { key, value: wanted },
      kind: 'choice',
      edits: [addEntry(document, holder, key, written)],
    };
}

function deployment(selector: string, labels: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  selector:
    ${selector}
  template:
    metadata:
      labels:
        ${labels}
    spec:
      containers:
        - name: web
          image: nginx:1.29.0
`;
}
