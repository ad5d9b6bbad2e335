import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kubernetes } from '../server/src/kubernetes/language';
import { Views } from './views';

const WEB = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  template:
    spec:
      initContainers:
        - name: wait
          image: busybox:1.37
      containers:
        - name: web
          image: nginx:1.29
          ports:
            - name: http
              containerPort: 8080
            - containerPort: 9090
          env:
            - name: COLOR
              value: blue
          volumeMounts:
            - name: tmp
              mountPath: /tmp
      volumes:
        - name: tmp
          emptyDir: {}
`;
const WEB_OUTLINE = [
  'Deployment web (shop)',
  '  wait (busybox:1.37)',
  '  web (nginx:1.29)',
  '    http (8080)',
  '    9090',
  '    COLOR',
  '    /tmp (tmp)',
  '  tmp (emptyDir)',
];
const CONFIG =
  'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  color: blue\n  app.conf: |\n    a=1\n    b=2\n';

describe('outline', () => {
  const rows: readonly (readonly [name: string, text: string, outline: readonly string[] | undefined])[] = [
    ['a workload', WEB, WEB_OUTLINE],
    [
      'several documents',
      `${WEB}---\n${CONFIG}`,
      [...WEB_OUTLINE, 'ConfigMap settings', '  color', '  app.conf'],
    ],
    [
      'the items of a List',
      'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Secret\n    metadata:\n      name: a\n    stringData:\n      token: x\n  - apiVersion: v1\n    kind: Namespace\n    metadata:\n      name: b\n',
      ['Secret a', '  token', 'Namespace b'],
    ],
    [
      'a Service',
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - name: http\n      port: 80\n      targetPort: 8080\n    - port: 443\n',
      ['Service web', '  http (80 → 8080)', '  443'],
    ],
    [
      'an Ingress',
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  rules:\n    - host: a.example\n      http:\n        paths:\n          - path: /\n            pathType: Prefix\n            backend:\n              service:\n                name: web\n                port:\n                  name: http\n',
      ['Ingress web', '  a.example', '    / (web)'],
    ],
    [
      'a Role',
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: r\nrules:\n  - apiGroups: [""]\n    resources: [pods]\n    verbs: [get, list]\n',
      ['Role r', '  get, list (pods)'],
    ],
    [
      'a RoleBinding',
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata:\n  name: r\nsubjects:\n  - kind: ServiceAccount\n    name: app\n',
      ['RoleBinding r', '  app (ServiceAccount)'],
    ],
    [
      'claims of a StatefulSet',
      'apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: db\nspec:\n  volumeClaimTemplates:\n    - metadata:\n        name: data\n',
      ['StatefulSet db', '  data'],
    ],
    [
      'a custom resource with containers',
      'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: nginx\n',
      ['Rollout web', '  web (nginx)'],
    ],
    [
      'a template',
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}-x\ndata:\n  {{- if .Values.a }}\n  a: "1"\n  {{- end }}\n  b: {{ .Values.b }}\n',
      ['ConfigMap {{ .Release.Name }}-x', '  a', '  b'],
    ],
    ['a generated name', 'apiVersion: v1\nkind: Pod\nmetadata:\n  generateName: job-\n', ['Pod job-*']],
    ['no name yet', 'apiVersion: v1\nkind: Pod\n', ['Pod']],
    [
      'half typed',
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: a\n    - \n    - na',
      ['Pod', '  containers[0] (a)'],
    ],
    ['nothing of a compose file', 'services:\n  web:\n    ports: [80]\n', undefined],
    ['nothing of an empty text', '', undefined],
    [
      'no names of our own objects',
      'apiVersion: v1\nkind: Pod\nspec:\n  constructor:\n    - name: a\n  toString: [{name: b}]\n',
      ['Pod'],
    ],
  ];
  for (const [name, text, outline] of rows)
    it(name, () => assert.deepEqual(new Views(kubernetes, text).outline, outline));
});

describe('folds', () => {
  const rows: readonly (readonly [name: string, text: string, folds: readonly string[] | undefined])[] = [
    ['maps and block scalars', CONFIG, ['1-9', '3-4', '5-9', '7-9']],
    [
      'documents at their marker',
      `---\n${CONFIG}---\n${CONFIG}`,
      ['1-10', '4-5', '6-10', '8-10', '11-20', '14-15', '16-20', '18-20'],
    ],
    ['blocks of comments', `# a\n# b\n\n# c\n${CONFIG}`, ['1-2#', '5-13', '7-8', '9-13', '11-13']],
    [
      'list items, flow and quoted text',
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: a\n      image: b\n    - {name: c,\n       image: d}\n    - name: "e\n        f"\n',
      ['1-10', '3-10', '4-10', '5-6', '7-8', '9-10', '9-10'],
    ],
    [
      'regions',
      '# region all\napiVersion: v1\nkind: Pod\n#region meta\nmetadata:\n  name: a\n# endregion\n# endregion\n# endregion\n',
      ['1-8##', '2-6', '4-7##', '5-6', '7-9#'],
    ],
    ['Windows line ends', CONFIG.replaceAll('\n', '\r\n'), ['1-9', '3-4', '5-9', '7-9']],
    ['nothing of a workflow', 'on: push\njobs:\n  a:\n    b: 1\n', undefined],
  ];
  for (const [name, text, folds] of rows)
    it(name, () => assert.deepEqual(new Views(kubernetes, text).folds, folds));
});

