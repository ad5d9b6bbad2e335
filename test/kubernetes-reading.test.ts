import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../server/src/core/edit';
import { readMarks } from '../server/src/core/marked';
import type { Span } from '../server/src/core/span';
import { FactStore } from '../server/src/core/store';
import { claimsManifest } from '../server/src/kubernetes/detect';
import type { KubernetesFacts } from '../server/src/kubernetes/facts';
import { allKinds, findKind, placesOf } from '../server/src/kubernetes/facts/kinds';
import { findRemoved, REMOVED_APIS } from '../server/src/kubernetes/facts/removed-apis';
import {
  builtBy,
  isRewritten,
  kustomizedBy,
  patchedBy,
} from '../server/src/kubernetes/kustomize/kustomizations';
import type { KubernetesObject, ManifestFile } from '../server/src/kubernetes/model';
import { readManifests } from '../server/src/kubernetes/read';
import { nearestMiss } from '../server/src/kubernetes/relations/near-miss';
import { autoscalersOf, scaledWorkloads } from '../server/src/kubernetes/relations/scaling';
import { selectedWorkloads, servicesFor } from '../server/src/kubernetes/relations/selecting';
import { podSelectorOf, readLabelSelector } from '../server/src/kubernetes/selectors/read-selector';
import { explainMiss, judge, type Selector } from '../server/src/kubernetes/selectors/selector';
import { summarise } from '../server/src/kubernetes/summarise/summarise';
import { suppress, suppressions } from '../server/src/kubernetes/suppress';
import { get } from '../server/src/yaml/navigate';
import { HURRIED, STRIDE } from './hurry';

const FILE = { uri: 'file:///work/app.yaml', path: '/work/app.yaml' };
const read = (text: string, uri = FILE.uri, previous?: ManifestFile) =>
  readManifests(text, { uri }, previous);
const asService = (selector: Selector) => ({ selector, role: 'service', of: 'pods' }) as const;
const first = (text: string): KubernetesObject => {
  const object = read(text).parts[0]!.unit.objects[0];
  assert.ok(object, text);
  return object;
};

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels: {team: shop}
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
        tier: front
    spec:
      initContainers:
        - name: proxy
          image: envoy:1
          restartPolicy: Always
          ports: [{containerPort: 9000}]
      containers:
        - name: web
          image: nginx:1.27
          ports:
            - name: http
              containerPort: 80
          env:
            - {name: A, value: "1"}
          volumeMounts:
            - {name: data, mountPath: /data}
      volumes:
        - name: data
          emptyDir: {}
`;
const SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - name: http
      port: 80
      targetPort: http
    - port: 81
`;

const SORTS: readonly (readonly [text: string, sort: string, uri?: string])[] = [
  [DEPLOYMENT, 'object'],
  ['apiVersion: extensions/v1beta1\nkind: Deployment\n', 'object'],
  ['apiVersion: apps/v1\nkind: Deploymnt\nmetadata: {name: a}\n', 'object'],
  ['apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  rep\n', 'object'],
  ['apiVersion: apps/v1\nkind: Deployment\nspec:\n  replicas: 5\n', 'object'],
  ['apiVersion: v1\nkind: List\nitems: []\n', 'object'],
  ['apiVersion: apps/v1\n', 'incomplete'],
  ['kind: Pod\nmetadata:\n  name: a\n', 'incomplete'],
  ['apiVersion: v1\nname: chart\nversion: 1.0.0\n', 'other'],
  ['apiVersion: v1\nkind: Config\nclusters: []\n', 'other'],
  ['apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\n', 'custom-resource'],
  ['apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\n', 'custom-resource'],
  ['apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\n', 'other'],
  ['apiVersion: skaffold/v4beta1\nkind: Config\n', 'skaffold'],
  ['apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n', 'other'],
  ['services:\n  web:\n    image: nginx\n', 'other'],
  ['on: push\njobs: {}\n', 'other'],
  ['- op: replace\n  path: /spec\n', 'other'],
  ['# only\n', 'empty'],
  ['', 'empty'],
  ['apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n', 'kustomization'],
  ['resources: [a.yaml]\n', 'kustomization', 'file:///work/kustomization.yaml'],
  ['apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\n', 'template'],
  ['apiVersion: {{ include "api" . }}\nkind: Deployment\n', 'template'],
  ['apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n    {{ range .Alerts }}\n', 'object'],
  ['# vscode-kubernetes-tools: exclude\napiVersion: v1\nkind: Pod\n', 'other'],
  ['apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\n$patch: delete\n', 'fragment'],
  [
    'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          env: []\n',
    'fragment',
  ],
  [
    'apiVersion: apps/v1\nkind: Deployment\nspec:\n  replicas: 5\n',
    'fragment',
    'file:///w/overlays/prod/a.yaml',
  ],
  [DEPLOYMENT, 'object', 'file:///w/overlays/prod/a.yaml'],
];

