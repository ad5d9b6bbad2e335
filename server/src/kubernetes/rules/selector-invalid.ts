import type { Finding, Fix } from '../../core/rule';
import type { Text } from '../../core/text';
import { writeEntries, writeValue } from '../../yaml/edit';
import { asMap, entriesOf, entry, get, isAbsent, keySpan, stringOf } from '../../yaml/navigate';
import type { YamlMap } from '../../yaml/node';
import type { JsonObject } from '../../yaml/value';
import { isRewritten } from '../kustomize/kustomizations';
import type { KubernetesObject, Label, Manifest } from '../model';
import { rule } from '../rule';

/** apps/v1 asks for a selector; earlier versions took the template's labels. */
const REQUIRED = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']);

export default rule({
  id: 'kubernetes/selector-invalid',
  severity: 'error',
  scope: 'part',
  what: { ko: '쓸 수 없는 selector', en: 'A selector the API server cannot use' },
  why: {
    ko: 'workload의 selector는 `matchLabels`와 `matchExpressions`로 쓴다. Service처럼 `key: value`를 바로 쓰거나, 비워 두거나, 없는 operator를 쓰면 API server가 거부한다.',
    en: 'A workload writes its selector as `matchLabels` and `matchExpressions`. Pairs written directly as in a Service, an empty selector or an unknown operator are rejected by the API server.',
  },
  how: {
    ko: '`matchLabels` 아래에 template의 label을 적는다. operator는 `In`, `NotIn`(값 필요), `Exists`, `DoesNotExist`(값 없음) 넷뿐이다.',
    en: "Name the template's labels below `matchLabels`. There are four operators: `In` and `NotIn` with values, `Exists` and `DoesNotExist` without.",
  },
  messages: {
    empty: {
      ko: '빈 selector는 쓸 수 없다. template의 label을 적는다.',
      en: 'An empty selector is not valid here; name the labels of the template.',
    },
    absent: {
      ko: '`selector`가 없다. {kind}에는 꼭 필요하다.',
      en: 'The `selector` is missing; a {kind} must have one.',
    },
    plain: {
      ko: 'Service와 달리 여기서는 `{key}`{key|을} `matchLabels` 아래에 적는다.',
      en: 'Unlike in a Service, `{key}` belongs below `matchLabels` here.',
    },
    operator: {
      ko: '이런 operator는 없다: In, NotIn, Exists, DoesNotExist 중 하나다.',
      en: 'There is no such operator: use In, NotIn, Exists or DoesNotExist.',
    },
    'values-missing': { ko: '이 operator에는 `values`가 필요하다.', en: 'This operator needs `values`.' },
    'values-forbidden': {
      ko: '이 operator에는 `values`를 쓸 수 없다.',
      en: 'This operator takes no `values`.',
    },
    'key-missing': { ko: '`key`가 없다.', en: 'The `key` is missing.' },
  },
  concepts: ['concepts/selector', 'kubernetes/workload-selector'],
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors',
  also: ['kube-linter/mismatching-selector'],
  fix: 'choice',
  examples: [
    {
      bad: deployment('  selector: «{}»\n'),
      good: deployment('  selector:\n    matchLabels:\n      app: web\n'),
    },
    {
      bad: deployment('  selector:\n    «app»: web\n'),
      good: deployment('  selector:\n    matchLabels:\n      app: web\n'),
      message: 'plain',
    },
    {
      bad: deployment('', '«spec»'),
      good: deployment('  selector:\n    matchLabels:\n      app: web\n'),
      message: 'absent',
    },
    {
      bad: deployment(
        '  selector:\n    matchExpressions:\n      - {key: app, operator: «Equals», values: [web]}\n',
      ),
      good: deployment(
        '  selector:\n    matchExpressions:\n      - {key: app, operator: In, values: [web]}\n',
      ),
      message: 'operator',
    },
  ],
  allows: [
    deployment('  selector:\n    matchExpressions:\n      - {key: app, operator: Exists}\n'),
    deployment('').replace('apps/v1', 'extensions/v1beta1'),
    'apiVersion: v1\nkind: ReplicationController\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n  template:\n    metadata:\n      labels:\n        app: web\n',
  ],
  *check({ objects, document, file }: Manifest, { facts }) {
    if (document.faults.length > 0 || isRewritten(file.uri, facts)) return;
    for (const object of objects) yield* faultsOf(object, document);
  },
});

