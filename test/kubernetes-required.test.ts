import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readYamlValue } from '../server/src/yaml/value';
import { inBlock, inFlow } from '../server/src/yaml/write';
import { pod, table } from './kubernetes-table';
import { allRules, Bench } from './samples';

const image = '      image: a\n';
const head = (kind: string, apiVersion = 'v1') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: a\n`;
const job = (spec: string) => `${head('Job', 'batch/v1')}spec:\n  template:\n    spec:\n${spec}`;
const deployment = (spec: string) => `${head('Deployment', 'apps/v1')}spec:\n${spec}`;
const template = (labels: string) =>
  `  template:\n    metadata:\n      labels:\n${labels}    spec:\n      containers:\n        - {name: a, image: a}\n`;

table('kubernetes/missing-field', [
  ['an image, behind the name', pod('').replace('- name', '- «name»'), pod('      image: nginx:1.29\n')],
  [
    'a name, from the image',
    `${head('Pod')}spec:\n  containers:\n    - «image»: ghcr.io/shop/web-front:1.2@sha256:abc\n`,
    `${head('Pod')}spec:\n  containers:\n    - image: ghcr.io/shop/web-front:1.2@sha256:abc\n      name: web-front\n`,
  ],
  [
    'another container is called so',
    `${head('Pod')}spec:\n  containers:\n    - name: nginx\n      image: a\n    - «image»: nginx:1.29\n`,
    `${head('Pod')}spec:\n  containers:\n    - name: nginx\n      image: a\n    - image: nginx:1.29\n      name: nginx-2\n`,
  ],
  [
    'an image that is no name',
    `${head('Pod')}spec:\n  containers:\n    - «image»: a/Web_Front\n`,
    `${head('Pod')}spec:\n  containers:\n    - image: a/Web_Front\n      name: web\n`,
  ],
  [
    'in flow style',
    `${head('Pod')}spec: {containers: [{«name»: a}]}\n`,
    `${head('Pod')}spec: {containers: [{name: a, image: nginx:1.29}]}\n`,
  ],
  [
    'both at once, in an empty item',
    `${head('Pod')}spec:\n  containers:\n    - ««{}»»\n`,
    `${head('Pod')}spec:\n  containers:\n    - {name: web, image: nginx:1.29}\n`,
  ],
  ['half typed', pod('      «image»:\n'), pod('      image: nginx:1.29\n')],
  ['half typed, with a comment', pod('      «image»: # todo\n'), pod('      image: nginx:1.29 # todo\n')],
  ['null', pod('      «image»: null\n'), pod('      image: nginx:1.29\n')],
  ['empty text keeps its place', pod('      «image»: ""\n'), pod('      image: nginx:1.29\n')],
  [
    'Windows line ends',
    `${head('Pod')}spec:\n  «containers»: []\n`.replaceAll('\n', '\r\n'),
    `${head('Pod')}spec:\n  containers:\n    - name: web\n      image: nginx:1.29\n`.replaceAll('\n', '\r\n'),
  ],
  [
    'an empty list with a comment',
    `${head('Pod')}spec:\n  «containers»: [] # none yet\n`,
    `${head('Pod')}spec:\n  containers:\n    - name: web\n      image: nginx:1.29 # none yet\n`,
  ],
  [
    'an anchor stays',
    `${head('Pod')}spec:\n  «containers»: &all []\n`,
    `${head('Pod')}spec:\n  containers: &all [{name: web, image: nginx:1.29}]\n`,
  ],
  [
    'no metadata',
    'apiVersion: v1\nkind: «ConfigMap»\ndata: {}\n',
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: configmap\ndata: {}\n',
  ],
  [
    'a name from a label',
    'apiVersion: v1\nkind: ConfigMap\n«metadata»:\n  labels: {app: shop}\n',
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  labels: {app: shop}\n  name: shop\n',
  ],
  [
    'a label that is no name',
    'apiVersion: v1\nkind: ConfigMap\n«metadata»:\n  labels: {app: Shop_1}\n',
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  labels: {app: Shop_1}\n  name: configmap\n',
  ],
  [
    'in a List',
    'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: «ConfigMap»\n    data: {}\n',
    'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: ConfigMap\n    metadata:\n      name: configmap\n    data: {}\n',
  ],
  [
    'a whole spec',
    'apiVersion: v1\nkind: «Pod»\nmetadata:\n  name: a\n',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
  ],
  [
    'an empty one',
    `${head('Pod')}«spec»: {}\n`,
    `${head('Pod')}spec:\n  containers:\n    - name: web\n      image: nginx:1.29\n`,
  ],
  [
    'a template with the labels its selector asks for',
    deployment('  selector: {matchLabels: {tier: front, app: shop}}\n').replace('spec:', '«spec»:'),
    deployment(
      '  selector: {matchLabels: {tier: front, app: shop}}\n  template:\n    metadata:\n      labels:\n        tier: front\n        app: shop\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
    ),
  ],
  [
    'a template and the selector that finds its pods',
    deployment('  replicas: 2\n').replace('spec:', '«spec»:'),
    deployment(
      '  replicas: 2\n  selector:\n    matchLabels:\n      app: a\n  template:\n    metadata:\n      labels:\n        app: a\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
    ),
  ],
  [
    'a Service’s ports',
    `${head('Service')}«spec»:\n  selector: {a: b}\n`,
    `${head('Service')}spec:\n  selector: {a: b}\n  ports:\n    - port: 80\n`,
  ],
  [
    'a port by its name',
    `${head('Service')}spec:\n  ports:\n    - «name»: https\n`,
    `${head('Service')}spec:\n  ports:\n    - name: https\n      port: 443\n`,
  ],
  [
    'a name by the port',
    `${head('Service')}spec:\n  ports: [{port: 1, name: a}, {«port»: 8443}]\n`,
    `${head('Service')}spec:\n  ports: [{port: 1, name: a}, {port: 8443, name: port-8443}]\n`,
  ],
  [
    'a name that is taken',
    `${head('Service')}spec:\n  ports: [{port: 1, name: http}, {«port»: 80}]\n`,
    `${head('Service')}spec:\n  ports: [{port: 1, name: http}, {port: 80, name: port-80}]\n`,
  ],
  [
    'one of two words',
    job('      containers: [{name: a, image: a}]\n').replace('    spec', '    «spec»'),
    job('      containers: [{name: a, image: a}]\n      restartPolicy: OnFailure\n'),
  ],
  [
    'the only word its neighbours allow',
    `${head('HorizontalPodAutoscaler', 'autoscaling/v2')}spec:\n  maxReplicas: 2\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}\n  metrics:\n    - «resource»: {name: cpu, target: {type: Utilization, averageUtilization: 60}}\n`,
    `${head('HorizontalPodAutoscaler', 'autoscaling/v2')}spec:\n  maxReplicas: 2\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}\n  metrics:\n    - resource: {name: cpu, target: {type: Utilization, averageUtilization: 60}}\n      type: Resource\n`,
  ],
  [
    'the group of a kind',
    `${head('HorizontalPodAutoscaler', 'autoscaling/v2')}spec:\n  maxReplicas: 2\n  «scaleTargetRef»: {kind: StatefulSet, name: a}\n`,
    `${head('HorizontalPodAutoscaler', 'autoscaling/v2')}spec:\n  maxReplicas: 2\n  scaleTargetRef: {kind: StatefulSet, name: a, apiVersion: apps/v1}\n`,
  ],
  [
    'no fewer than there are',
    `${head('HorizontalPodAutoscaler', 'autoscaling/v2')}«spec»:\n  minReplicas: 4\n  scaleTargetRef: {apiVersion: apps/v1, kind: StatefulSet, name: a}\n`,
    `${head('HorizontalPodAutoscaler', 'autoscaling/v2')}spec:\n  minReplicas: 4\n  scaleTargetRef: {apiVersion: apps/v1, kind: StatefulSet, name: a}\n  maxReplicas: 8\n`,
  ],
  [
    'the groups of resources',
    `${head('Role', 'rbac.authorization.k8s.io/v1')}rules:\n  - «resources»: [pods, pods/log]\n    verbs: [get]\n`,
    `${head('Role', 'rbac.authorization.k8s.io/v1')}rules:\n  - resources: [pods, pods/log]\n    verbs: [get]\n    apiGroups:\n      - ""\n`,
  ],
  [
    'a probe of the port there is',
    pod(
      `${image}      ports: [{containerPort: 8080, name: web}]\n      «readinessProbe»:\n        periodSeconds: 5\n`,
    ),
    pod(
      `${image}      ports: [{containerPort: 8080, name: web}]\n      readinessProbe:\n        periodSeconds: 5\n        httpGet:\n          path: /\n          port: web\n`,
    ),
  ],
  [
    'the volume there is',
    pod(`${image}      volumeMounts:\n        - «mountPath»: /a\n`, '  volumes: [{name: data}]\n'),
    pod(
      `${image}      volumeMounts:\n        - mountPath: /a\n          name: data\n`,
      '  volumes: [{name: data}]\n',
    ),
  ],
  [
    'a claim',
    `${head('PersistentVolumeClaim')}spec:\n  accessModes: [ReadWriteOnce]\n  resources: {«requests»: {memory: 1Gi}}\n`,
    `${head('PersistentVolumeClaim')}spec:\n  accessModes: [ReadWriteOnce]\n  resources: {requests: {memory: 1Gi, storage: 1Gi}}\n`,
  ],
]);

