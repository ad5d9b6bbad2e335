import type { Fix, PeerName } from '../../core/rule';
import type { Edit, Span } from '../../core/span';
import type { Text, Values } from '../../core/text';
import { addEntry, removeEntry, writeEntries, writeValue } from '../../yaml/edit';
import { booleanOf, entry, get } from '../../yaml/navigate';
import type { YamlDocument } from '../../yaml/node';
import { plainText } from '../../yaml/write';
import { isRewritten } from '../kustomize/kustomizations';
import type { Label, Manifest, PodTemplate, Workload } from '../model';
import { rule } from '../rule';
import { written } from '../selectors/label-text';
import { explainMiss, type Miss, type Requirement } from '../selectors/selector';

export default rule({
  id: 'kubernetes/selector-mismatch',
  severity: 'error',
  scope: 'part',
  what: {
    ko: 'selector가 자기 Pod template의 label과 맞지 않는다',
    en: "A selector that does not match its own Pod template's labels",
  },
  why: {
    ko: 'Deployment는 template으로 Pod를 찍어 내고, selector로 자기 Pod를 알아본다. 찍어 낸 Pod를 알아보지 못하면 끝없이 새로 찍게 되므로 API server가 처음부터 거부한다.',
    en: 'A Deployment stamps out Pods from its template and recognises them by its selector. If it did not recognise what it makes it would never stop making more, so the API server rejects it.',
  },
  how: {
    ko: '둘 중 맞는 쪽에 다른 쪽을 맞춘다. 이미 배포했다면 selector는 바꿀 수 없다(immutable). 그때는 template 쪽을 고치거나 새로 만든다.',
    en: 'Decide which side is right and change the other. Once deployed the selector cannot change (it is immutable): then change the template, or create the object anew.',
  },
  messages: {
    value: {
      ko: 'selector는 `{key}: {wanted}`{wanted|을} 찾는데 template의 Pod는 `{key}: {found}`{found|이다}. API server가 거부한다.',
      en: "The selector wants `{key}: {wanted}`, but the template's Pods get `{key}: {found}`; the API server rejects this.",
    },
    missing: {
      ko: 'selector가 찾는 label `{key}`{key|이} template의 Pod에 없다. API server가 거부한다.',
      en: "The selector asks for the label `{key}`, which the template's Pods do not have; the API server rejects this.",
    },
    forbidden: {
      ko: 'selector가 빼 놓는 label `{key}`{key|을} template의 Pod가 가지고 있다. API server가 거부한다.',
      en: "The selector rules out the label `{key}`, which the template's Pods have; the API server rejects this.",
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
      bad: deployment(
        'matchExpressions:\n      - {key: app, operator: In, values: «[web, site]»}',
        'app: website',
      ),
      good: [
        deployment('matchExpressions:\n      - {key: app, operator: In, values: [website]}', 'app: website'),
        deployment('matchExpressions:\n      - {key: app, operator: In, values: [web, site]}', 'app: web'),
      ],
    },
    {
      bad: deployment('matchLabels:\n      app: web\n      «tier»: front', 'app: web'),
      good: [
        deployment('matchLabels:\n      app: web\n      tier: front', 'app: web\n        tier: front'),
        deployment('matchLabels:\n      app: web', 'app: web'),
      ],
      message: 'missing',
    },
    {
      bad: deployment('matchLabels:\n      «app»: web', 'LABELS').replace(
        'labels:\n        LABELS',
        'name: web',
      ),
      good: deployment('matchLabels:\n      app: web', 'app: web').replace(
        'labels:',
        'name: web\n      labels:',
      ),
      message: 'missing',
    },
    {
      bad: deployment('matchLabels:\n      app: «web»', 'app: website').replace('Deployment', 'StatefulSet'),
      good: [
        deployment('matchLabels:\n      app: website', 'app: website').replace('Deployment', 'StatefulSet'),
        deployment('matchLabels:\n      app: web', 'app: web').replace('Deployment', 'StatefulSet'),
      ],
    },
  ],
  allows: [
    deployment('matchLabels:\n      app: web', 'app: web\n        track: stable'),
    deployment('matchExpressions:\n      - {key: track, operator: NotIn, values: [canary]}', 'app: web'),
    deployment('matchLabels:\n      app: {{ .Values.name }}', 'app: web'),
    // Half typed.
    deployment('matchLabels:\n      app:', 'app: web'),
    // The kustomization writes the labels.
    {
      files: {
        'web.yaml': deployment('matchLabels:\n      app: web', 'tier: front'),
        'kustomization.yaml': 'resources: [web.yaml]\ncommonLabels: {app: web}\n',
      },
    },
    'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: once\nspec:\n  selector:\n    matchLabels:\n      app: once\n  template:\n    metadata:\n      labels:\n        app: twice\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: once\n          image: busybox:1.37\n',
  ],
  *check({ objects, document, file }: Manifest, { facts }) {
    if (document.faults.length > 0 || isRewritten(file.uri, facts)) return;
    for (const { workload } of objects) {
      if (!workload?.selector || !workload.template || workload.template.node.templated) continue;
      // The system writes a Job's selector, unless it is told not to.
      const isJob = workload.kind === 'Job' || workload.kind === 'CronJob';
      if (isJob && booleanOf(get(workload.spec, 'manualSelector')) !== true) continue;
      const { labels } = workload.template;
      for (const miss of explainMiss(workload.selector, labels)) {
        const { requirement, how, found } = miss;
        const isValue = how === 'other-value';
        // Labels taken over from an anchor stand elsewhere: the alias is shown, and changing them is not our guess.
        const alias = aliasOf(workload, requirement.keySpan);
        yield {
          span: alias ?? (isValue ? requirement.valueSpan : requirement.keySpan),
          message: isValue ? 'value' : how === 'forbidden' ? 'forbidden' : 'missing',
          values: { key: requirement.key, wanted: requirement.values.join(' | '), found: found?.value ?? '' },
          also: namesFor(workload),
          related: found
            ? [{ span: found.valueSpan, message: 'label' }]
            : labels.slice(0, 1).map(({ keySpan }) => ({ span: keySpan, message: 'labels' })),
          fixes: alias ? [] : [...repairs(document, workload, workload.template, miss)],
        };
      }
    }
  },
});