test('every document is what it says it is', () => {
  for (const [text, sort, uri] of SORTS) assert.equal(read(text, uri).parts[0]!.unit.sort, sort, text);
});

test('files are claimed by name or language', () => {
  const claims = (uri: string, languageId?: string) =>
    claimsManifest(languageId ? { uri, languageId } : { uri });
  assert.ok(claims('file:///a.yml') && claims('file:///a.yaml') && claims('untitled:Untitled-1', 'yaml'));
  assert.ok(!claims('file:///Dockerfile') && !claims('untitled:Untitled-1'));
});

test('an object and its workload', () => {
  const object = first(DEPLOYMENT);
  const { workload } = object;
  assert.equal(`${object.group} ${object.version} ${object.kind.value}`, 'apps v1 Deployment');
  assert.equal(object.type?.namespaced, true);
  assert.deepEqual(
    [object.name?.value, object.namespace, object.writtenNamespace],
    ['web', 'default', undefined],
  );
  assert.deepEqual(
    object.labels.map(({ name, value }) => [name, value]),
    [['team', 'shop']],
  );
  const template = workload?.template;
  assert.ok(workload?.selector && template);
  assert.deepEqual(
    template.labels.map(({ name }) => name),
    ['app', 'tier'],
  );
  const [container] = template.containers;
  assert.equal(container?.image?.value, 'nginx:1.27');
  assert.deepEqual(
    [container?.ports[0]?.number?.value, container?.ports[0]?.protocol, container?.env[0]?.value?.value],
    [80, 'TCP', '1'],
  );
  assert.equal(container?.mounts[0]?.mountPath?.value, '/data');
  assert.deepEqual([template.initContainers[0]?.sidecar, template.volumes[0]?.source], [true, 'emptyDir']);
  assert.equal(show(DEPLOYMENT, container?.anchor), 'web');
});

test('pods, cron jobs, lists and cluster-wide kinds', () => {
  const pod = first(
    'apiVersion: v1\nkind: Pod\nmetadata:\n  labels: {a: b}\nspec:\n  containers: [{name: c}]\n',
  );
  assert.equal(pod.workload?.template?.containers[0]?.name?.value, 'c');
  assert.equal(pod.workload?.template?.labels[0]?.value, 'b');
  const cron = first(
    'apiVersion: batch/v1\nkind: CronJob\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n            - name: c\n',
  );
  assert.equal(cron.workload?.template?.containers.length, 1);
  const list = read(
    `apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    metadata: {name: a}\n  - {apiVersion: v1, kind: Service}\n`,
  ).parts[0]!.unit;
  assert.deepEqual(
    list.objects.map(({ kind }) => kind.value),
    ['Pod', 'Service'],
  );
  const role = first('apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: a\n');
  assert.equal(role.namespace, undefined);
  assert.equal(read('apiVersion: x.io/v1\nkind: Web\nspec: {}\n').parts[0]!.unit.objects.length, 0);
  assert.equal(read('apiVersion: x.io/v1\nkind: Web\nspec: {}\n').parts[0]!.unit.outline.length, 1);
  const labels = first(
    'apiVersion: v1\nkind: Pod\nmetadata:\n  labels: {version: 1, on: yes, a: "1"}\n',
  ).labels;
  assert.deepEqual(
    labels.map(({ name, value, isString }) => [name, value, isString]),
    [
      ['version', '1', false],
      ['true', 'yes', false],
      ['a', '1', true],
    ],
  );
});