describe('kubernetes/missing-field: what only the author knows has no fix', () => {
  const { language, rule } = allRules.find((one) => one.rule.id === 'kubernetes/missing-field')!;
  const titles = (text: string) =>
    new Bench(language, { files: { 'a.yaml': text } }, rule)
      .diagnose()
      .map(({ finding }) => (finding.fixes ?? []).map(({ values }) => values?.['field']));
  for (const [name, text, wanted] of [
    ['a probe of a container without ports', pod(`${image}      readinessProbe: {periodSeconds: 5}\n`), [[]]],
    ['a volume’s source', pod(image, '  volumes: [{name: a, configMap: {}}]\n'), [[]]],
    ['a Secret’s keys', `${head('Secret')}type: kubernetes.io/tls\nstringData: {tls.crt: a}\n`, [[]]],
    [
      'a resource in two groups',
      `${head('Role', 'rbac.authorization.k8s.io/v1')}rules: [{resources: [events], verbs: [get]}]\n`,
      [[]],
    ],
    [
      'a mount of one of two volumes: both',
      pod(`${image}      volumeMounts: [{mountPath: /a}]\n`, '  volumes: [{name: a}, {name: b}]\n'),
      [['name', 'name']],
    ],
    [
      'several at once: all of them, then one by one',
      `${head('Pod')}spec:\n  containers:\n    - ports: []\n`,
      [
        ['name', 'name'],
        ['name', 'image'],
      ],
    ],
  ] as const)
    it(name, () => assert.deepEqual(titles(text), wanted));
});

