import assert from 'node:assert/strict';
import { it } from 'node:test';
import { pod, table } from './kubernetes-table';
import { allRules, Bench } from './samples';

const image = '      image: a\n';
const service =
  '---\napiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {selector: {a: b}, ports: [{port: 80}]}\n';
const workload = (kind: string, spec: string, rest = service) =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata: {name: a}\nspec:\n  selector: {matchLabels: {a: b}}\n  template:\n    metadata: {labels: {a: b}}\n    spec: ${spec}\n${rest}`;
const handler = '{httpGet: {port: 80}}';

table('kubernetes/rollout-without-readiness-probe', [
  ['a StatefulSet', workload('StatefulSet', '{«containers»: [{name: a, image: a}]}')],
  ['a DaemonSet', workload('DaemonSet', '{«containers»: [{name: a, image: a}]}')],
  [
    'one that tells is enough',
    workload(
      'Deployment',
      `{containers: [{name: a, image: a}, {name: b, image: b, readinessProbe: ${handler}}]}`,
    ),
  ],
  [
    'a gate tells, too',
    workload('Deployment', '{readinessGates: [{conditionType: a}], containers: [{name: a, image: a}]}'),
  ],
  [
    'a sidecar tells',
    workload(
      'Deployment',
      `{initContainers: [{name: b, image: b, restartPolicy: Always, readinessProbe: ${handler}}], containers: [{name: a, image: a}]}`,
    ),
  ],
  ['null is none', workload('Deployment', '{«containers»: [{name: a, image: a, readinessProbe: null}]}')],
  ['a ReplicaSet is not rolled out', workload('ReplicaSet', '{containers: [{name: a, image: a}]}')],
  ['a bare Pod', pod(image).replace('name: a\nspec', 'name: a\n  labels: {a: b}\nspec') + service],
  [
    'another namespace',
    workload(
      'Deployment',
      '{containers: [{name: a, image: a}]}',
      service.replace('name: s', 'name: s, namespace: t'),
    ),
  ],
  [
    'a Service without selector',
    workload('Deployment', '{containers: [{name: a, image: a}]}', service.replace('selector: {a: b}, ', '')),
  ],
  [
    'an external name',
    workload(
      'Deployment',
      '{containers: [{name: a, image: a}]}',
      service.replace('spec: {', 'spec: {type: ExternalName, externalName: a.b, '),
    ),
  ],
  ['no containers', workload('Deployment', '{containers: []}')],
  [
    'flow style',
    workload(
      'Deployment',
      '{«containers»: [{name: a, image: a, ports: [{containerPort: 53, protocol: UDP}, {containerPort: 80}]}]}',
    ),
    workload(
      'Deployment',
      '{containers: [{name: a, image: a, ports: [{containerPort: 53, protocol: UDP}, {containerPort: 80}], readinessProbe: {tcpSocket: {port: 80}}}]}',
    ),
  ],
]);

table('kubernetes/missing-readiness-probe', [
  ['each container', pod(`${image}    - {name: «b», image: b}\n`).replace('- name: a', '- name: «a»')],
  ['one of two', pod(`${image}      readinessProbe: ${handler}\n    - {name: «b», image: b}\n`)],
  [
    'not what runs before',
    pod(`${image}      readinessProbe: ${handler}\n`, '  initContainers: [{name: b, image: b}]\n'),
  ],
  [
    'nor ephemeral ones',
    pod(`${image}      readinessProbe: ${handler}\n`, '  ephemeralContainers: [{name: b, image: b}]\n'),
  ],
  ['a broken text', pod(`${image}      ports: [\n`)],
  ['a merged probe', pod(`      <<: &m\n        readinessProbe: ${handler}\n${image}`)],
  [
    'CRLF',
    pod(`${image}      ports: [{containerPort: 80}]\n`)
      .replace('- name: a', '- name: «a»')
      .replaceAll('\n', '\r\n'),
    pod(
      `${image}      ports: [{containerPort: 80}]\n      readinessProbe:\n        tcpSocket:\n          port: 80\n`,
    ).replaceAll('\n', '\r\n'),
  ],
]);

table('kubernetes/missing-liveness-probe', [
  [
    'readiness is another matter',
    pod(`${image}      readinessProbe: ${handler}\n`).replace('- name: a', '- name: «a»'),
  ],
  ['a Deployment', workload('Deployment', '{containers: [{name: «a», image: a}]}')],
  [
    'startup is another matter',
    pod(`${image}      startupProbe: ${handler}\n`).replace('- name: a', '- name: «a»'),
  ],
]);

const both = (readiness: string, liveness: string, key = '«livenessProbe»') =>
  pod(`${image}      readinessProbe: ${readiness}\n      ${key}: ${liveness}\n`);
table('kubernetes/identical-probes', [
  ['another order of keys', both('{httpGet: {path: /a, port: 80}}', '{httpGet: {port: 80, path: /a}}')],
  ['the defaults written', both('{httpGet: {port: 80}}', '{httpGet: {port: 80, path: /, scheme: HTTP}}')],
  ['another scheme', both('{httpGet: {port: 80}}', '{httpGet: {port: 80, scheme: HTTPS}}', 'livenessProbe')],
  ['ports with different names', both('{httpGet: {port: a}}', '{httpGet: {port: b}}', 'livenessProbe')],
  [
    'other headers',
    both(
      '{httpGet: {port: 80}}',
      '{httpGet: {port: 80, httpHeaders: [{name: a, value: b}]}}',
      'livenessProbe',
    ),
  ],
  ['a command', both('{exec: {command: [a, b]}}', '{exec: {command: [a, b]}}')],
  ['another command', both('{exec: {command: [a, b]}}', '{exec: {command: [a, c]}}', 'livenessProbe')],
  ['grpc', both('{grpc: {port: 80}}', '{grpc: {port: 80}}')],
  ['another handler', both('{grpc: {port: 80}}', '{tcpSocket: {port: 80}}', 'livenessProbe')],
  ['it is less patient', both('{tcpSocket: {port: 80}, failureThreshold: 10}', '{tcpSocket: {port: 80}}')],
  [
    'a later start is no patience',
    both('{tcpSocket: {port: 80}}', '{tcpSocket: {port: 80}, initialDelaySeconds: 60}'),
  ],
  [
    'a slower pace is',
    both(
      '{tcpSocket: {port: 80}, periodSeconds: 5}',
      '{tcpSocket: {port: 80}, periodSeconds: 20}',
      'livenessProbe',
    ),
  ],
  ['an alias', both('&p {tcpSocket: {port: 80}}', '*p')],
  ['half typed', both('{}', '{}', 'livenessProbe')],
  [
    'the fix',
    both('{tcpSocket: {port: 80}, periodSeconds: 5}', '{tcpSocket: {port: 80}, periodSeconds: 4}'),
    both(
      '{tcpSocket: {port: 80}, periodSeconds: 5}',
      '{tcpSocket: {port: 80}, periodSeconds: 4, failureThreshold: 8}',
      'livenessProbe',
    ),
  ],
]);

const probed = (ports: string, probe: string) =>
  pod(`${image}      ports: ${ports}\n      livenessProbe: ${probe}\n`);
table('kubernetes/undeclared-probe-port', [
  ['grpc', probed('[{containerPort: 80}]', '{grpc: {port: «81»}}')],
  ['http', probed('[{containerPort: 80}]', '{httpGet: {port: «81»}}')],
  ['a UDP port is another one', probed('[{containerPort: 80, protocol: UDP}]', '{tcpSocket: {port: «80»}}')],
  ['a name is told elsewhere', probed('[{containerPort: 80}]', '{tcpSocket: {port: web}}')],
  ['a command', probed('[{containerPort: 80}]', '{exec: {command: [a]}}')],
  [
    'block style',
    pod(
      `${image}      ports:\n        - containerPort: 80 # web\n      livenessProbe: {tcpSocket: {port: «81»}}\n`,
    ),
    pod(
      `${image}      ports:\n        - containerPort: 80 # web\n        - containerPort: 81\n      livenessProbe: {tcpSocket: {port: 81}}\n`,
    ),
  ],
]);

it('kube-score asks for one probe in a pod that a Service selects', () => {
  const { language, rule } = allRules.find((one) => one.rule.id === 'kubernetes/missing-readiness-probe')!;
  const names = (text: string) =>
    new Bench(language, text, rule).diagnose().map(({ names: all }) => all.includes('kube-score/pod-probes'));
  const two = (probe: string) => `{containers: [{name: a, image: a${probe}}, {name: b, image: b}]}`;
  assert.deepEqual(names(workload('Deployment', two(''))), [true, false]);
  assert.deepEqual(names(workload('Deployment', two(`, readinessProbe: ${handler}`))), [false]);
  assert.deepEqual(names(workload('Deployment', two(''), '')), [false, false]);
});