/** The selector of the text, labels, the verdict and how each unmet requirement fails. */
const SELECTORS: readonly (readonly [selector: string, labels: string, verdict: string, misses?: string])[] =
  [
    ['{}', '{}', 'match'],
    ['{}', '{a: b}', 'match'],
    ['{matchLabels: {a: b}}', '{a: b, c: d}', 'match'],
    ['{matchLabels: {a: b}}', '{a: c}', 'miss', 'a other-value a'],
    ['{matchLabels: {app: b}}', '{ap: b}', 'miss', 'app missing-key ap'],
    ['{matchLabels: {a: b}}', '{}', 'miss', 'a missing-key -'],
    [
      '{matchLabels: {a: b}, matchExpressions: [{key: c, operator: Exists}]}',
      '{a: b}',
      'miss',
      'c missing-key -',
    ],
    ['{matchExpressions: [{key: a, operator: In, values: [b, c]}]}', '{a: c}', 'match'],
    ['{matchExpressions: [{key: a, operator: In, values: [b, c]}]}', '{a: d}', 'miss', 'a other-value a'],
    ['{matchExpressions: [{key: a, operator: NotIn, values: [b]}]}', '{}', 'match'],
    ['{matchExpressions: [{key: a, operator: NotIn, values: [b]}]}', '{a: b}', 'miss', 'a forbidden a'],
    ['{matchExpressions: [{key: a, operator: DoesNotExist}]}', '{}', 'match'],
    ['{matchExpressions: [{key: a, operator: DoesNotExist}]}', '{a: b}', 'miss', 'a forbidden a'],
    ['{matchExpressions: [{key: a, operator: Is, values: [b]}]}', '{a: b}', 'unknown'],
    ['{matchExpressions: [{key: a, operator: In}]}', '{a: b}', 'unknown'],
    ['{matchExpressions: [{key: a, operator: Exists, values: [b]}]}', '{a: b}', 'unknown'],
    ['{matchExpressions: [{operator: Exists}]}', '{a: b}', 'unknown'],
    [`{matchLabels: {a: "${'$'}{X}"}}`, '{a: b}', 'unknown'],
  ];

test('label selectors select exactly', () => {
  for (const [written, labels, verdict, misses = ''] of SELECTORS) {
    const object = first(`apiVersion: v1\nkind: Pod\nmetadata:\n  labels: ${labels}\nspec: ${written}\n`);
    const selector = readLabelSelector(object.spec)!;
    assert.equal(judge(selector, object.labels), verdict, `${written} ${labels}`);
    const explained = explainMiss(selector, object.labels).map(
      ({ requirement, how, found }) => `${requirement.key} ${how} ${found?.name ?? '-'}`,
    );
    if (verdict === 'miss') assert.equal(explained.join(), misses, `${written} ${labels}`);
  }
  assert.equal(readLabelSelector(undefined), undefined);
});

test('selectors of Services, budgets and network policies', () => {
  const of = (apiVersion: string, kind: string, spec: string) =>
    podSelectorOf(first(`apiVersion: ${apiVersion}\nkind: ${kind}\nspec: ${spec}\n`));
  assert.equal(of('v1', 'Service', '{selector: {}}'), undefined);
  assert.equal(of('v1', 'Service', '{type: ExternalName, selector: {a: b}}'), undefined);
  assert.equal(of('v1', 'Service', '{selector: {a: b}}')?.requirements[0]?.key, 'a');
  assert.equal(of('policy/v1', 'PodDisruptionBudget', '{selector: {}}')?.empty, 'everything');
  assert.equal(of('policy/v1beta1', 'PodDisruptionBudget', '{selector: {}}')?.empty, 'nothing');
  assert.equal(of('policy/v1', 'PodDisruptionBudget', '{}'), undefined);
  assert.equal(of('networking.k8s.io/v1', 'NetworkPolicy', '{policyTypes: [Ingress]}')?.empty, 'everything');
});

test('the table of kinds and of removed versions', () => {
  assert.equal(findKind('apps', 'v1', 'Deployment')?.namespaced, true);
  assert.equal(findKind('', 'v1', 'Namespace')?.namespaced, false);
  assert.equal(placesOf('Deployment')[0]?.group, 'apps');
  assert.equal(placesOf('HorizontalPodAutoscaler')[0]?.version, 'v2');
  assert.equal(findRemoved('extensions/v1beta1', 'Ingress')?.replacement, 'networking.k8s.io/v1');
  assert.equal(findRemoved('batch/v1beta1', 'CronJob')?.mechanical, true);
  assert.equal(findRemoved('apps/v1', 'Deployment'), undefined);
  for (const { replacement, kinds, namespaced, removedIn, deprecatedIn } of REMOVED_APIS) {
    // Alpha versions go without notice.
    assert.ok(deprecatedIn <= removedIn);
    const [group = '', version = ''] = replacement?.split('/') ?? [];
    for (const kind of replacement ? kinds : []) {
      const facts = findKind(group, version, kind);
      assert.ok(facts, `${replacement} ${kind}`);
      assert.equal(facts.namespaced, namespaced);
      assert.equal(findRemoved(replacement!, kind)?.removedIn, undefined, `${replacement} ${kind} stays`);
    }
  }
  assert.ok([...allKinds()].length > 120);
});

