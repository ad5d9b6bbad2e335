import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { SchemaFile } from '../server/src/kubernetes/schema/file';
import { isQuantity } from '../server/src/kubernetes/schema/quantity';
import { ShippedSchema } from '../server/src/kubernetes/schema/schema';
import { configMap, pod, table } from './kubernetes-table';

const file = JSON.parse(readFileSync('server/src/generated/kubernetes-schema.json', 'utf8')) as SchemaFile;
const at = (minor: string) => new ShippedSchema(file, minor);

describe('the shipped schema', () => {
  it('names only types it has', () => {
    const values =
      /^(?:string|boolean|int32|int64|double|quantity|int-or-string|date-time|duration|byte|any)$/;
    for (const [name, { fields }] of Object.entries(file.types))
      for (const [field, entries] of Object.entries(fields))
        for (const { type } of [entries].flat()) {
          const bare = type.replace(/^(?:\[\]|\{\})+/, '');
          assert.ok(values.test(bare) || Object.hasOwn(file.types, bare), `${name}.${field}: ${type}`);
        }
    for (const { type } of file.kinds) assert.ok(Object.hasOwn(file.types, type), type);
  });

  // Names that a careless reader mixes up.
  const KINDS: readonly (readonly [gvk: string, type: string | undefined, about?: object])[] = [
    ['/v1/Event', 'core.v1.Event', { plural: 'events' }],
    ['events.k8s.io/v1/Event', 'events.v1.Event', { plural: 'events' }],
    ['apps/v1/Deployment', 'apps.v1.Deployment', { plural: 'deployments', scalable: true }],
    ['apps/v1/DaemonSet', 'apps.v1.DaemonSet', { scalable: undefined }],
    ['apps/v1/DeploymentList', 'apps.v1.DeploymentList', { plural: undefined }],
    ['autoscaling/v1/Scale', 'autoscaling.v1.Scale'],
    ['/v1/Namespace', 'core.v1.Namespace', { clusterScoped: true }],
    ['/v1/Pod', 'core.v1.Pod', { clusterScoped: undefined, plural: 'pods' }],
    ['/v1/Endpoints', 'core.v1.Endpoints', { plural: 'endpoints' }],
    ['networking.k8s.io/v1/NetworkPolicy', 'networking.v1.NetworkPolicy', { plural: 'networkpolicies' }],
    ['rbac.authorization.k8s.io/v1/ClusterRole', 'rbac.v1.ClusterRole', { clusterScoped: true }],
    ['apiextensions.k8s.io/v1/CustomResourceDefinition', 'apiextensions.v1.CustomResourceDefinition'],
    ['apiregistration.k8s.io/v1/APIService', 'apiregistration.v1.APIService', { clusterScoped: true }],
    ['extensions/v1beta1/Deployment', undefined],
    ['/v1/Status', undefined],
  ];
  for (const [gvk, type, about = {}] of KINDS)
    it(`knows ${gvk}`, () => {
      const [group = '', version = '', kind = ''] = gvk.split('/');
      const found = at('1.35').kind(group, version, kind);
      assert.equal(found?.type, type);
      for (const [key, value] of Object.entries(about))
        assert.equal(found?.[key as keyof typeof found], value, key);
    });

  const FIELDS: readonly (readonly [type: string, field: string, about: object])[] = [
    ['core.v1.Container', 'ports', { type: '[]core.v1.ContainerPort', keys: ['containerPort', 'protocol'] }],
    ['core.v1.Container', 'name', { type: 'string', required: true, default: undefined }],
    ['core.v1.ContainerPort', 'protocol', { default: 'TCP' }],
    ['core.v1.ResourceRequirements', 'limits', { type: '{}quantity' }],
    ['core.v1.ServicePort', 'targetPort', { type: 'int-or-string' }],
    ['core.v1.Secret', 'data', { type: '{}byte' }],
    ['core.v1.ObjectReference', 'uid', { type: 'string' }],
    ['apps.v1.DeploymentSpec', 'replicas', { type: 'int32', default: 1, required: false }],
    ['apps.v1.RollingUpdateDeployment', 'maxSurge', { type: 'int-or-string', default: '25%' }],
    ['batch.v1.JobSpec', 'backoffLimit', { default: 6 }],
    ['core.v1.Container', 'imagePullPolicy', { default: undefined }],
    ['meta.v1.ObjectMeta', 'creationTimestamp', { type: 'date-time' }],
    ['apiextensions.v1.JSONSchemaProps', 'items', { type: 'any' }],
  ];
  for (const [type, field, about] of FIELDS)
    it(`knows ${type}.${field}`, () => {
      const found = at('1.35').type(type)?.fields.get(field);
      assert.ok(found);
      for (const [key, value] of Object.entries(about))
        assert.deepEqual(found[key as keyof typeof found], value, key);
    });

  it('says what each value of an enum does', () => {
    const policy = at('1.36').type('core.v1.Container')!.fields.get('imagePullPolicy')!;
    assert.deepEqual([...policy.values!.keys()], ['Always', 'IfNotPresent', 'Never']);
    assert.match(policy.values!.get('Never')!, /^means that kubelet never pulls/);
    assert.doesNotMatch(policy.text!, /Possible enum values/);
  });

  it('is another for another version', () => {
    const has = (minor: string) =>
      at(minor).kind('admissionregistration.k8s.io', 'v1', 'MutatingAdmissionPolicy');
    assert.equal(has('1.35'), undefined);
    assert.ok(has('1.36'));
    assert.ok(has('1.99'), 'a version from the future counts as the newest');
    assert.equal(has('1.20'), undefined, 'one from the past as the oldest');
  });
});

