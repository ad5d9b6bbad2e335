import type { Fix } from '../../core/rule';
import type { Manifest } from '../model';
import { podSelectorOf } from '../read-selector';
import { nearestMiss } from '../relations';
import { rule } from '../rule';
import type { Miss } from '../selector';

export default rule({
  id: 'kubernetes/service-near-miss',
  severity: 'warning',
  scope: 'part',
  what: {
    ko: 'Service의 selector가 label 하나 차이로 workload를 놓쳤다',
    en: 'A Service selector that misses a workload by one label',
  },
  why: {
    ko: '아무 Pod도 고르지 못해도 오류는 나지 않는다. Service는 만들어지고 보낼 곳만 비어 있어서, 접속이 안 되는 이유를 찾기 어렵다.',
    en: 'Selecting no Pod is not an error. The Service is created and has nowhere to send to, so that the reason why nothing answers is hard to find.',
  },
  how: {
    ko: 'selector와 Pod template의 label을 같게 맞춘다. 비교하는 것은 Deployment의 이름이나 그 자신의 label이 아니라 `template.metadata.labels`다.',
    en: "Make the selector and the Pod template's labels equal. What counts is `template.metadata.labels`, neither the Deployment's name nor its own labels.",
  },
  messages: {
    value: {
      ko: '이 Service가 고르는 Pod가 없다: 여기서는 `{key}: {wanted}`{wanted|을} 찾는데 {workload}의 Pod는 `{key}: {found}`이다.',
      en: 'This Service selects no Pods: it wants `{key}: {wanted}`, and the Pods of {workload} have `{key}: {found}`.',
    },
    key: {
      ko: '이 Service가 고르는 Pod가 없다: 여기서는 label `{key}`{key|을} 찾는데 {workload}의 Pod에는 `{other}`{other|이} 있다.',
      en: 'This Service selects no Pods: it wants the label `{key}`, and the Pods of {workload} have `{other}`.',
    },
    label: { ko: '{workload}의 label', en: 'The label of {workload}' },
  },
  concepts: ['concepts/selector', 'concepts/label', 'kubernetes/Service'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service',
  also: ['kube-linter/dangling-service', 'kube-score/service-targets-pod'],
  fix: 'choice',
  examples: [
    {
      bad: {
        files: { 'service.yaml': service('app: «ngnix»'), 'web.yaml': deployment('nginx', 'app: nginx') },
      },
      good: {
        files: { 'service.yaml': service('app: nginx'), 'web.yaml': deployment('nginx', 'app: nginx') },
      },
    },
    {
      bad: `${service('«ap»: web')}---\n${deployment('other', 'app: web')}`,
      good: `${service('app: web')}---\n${deployment('other', 'app: web')}`,
      message: 'key',
    },
    {
      // The names say what belongs together.
      bad: {
        files: { 'a/service.yaml': service('app: «front»'), 'b/web.yaml': deployment('web', 'app: shop') },
      },
      good: {
        files: { 'a/service.yaml': service('app: shop'), 'b/web.yaml': deployment('web', 'app: shop') },
      },
    },
  ],
  allows: [
    {
      files: {
        'service.yaml': service('app: web'),
        'web.yaml': deployment('any', 'app: web\n        track: stable'),
      },
    },
    // The workload may live elsewhere: another value of a shared key proves nothing.
    { files: { 'service.yaml': service('app: redis'), 'web.yaml': deployment('any', 'app: shop') } },
    { files: { 'service.yaml': service('app: web2'), 'web.yaml': deployment('web1', 'app: web1') } },
    // Another namespace is another world.
    {
      files: {
        'service.yaml': service('app: ngnix'),
        'web.yaml': deployment('any', 'app: nginx').replace('name: any', 'name: any\n  namespace: prod'),
      },
    },
    service('app: web').replace(/ {2}selector:\n.*\n/, ''),
    service('app: ngnix').replace('spec:', 'spec:\n  type: ExternalName\n  externalName: example.com'),
  ],
  *check({ objects, file }: Manifest, { facts }) {
    for (const object of objects) {
      const selector = object.kind.value === 'Service' ? podSelectorOf(object) : undefined;
      if (!selector || !facts.complete || object.spec?.templated) continue;
      const owner = { uri: file.uri, namespace: object.namespace, name: object.name?.value };
      const near = nearestMiss(selector, owner, facts);
      const [miss] = near?.misses ?? [];
      if (!near || !miss?.found) continue;
      const { requirement, found, how } = miss;
      const workload = `${near.workload.value.kind} ${near.workload.name ?? '?'}`;
      const isKey = how === 'missing-key';
      yield {
        span: isKey ? requirement.keySpan : requirement.valueSpan,
        message: isKey ? 'key' : 'value',
        values: {
          key: requirement.key,
          wanted: requirement.values.join(' | '),
          found: found.value,
          other: found.name,
          workload,
        },
        related: [{ span: isKey ? found.keySpan : found.valueSpan, message: 'label', values: { workload } }],
        fixes: [select(miss)],
      };
    }
  },
});

/** The Service follows the workload: a changed label there would cost the workload its own selector. */
function select({ requirement, found, how }: Miss): Fix {
  const isKey = how === 'missing-key';
  const text = isKey ? (found?.name ?? '') : quoted(found?.value ?? '');
  return {
    title: { ko: 'selector를 `{text}`{text|으로}', en: 'Make it `{text}`' },
    values: { text },
    kind: 'choice',
    edits: [{ span: isKey ? requirement.keySpan : requirement.valueSpan, text }],
  };
}

/** A value that YAML would not read as a string needs its quotes. */
function quoted(value: string): string {
  const isPlain = /^[A-Za-z][\w.-]*$/.test(value) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(value);
  return isPlain ? value : JSON.stringify(value);
}

function service(selector: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    ${selector}
  ports:
    - port: 80
`;
}

function deployment(name: string, labels: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  replicas: 2
  selector:
    matchLabels:
      ${labels.split('\n')[0]}
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