function* faultsOf(
  { kind, version, spec, workload }: KubernetesObject,
  document: Manifest['document'],
): Iterable<Finding> {
  if (!spec || spec.templated || !workload || workload.kind === 'ReplicationController') return;
  const selector = get(workload.spec, 'selector');
  for (const { code, span } of workload.selector?.faults ?? []) yield { span, message: code };
  const isRequired = REQUIRED.has(kind.value) && version === 'v1';
  if (!isRequired || !workload.template) return;
  if (isAbsent(selector)) {
    yield {
      span: selector ? keySpan(selector) : keySpan(spec),
      message: 'absent',
      values: { kind: kind.value },
      fixes: [copied(document, spec, workload.template.labels)].flat(),
    };
    return;
  }
  const map = asMap(selector);
  const plain = entriesOf(map).find(({ name }) => name !== 'matchLabels' && name !== 'matchExpressions');
  if (plain)
    yield {
      span: plain.key.span,
      message: 'plain',
      values: { key: plain.name },
      fixes: [below(document, spec, map!)].flat(),
    };
  else if (map && !map.templated && isEmpty(workload.selector))
    yield {
      span: map.span,
      message: 'empty',
      fixes: [copied(document, spec, workload.template.labels)].flat(),
    };
}

/** What the template is labelled with; nothing where a template writes that. */
function copied(document: Manifest['document'], spec: YamlMap, labels: readonly Label[]): Fix | [] {
  const isKnown = labels.length > 0 && labels.every(({ isString, unknown }) => isString && !unknown);
  const matchLabels = Object.fromEntries(labels.map(({ name, value }) => [name, value]));
  return isKnown ? fixOf(document, spec, COPY, { matchLabels }) : [];
}

/** The pairs as they are, one level deeper. */
function below(document: Manifest['document'], spec: YamlMap, map: YamlMap): Fix | [] {
  const isOwn = map.parent === entry(spec, 'selector') && map.pairs.length === map.entries.length;
  const values = map.entries.map(({ name, value }) => [name, stringOf(value)] as const);
  const isKnown = values.every(
    ([name, value]) => value !== undefined && !/^match(?:Labels|Expressions)$/.test(name),
  );
  const isBare = !document.comments.some(
    ({ span }) => span.start > map.span.start && span.end < map.span.end,
  );
  const matchLabels = Object.fromEntries(values) as JsonObject;
  return isOwn && isKnown && isBare && !map.templated ? fixOf(document, spec, BELOW, { matchLabels }) : [];
}

function fixOf(document: Manifest['document'], spec: YamlMap, title: Text, selector: JsonObject): Fix {
  const written = entry(spec, 'selector');
  const edit = written
    ? writeValue(document, written, selector)
    : writeEntries(document, spec, { selector }, 'replicas');
  return { title, kind: 'choice', edits: [edit] };
}

const COPY: Text = { ko: 'template의 label을 `selector`에 옮겨 적기', en: "Select by the template's labels" };
const BELOW: Text = { ko: '`matchLabels` 아래로 옮기기', en: 'Move it below `matchLabels`' };

function isEmpty(selector: NonNullable<KubernetesObject['workload']>['selector']): boolean {
  return selector !== undefined && selector.requirements.length === 0 && selector.faults.length === 0;
}

function deployment(selector: string, spec = 'spec'): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
${spec}:
  replicas: 2
${selector}  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29.0
`;
}
