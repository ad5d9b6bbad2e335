import assert from 'node:assert/strict';
import { it } from 'node:test';
import { kubernetes } from '../server/src/kubernetes/language';
import { hovers } from './hovers';
import { across, table } from './kubernetes-table';
import { Bench } from './samples';

// A Service of Knative or Cloud Run: known without a definition, and never taken for one of the core.

const HEAD = 'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: {name: hello}\n';
const service = (revision: string, rest = '') =>
  `${HEAD}spec:\n  template:\n    spec:\n${revision.replace(/^/gm, '      ')}\n${rest}`;
const CONTAINER = 'containers:\n  - image: us-docker.pkg.dev/p/r/hello:1\n';

table('kubernetes/unknown-field', [
  [
    'what Cloud Run writes',
    service(
      `containerConcurrency: 80\ntimeoutSeconds: 300\n${CONTAINER}    startupProbe: {tcpSocket: {port: 8080}, periodSeconds: 1}`,
    ),
  ],
  [
    'a slip',
    service(`«containerConcurency»: 80\n${CONTAINER}`),
    service(`containerConcurrency: 80\n${CONTAINER}`),
  ],
  ['a field of a core Service', `${HEAD}spec:\n  «selector»: {app: hello}\n`],
  [
    'a share of the traffic',
    `${HEAD}spec:\n  traffic:\n    - {latestRevision: true, percent: 90}\n    - {revisionName: hello-1, «percentage»: 10}\n`,
  ],
  ['what newer platforms may have', service(`${CONTAINER}    dependsOn: [a]`)],
]);

table('kubernetes/missing-field', [
  ['no container', `${HEAD}spec:\n  template:\n    «spec»:\n      timeoutSeconds: 30\n`],
  ['a port without a number', service(`${CONTAINER}    ports: [{name: h2c}]`)],
  ['a container without a name', service(CONTAINER)],
]);

table('kubernetes/wrong-type', [['a text', service(`containerConcurrency: «"80"»\n${CONTAINER}`)]]);

across('kubernetes/unknown-field', [
  [
    'the definition of the workspace goes first',
    {
      'service.yaml': service(`${CONTAINER}`, '  extra: 1\n'),
      'crd.yaml': `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: services.serving.knative.dev}
spec:
  group: serving.knative.dev
  scope: Namespaced
  names: {kind: Service, plural: services}
  versions:
    - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}}
`,
    },
  ],
]);

it('is no core Service to any rule', () => {
  const { engine, uri } = new Bench(kubernetes, service(CONTAINER));
  assert.equal(engine.at(uri, 30)?.language.id, 'kubernetes');
  assert.deepEqual(new Bench(kubernetes, service(CONTAINER)).diagnose(), []);
});

const hover = hovers(kubernetes);
hover.table('its fields', [
  ['the kind', HEAD.replace(': Service', ': «Service»'), 'serving.knative.dev.Service.kind', /Service/],
  [
    'how many at a time',
    service(`«containerConcurrency»: 80\n${CONTAINER}`),
    'serving.knative.dev.Service.spec.template.spec.containerConcurrency',
    /at a time/,
  ],
  [
    'a field shared with Pods',
    service(`${CONTAINER}    «resources»: {limits: {cpu: 1000m}}`),
    'serving.knative.dev.Service.spec.template.spec.containers.resources',
  ],
]);
