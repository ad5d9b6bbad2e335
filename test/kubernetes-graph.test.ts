import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { around, type Graph, type GraphNode, grouped, stateOf } from '../server/src/core/graph';
import { renderMessage } from '../server/src/core/text';
import { kubernetes } from '../server/src/kubernetes/language';
import { app } from '../tools/bench/inputs';
import { WORLD } from './course';
import { Bench } from './samples';

const SIGNS = { ok: '→', broken: '✗', unknown: '?' };

function graphOf(files: Readonly<Record<string, string>>): Graph {
  const bench = new Bench(kubernetes, { files });
  return kubernetes.graph!(bench.engine.at(bench.uri, 0)!.facts as never);
}

function nameOf({ sort, kind, name, count }: GraphNode): string {
  const words = `${kind} ${name}${count ? ` ${renderMessage(count, 'en')}` : ''}`;
  return sort === 'made' ? `(${words})` : sort === 'missing' ? `«${words}»` : words;
}

/** `Service web → Deployment web`; what is made in brackets, what is not here in «», broken edges with ✗. */
function edgesOf(graph: Graph): string[] {
  const names = new Map(graph.nodes.map((node) => [node.id, nameOf(node)]));
  return graph.edges.map((edge) => `${names.get(edge.from)} ${SIGNS[stateOf(edge)]} ${names.get(edge.to)}`);
}

function reasonsOf(graph: Graph): string[] {
  const ways = graph.edges.flatMap(({ ways }) => ways).filter(({ state }) => state === 'broken');
  return [...new Set(ways.flatMap(({ reasons }) => reasons.map((one) => renderMessage(one, 'en'))))];
}