/** The facts of several files, as rules would ask for them. */
function facts(files: Record<string, string>): FactStore<KubernetesFacts> {
  const store = new FactStore<KubernetesFacts>();
  for (const [name, text] of Object.entries(files))
    for (const { unit } of read(text, `file:///work/${name}`).parts) store.replace([], summarise(unit));
  return store;
}

const HPA = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  minReplicas: 2
  maxReplicas: 5
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
`;

test('what a file tells the workspace is plain data', () => {
  const store = facts({ 'a.yaml': `${DEPLOYMENT}---\n${SERVICE}---\n${HPA}` });
  assert.equal(store.find('object').length, 3);
  const [workload] = store.find('workload', { namespace: 'default', name: 'web' });
  assert.deepEqual(
    workload?.value.ports.map(({ name, port }) => [name?.text, port?.number]),
    [
      ['http', 80],
      [undefined, 9000],
    ],
  );
  assert.equal(workload?.value.replicas, 2);
  const [service] = store.find('service');
  assert.deepEqual(
    service?.value.ports.map(({ target }) => [target?.word.text, target?.number]),
    [
      ['http', undefined],
      ['81', 81],
    ],
  );
  assert.deepEqual([service?.value.type, service?.value.headless], ['ClusterIP', false]);
  assert.equal(store.find('autoscaler')[0]?.value.target.group, 'apps');
  // Facts travel and are compared by value.
  for (const fact of store.find('workload')) assert.deepEqual(structuredClone(fact), fact);
  for (const fact of store.find('service')) assert.deepEqual(structuredClone(fact), fact);
  const config = facts({
    'a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: b}\nbinaryData: {c: d}\n',
  });
  const { kind, keys, binaryKeys, open } = config.find('config')[0]!.value;
  const texts = (words: typeof keys) => words.map(({ text }) => text);
  assert.deepEqual([kind, texts(keys), texts(binaryKeys), open], ['ConfigMap', ['a'], ['c'], false]);
  assert.equal(facts({ 'a.yaml': DEPLOYMENT.replace('nginx:1.27', '{{ x }}') }).find('workload').length, 0);
});

test('Services and workloads find each other, in their namespace only', () => {
  const store = facts({ 'a.yaml': DEPLOYMENT, 'b.yaml': SERVICE });
  const service = first(SERVICE);
  const selector = podSelectorOf(service)!;
  assert.equal(selectedWorkloads(selector, 'default', store)[0]?.name, 'web');
  assert.equal(selectedWorkloads(selector, 'other', store).length, 0);
  const labels = first(DEPLOYMENT).workload!.template!.labels;
  assert.equal(servicesFor(labels, 'default', store)[0]?.name, 'web');
  assert.equal(
    nearestMiss(asService(selector), { uri: 'file:///work/b.yaml', name: 'web' }, 'default', store),
    undefined,
  );
});

test('a selector that selects nothing names what it nearly selects', () => {
  const miss = (deployment: string, service = SERVICE, uri = 'file:///work/b.yaml') => {
    const owner = { uri, name: 'svc' };
    const store = facts({ 'a.yaml': deployment });
    const found = nearestMiss(asService(podSelectorOf(first(service))!), owner, 'default', store);
    const [one] = found?.misses ?? [];
    return found && `${one?.how} ${one?.found?.name}=${one?.found?.value}`;
  };
  const NAMELESS = DEPLOYMENT.replace('name: web', 'name: other');
  const other = (app: string, from = NAMELESS) => from.replaceAll('app: web', `app: ${app}`);
  assert.equal(miss(other('website')), 'other-value app=website');
  assert.equal(miss(other('database')), undefined);
  assert.equal(miss(other('database', DEPLOYMENT)), 'other-value app=database');
  assert.equal(miss(NAMELESS.replaceAll('app: web', 'ap: web')), 'missing-key ap=web');
  assert.equal(miss(NAMELESS.replaceAll('app: web', 'role: web')), 'missing-key role=web');
  assert.equal(miss(other('website'), SERVICE, 'file:///elsewhere/b.yaml'), undefined);
  assert.equal(miss(other('"$' + '{APP}"')), undefined);
});

test('an autoscaler and what it scales', () => {
  const store = facts({ 'a.yaml': DEPLOYMENT, 'b.yaml': HPA });
  const target = store.find('autoscaler')[0]!.value.target;
  assert.equal(scaledWorkloads(target, 'default', store).length, 1);
  assert.equal(autoscalersOf({ kind: 'Deployment', group: 'apps', name: 'web' }, 'default', store).length, 1);
});

test('kustomizations tell which files are patches and which are built', () => {
  const store = facts({
    'prod/kustomization.yaml':
      'resources: [../base/app.yaml, service.yaml]\npatches:\n  - path: ./patch.yaml\npatchesStrategicMerge:\n  - more.yaml\nnamespace: prod\n',
  });
  assert.equal(patchedBy('file:///work/prod/patch.yaml', store).length, 1);
  assert.equal(patchedBy('file:///work/prod/more.yaml', store).length, 1);
  assert.equal(kustomizedBy('file:///work/base/app.yaml', store)[0]?.value.namespace, 'prod');
  assert.equal(kustomizedBy('file:///work/prod/patch.yaml', store).length, 0);
});

test('a kustomization rewrites what the folders it builds on list', () => {
  const store = facts({
    'rbac/kustomization.yaml': 'resources: [role.yaml]\n',
    'default/kustomization.yaml': 'resources: [../rbac/]\nnamePrefix: a-\ncommonLabels: {a: b}\n',
    'round/kustomization.yaml': 'resources: [../round, own.yaml]\n',
  });
  assert.equal(isRewritten('file:///work/rbac/role.yaml', store), true);
  assert.equal(builtBy('file:///work/rbac/role.yaml', store).size, 2);
  assert.equal(isRewritten('file:///work/round/own.yaml', store), false);
});

/** «» marks what the comment or annotation silences. */
const SILENCED: readonly (readonly [marked: string, names: string])[] = [
  ['a: 1\n# container-tutor ignore=x -- why\n«b:\n  c: 1»\nd: 2\n', 'x'],
  ['a:\n  # container-tutor ignore=x, y\n  «b: 1»\n  c: 1\n', 'x y'],
  ['a:\n  # container-tutor ignore=x\n  # more\n\n  «- b: 1\n    c: 2»\n  - d: 1\n', 'x'],
  ['a:\n  «b: 1 # container-tutor ignore=x»\n  c: 1\n', 'x'],
  ['«# container-tutor ignore=x\na: 1\nb: 1\n»', 'x'],
  ['«---\n# container-tutor ignore=x\na: 1\n»', 'x'],
];

test('our comments silence the node below them', () => {
  for (const [marked, names] of SILENCED) {
    const { text, ranges } = readMarks(marked);
    const found = [...suppressions(read(text))];
    assert.deepEqual(
      found.map((own) => [[own.names].flat().join(' '), show(text, own.span)]),
      [[names, text.slice(ranges[0]!.start, ranges[0]!.end)]],
      marked,
    );
  }
  assert.deepEqual([...suppressions(read('a: 1\n# container-tutor ignore-file=x\n'))], [{ names: ['x'] }]);
});

test("other tools' annotations silence their names", () => {
  const annotated = (annotations: string) =>
    [...suppressions(read(DEPLOYMENT.replace('labels: {team: shop}', `annotations: {${annotations}}`)))].map(
      ({ names }) => names,
    );
  assert.deepEqual(annotated('ignore-check.kube-linter.io/no-liveness-probe: why'), [
    ['kube-linter/no-liveness-probe'],
  ]);
  assert.deepEqual(annotated('kube-linter.io/ignore-all: ""'), ['all']);
  assert.deepEqual(annotated('kube-score/ignore: "a, container-resources"'), [
    [
      'kube-score/a',
      'kube-score/container-resources',
      'kube-score/container-ephemeral-storage-request-and-limit',
    ],
  ]);
  assert.deepEqual(annotated('polaris.fairwinds.com/hostIPCSet-exempt: "true"'), [['polaris/hostIPCSet']]);
  assert.deepEqual(annotated('polaris.fairwinds.com/hostIPCSet-exempt: "false"'), []);
  assert.deepEqual(annotated('polaris.fairwinds.com/exempt: "true"'), ['all']);
  const inTemplate = DEPLOYMENT.replace(
    '      labels:\n        app',
    '      annotations: {kube-score/ignore: a}\n      labels:\n        app',
  );
  const [only] = [...suppressions(read(inTemplate))];
  assert.deepEqual(only?.names, ['kube-score/a']);
  assert.ok(show(inTemplate, only?.span)?.startsWith('metadata:\n      annotations'));
});

/** «» marks the finding; the text behind it is the result. */
const SUPPRESS: readonly (readonly [marked: string, result: string])[] = [
  ['a:\n  «b»: 1\n', 'a:\n  # container-tutor ignore=n\n  b: 1\n'],
  ['a:\n  - b: «1»\n', 'a:\n  # container-tutor ignore=n\n  - b: 1\n'],
  ['a:\n  - b: 1\n    c: «2»\n', 'a:\n  - b: 1\n    # container-tutor ignore=n\n    c: 2\n'],
  ['a: [1,\n  «2»]\n', '# container-tutor ignore=n\na: [1,\n  2]\n'],
  ['x: 1\na: |\n  b\n  «c»\n', 'x: 1\n# container-tutor ignore=n\na: |\n  b\n  c\n'],
  ['x: 1\n# container-tutor ignore=m -- why\na: «1»\n', 'x: 1\n# container-tutor ignore=m,n -- why\na: 1\n'],
  ['x: 1\n# container-tutor ignore=m\n# why\na: «1»\n', 'x: 1\n# container-tutor ignore=m,n\n# why\na: 1\n'],
  ['x: 1\r\na: «1»\r\n', 'x: 1\r\n# container-tutor ignore=n\r\na: 1\r\n'],
  ['---\n«a»: 1\n', '---\n# container-tutor ignore=n\na: 1\n'],
];

test('a quick fix writes the comment, or adds to the one that is there', () => {
  for (const [marked, result] of SUPPRESS) {
    const { text, ranges } = readMarks(marked);
    const file = read(text);
    const span = { part: file.parts[0]!.id, ...ranges[0]! };
    const edits = suppress(file, span, 'n').map((edit) => ({ ...edit.span, text: edit.text }));
    const after = applyEdits(text, edits);
    assert.equal(after, result);
    const [edit] = edits;
    const start = span.start + edit!.text.length;
    const silent = [...suppressions(read(after))].find(({ names }) => names.includes('n'));
    assert.ok(silent?.span && silent.span.start <= start && start < silent.span.end, marked);
  }
});

test('every prefix of a manifest reads', () => {
  for (const text of [DEPLOYMENT, SERVICE, HPA, ...SORTS.map(([own]) => own)])
    for (let length = 0; length <= text.length; length += 3 * STRIDE) {
      const file = read(text.slice(0, length));
      for (const { unit } of file.parts) summarise(unit);
      [...suppressions(file)];
    }
});

const EDITS = HURRIED ? 20 : 60;

test('a file read again after edits is like one read afresh, and what is unchanged is the same', () => {
  let text = [DEPLOYMENT, SERVICE, HPA, DEPLOYMENT, '# end\n'].join('---\n');
  let file = read(text);
  let state = 3;
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % Math.max(1, below);
  };
  for (let step = 0; step < EDITS; step++) {
    const at = random(text.length);
    text = text.slice(0, at) + ['', 'x', '\n', ' ', ': ', '\n---\n'][random(6)] + text.slice(at + random(3));
    const again = read(text, FILE.uri, file);
    const fresh = read(text);
    assert.deepEqual(again.parts.map(project), fresh.parts.map(project), text);
    const kept = again.parts.filter((part) => file.parts.some((old) => old.unit === part.unit));
    const unchanged = again.parts.filter((part) =>
      file.parts.some((old) => old.id === part.id && old.text === part.text),
    );
    assert.equal(kept.length, unchanged.length);
    assert.ok(kept.length >= Math.min(again.parts.length, file.parts.length) - 3);
    file = again;
  }
  assert.notEqual(
    read(`# vscode-kubernetes-tools: exclude\n${text}`, FILE.uri, file).parts.at(-1)?.unit,
    file.parts.at(-1)?.unit,
  );
});

/** All that a part says, without its id. */
function project({ start, text, unit }: ManifestFile['parts'][number]): unknown {
  const { sort, document, outline } = unit;
  const plain = { sort, faults: document.faults, comments: document.comments, facts: summarise(unit) };
  const names = outline.map((object) => [
    object.kind.value,
    object.name?.value,
    get(object.root, 'spec')?.span,
  ]);
  return JSON.parse(JSON.stringify({ start, text, plain, names }).replace(/app\.yaml#\d+/g, 'app.yaml#'));
}

function show(text: string, span: Span | undefined): string | undefined {
  return span && text.slice(span.start, span.end);
}
