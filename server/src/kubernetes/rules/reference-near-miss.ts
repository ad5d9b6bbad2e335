import type { WorkspaceFacts } from '../../core/facts';
import type { Finding } from '../../core/rule';
import type { KubernetesFacts } from '../facts';
import type { Manifest } from '../model';
import { agree } from '../references/agree';
import { consequenceOf } from '../references/consequence';
import type { Reference } from '../references/reference';
import { resolve } from '../references/resolve';
import { referencesIn } from '../references/told';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/reference-near-miss',
  severity: 'warning',
  scope: 'part',
  what: {
    ko: '다른 오브젝트를 이름으로 가리키는데 이름, 종류, namespace 가운데 하나가 어긋났다',
    en: 'A name of another object that is off by its spelling, its kind or its namespace',
  },
  why: {
    ko: '오브젝트는 서로를 이름으로만 찾는다. API server는 그 이름이 있는지 확인하지 않고 받아 주므로, 한 글자만 달라도 나중에 Pod가 뜨지 않거나 요청이 갈 곳이 없어지고 나서야 알게 된다.',
    en: 'Objects find each other by name alone. The API server takes a name without looking whether it exists, so one wrong letter shows later, as a Pod that does not start or a request that leads nowhere.',
  },
  how: {
    ko: '가리키는 쪽과 가리켜지는 쪽 가운데 틀린 쪽을 고친다. namespace가 정해진 종류는 같은 namespace 안에서만 찾는다.',
    en: 'Correct whichever side is wrong. Most names are looked up in the namespace of the object that says them, and nowhere else.',
  },
  messages: {
    name: {
      ko: '{kind} `{name}`{name|은} 여기에 없고, 이름이 비슷한 `{near}`{near|이} 있다. {result}',
      en: 'There is no {kind} `{name}` here; there is one called `{near}`. {result}',
    },
    kind: {
      ko: '{kind} `{name}`{name|은} 여기에 없고, 이름이 같은 {near}{near|이} 있다. {result}',
      en: 'There is no {kind} `{name}` here; what has this name is a {near}. {result}',
    },
    namespace: {
      ko: '{kind} `{name}`{name|을} namespace `{namespace}`에서 찾는데, 여기 있는 것은 `{near}`에 있다. {result}',
      en: '{kind} `{name}` is looked up in namespace `{namespace}`; the one that is here lies in `{near}`. {result}',
    },
    group: {
      ko: '여기 있는 {kind} `{name}`{name|은} `apiVersion: {near}`{near|이라}, 여기 적힌 그룹과 다르다. {result}',
      en: 'The {kind} `{name}` that is here has `apiVersion: {near}`, which is another group than this says. {result}',
    },
    there: { ko: '여기 있는 것: {kind} `{name}`', en: 'What is here: {kind} `{name}`' },
  },
  concepts: ['concepts/object', 'concepts/namespace'],
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  also: [
    'kube-linter/dangling-horizontalpodautoscaler',
    'kube-linter/dangling-ingress',
    'kube-linter/env-value-from',
    'kube-linter/non-existent-service-account',
    'kube-score/horizontalpodautoscaler-has-target',
    'kube-score/ingress-targets-service',
    'kube-score/statefulset-has-servicename',
  ],
  fix: 'choice',
  examples: [
    {
      bad: { files: { 'pod.yaml': pod('«web-config»'), 'config.yaml': configMap('web-conf') } },
      good: [
        { files: { 'pod.yaml': pod('web-conf'), 'config.yaml': configMap('web-conf') } },
        { files: { 'pod.yaml': pod('web-config'), 'config.yaml': configMap('web-config') } },
      ],
    },
    {
      bad: `${pod('«web»')}---\n${configMap('web').replace('ConfigMap', 'Secret')}`,
      good: `${pod('web').replace('configMapRef', 'secretRef')}---\n${configMap('web').replace('ConfigMap', 'Secret')}`,
      message: 'kind',
    },
    {
      bad: `${autoscaler('Deployment', '«web»')}---\n${statefulSet('web')}`,
      good: `${autoscaler('StatefulSet', 'web')}---\n${statefulSet('web')}`,
      message: 'kind',
    },
    {
      bad: `${autoscaler('Deployment', '«web»').replace('apps/v1', 'v1')}---\n${statefulSet('web').replace('StatefulSet', 'Deployment')}`,
      good: `${autoscaler('Deployment', 'web')}---\n${statefulSet('web').replace('StatefulSet', 'Deployment')}`,
      message: 'group',
    },
    {
      bad: `${binding('«web»', 'shop')}---\n${account('web', 'store')}`,
      good: `${binding('web', 'store')}---\n${account('web', 'store')}`,
      message: 'namespace',
    },
  ],
  allows: [
    { files: { 'pod.yaml': pod('web'), 'config.yaml': configMap('web') } },
    // It may live elsewhere.
    { files: { 'pod.yaml': pod('redis'), 'config.yaml': configMap('web') } },
    { files: { 'pod.yaml': pod('web-a'), 'config.yaml': configMap('web-b') } },
    // The kustomization makes it.
    {
      files: {
        'pod.yaml': pod('web-config'),
        'config.yaml': configMap('web-conf'),
        'kustomization.yaml':
          'resources: [pod.yaml, config.yaml]\nconfigMapGenerator: [{name: web-config}]\n',
      },
    },
    `${pod('web-config').replace('name: web-config', 'name: web-config\n            optional: true')}---\n${configMap('web-conf')}`,
  ],
  *check(manifest: Manifest, { facts }) {
    if (manifest.document.faults.length > 0) return;
    for (const reference of referencesIn(manifest)) {
      const found = nearlyNamed(reference, manifest.file.uri, facts);
      if (found) yield found;
    }
  },
});

/** @param uri of the document that names */
export function nearlyNamed(
  reference: Reference,
  uri: string,
  facts: WorkspaceFacts<KubernetesFacts>,
): Finding | undefined {
  const answer = reference.optional ? undefined : resolve(reference, uri, facts);
  if (answer?.certainty !== 'near') return undefined;
  const { to, name } = reference;
  const { object, differs } = answer;
  const { text: result, also } = consequenceOf(reference);
  const kind = object.value.kind;
  const { name: there, apiVersion: group } = object.value;
  const near = { name: there.text, kind, group, namespace: object.namespace ?? '?' }[differs];
  return {
    span: name.span,
    message: differs,
    values: { kind: to.kind, name: name.text, namespace: to.namespace ?? '?', near, result },
    also,
    // Without a namespace on either side, `kubectl -n` may bring them together.
    ...(differs === 'namespace' && !(to.placed && object.value.placed) && { severity: 'hint' as const }),
    related: [{ span: object.span, message: 'there', values: { kind, name: there.text } }],
    fixes: [...agree(reference, answer, facts)],
  };
}

function pod(config: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29.0
      envFrom:
        - configMapRef:
            name: ${config}
`;
}

function configMap(name: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
data:
  COLOR: blue
`;
}

function autoscaler(kind: string, name: string): string {
  return `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  maxReplicas: 5
  scaleTargetRef:
    apiVersion: apps/v1
    kind: ${kind}
    name: ${name}
`;
}

function statefulSet(name: string): string {
  return `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ${name}
spec:
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
`;
}

function binding(name: string, namespace: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: web
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects:
  - kind: ServiceAccount
    name: ${name}
    namespace: ${namespace}
`;
}

function account(name: string, namespace: string): string {
  return `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  namespace: ${namespace}
`;
}