table('kubernetes/selector-invalid', [
  [
    'absent: the labels of the template',
    deployment(`  replicas: 1\n${template('        app: a\n        tier: "2"\n')}`).replace(
      'spec:',
      '«spec»:',
    ),
    deployment(
      `  replicas: 1\n  selector:\n    matchLabels:\n      app: a\n      tier: "2"\n${template('        app: a\n        tier: "2"\n')}`,
    ),
  ],
  [
    'a template without labels tells nothing',
    deployment('  template: {spec: {containers: [{name: a, image: a}]}}\n').replace('spec:', '«spec»:'),
  ],
  [
    'in flow style',
    deployment('').replace(
      'spec:\n',
      '«spec»: {template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: a}]}}}\n',
    ),
    deployment('').replace(
      'spec:\n',
      'spec: {template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: a}]}}, selector: {matchLabels: {app: a}}}\n',
    ),
  ],
  [
    'pairs as in a Service',
    deployment(`  selector:\n    «app»: a\n    tier: b\n${template('        app: a\n        tier: b\n')}`),
    deployment(
      `  selector:\n    matchLabels:\n      app: a\n      tier: b\n${template('        app: a\n        tier: b\n')}`,
    ),
  ],
]);

table('kubernetes/selector-mismatch', [
  [
    'no labels at all: all that are asked for',
    deployment(
      '  selector: {matchLabels: {«app»: a, «tier»: b}}\n  template:\n    spec: {containers: [{name: a, image: a}]}\n',
    ),
    deployment(
      '  selector: {matchLabels: {app: a, tier: b}}\n  template:\n    spec: {containers: [{name: a, image: a}]}\n    metadata:\n      labels:\n        app: a\n        tier: b\n',
    ),
  ],
]);

describe('values as YAML', () => {
  for (const value of [
    [
      '',
      'yes',
      '1',
      '0x1',
      'a: b',
      '- a',
      '#',
      'a #b',
      '*a',
      '&a',
      '!a',
      '%a',
      '@a',
      '`a`',
      '{a',
      '[a',
      'a,b',
      'a]',
      ' a',
      'a ',
      "it's",
      '"',
      '\\',
      'a\nb',
      '한글',
      '~',
      'null',
      '=',
      '<<',
      '2026-01-01',
      '10:30',
      '0 3 * * *',
      'nginx:1.29',
      'a:',
      '-',
      '--',
      '---',
      '?',
      '? a',
      '1Gi',
      '.5',
      '1e3',
      '+1',
      '_1',
      '/',
      '25%',
    ],
    {
      a: 1,
      b: true,
      c: null,
      d: [],
      e: {},
      f: [[1, [2]], { g: [{ h: 'i', j: [{}] }] }],
      'k l': 'm',
      '': 'n',
      '1': 2,
    },
  ])
    it(JSON.stringify(value).slice(0, 40), () => {
      for (const text of [
        inBlock(value, '  '),
        inBlock(value, '    '),
        inFlow(value),
        `a:\n  ${inFlow(value)}`,
      ]) {
        const read = readYamlValue(text);
        assert.deepEqual(read.faults, []);
        const plain = JSON.parse(JSON.stringify(read.value));
        assert.deepEqual(text.startsWith('a:\n  ') && !('b' in Object(plain)) ? plain.a : plain, value);
      }
    });
});

describe('kubernetes/missing-field: a slip in a key is one finding', () => {
  const { language } = allRules.find((one) => one.rule.id === 'kubernetes/missing-field')!;
  for (const [name, text] of [
    ['letters swapped', pod('      imgae: a\n')],
    ['another case', pod('      Image: a\n')],
    ['in a selector', `${head('Service')}spec:\n  ports: [{prot: 80}]\n`],
  ] as const)
    it(name, () => {
      const found = new Bench(language, { files: { 'a.yaml': text } }).diagnose();
      assert.deepEqual(
        found.filter(({ severity }) => severity === 'error').map(({ rule }) => rule.id),
        ['kubernetes/unknown-field'],
      );
    });
});
