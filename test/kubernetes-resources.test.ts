import assert from 'node:assert/strict';
import { it } from 'node:test';
import { pod, table } from './kubernetes-table';
import { allRules, Bench } from './samples';

const image = '      image: a\n';
const job = (name: string) =>
  `apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec:\n  schedule: '@daily'\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: Never\n          containers:\n            - {name: ${name}, image: a}\n`;

table('kubernetes/missing-cpu-request', [
  [
    'flow style',
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: «a», image: a}]}\n',
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: a, resources: {requests: {cpu: 100m}}}]}\n',
  ],
  [
    'CRLF',
    pod(image).replace('- name: a', '- name: «a»').replaceAll('\n', '\r\n'),
    pod(`${image}      resources:\n        requests:\n          cpu: 100m\n`).replaceAll('\n', '\r\n'),
  ],
  [
    'half typed',
    pod(`${image}      «resources»:\n`),
    pod(`${image}      resources:\n        requests:\n          cpu: 100m\n`),
  ],
  ['null', pod(`${image}      resources:\n        «requests»: null\n`)],
  ['an amount half typed', pod(`${image}      resources:\n        «requests»:\n          cpu:\n`)],
  ['zero is none', pod(`${image}      resources: {«requests»: {cpu: 0}}\n`)],
  ['a number', pod(`${image}      resources: {requests: {cpu: 0.5}}\n`)],
  ['quoted', pod(`${image}      resources: {requests: {cpu: "1"}}\n`)],
  [
    'a comment behind it stays',
    pod(`${image}      resources:\n        «requests»: # of old\n          memory: 1Gi # much\n`),
    pod(
      `${image}      resources:\n        requests: # of old\n          memory: 1Gi # much\n          cpu: 100m\n`,
    ),
  ],
  [
    'an init container asks, too',
    pod(image, '  initContainers: [{name: «b», image: b}]\n').replace('- name: a', '- name: «a»'),
  ],
  [
    'an ephemeral one cannot',
    pod(`${image}      resources: {limits: {cpu: 1}}\n  ephemeralContainers: [{name: b, image: b}]\n`),
  ],
  ['within a CronJob', job('«a»')],
  ['several', pod(`${image}    - name: «b»\n      image: b\n`).replace('- name: a', '- name: «a»')],
  [
    'in a List',
    'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    metadata: {name: a}\n    spec: {containers: [{name: «a», image: a}]}\n',
  ],
  [
    'an alias',
    pod(
      `${image}      resources: &r {limits: {cpu: 1}}\n    - name: b\n      image: b\n      resources: *r\n`,
    ),
  ],
  [
    'shared keys that lack it are told at each',
    pod(`${image}      «resources»: &r {}\n    - name: b\n      image: b\n      «resources»: *r\n`),
  ],
  [
    'merged keys',
    pod(
      `${image}      resources: &r {limits: {cpu: 1}}\n    - name: b\n      image: b\n      resources: {<<: *r}\n`,
    ),
  ],
  ['a template', pod('      image: {{ .Values.image }}\n')],
  ['a broken text', pod(`${image}      resources: {\n`)],
]);

table('kubernetes/missing-memory-limit', [
  ['a request is no limit', pod(`${image}      «resources»: {requests: {memory: 1Gi}}\n`)],
  [
    'it is as large as the request',
    pod(`${image}      resources: {requests: {memory: 1Gi}, «limits»: {cpu: 1}}\n`),
    pod(`${image}      resources: {requests: {memory: 1Gi}, limits: {cpu: 1, memory: 1Gi}}\n`),
  ],
  ['that of the pod', pod(image, '  resources: {limits: {memory: 1Gi}}\n')],
]);

table('kubernetes/missing-memory-request', [
  ['a limit will do', pod(`${image}      resources: {limits: {memory: 1Gi}}\n`)],
  ['a CPU limit will not', pod(`${image}      resources: {«requests»: {cpu: 1}, limits: {cpu: 1}}\n`)],
]);

table('kubernetes/missing-cpu-limit', [
  ['a request is none', pod(`${image}      «resources»: {requests: {cpu: 1}}\n`)],
  ['zero means no end', pod(`${image}      resources: {«limits»: {cpu: "0"}}\n`)],
]);