describe('quantities', () => {
  for (const text of [
    '1',
    '0',
    '500m',
    '1.5Gi',
    '.5',
    '5.',
    '+1',
    '-1',
    '1e3',
    '1E3',
    '1E',
    '100Ki',
    '3n',
    '1E-2',
  ])
    it(text, () => assert.ok(isQuantity(text)));
  for (const text of ['', '1 Gi', '1gi', 'Gi', '1KB', '1mi', '1.5.2', '1e', '--1', '1K i', '１'])
    it(`not ${JSON.stringify(text)}`, () => assert.ok(!isQuantity(text)));
});

table('kubernetes/wrong-type', [
  ['a YAML 1.1 boolean', configMap('  labels:\n    a: «yes»\n'), configMap('  labels:\n    a: "yes"\n')],
  ['a number among labels', configMap('  labels: {a: «1.10»}\n'), configMap('  labels: {a: "1.10"}\n')],
  [
    'an octal is a number',
    pod('      image: a\n      volumeMounts:\n        - name: «0777»\n          mountPath: /\n'),
  ],
  ['a date is text', configMap('  labels:\n    a: 2026-01-31\n')],
  ['null is nothing', configMap('  labels:\n  annotations: null\n')],
  ['a null item', pod('      args: [a, null, ~]\n')],
  ['a half-typed value', pod('      image:\n')],
  ['a fraction for a whole number', pod('      ports:\n        - containerPort: «80.5»\n')],
  ['a fraction that is whole', pod('      ports:\n        - containerPort: 80.0\n')],
  ['too large for 32 bits', pod('      ports:\n        - containerPort: «9999999999»\n')],
  [
    'a quoted port',
    pod("      ports:\n        - containerPort: «'80'»\n"),
    pod('      ports:\n        - containerPort: 80\n'),
  ],
  ['a word for a port', pod('      ports:\n        - containerPort: «http»\n')],
  ['a probe’s port may be a name', pod('      livenessProbe:\n        httpGet: {port: http}\n')],
  ['a boolean for a port', pod('      livenessProbe:\n        httpGet: {port: «true»}\n')],
  ['a quoted boolean', pod('      stdin: «"true"»\n'), pod('      stdin: true\n')],
  ['a quantity', pod('      resources:\n        limits: {cpu: 1, memory: 1Gi, a: «1GB», b: «true»}\n')],
  ['one item for a list', pod('      args: «-v»\n')],
  ['a list for a map', configMap('  labels:\n    «- a: b»\n')],
  ['an alias', configMap('  labels:\n    a: &x «1»\n    b: «*x»\n')],
  [
    'in a List',
    'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: ConfigMap\n    metadata: {name: a}\n    data: {a: «1»}\n',
  ],
  ['what a template writes', configMap('  labels:\n    a: {{ .Values.a }}\n')],
  ['of a custom resource', 'apiVersion: example.com/v1\nkind: A\nmetadata:\n  labels:\n    a: 1\n'],
  ['CRLF', configMap('  labels:\r\n    a: «1»\r\n'), configMap('  labels:\r\n    a: "1"\r\n')],
]);

table('kubernetes/unknown-field', [
  ['only capitals differ', pod('      «Image»: a\n'), pod('      image: a\n')],
  [
    'a dash too many',
    pod('      image: a\n      «image-pull-policy»: Always\n'),
    pod('      image: a\n      imagePullPolicy: Always\n'),
  ],
  ['a field that is written already is not meant', pod('      image: a\n      «imagee»: b\n'), undefined],
  [
    'a container’s field in the pod',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  «image»: a\n  containers: []\n',
  ],
  ['keys of maps are free', configMap('data:\n  Any: a\nbinaryData:\n  any.thing: aGk=\n')],
  ['a half-typed key', `${configMap('')}da`],
  ['all of them', configMap('  «nam»: b\n«spec»: {}\n')],
  ['a merge key', configMap('  labels: &l {a: b}\n  annotations:\n    <<: *l\n')],
  [
    'a field of a later version',
    pod('      image: a\n').replace('spec:\n', 'spec:\n  «evictionResponders»: []\n'),
  ],
  ['status is known', pod('      image: a\nstatus:\n  phase: Running\n')],
]);
