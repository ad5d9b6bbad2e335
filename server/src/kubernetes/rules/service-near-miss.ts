import type { Finding, Fix } from '../../core/rule';
import { removeEntry } from '../../yaml/edit';
import { entriesOf, entry, get } from '../../yaml/navigate';
import type { YamlDocument } from '../../yaml/node';
import { plainText } from '../../yaml/write';
import type { KubernetesObject, Manifest } from '../model';
import { changeLabels } from '../relations/agree';
import { type NearMiss, nearestMiss } from '../relations/near-miss';
import { rule } from '../rule';
import { podSelectorOf } from '../selectors/read-selector';
import type { Miss } from '../selectors/selector';

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
      ko: '여기에는 이 Service가 고르는 Pod가 없다: `{wanted}`{last|을} 찾는데 {workload}의 Pod는 `{found}`{foundLast|이다}.',
      en: 'This Service selects no Pods here: it wants `{wanted}`, and the Pods of {workload} have `{found}`.',
    },
    absent: {
      ko: '여기에는 이 Service가 고르는 Pod가 없다: {workload}의 Pod에는 label `{key}`{key|이} 없다.',
      en: 'This Service selects no Pods here: the Pods of {workload} have no label `{key}`.',
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
    },
    {
      // The names say what belongs together.
      bad: { files: { 'service.yaml': service('app: «front»'), 'web.yaml': deployment('web', 'app: shop') } },
      good: { files: { 'service.yaml': service('app: shop'), 'web.yaml': deployment('web', 'app: shop') } },
    },
    {
      bad: `${service('app: «wbe»\n    tier: frnot')}---\n${deployment('web', 'app: web\n        tier: front')}`,
      good: `${service('app: web\n    tier: front')}---\n${deployment('web', 'app: web\n        tier: front')}`,
    },
    {
      bad: `${service('app: web\n    «env»: prod')}---\n${deployment('web', 'app: web')}`,
      good: `${service('app: web')}---\n${deployment('web', 'app: web')}`,
      message: 'absent',
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
    { files: { 'service.yaml': service('app: web-b'), 'web.yaml': deployment('any', 'app: web-a') } },
    { files: { 'service.yaml': service('app: order'), 'web.yaml': deployment('any', 'app: order-worker') } },
    // Folders that have nothing to do with each other.
    {
      files: { 'shop/service.yaml': service('app: redis'), 'blog/web.yaml': deployment('web', 'app: cache') },
    },
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
  *check({ objects, file, document }: Manifest, { facts }) {
    if (!facts.complete || document.faults.length > 0) return;
    for (const object of objects) {
      const selector = object.kind.value === 'Service' ? podSelectorOf(object) : undefined;
      if (!selector || object.spec?.templated) continue;
      const owner = { uri: file.uri, name: object.name?.value };
      const selecting = { selector, role: 'service', of: 'pods' } as const;
      const near = nearestMiss(selecting, owner, object.namespace, facts);
      if (!near || near.misses.length === 0) continue;
      const fixes = [...follow(document, object, near.misses), changeLabels(near, facts) ?? []].flat();
      yield { ...missedBy(near), fixes };
    }
  },
});

/** In which label a Service and the Pods it is meant for differ. */
export function missedBy({ candidate, misses }: NearMiss): Finding {
  const workload = `${candidate.kind} ${candidate.name ?? '?'}`;
  const named = misses.filter(({ found }) => found);
  const { requirement, found, how } = (named[0] ?? misses[0])!;
  const isValue = how === 'other-value';
  return {
    span: isValue ? requirement.valueSpan : requirement.keySpan,
    message: found ? 'value' : 'absent',
    values: {
      key: requirement.key,
      wanted: named.map((one) => `${one.requirement.key}: ${one.requirement.values.join(' | ')}`),
      found: named.map((one) => `${one.found?.name}: ${one.found?.value}`),
      last: named.at(-1)?.requirement.values.at(-1) ?? '',
      foundLast: named.at(-1)?.found?.value ?? '',
      workload,
    },
    related: [
      {
        span: (found && (isValue ? found.valueSpan : found.keySpan)) ?? candidate.span,
        message: 'label',
        values: { workload },
      },
    ],
  };
}

/** The Service follows the workload: a changed label there would cost the workload its own selector. */
function* follow(document: YamlDocument, { spec }: KubernetesObject, misses: readonly Miss[]): Iterable<Fix> {
  const pairs = misses.map(({ requirement, found }) => ({
    pair: entry(get(spec, 'selector'), requirement.key),
    found,
  }));
  if (pairs.some(({ pair }) => !pair)) return;
  const gone = pairs.filter(({ found }) => !found);
  if (gone.length === entriesOf(get(spec, 'selector')).length) return;
  yield {
    title: { ko: 'selector를 이 workload의 label에 맞추기', en: "Follow this workload's labels" },
    kind: 'choice',
    edits: pairs.map(({ pair, found }) =>
      found
        ? { span: pair!.span, text: `${found.name}: ${plainText(found.value)}` }
        : removeEntry(document, pair!),
    ),
  };
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
