import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { referencePlaces } from '../server/src/kubernetes/facts/reference-places';
import { USUAL_FIELDS } from '../server/src/kubernetes/facts/usual-fields';
import { kubernetes } from '../server/src/kubernetes/language';
import { schemaOf } from '../server/src/kubernetes/schema/shipped';
import { fieldAt } from '../server/src/yaml/schema/decode';
import { offered } from './offered';
import { Bench } from './samples';

// `|` is the cursor.

const offeredAt = (marked: string, others: Readonly<Record<string, string>> = {}) =>
  offered(kubernetes, marked, others);

const POD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n';
const DEPLOYMENT = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n';
const CONTAINER = `${POD}spec:\n  containers:\n    - name: web\n      image: nginx:1.29\n`;

describe('keys', () => {
  const has = (marked: string, wanted: readonly string[], unwanted: readonly string[] = []) => {
    const { labels } = offeredAt(marked);
    for (const one of wanted) assert.ok(labels.includes(one), `no ${one} in ${labels.join(' ')}`);
    for (const one of unwanted) assert.ok(!labels.includes(one), `${one} in ${labels.join(' ')}`);
  };
  const ROWS: readonly (readonly [name: string, marked: string, wanted: string[], unwanted?: string[]])[] = [
    ['of the object', `${DEPLOYMENT}|`, ['spec'], ['metadata', 'kind', 'status']],
    ['half typed', `${DEPLOYMENT}sp|`, ['spec'], ['replicas']],
    ['below a key', `${DEPLOYMENT}spec:\n  |`, ['replicas', 'selector', 'template'], ['spec']],
    ['half typed below a key', `${DEPLOYMENT}spec:\n  re|`, ['replicas']],
    [
      'not those that are written',
      `${DEPLOYMENT}spec:\n  replicas: 1\n  |\n  template: {}\n`,
      ['selector'],
      ['replicas', 'template'],
    ],
    ['before others', `${DEPLOYMENT}spec:\n  re|\n  template: {}\n`, ['replicas'], ['template']],
    ['of an item', `${CONTAINER}      |`, ['ports', 'env'], ['name', 'image']],
    ['half typed in an item', `${CONTAINER}      im|`, ['imagePullPolicy'], ['image']],
    ['first in an item', `${POD}spec:\n  containers:\n    - |`, ['name', 'image']],
    ['first in an item, half typed', `${POD}spec:\n  containers:\n    - na|`, ['name']],
    ['behind the list', `${CONTAINER}  re|`, ['restartPolicy'], ['image']],
    ['in a flow map', `${POD}spec: {host|}`, ['hostNetwork']],
    ['in the second document', `${DEPLOYMENT}---\n${POD}spec:\n  |`, ['containers'], ['replicas']],
    ['in a broken document', `${POD}bad: [\nspec:\n  |`, ['containers']],
    ['below an unclosed quote', `${POD}  x: "abc\nspec:\n  con|`, ['containers']],
    [
      'in a List',
      `apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    spec:\n      |`,
      ['containers'],
    ],
    ['by the kind alone', 'kind: Deployment\nspec:\n  |', ['replicas']],
    [
      'labels that are not written yet',
      `${DEPLOYMENT}spec:\n  selector:\n    matchLabels:\n      app: web\n      |\n  template:\n    metadata:\n      labels: {app: web, tier: front}\n`,
      ['tier: front'],
      ['app: web'],
    ],
    ['above what is something else', 'a|\n# a comment\nversion: 1\n', [], ['Pod', 'apiVersion']],
    ['behind a directive of a template', '{{- if .Values.on }}|\n', [], ['Pod', 'apiVersion']],
    ['below a comment', '# a comment\n---\n|\n', ['Pod', 'apiVersion']],
    ['with the version of the cluster', 'apiVersion: batch/v1\nkind: Job\nspec:\n  |', ['template']],
  ];
  for (const [name, marked, wanted, unwanted] of ROWS) it(name, () => has(marked, wanted, unwanted));

  it('those that have to be there come first', () => {
    assert.deepEqual(offeredAt(`${DEPLOYMENT}spec:\n  |`).labels.slice(0, 2), ['selector', 'template']);
  });
  for (const marked of [
    `${DEPLOYMENT}# sp|`,
    'apiVersion: example.com/v1\nkind: Widget\n|',
    `${DEPLOYMENT}spec:\n  replicas: 3 |\n`,
    'services:\n  web:\n    |',
    'a: 1\nb: |',
    'services: {}\n|',
    'on: push\nki|',
  ])
    it(`says nothing at ${JSON.stringify(marked.slice(-24))}`, () =>
      assert.deepEqual(offeredAt(marked).labels, []));
});

