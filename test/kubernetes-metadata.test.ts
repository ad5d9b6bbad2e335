import assert from 'node:assert/strict';
import { it } from 'node:test';
import { answers, configMap, pod, table } from './kubernetes-table';
import { allRules, Bench } from './samples';

const image = '      image: a\n';
const OLD = 'node-role.kubernetes.io/master';
const NEW = 'node-role.kubernetes.io/control-plane';
const spec = (text: string) => pod(image, `  ${text}\n`);
const required = (...terms: string[]) =>
  spec(
    `affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [${terms.map((key) => `{matchExpressions: [{key: ${key}, operator: Exists}]}`).join(', ')}]}}}`,
  );

table('kubernetes/master-node-label', [
  ['quoted', spec(`nodeSelector: {«"${OLD}"»: ""}`), spec(`nodeSelector: {"${NEW}": ""}`)],
  ['in an affinity', required(`«${OLD}»`), required(NEW)],
  ['one of two terms', required(OLD, NEW)],
  [
    'preferred',
    spec(
      `affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, preference: {matchExpressions: [{key: «${OLD}», operator: DoesNotExist}]}}]}}`,
    ),
  ],
  [
    'another value in a pod affinity',
    spec(
      `affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: a, labelSelector: {matchLabels: {${OLD}: a}}}]}}`,
    ),
  ],
  ['tolerates anything with null', spec(`tolerations: [{operator: Exists, key: null}, {key: ${OLD}}]`)],
  ['tolerates anything', spec(`tolerations: [{operator: Exists}, {key: ${OLD}}]`)],
  ['exists', spec(`tolerations: [{key: «${OLD}», operator: Exists}]`)],
  ['half typed', spec('tolerations: [{key: }]')],
  ['null', spec('tolerations: null\n  nodeSelector: null')],
  ['a label of an object', configMap(`  labels: {${OLD}: ""}\n`)],
]);

table('kubernetes/unused-volume', [
  ['flow style', pod(`${image}  volumes: [{name: «a», emptyDir: {}}]\n`), pod(image)],
  [
    'an init container mounts it',
    pod(
      image,
      '  initContainers: [{name: b, image: b, volumeMounts: [{name: v, mountPath: /v}]}]\n  volumes: [{name: v, emptyDir: {}}]\n',
    ),
  ],
  [
    'an ephemeral one does',
    pod(
      image,
      '  ephemeralContainers: [{name: b, image: b, volumeMounts: [{name: v, mountPath: /v}]}]\n  volumes: [{name: v, emptyDir: {}}]\n',
    ),
  ],
  [
    'merged mounts',
    pod(
      `${image}      <<: &m {volumeMounts: [{name: v, mountPath: /v}]}\n  volumes: [{name: v, emptyDir: {}}]\n`,
    ),
  ],
  ['no name', pod(`${image}  volumes: [{emptyDir: {}}]\n`)],
  [
    'no containers',
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [], volumes: [{name: v, emptyDir: {}}]}\n',
  ],
  [
    'a mount that finds no volume is told for itself',
    pod(`${image}      volumeMounts: [{name: w, mountPath: /v}]\n  volumes: [{name: v, emptyDir: {}}]\n`),
  ],
]);

const at = (kind: string, name: string, metadata: string, rest = '') =>
  `apiVersion: ${kind === 'Deployment' ? 'apps/v1' : kind === 'HorizontalPodAutoscaler' ? 'autoscaling/v2' : 'v1'}\nkind: ${kind}\nmetadata: {name: ${name}${metadata}}\n${rest}`;
const hpa = 'spec: {maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}}\n';
const deployment =
  'spec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: a}]}}}\n';
