import type { Finding, Fix } from '../../core/rule';
import { plainText } from '../../yaml/write';
import type { Manifest } from '../model';
import { nearestMiss } from '../relations/near-miss';
import { type MissingVersion, missingVersion } from '../relations/versions';
import { rule } from '../rule';
import { podSelectorOf } from '../selectors/read-selector';

export default rule({
  id: 'kubernetes/selected-version-missing',
  severity: 'warning',
  scope: 'part',
  what: {
    ko: 'Service가 가리키는 버전이 없다',
    en: 'A Service that points at a version that is not there',
  },
  why: {
    ko: 'blue-green 배포는 Service selector의 `version` 같은 label 하나를 바꿔 트래픽을 한 번에 옮긴다. 그 값의 Pod가 없으면 트래픽은 어디로도 가지 않는다. 옛 버전이 멀쩡히 떠 있어도 마찬가지다.',
    en: 'A blue-green deployment moves all traffic at once by changing one label in the Service, such as `version`. If no Pods have the new value, traffic goes nowhere, although the old version still runs.',
  },
  how: {
    ko: '있는 버전의 값으로 고치거나, 새 버전을 먼저 배포하고 Ready가 된 뒤에 옮긴다.',
    en: 'Use the value of a version that runs, or deploy the new one first and switch when it is ready.',
  },
  messages: {
    version: {
      ko: '여기에는 `{key}: {wanted}`{wanted|이}라는 Pod가 없다. 있는 것은 {there}.',
      en: 'No Pods here have `{key}: {wanted}`; there is {there}.',
    },
    label: { ko: '여기 있는 {object}', en: 'What is here: {object}' },
  },
  concepts: ['concepts/blue-green', 'concepts/selector'],
  source: 'https://kubernetes.io/docs/concepts/workloads/management/#canary-deployments',
  also: ['kube-linter/dangling-service', 'kube-score/service-targets-pod'],
  fix: 'choice',
  examples: [
    {
      bad: `${service('«green»')}---\n${deployment('blue')}`,
      good: `${service('blue')}---\n${deployment('blue')}`,
    },
    {
      bad: {
        files: {
          'svc/web.yaml': service('«v3»'),
          'deploy/v1.yaml': deployment('v1'),
          'deploy/v2.yaml': deployment('v2'),
        },
      },
      good: [{ files: { 'svc/web.yaml': service('v1') } }, { files: { 'svc/web.yaml': service('v2') } }],
    },
  ],
  allows: [
    `${service('blue')}---\n${deployment('blue')}`,
    // Another application.
    `${service('green')}---\n${deployment('blue').replaceAll('app: web', 'app: shop')}`,
    `${service('green')}---\n${deployment('blue').replace('name: web-blue', 'name: web-blue\n  namespace: prod')}`,
    // One is there.
    `${service('green')}---\n${deployment('blue')}---\n${deployment('green')}`,
  ],
  *check({ objects, file, document }: Manifest, { facts }) {
    if (!facts.complete || document.faults.length > 0) return;
    for (const object of objects) {
      const selector = object.kind.value === 'Service' ? podSelectorOf(object) : undefined;
      if (!selector || object.spec?.templated) continue;
      const owner = { uri: file.uri, name: object.name?.value };
      const missing = missingVersion(selector, owner, object.namespace, facts);
      const selecting = { selector, role: 'service', of: 'pods' } as const;
      // One letter away is a slip of the pen, and told as one.
      if (!missing || nearestMiss(selecting, owner, object.namespace, facts)) continue;
      const fixes = valuesOf(missing).slice(0, MOST);
      yield { ...missedBy(missing), fixes: fixes.map((value) => fix(missing, value)) };
    }
  },
});

/** Which version is asked for, and which are there. */
export function missedBy(missing: MissingVersion): Finding {
  const { requirement, there } = missing;
  return {
    span: requirement.valueSpan,
    values: {
      key: requirement.key,
      wanted: requirement.values.join(' | '),
      there: valuesOf(missing).map((value) => `\`${value}\``),
    },
    related: there.map(({ candidate, label }) => ({
      span: label.valueSpan,
      message: 'label',
      values: { object: `${candidate.kind} ${candidate.name ?? '?'}` },
    })),
  };
}

/** So many are offered. */
const MOST = 4;

function valuesOf({ there }: MissingVersion): readonly string[] {
  return [...new Set(there.map(({ label }) => label.value))];
}

function fix({ requirement: { key, valueSpan } }: MissingVersion, value: string): Fix {
  return {
    title: { ko: '`{key}: {value}`{value|으로} 보내기', en: 'Send to `{key}: {value}`' },
    values: { key, value },
    kind: 'choice',
    edits: [{ span: valueSpan, text: plainText(value) }],
  };
}

function service(version: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: shop
spec:
  selector:
    app: web
    version: ${version}
  ports:
    - port: 80
`;
}

function deployment(version: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-${version}
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
      version: ${version}
  template:
    metadata:
      labels:
        app: web
        version: ${version}
    spec:
      containers:
        - name: web
          image: nginx:1.29.0
`;
}
