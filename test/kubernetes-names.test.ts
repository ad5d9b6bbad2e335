import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderMessage } from '../server/src/core/text';
import { kubernetes } from '../server/src/kubernetes/language';
import { WORLD } from './course';
import { pointAt } from './world';

/** What is offered at `|` of a text that stands beside the others: labels, or labels with where they come from. */
function offered(marked: string, name = 'new.yaml', files = WORLD) {
  const text = marked.replace('|', '');
  const { bench, position, around } = pointAt(name, marked, { ...files, [name]: text });
  const found = kubernetes.complete?.(position.model as never, position.part.id, position.offset, around);
  const where = (span: Parameters<typeof bench.engine.locate>[0]) => {
    const place = bench.engine.locate(span)!;
    const line = bench.engine.text(place.uri)!.slice(0, place.start).split('\n').length;
    return `${place.uri.slice('file:///work/'.length)}:${line}`;
  };
  return (found?.items ?? [])
    .filter(({ sort }) => sort === 'name')
    .map(({ label, detail, body }) => ({
      label,
      body,
      detail: detail && renderMessage(detail, 'en', where),
    }));
}

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: new}\nspec:\n';
const container = (rest: string) => `${POD}  containers:\n    - name: a\n      ${rest}`;
const object = (apiVersion: string, kind: string, rest: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: new}\n${rest}`;
const ingress = (backend: string) =>
  object(
    'networking.k8s.io/v1',
    'Ingress',
    `spec:\n  rules:\n    - http:\n        paths:\n          - path: /\n            backend:\n              service: ${backend}`,
  );

const ROWS: readonly (readonly [name: string, marked: string, ...labels: string[]])[] = [
  ['a ConfigMap', container('envFrom: [{configMapRef: {name: |}}]'), 'spare', 'web-config'],
  [
    'half typed',
    container('envFrom:\n        - configMapRef:\n            name: we|'),
    'spare',
    'web-config',
  ],
  [
    'a key',
    container('env: [{name: A, valueFrom: {configMapKeyRef: {name: web-config, key: |}}}]'),
    'color',
    'size',
  ],
  [
    'a key of a volume',
    `${POD}  volumes:\n    - name: a\n      configMap:\n        name: web-config\n        items:\n          - key: |`,
    'color',
    'size',
  ],
  [
    'a key of a projected volume',
    `${POD}  volumes: [{name: a, projected: {sources: [{configMap: {name: web-config, items: [{key: |}]}}]}}]`,
    'color',
    'size',
  ],
  ['a claim', `${POD}  volumes: [{name: a, persistentVolumeClaim: {claimName: |}}]`, 'web-data'],
  ['an account', `${POD}  serviceAccountName: |`, 'web'],
  ['a Service of an Ingress', ingress('{name: |}'), 'db', 'web'],
  ['its port by name', ingress('{name: web, port: {name: |}}'), 'main', 'raw', 'lost'],
  ['its port by number', ingress('{name: web, port: {number: |}}'), '80', '81', '82'],
  [
    'a Service of a route',
    object(
      'gateway.networking.k8s.io/v1',
      'HTTPRoute',
      'spec:\n  rules:\n    - backendRefs:\n        - name: |',
    ),
    'db',
    'web',
  ],
  [
    'the port of a route',
    object(
      'gateway.networking.k8s.io/v1',
      'HTTPRoute',
      'spec: {rules: [{backendRefs: [{name: web, port: |}]}]}',
    ),
    '80',
    '81',
    '82',
  ],
  ['a headless Service first', object('apps/v1', 'StatefulSet', 'spec:\n  serviceName: |'), 'db', 'web'],
  [
    'what an HPA aims at, by kind',
    object(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'spec:\n  scaleTargetRef: {kind: Deployment, name: |}',
    ),
    'web',
    'web-canary',
  ],
  [
    'a role',
    object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'roleRef:\n  kind: Role\n  name: |'),
    'reader',
  ],
  [
    'a subject',
    object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'subjects:\n  - kind: ServiceAccount\n    name: |'),
    'web',
  ],
  [
    'a target port of the pods that are selected',
    object(
      'v1',
      'Service',
      'spec:\n  selector: {app: web, track: stable}\n  ports:\n    - port: 80\n      targetPort: |',
    ),
    'http',
    'metrics',
    '8080',
    '9100',
  ],
  [
    'a port of the own container',
    container(
      'ports: [{name: http, containerPort: 80}, {containerPort: 81}]\n      readinessProbe: {httpGet: {port: |}}',
    ),
    'http',
    '80',
    '81',
  ],
  [
    'a port of gRPC, which is a number',
    container('ports: [{name: http, containerPort: 80}]\n      livenessProbe: {grpc: {port: |}}'),
    '80',
  ],
  [
    'labels of pods',
    object('v1', 'Service', 'spec:\n  selector:\n    |'),
    'app: db',
    'app: web',
    'track: canary',
    'track: stable',
  ],
  [
    'in a flow map',
    object('v1', 'Service', 'spec:\n  selector: {app: web, |}'),
    'track: canary',
    'track: stable',
  ],
  ['the value of a label', object('v1', 'Service', 'spec: {selector: {track: |}}'), 'canary', 'stable'],
  [
    'labels of a peer',
    object(
      'networking.k8s.io/v1',
      'NetworkPolicy',
      'spec:\n  ingress: [{from: [{podSelector: {matchLabels: {app: |}}}]}]',
    ),
    'db',
    'web',
  ],
  [
    'a key of an expression',
    object('policy/v1', 'PodDisruptionBudget', 'spec: {selector: {matchExpressions: [{key: |}]}}'),
    'app',
    'track',
  ],
  [
    'a value of an expression',
    object(
      'policy/v1',
      'PodDisruptionBudget',
      'spec: {selector: {matchExpressions: [{key: track, operator: In, values: [|]}]}}',
    ),
    'canary',
    'stable',
  ],
  [
    'labels of Services for a monitor',
    object('monitoring.coreos.com/v1', 'ServiceMonitor', 'spec:\n  selector:\n    matchLabels:\n      |'),
    'app: web',
  ],
  [
    'the port of a monitor',
    object(
      'monitoring.coreos.com/v1',
      'ServiceMonitor',
      'spec:\n  selector: {matchLabels: {app: web}}\n  endpoints:\n    - port: |',
    ),
    'main',
    'raw',
    'lost',
  ],
  [
    'the labels its own selector asks of a template',
    object(
      'apps/v1',
      'Deployment',
      'spec:\n  selector: {matchLabels: {app: new, tier: x}}\n  template:\n    metadata:\n      labels:\n        app: new\n        |',
    ),
    'tier: x',
  ],
  ['a volume', container('volumeMounts: [{name: |}]\n  volumes: [{name: tmp, emptyDir: {}}]'), 'tmp'],
  [
    'a claim template',
    object(
      'apps/v1',
      'StatefulSet',
      'spec:\n  volumeClaimTemplates: [{metadata: {name: data}}]\n  template:\n    spec:\n      containers:\n        - name: a\n          volumeMounts:\n            - name: |',
    ),
    'data',
  ],
  [
    'a user, who is no object',
    object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'subjects: [{kind: User, name: |}]'),
  ],
  ['of a custom resource nobody knows', object('example.com/v1', 'Widget', 'spec:\n  size: |')],
];

describe('names that exist', () => {
  for (const [name, marked, ...labels] of ROWS)
    it(name, () =>
      assert.deepEqual(
        offered(marked).map(({ label }) => label),
        labels,
      ),
    );

  it('come with where they are given', () =>
    assert.deepEqual(
      offered(container('envFrom: [{configMapRef: {name: |}}]')).map(({ detail }) => detail),
      ['config.yaml:10', 'config.yaml:3'],
    ));

  it('are looked for in the namespace that is meant', () => {
    const far = 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: far, namespace: ops}\n';
    const files = { ...WORLD, 'far.yaml': far };
    const labels = (marked: string) => offered(marked, 'new.yaml', files).map(({ label }) => label);
    const binding = (rest: string) =>
      object('rbac.authorization.k8s.io/v1', 'RoleBinding', `subjects: [{kind: ServiceAccount, ${rest}}]`);
    assert.deepEqual(labels(binding('namespace: ops, name: |')), ['far']);
    assert.deepEqual(labels(binding('name: |')), ['web']);
    assert.deepEqual(labels(binding('name: far, namespace: |')), ['ops']);
    assert.deepEqual(labels('apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: |}'), ['ops']);
  });

  it('are quoted where they would become something else, but not twice', () => {
    const files = {
      'a.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: {v: "1", w: "on"}}\nspec: {containers: []}\n',
    };
    const bodies = (marked: string) => offered(marked, 'new.yaml', files).map(({ body }) => body);
    const service = (selector: string) => object('v1', 'Service', `spec:\n  selector: ${selector}`);
    assert.deepEqual(bodies(service('{v: |}')), ['"1"']);
    assert.deepEqual(bodies(service('{v: "|"}')), ['1']);
    assert.deepEqual(bodies(service('|')), ['\n  v: "1"', '\n  w: "on"']);
  });
});

describe('what a kustomization may list', () => {
  const KUSTOMIZED = {
    'base/kustomization.yaml': 'resources: [web.yaml]\n',
    'base/web.yaml': WORLD['web.yaml']!,
    'base/rbac.yaml': WORLD['rbac.yaml']!,
    'over/kustomization.yaml': 'resources: []\n',
    'over/sub/config.yaml': WORLD['config.yaml']!,
  };
  for (const [name, file, marked, ...labels] of [
    [
      'files beside it, but those that are listed',
      'base/kustomization.yaml',
      'resources:\n  - web.yaml\n  - |',
      'rbac.yaml',
      '../over',
    ],
    [
      'files below, and other kustomizations',
      'over/kustomization.yaml',
      'resources:\n  - |',
      'sub/config.yaml',
      '../base',
    ],
    ['in a flow list', 'over/kustomization.yaml', 'resources: [|]', 'sub/config.yaml', '../base'],
    ['half typed', 'over/kustomization.yaml', 'resources:\n  - su|', 'sub/config.yaml', '../base'],
    ['patches are files', 'over/kustomization.yaml', 'patches:\n  - path: |', 'sub/config.yaml'],
    ['nothing elsewhere', 'over/kustomization.yaml', 'namePrefix: |'],
  ] as const)
    it(name, () =>
      assert.deepEqual(
        offered(marked, file, KUSTOMIZED).map(({ label }) => label),
        labels,
      ),
    );

  it('with what is in it', () =>
    assert.deepEqual(
      offered('resources:\n  - |', 'over/kustomization.yaml', KUSTOMIZED).map(({ detail }) => detail),
      ['ConfigMap web-config, ConfigMap spare, PersistentVolumeClaim web-data', 'kustomization.yaml'],
    ));
});