describe('what is written', () => {
  const ROWS: readonly (readonly [name: string, marked: string, label: string, after: string])[] = [
    [
      'a number with its default',
      `${DEPLOYMENT}spec:\n  re|`,
      'replicas',
      `${DEPLOYMENT}spec:\n  replicas: 1`,
    ],
    [
      'a list with its first item',
      `${POD}spec:\n  con|`,
      'containers',
      `${POD}spec:\n  containers:\n    - name: \n      image: `,
    ],
    [
      'a template with what it needs',
      `${DEPLOYMENT}spec:\n  |`,
      'template',
      `${DEPLOYMENT}spec:\n  template:\n    metadata:\n      labels:\n        : \n    spec:\n      containers:\n        - name: \n          image: `,
    ],
    ['in an item', `${CONTAINER}      |`, 'ports', `${CONTAINER}      ports:\n        - containerPort: `],
    [
      'behind a dash, under the key',
      `${POD}spec:\n  containers:\n    - |`,
      'ports',
      `${POD}spec:\n  containers:\n    - ports:\n        - containerPort: `,
    ],
    [
      'directly behind a colon',
      `${POD}spec: |`,
      'containers',
      `${POD}spec: \n  containers:\n    - name: \n      image: `,
    ],
    [
      'a key that has its value already',
      `${POD}spec:\n  hostN|: true\n`,
      'hostNetwork',
      `${POD}spec:\n  hostNetwork: true\n`,
    ],
    ['in a flow map', `${POD}spec: {dnsP|}`, 'dnsPolicy', `${POD}spec: {dnsPolicy: ClusterFirst}`],
    ['a list in a flow map', `${POD}spec: {con|}`, 'containers', `${POD}spec: {containers: []}`],
    ['an object in a flow map', `${POD}spec: {sec|}`, 'securityContext', `${POD}spec: {securityContext: {}}`],
    ['an item', `${CONTAINER}    |`, '- Container', `${CONTAINER}    - name: \n      image: `],
    [
      'an item below its key',
      `${POD}spec:\n  containers:\n    |`,
      '- Container',
      `${POD}spec:\n  containers:\n    - name: \n      image: `,
    ],
    [
      'four spaces where the document has four',
      `apiVersion: v1\nkind: Pod\nmetadata:\n    name: web\nspec:\n    |`,
      'securityContext',
      `apiVersion: v1\nkind: Pod\nmetadata:\n    name: web\nspec:\n    securityContext:\n        `,
    ],
    ['a kind with its apiVersion', 'kind: |', 'Deployment', 'apiVersion: apps/v1\nkind: Deployment'],
    [
      'a kind under its apiVersion',
      'apiVersion: apps/v1\nkind: |',
      'Deployment',
      'apiVersion: apps/v1\nkind: Deployment',
    ],
    ['a whole object', 'Confi|', 'ConfigMap', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: '],
    [
      'inside quotes',
      `${CONTAINER}      imagePullPolicy: "Al|"`,
      'Always',
      `${CONTAINER}      imagePullPolicy: "Always"`,
    ],
  ];
  for (const [name, marked, label, after] of ROWS)
    it(name, () => assert.equal(offeredAt(marked).choose(label), after));
});

describe('values', () => {
  const OTHERS = {
    'config.yaml':
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  color: blue\n  size: "1"\n',
    'secret.yaml': 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: keys\nstringData:\n  token: x\n',
    'service.yaml':
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: front\nspec:\n  ports:\n    - port: 80\n',
    'far.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: far\n  namespace: far\n',
    'web.yaml': `${DEPLOYMENT}spec:\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n        track: "1"\n    spec:\n      containers: []\n`,
  };
  const ROWS: readonly (readonly [name: string, marked: string, labels: readonly string[]])[] = [
    ['words of the API', `${CONTAINER}      imagePullPolicy: |`, ['Always', 'IfNotPresent', 'Never']],
    ['true and false', `${POD}spec:\n  hostNetwork: |`, ['true', 'false']],
    ['a default', `${DEPLOYMENT}spec:\n  replicas: |`, ['1']],
    [
      'a ConfigMap of the namespace',
      `${CONTAINER}      envFrom:\n        - configMapRef:\n            name: |`,
      ['settings'],
    ],
    [
      'its keys',
      `${CONTAINER}      env:\n        - name: A\n          valueFrom:\n            configMapKeyRef:\n              name: settings\n              key: |`,
      ['color', 'size'],
    ],
    ['a Secret', `${POD}spec:\n  volumes:\n    - name: a\n      secret:\n        secretName: |`, ['keys']],
    [
      'what an HPA aims at',
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  scaleTargetRef:\n    kind: Deployment\n    name: |',
      ['web'],
    ],
    [
      "the pod's volumes",
      `${CONTAINER}      volumeMounts:\n        - name: |\n          mountPath: /a\n  volumes:\n    - name: data\n`,
      ['data'],
    ],
    [
      'labels that pods have',
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: x\nspec:\n  selector:\n    |',
      ['app: web', 'track: "1"'],
    ],
    [
      'the value of a label',
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: x\nspec:\n  selector:\n    app: |',
      ['web'],
    ],
    [
      'a backend',
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: x\nspec:\n  defaultBackend:\n    service:\n      name: |',
      ['front'],
    ],
    [
      'versions of a kind',
      'apiVersion: |\nkind: HorizontalPodAutoscaler\n',
      ['autoscaling/v2', 'autoscaling/v1'],
    ],
    ['free text', `${CONTAINER}      workingDir: |`, []],
  ];
  for (const [name, marked, labels] of ROWS)
    it(name, () => assert.deepEqual(offeredAt(marked, OTHERS).labels, labels));
});

it('whole objects are YAML that nothing unknown is in', () => {
  const { labels, choose } = offeredAt('|');
  const kinds = labels.filter((one) => /^[A-Z]/.test(one));
  assert.ok(kinds.length > 50);
  for (const kind of kinds) {
    const text = choose(kind);
    const [document] = parseAllDocuments(text);
    assert.ok(document && 'errors' in document, kind);
    assert.equal(document.toJS().kind, kind);
    const found = new Bench(kubernetes, text).diagnose();
    assert.ok(
      found.every(({ rule }) => rule.id !== 'kubernetes/unknown-field'),
      text,
    );
  }
});

describe('tables', () => {
  it('name fields that exist', () => {
    const schema = schemaOf('1.36');
    const named = Object.entries(USUAL_FIELDS).flatMap(([type, names]) =>
      names.map((name) => `${type}.${name}`),
    );
    for (const key of named) {
      const at = key.lastIndexOf('.');
      assert.ok(schema?.type(key.slice(0, at))?.fields.has(key.slice(at + 1)), key);
    }
  });

  it('name places that exist', () => {
    const schema = schemaOf('1.36')!;
    for (const { group, kind, type } of schema.manifests)
      for (const { at, name, keys, ports = [], namespace } of referencePlaces(group, kind))
        for (const field of [name, keys, namespace, ...ports].filter((one) => one !== undefined)) {
          const path = [at, field]
            .filter(Boolean)
            .join('.')
            .split('.')
            .flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), 0] : [step]));
          // Of networking.k8s.io/v1beta1.
          if (kind === 'Ingress' && /\.(?:serviceName|servicePort)$/.test(path.join('.'))) continue;
          assert.ok(fieldAt(schema, type, path), `${kind} ${path.join('.')}`);
        }
  });
});