table('kubernetes/missing-ephemeral-storage', [
  [
    'a pod has none as a whole',
    pod(`${image}`, '  resources: {limits: {cpu: 1}}\n').replace('- name: a', '- name: «a»'),
  ],
]);

table('kubernetes/requests-differ-from-limits', [
  [
    'a limit of the pod',
    pod(`${image}      resources: {requests: {cpu: 1}}\n`, '  resources: {limits: {cpu: 1}}\n'),
  ],
  ['a limit of nothing', pod(`${image}      resources: {requests: {cpu: «1»}, limits: {memory: 1Gi}}\n`)],
  ['zero', pod(`${image}      resources: {requests: {cpu: 0}}\n`)],
  [
    'the same in other words',
    pod(`${image}      resources: {requests: {memory: 1Gi}, limits: {memory: 1024Mi}}\n`),
  ],
  [
    'more than the limit is told elsewhere',
    pod(`${image}      resources: {requests: {cpu: 2}, limits: {cpu: 1}}\n`),
  ],
  ['no amount', pod(`${image}      resources: {requests: {cpu: much}, limits: {cpu: 1}}\n`)],
]);

table('kubernetes/missing-resources', [
  [
    'an init container alone',
    pod(
      `${image}      resources: {limits: {cpu: 1, memory: 1Gi}}\n`,
      '  initContainers: [{name: b, image: b}]\n',
    ),
  ],
  [
    'a sidecar runs as long as the others',
    pod(
      `${image}      resources: {limits: {cpu: 1, memory: 1Gi}}\n`,
      '  initContainers: [{name: b, image: b, restartPolicy: Always}]\n',
    ).replace('  containers', '  «containers»'),
  ],
  ['once for several', pod(`${image}    - name: b\n      image: b\n`).replace('containers', '«containers»')],
  ['no containers', 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: []}\n'],
  ['null', 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: null}\n'],
]);

const { language } = allRules.find(({ rule }) => rule.id === 'kubernetes/missing-cpu-request')!;
const namesIn = (text: string, id: string) => {
  const rule = allRules.find((one) => one.rule.id === `kubernetes/${id}`)!.rule;
  return new Bench(language, text, rule).diagnose().map(({ names }) => names.slice(1));
};

it('polaris does not look at init containers', () =>
  assert.deepEqual(
    namesIn(
      pod(`${image}      resources: {limits: {cpu: 1}}\n`, '  initContainers: [{name: b, image: b}]\n'),
      'missing-cpu-request',
    ),
    [['kube-linter/unset-cpu-requirements', 'kube-score/container-resources']],
  ));

it('the summary says which container lacks what', () => {
  const rule = allRules.find((one) => one.rule.id === 'kubernetes/missing-resources')!.rule;
  const text = pod(
    `${image}      resources: {requests: {cpu: 1}, limits: {memory: 1Gi}}\n    - name: b\n      image: b\n`,
  );
  const [found] = new Bench(language, text, rule).diagnose();
  assert.deepEqual(found?.finding.values, {
    containers: ['b (requests.cpu, requests.memory, limits.memory)'],
  });
});

it('a LimitRange counts in its own namespace', () => {
  const rule = allRules.find((one) => one.rule.id === 'kubernetes/missing-memory-limit')!.rule;
  const range = (namespace: string, limit: string) => ({
    files: {
      'pod.yaml': pod(image),
      'limits.yaml': `apiVersion: v1\nkind: LimitRange\nmetadata: {name: a, namespace: ${namespace}}\nspec: {limits: [${limit}]}\n`,
    },
  });
  const count = (sample: ReturnType<typeof range>) => new Bench(language, sample, rule).diagnose().length;
  assert.equal(count(range('default', '{type: Container, default: {memory: 1Gi}}')), 0);
  assert.equal(count(range('default', '{type: Container, max: {memory: 1Gi}}')), 0);
  assert.equal(count(range('default', '{type: Container, defaultRequest: {memory: 1Gi}}')), 1);
  assert.equal(count(range('default', '{type: Pod, max: {memory: 1Gi}}')), 1);
  assert.equal(count(range('other', '{type: Container, default: {memory: 1Gi}}')), 1);
});