function namesFor({ kind }: Workload): readonly PeerName[] {
  const linter = 'kube-linter/mismatching-selector';
  return kind === 'Deployment' || kind === 'StatefulSet'
    ? [
        linter,
        `kube-score/${kind === 'Deployment' ? 'deployment' : 'statefulset'}-pod-selector-labels-match-template-metadata-labels`,
      ]
    : [linter];
}

function aliasOf({ spec, selector }: Workload, key: Span): Span | undefined {
  const inside = selector && selector.span.start <= key.start && key.end <= selector.span.end;
  return inside ? undefined : entry(get(spec, 'selector'), 'matchLabels')?.value.span;
}

/** On either side: only the writer knows which is right. */
function* repairs(
  document: YamlDocument,
  { spec, selector }: Workload,
  template: PodTemplate,
  { requirement, found, how }: Miss<Label>,
): Iterable<Fix> {
  const { key, values, valueSpan, operator, from } = requirement;
  const [wanted = ''] = values;
  const value = from === 'labels' ? written(document, valueSpan) : plainText(wanted);
  if (operator !== 'In' || value === undefined) return;
  if (how === 'other-value' && found) {
    const label = written(document, found.valueSpan);
    if (label === undefined) return;
    const text = from === 'labels' ? label : `[${label}]`;
    yield fix(TITLES.selector, { key, value: found.value }, { span: valueSpan, text });
    yield fix(TITLES.label, { key, value: wanted }, { span: found.valueSpan, text: value });
  }
  if (how !== 'missing-key') return;
  const all = template.labels.length === 0 ? (selector?.requirements ?? []) : [];
  if (all.length > 1 && all.every((one) => one.from === 'labels' && !one.unknown))
    yield fix(TITLES.addAll, {}, copyLabels(document, template, all));
  yield fix(TITLES.add, { key, value: wanted }, addLabel(document, template, key, value));
  const map = get(spec, 'selector', 'matchLabels') ?? get(spec, 'selector');
  const pair = from === 'labels' ? entry(map, key) : undefined;
  if (pair && (selector?.requirements.length ?? 0) > 1)
    yield fix(TITLES.remove, { key }, removeEntry(document, pair));
}

function fix(title: Text, values: Values, edit: Edit): Fix {
  return { title, values, kind: 'choice', edits: [edit] };
}

function addLabel(document: YamlDocument, { node, metadata }: PodTemplate, key: string, value: string): Edit {
  const labels = entry(metadata, 'labels');
  if (labels) return addEntry(document, labels.value.type === 'map' ? labels.value : labels, key, value);
  if (metadata) return addEntry(document, metadata, 'labels', `\n  ${key}: ${value}`);
  return addEntry(document, node, 'metadata', `\n  labels:\n    ${key}: ${value}`);
}

function copyLabels(
  document: YamlDocument,
  { node, metadata }: PodTemplate,
  wanted: readonly Requirement[],
): Edit {
  const labels = Object.fromEntries(wanted.map(({ key, values: [value = ''] }) => [key, value]));
  const written = entry(metadata, 'labels');
  if (written) return writeValue(document, written, labels);
  return metadata
    ? writeEntries(document, metadata, { labels })
    : writeEntries(document, node, { metadata: { labels } });
}

const TITLES = {
  addAll: {
    ko: 'selector의 label을 모두 template에 적기',
    en: 'Give the template all labels of the selector',
  },
  selector: { ko: 'selector를 `{key}: {value}`{value|으로}', en: 'Make the selector `{key}: {value}`' },
  label: {
    ko: 'template의 label을 `{key}: {value}`{value|으로}',
    en: "Make the template's label `{key}: {value}`",
  },
  add: { ko: 'template에 label `{key}: {value}` 더하기', en: 'Give the template the label `{key}: {value}`' },
  remove: { ko: 'selector에서 `{key}` 빼기', en: 'Take `{key}` out of the selector' },
};

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