const object = (apiVersion: string, kind: string, name: string, body = '') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: ${name}}\n${body}`;

const workload = (kind: string, name: string, spec = '', labels = `app: ${name}`) =>
  object(
    kind === 'Pod' ? 'v1' : kind.endsWith('Job') ? 'batch/v1' : 'apps/v1',
    kind,
    name,
    `spec:\n${spec}  selector: {matchLabels: {app: ${name}}}\n  template:\n    metadata: {labels: {${labels}}}\n    spec: {containers: [{name: a, image: a:1}]}\n`,
  );

const service = (name: string, selector: string, more = 'ports: [{port: 80}]') =>
  object('v1', 'Service', name, `spec: {selector: {${selector}}, ${more}}\n`);

describe('the graph of a course', () => {
  const graph = graphOf(WORLD);
  it('leads from outside to the Pods, past the canary', () => {
    assert.deepEqual(edgesOf(graph), [
      'PodDisruptionBudget web → Deployment web-canary',
      'PodDisruptionBudget web → Deployment web',
      'NetworkPolicy all → Deployment web-canary',
      'NetworkPolicy all → StatefulSet db',
      'NetworkPolicy all → Deployment web',
      'ServiceMonitor web → Service web',
      'Service db → StatefulSet db',
      'Service web ✗ Deployment web-canary',
      'Service web ✗ Deployment web',
      'HorizontalPodAutoscaler web → Deployment web',
      'HTTPRoute web → Service web',
      'StatefulSet db → Service db',
      'Ingress web ✗ Service web',
      'Ingress web ? «Service other»',
      'RoleBinding web-reads → Role reader',
      'RoleBinding web-reads → ServiceAccount web',
      'ClusterRoleBinding web-views → (ClusterRole view)',
      'ClusterRoleBinding web-views → ServiceAccount web',
      'Deployment web → ServiceAccount web',
      'Deployment web → ConfigMap web-config',
      'Deployment web ? «Secret web-key»',
      'Deployment web → PersistentVolumeClaim web-data',
      'Deployment web-canary → (ReplicaSet web-canary-…)',
      '(ReplicaSet web-canary-…) → (Pod web-canary-…-… × 1)',
      'StatefulSet db → (Pod db-0 … × 1)',
      'Deployment web → (ReplicaSet web-…)',
      '(ReplicaSet web-…) → (Pod web-…-… × 1…9)',
    ]);
  });
  it('says why an edge is broken, in the words of the rules', () => {
    assert.deepEqual(reasonsOf(graph), [
      'The Pods of this Service have no port called `gone`: Deployment web-canary has `http (80)`.',
      'Service `web` has no port `8443`; it has `main (80)`, `raw (81)`, `lost (82)`.',
    ]);
  });
  it('has an area for each namespace, and one for what is in none', () => {
    assert.deepEqual(
      graph.areas.map(({ id }) => id),
      ['default', ''],
    );
  });
  it('shows one file with what it has to do with', () => {
    const names = around(graph, 'file:///work/canary.yaml').nodes.map(nameOf);
    assert.deepEqual(names.toSorted(), [
      '(Pod web-canary-…-… × 1)',
      '(ReplicaSet web-canary-…)',
      'Deployment web-canary',
      'NetworkPolicy all',
      'PodDisruptionBudget web',
      'Service web',
    ]);
  });
});

describe('edges', () => {
  const rows: readonly (readonly [name: string, text: string, ...edges: readonly string[]])[] = [
    ['nothing', '# nothing\n'],
    [
      'Pods by replicas',
      workload('Deployment', 'web', '  replicas: 3\n'),
      'Deployment web → (ReplicaSet web-…)',
      '(ReplicaSet web-…) → (Pod web-…-… × 3)',
    ],
    ['one for each node', workload('DaemonSet', 'log'), 'DaemonSet log → (Pod log-… × 1 per node)'],
    [
      'a schedule makes Jobs',
      object(
        'batch/v1',
        'CronJob',
        'night',
        'spec:\n  schedule: "0 3 * * *"\n  jobTemplate: {spec: {template: {spec: {containers: [{name: a, image: a:1}]}}}}\n',
      ),
      'CronJob night → (Job night-…)',
      '(Job night-…) → (Pod night-…-…)',
    ],
    [
      'a label that is off',
      `${service('web', 'app: wbe')}---\n${workload('Deployment', 'web', '  replicas: 1\n')}`,
      'Service web ✗ Deployment web',
      'Deployment web → (ReplicaSet web-…)',
      '(ReplicaSet web-…) → (Pod web-…-… × 1)',
    ],
    [
      'a version that is not there',
      `${service('web', 'app: web, version: green')}---\n${workload('Deployment', 'web', '', 'app: web, version: blue')}`,
      'Service web ✗ Deployment web',
      'Deployment web → (ReplicaSet web-…)',
      '(ReplicaSet web-…) → (Pod web-…-… × 1)',
    ],
    ['Pods that are elsewhere', service('cache', 'app: redis'), 'Service cache ? «Pod app=redis»'],
    [
      'a template its own selector misses',
      workload('Deployment', 'web', '', 'app: other'),
      'Deployment web ✗ (ReplicaSet web-…)',
      '(ReplicaSet web-…) → (Pod web-…-… × 1)',
    ],
    [
      'a name that is off',
      `${object('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', 'spec: {maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: wbe}}\n')}---\n${workload('Deployment', 'web')}`,
      'HorizontalPodAutoscaler web ✗ Deployment web',
      'Deployment web → (ReplicaSet web-…)',
      '(ReplicaSet web-…) → (Pod web-…-… × 1)',
    ],
    [
      'a key that is not there',
      `${object('v1', 'ConfigMap', 'conf', 'data: {color: blue}\n')}---\n${object('v1', 'Pod', 'web', 'spec: {containers: [{name: a, image: a:1, env: [{name: C, valueFrom: {configMapKeyRef: {name: conf, key: colour}}}]}]}\n')}`,
      'Pod web ✗ ConfigMap conf',
    ],
    [
      'what another object makes',
      `${object('cert-manager.io/v1', 'Certificate', 'tls', 'spec: {secretName: web-tls}\n')}---\n${object('networking.k8s.io/v1', 'Ingress', 'web', 'spec: {tls: [{secretName: web-tls}]}\n')}`,
      'Certificate tls → (Secret web-tls)',
      'Ingress web → (Secret web-tls)',
    ],
    [
      'what the cluster brings is not missed',
      object('v1', 'PersistentVolumeClaim', 'data', 'spec: {storageClassName: fast}\n'),
    ],
    [
      'a policy for all Pods',
      `${object('networking.k8s.io/v1', 'NetworkPolicy', 'all', 'spec: {podSelector: {}}\n')}---\n${object('v1', 'Pod', 'web', 'spec: {containers: [{name: a, image: a:1}]}\n')}`,
      'NetworkPolicy all → Pod web',
    ],
    [
      'a template of Helm is no object',
      object('v1', 'Service', '{{ .Release.Name }}', 'spec: {selector: {app: web}}\n'),
    ],
  ];
  for (const [name, text, ...edges] of rows)
    it(name, () => assert.deepEqual(edgesOf(graphOf({ 'all.yaml': text })), edges));

  it('a patch is no object of its own, and a generator makes what is named', () => {
    const files = {
      'pod.yaml': object(
        'v1',
        'Pod',
        'web',
        'spec: {containers: [{name: a, image: a:1, envFrom: [{configMapRef: {name: conf}}]}]}\n',
      ),
      'patch.yaml': workload('Deployment', 'web'),
      'kustomization.yaml':
        'resources: [pod.yaml]\npatches: [{path: patch.yaml}]\nconfigMapGenerator: [{name: conf, literals: [A=b]}]\n',
    };
    assert.deepEqual(edgesOf(graphOf(files)), ['Pod web → (ConfigMap conf)']);
  });
});

describe('more objects than can be seen', () => {
  const many = Array.from({ length: 200 }, (_, i) => app(`app-${i}`)).join('---\n');
  const bench = new Bench(kubernetes, { files: { 'all.yaml': many } });
  const { facts } = bench.engine.at(bench.uri, 0)!;
  const start = performance.now();
  const graph = kubernetes.graph!(facts);
  const took = performance.now() - start;
  const drawn = performance.now();
  const groups = grouped(graph, 500);
  console.log(
    `600 objects: ${took.toFixed(0)} ms to relate, ${(performance.now() - drawn).toFixed(0)} to group`,
  );

  it('are one for each kind', () => {
    assert.deepEqual(groups.nodes.map(nameOf).toSorted(), [
      'ConfigMap ConfigMap × 200',
      'Deployment Deployment × 200',
      'Pod Pod × 200',
      'ReplicaSet ReplicaSet × 200',
      'Service Service × 200',
    ]);
    assert.equal(groups.edges.length, 4);
    for (const { ways } of groups.edges) assert.equal(ways.length, 1);
  });
  it('are themselves where there are fewer', () => assert.equal(grouped(graph, 600), graph));
});