describe('what is around', () => {
  const POD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: "w|eb"\n';
  it('a quoted value', () =>
    assert.deepEqual(new Views(kubernetes, POD).around, [
      'web',
      '"web"',
      'name: "web"',
      '  name: "web"',
      'metadata:\n  name: "web"',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: "web"',
    ]));
  it('an item', () =>
    assert.deepEqual(
      new Views(
        kubernetes,
        '---\napiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: a\n      image: b|:1\n    - name: c\n',
      ).around,
      [
        'b:1',
        'image: b:1',
        'name: a\n      image: b:1',
        '- name: a\n      image: b:1',
        '- name: a\n      image: b:1\n    - name: c',
        '    - name: a\n      image: b:1\n    - name: c',
        'containers:\n    - name: a\n      image: b:1\n    - name: c',
        '  containers:\n    - name: a\n      image: b:1\n    - name: c',
        'spec:\n  containers:\n    - name: a\n      image: b:1\n    - name: c',
        'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: a\n      image: b:1\n    - name: c',
        '---\napiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: a\n      image: b:1\n    - name: c',
      ],
    ));
  it('a key', () =>
    assert.deepEqual(new Views(kubernetes, 'apiVersion: v1\nki|nd: Pod\n').around.slice(0, 2), [
      'kind',
      'kind: Pod',
    ]));
  it('a comment', () =>
    assert.equal(new Views(kubernetes, 'apiVersion: v1 # he|re\nkind: Pod\n').around[0], '# here'));
  it('nothing of ours', () => assert.deepEqual(new Views(kubernetes, 'a:\n  b: c|\n').around, []));
});

describe('links', () => {
  const API = 'https://kubernetes.io/docs/reference/generated/kubernetes-api';
  const linked = (apiVersion: string, kind: string, kubernetesVersion = '1.36') =>
    new Views(kubernetes, `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: a\n`, {
      kubernetesVersion,
    }).links;
  const rows: readonly (readonly [
    apiVersion: string,
    kind: string,
    version: string,
    anchor: string | undefined,
  ])[] = [
    ['v1', 'Pod', '1.36', 'v1.36/#pod-v1-core'],
    ['apps/v1', 'Deployment', '1.37', 'v1.37/#deployment-v1-apps'],
    ['autoscaling/v2', 'HorizontalPodAutoscaler', '1.34', 'v1.34/#horizontalpodautoscaler-v2-autoscaling'],
    ['networking.k8s.io/v1', 'Ingress', '1.35', 'v1.35/#ingress-v1-networking-k8s-io'],
    ['rbac.authorization.k8s.io/v1', 'Role', '1.36', 'v1.36/#role-v1-rbac-authorization-k8s-io'],
    ['extensions/v1beta1', 'Ingress', '1.36', undefined],
    ['example.com/v1', 'Widget', '1.36', undefined],
    ['apps/v1', 'Deployed', '1.36', undefined],
    ['v1', 'List', '1.36', undefined],
    ['v1', 'Pod', '1.20', 'v1.34/#pod-v1-core'],
    ['v1', 'Pod', '1.99', 'v1.37/#pod-v1-core'],
  ];
  for (const [apiVersion, kind, version, anchor] of rows)
    it(`of ${apiVersion} ${kind} in ${version}`, () =>
      assert.deepEqual(
        linked(apiVersion, kind, version),
        anchor ? [apiVersion, kind].map((word) => `${word} → ${API}/${anchor}`) : [],
      ));
  it('of images', () =>
    assert.deepEqual(
      new Views(
        kubernetes,
        'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nspec:\n  template:\n    spec:\n      containers:\n        - image: "nginx:1.29"\n        - image: registry.k8s.io/pause:3.10\n        - image: {{ .Values.image }}\n        - image: quay.io/org/app@sha256:00\n        - image: quay.io/org/app:1\n',
      ).links,
      [
        'nginx:1.29 → https://hub.docker.com/_/nginx',
        'quay.io/org/app:1 → https://quay.io/repository/org/app',
      ],
    ));
});