table('kubernetes/mixed-namespaces', [
  [
    'an autoscaler',
    `${at('Deployment', 'a', ', namespace: n', deployment)}---\n${at('HorizontalPodAutoscaler', 'h', '', hpa).replace('metadata', '«metadata»')}`,
    `${at('Deployment', 'a', ', namespace: n', deployment)}---\n${at('HorizontalPodAutoscaler', 'h', ', namespace: n', hpa)}`,
  ],
  [
    'the other way round',
    `${at('Deployment', 'a', '', deployment).replace('metadata: {name', '«metadata»: {name')}---\n${at('HorizontalPodAutoscaler', 'h', ', namespace: n', hpa)}`,
  ],
  [
    'one application',
    `${at('ConfigMap', 'a', ', namespace: n, labels: {app: x}')}---\n${at('Secret', 'b', ', labels: {app: x}').replace('metadata', '«metadata»')}`,
  ],
  [
    'two applications',
    `${at('ConfigMap', 'a', ', namespace: n, labels: {app: x}')}---\n${at('Secret', 'b', ', labels: {app: y}')}`,
  ],
  ['strangers', `${at('ConfigMap', 'a', ', namespace: n')}---\n${at('Secret', 'b', '')}`],
  [
    'two namespaces',
    `${at('ConfigMap', 'a', ', namespace: n, labels: {app: x}')}---\n${at('ConfigMap', 'a', ', namespace: m, labels: {app: x}')}---\n${at('Secret', 'b', ', labels: {app: x}')}`,
  ],
  [
    'cluster-wide',
    `${at('ConfigMap', 'a', ', namespace: n, labels: {app: x}')}---\n${at('PersistentVolume', 'b', ', labels: {app: x}')}`,
  ],
  [
    'half typed',
    `${at('ConfigMap', 'a', ', namespace: n, labels: {app: x}')}---\n${at('Secret', 'b', ', labels: {app: x}, namespace: ')}`,
  ],
  [
    'in a List',
    `apiVersion: v1\nkind: List\nitems:\n  - {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: n, labels: {app: x}}}\n  - {apiVersion: v1, kind: Secret, «metadata»: {name: b, labels: {app: x}}}\n`,
  ],
]);

table('kubernetes/default-namespace', [
  ['a Pod', pod(image).replace('metadata', '«metadata»')],
  ['another kind', configMap('')],
  ['empty', pod(image).replace('  name: a\nspec', '  name: a\n  namespace: «""»\nspec')],
]);

table('kubernetes/unsorted-keys', [
  [
    'once for each map',
    'apiVersion: v1\nkind: ConfigMap\n«data»: {b: x, «a»: x, 0: x}\nmetadata: {name: a}\n'.replace(
      ', 0: x',
      '',
    ),
  ],
  ['in a list', 'apiVersion: v1\nimagePullSecrets: [{name: a}]\nkind: ServiceAccount\nmetadata: {name: a}\n'],
  ['other texts', 'b: c\na: b\n'],
]);

table('kubernetes/missing-required-label', [
  ['null', configMap('  «labels»: null\n')],
  ['no metadata', 'apiVersion: v1\nkind: «ConfigMap»\n'],
  ['another case', configMap('  «labels»: {Owner: a}\n')],
]);

table('kubernetes/missing-required-annotation', [
  ['null', configMap('  «annotations»: null\n')],
  ['quoted', configMap('  annotations: {email: "a@b.c"}\n')],
  ['no address', configMap('  annotations: {email: «"a b"»}\n')],
]);

answers('kubernetes/missing-required-label', [
  ['a Pod', pod(image), 'kube-linter/required-label-owner'],
  ['no pods', configMap('')],
]);

answers('kubernetes/missing-required-annotation', [
  ['a Pod', pod(image), 'kube-linter/required-annotation-email'],
  [
    'of another form',
    pod(image).replace('name: a\nspec', 'name: a\n  annotations: {email: team}\nspec'),
    'kube-linter/required-annotation-email',
  ],
  ['no pods', configMap('')],
  ['of another form, no pods', configMap('  annotations: {email: team}\n')],
]);

it('required labels and annotations can be others', () => {
  const found = (id: string, options: object, text: string) => {
    const { language, rule } = allRules.find((one) => one.rule.id === `kubernetes/${id}`)!;
    const sample = { files: { 'a.yaml': text }, settings: { options: { [rule.id]: { ...options } } } };
    return new Bench(language, sample, rule)
      .diagnose()
      .map(({ names, finding }) => [names.length - 1, finding.values]);
  };
  assert.deepEqual(
    found('missing-required-label', { requiredLabels: ['a', 'b', 'c'] }, configMap('  labels: {b: x}\n')),
    [[0, { labels: ['`a`', '`c`'] }]],
  );
  assert.deepEqual(found('missing-required-label', { requiredLabels: [] }, configMap('')), []);
  assert.deepEqual(
    found(
      'missing-required-annotation',
      { requiredAnnotations: { team: '^[a-z]+$' } },
      configMap('  annotations: {team: A}\n'),
    ),
    [[0, { annotation: 'team', form: '^[a-z]+$' }]],
  );
  assert.deepEqual(
    found(
      'missing-required-annotation',
      { requiredAnnotations: { team: '(' } },
      configMap('  annotations: {team: A}\n'),
    ),
    [],
  );
});
