import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answers, table } from './kubernetes-table';
import { allRules, Bench } from './samples';

const workload = (kind: string, spec: string, podSpec = '') =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata: {name: a}\nspec:\n${spec}  selector: {matchLabels: {a: b}}\n  template:\n    metadata: {labels: {a: b}}\n    spec:\n      containers: [{name: a, image: a}]\n${podSpec}`;
const hpa = (spec: string, kind = 'Deployment') =>
  `---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: h}\nspec:\n  scaleTargetRef: {kind: ${kind}, name: a}\n${spec}`;
const alone = (spec: string) => hpa(spec).slice(4);
const service =
  '---\napiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {selector: {a: b}, ports: [{port: 80}]}\n';
const budget = (spec: string) =>
  `apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: p}\nspec:\n  selector: {matchLabels: {a: b}}\n${spec}`;

table('kubernetes/too-few-replicas', [
  ['a StatefulSet', workload('StatefulSet', '  replicas: «1»\n'), workload('StatefulSet', '  replicas: 2\n')],
  ['left out is told elsewhere', workload('Deployment', '')],
  ['null', workload('Deployment', '  replicas: null\n')],
  ['quoted is told elsewhere', workload('Deployment', '  replicas: "1"\n')],
  ['an autoscaler', workload('Deployment', '  replicas: 1\n') + hpa('  maxReplicas: 3\n')],
  ['an autoscaler of another', workload('StatefulSet', '  replicas: «1»\n') + hpa('  maxReplicas: 3\n')],
  [
    'a Job',
    'apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec:\n  parallelism: 1\n  template: {spec: {restartPolicy: Never, containers: [{name: a, image: a}]}}\n',
  ],
  [
    'CRLF',
    workload('Deployment', '  replicas: «1»\n').replaceAll('\n', '\r\n'),
    workload('Deployment', '  replicas: 2\n').replaceAll('\n', '\r\n'),
  ],
  [
    'in a List',
    `apiVersion: v1\nkind: List\nitems:\n  - ${workload('Deployment', '  replicas: «1»\n').trimEnd().replaceAll('\n', '\n    ')}\n`,
  ],
]);

const controller = (spec: string, key = 'spec') =>
  `apiVersion: v1\nkind: ReplicationController\nmetadata: {name: rc}\n${key}:\n${spec}  template:\n    metadata: {labels: {app: rc}}\n    spec: {containers: [{name: web, image: a:1}]}\n`;
table('kubernetes/missing-replicas', [
  ['a ReplicationController', controller('', '«spec»'), controller('  replicas: 1\n')],
  ['a number', controller('  replicas: 1\n')],
  ['null', controller('  «replicas»: null\n')],
  [
    'flow style',
    'apiVersion: v1\nkind: ReplicationController\nmetadata: {name: rc}\n«spec»: {template: {metadata: {labels: {app: rc}}, spec: {containers: [{name: web, image: a:1}]}}}\n',
  ],
  [
    'an autoscaler',
    `${controller('')}---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: h}\nspec: {maxReplicas: 3, scaleTargetRef: {kind: ReplicationController, name: rc}}\n`,
  ],
  ['a DaemonSet', workload('DaemonSet', '')],
]);
answers('kubernetes/missing-replicas', [
  ['a ReplicationController', controller(''), 'kube-linter/minimum-three-replicas'],
]);

table('kubernetes/autoscaler-minimum-too-low', [
  [
    'half typed',
    alone('  maxReplicas: 3\n  «minReplicas»:\n'),
    alone('  maxReplicas: 3\n  minReplicas: 2\n'),
  ],
  ['null', alone('  maxReplicas: 3\n  «minReplicas»: null\n'), alone('  maxReplicas: 3\n  minReplicas: 2\n')],
  ['enough', alone('  maxReplicas: 3\n  minReplicas: 2\n')],
]);

table('kubernetes/autoscaler-cannot-scale', [
  ['one and null', alone('  minReplicas: null\n  maxReplicas: «1»\n')],
  ['less is told elsewhere', alone('  minReplicas: 3\n  maxReplicas: 2\n')],
  ['half typed', alone('  minReplicas: 1\n  maxReplicas:\n')],
]);

table('kubernetes/replicas-beside-autoscaler', [
  ['zero', workload('Deployment', '  «replicas»: 0\n') + hpa('  maxReplicas: 3\n')],
  ['null', workload('Deployment', '  replicas: null\n') + hpa('  maxReplicas: 3\n')],
  ['another kind', workload('StatefulSet', '  replicas: 3\n') + hpa('  maxReplicas: 3\n')],
  [
    'another group',
    workload('Deployment', '  replicas: 3\n') +
      hpa('  maxReplicas: 3\n').replace('{kind', '{apiVersion: argoproj.io/v1alpha1, kind'),
  ],
  [
    'a comment goes with it',
    workload('Deployment', '  «replicas»: 3 # much\n') + hpa('  maxReplicas: 3\n'),
    workload('Deployment', '') + hpa('  maxReplicas: 3\n'),
  ],
]);

table('kubernetes/no-rolling-update', [
  [
    'a StatefulSet',
    workload('StatefulSet', '  updateStrategy: {type: «OnDelete»}\n'),
    workload('StatefulSet', '  updateStrategy: {type: RollingUpdate}\n'),
  ],
  ['left out', workload('Deployment', '')],
  ['half typed', workload('Deployment', '  strategy: {type: }\n')],
  ['no strategy at all', workload('Deployment', '  strategy: {type: Blue}\n')],
  ['the key of another kind', workload('StatefulSet', '  strategy: {type: Recreate}\n')],
  [
    'another volume',
    workload('Deployment', '  strategy: {type: «Recreate»}\n', '      volumes: [{name: a, emptyDir: {}}]\n'),
  ],
]);

const anti = (term: string) =>
  `      affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [${term}]}}\n`;
const own = '{matchLabels: {a: b}}';
table('kubernetes/pods-may-share-a-node', [
  ['left out is one', workload('Deployment', '')],
  [
    'an autoscaler makes them many',
    workload('Deployment', '').replace('containers', '«containers»') + hpa('  maxReplicas: 3\n'),
  ],
  ['a DaemonSet has one on each', workload('DaemonSet', '')],
  [
    'a constraint',
    workload(
      'Deployment',
      '  replicas: 2\n',
      `      topologySpreadConstraints: [{maxSkew: 1, topologyKey: a, whenUnsatisfiable: ScheduleAnyway, labelSelector: ${own}}]\n`,
    ),
  ],
  [
    'away from itself',
    workload(
      'Deployment',
      '  replicas: 2\n',
      anti(`{topologyKey: kubernetes.io/hostname, labelSelector: ${own}}`),
    ),
  ],
  [
    'in zones',
    workload(
      'Deployment',
      '  replicas: 2\n',
      anti(`{topologyKey: topology.kubernetes.io/zone, labelSelector: ${own}}`),
    ),
  ],
  [
    'away from others',
    workload(
      'Deployment',
      '  replicas: 2\n',
      anti('{topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {a: c}}}'),
    ).replace('containers', '«containers»'),
  ],
  [
    'by no known key',
    workload('Deployment', '  replicas: 2\n', anti(`{topologyKey: rack, labelSelector: ${own}}`)).replace(
      'containers',
      '«containers»',
    ),
  ],
  [
    'an empty list',
    workload('Deployment', '  replicas: 2\n', anti('')).replace('containers', '«containers»'),
  ],
]);

const spread = (more: string, key = 'maxSkew') =>
  workload(
    'Deployment',
    '',
    `      topologySpreadConstraints: [{${key}: 1, topologyKey: a, whenUnsatisfiable: ScheduleAnyway${more}}]\n`,
  );
table('kubernetes/spread-misses-own-pods', [
  ['half typed', spread(', labelSelector: ').replace('labelSelector', '«labelSelector»')],
  ['null', spread(', labelSelector: null').replace('labelSelector', '«labelSelector»')],
  ['expressions', spread(', labelSelector: {matchExpressions: [{key: «a», operator: NotIn, values: [b]}]}')],
  ['expressions that match', spread(', labelSelector: {matchExpressions: [{key: a, operator: Exists}]}')],
  ['a fault is told elsewhere', spread(', labelSelector: {matchExpressions: [{key: a, operator: Is}]}')],
  [
    'quoted where it has to be',
    spread(', labelSelector: {matchLabels: {a: «c»}}').replace('labels: {a: b}', 'labels: {a: "1"}'),
    spread(', labelSelector: {matchLabels: {a: "1"}}').replace('labels: {a: b}', 'labels: {a: "1"}'),
  ],
]);

table('kubernetes/missing-disruption-budget', [
  [
    'another namespace',
    `${workload('Deployment', '  «replicas»: 2\n')}---\n${budget('').replace('name: p', 'name: p, namespace: q')}`,
  ],
  [
    'all pods',
    `${workload('Deployment', '  replicas: 2\n')}---\n${budget('').replace('{matchLabels: {a: b}}', '{}')}`,
  ],
  [
    'a budget of others',
    `${workload('Deployment', '  «replicas»: 2\n')}---\n${budget('').replace('a: b', 'a: c')}`,
  ],
  ['left out is one', workload('Deployment', '')],
  [
    'an autoscaler',
    workload('Deployment', '').replace('containers', '«containers»') + hpa('  maxReplicas: 2\n'),
  ],
  ['a DaemonSet', workload('DaemonSet', '')],
]);

const two = (policy: string, replicas = '  replicas: 2\n', rest = '') =>
  `${budget(policy)}---\n${workload('Deployment', replicas)}${rest}`;
table('kubernetes/disruption-budget-blocks-evictions', [
  ['none in per cent', budget('  maxUnavailable: «0%»\n'), budget('  maxUnavailable: 1\n')],
  ['quoted', budget('  maxUnavailable: «"0"»\n')],
  ['one replica', two('  minAvailable: «1»\n', '  replicas: 1\n')],
  ['one replica, left out', two('  minAvailable: «1»\n', '')],
  ['more than there are', two('  minAvailable: «5»\n')],
  ['half of one is one', two('  minAvailable: «50%»\n', '')],
  ['half of three is two', two('  minAvailable: 50%\n', '  replicas: 3\n')],
  [
    'several workloads',
    `${budget('  minAvailable: 3\n')}---\n${workload('Deployment', '  replicas: 2\n')}---\n${workload('StatefulSet', '  replicas: 2\n')}`,
  ],
  [
    'nobody can tell how many nodes there are',
    `${budget('  minAvailable: 3\n')}---\n${workload('DaemonSet', '')}`,
  ],
  ['nothing is selected here', budget('  minAvailable: 3\n')],
  ['no selector', budget('  minAvailable: 3\n').replace(/ {2}selector.*\n/, '')],
  ['another namespace', two('  minAvailable: 2\n').replace('name: p', 'name: p, namespace: q')],
  ['an autoscaler with more', two('  minAvailable: 2\n', '', hpa('  minReplicas: 3\n  maxReplicas: 9\n'))],
  ['an autoscaler that goes below', two('  minAvailable: «2»\n', '', hpa('  maxReplicas: 9\n'))],
  ['half typed', budget('  minAvailable:\n')],
  ['no amount', budget('  minAvailable: many\n')],
  ['scaled to nothing', two('  minAvailable: 1\n', '  replicas: 0\n')],
]);

table('kubernetes/disruption-budget-without-amount', [
  ['half typed', budget('  «minAvailable»:\n')],
  ['no spec', 'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: p}\n'],
  [
    'flow style',
    'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: p}\n«spec»: {selector: {}}\n',
    'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: p}\nspec: {selector: {}, maxUnavailable: 1}\n',
  ],
]);

table('kubernetes/missing-eviction-policy', [
  ['null', budget('  minAvailable: 1\n  «unhealthyPodEvictionPolicy»: null\n')],
]);

describe('other linters count from their own numbers on', () => {
  const names = (id: string, text: string, options = {}) => {
    const { language, rule } = allRules.find((one) => one.rule.id === `kubernetes/${id}`)!;
    const sample = { files: { 'a.yaml': text }, settings: { options: { [rule.id]: options } } };
    return new Bench(language, sample, rule)
      .diagnose()
      .map((one) => one.names.slice(1).map((name) => name.replace(/\/.*/, '')));
  };
  const all = ['kube-linter', 'kube-score', 'polaris'];
  for (const [name, found, expected] of [
    ['one', names('too-few-replicas', workload('Deployment', '  replicas: 1\n') + service), [all]],
    [
      'one without a Service',
      names('too-few-replicas', workload('Deployment', '  replicas: 1\n')),
      [['kube-linter', 'polaris']],
    ],
    [
      'a StatefulSet',
      names('too-few-replicas', workload('StatefulSet', '  replicas: 1\n') + service),
      [['kube-linter']],
    ],
    [
      'two of three',
      names('too-few-replicas', workload('Deployment', '  replicas: 2\n') + service, { minReplicas: 3 }),
      [['kube-linter']],
    ],
    [
      'four of five',
      names('too-few-replicas', workload('Deployment', '  replicas: 4\n') + service, { minReplicas: 5 }),
      [[]],
    ],
    ['left out', names('missing-replicas', workload('Deployment', '') + service), [all]],
    ['an autoscaler', names('autoscaler-minimum-too-low', alone('  minReplicas: 1\n')), [all]],
    ['its minimum left out', names('autoscaler-minimum-too-low', alone('')), [['kube-linter', 'kube-score']]],
    [
      'a budget above the autoscaler',
      names('disruption-budget-blocks-evictions', two('  minAvailable: 2\n', '', hpa('  maxReplicas: 9\n'))),
      [['kube-linter', 'polaris']],
    ],
    [
      'a budget as high as it',
      names('disruption-budget-blocks-evictions', two('  minAvailable: 1\n', '', hpa('  maxReplicas: 9\n'))),
      [['kube-linter']],
    ],
    [
      'Recreate behind a Service',
      names('no-rolling-update', workload('Deployment', '  strategy: {type: Recreate}\n') + service),
      [['kube-linter', 'kube-score']],
    ],
    [
      'Recreate alone',
      names('no-rolling-update', workload('Deployment', '  strategy: {type: Recreate}\n')),
      [['kube-linter']],
    ],
  ] as const)
    it(name, () => assert.deepEqual(found, expected));
});

it('an autoscaler in another folder is sure of one workload only', () => {
  const { language, rule } = allRules.find((one) => one.rule.id === 'kubernetes/replicas-beside-autoscaler')!;
  const files = {
    'a/web.yaml': workload('Deployment', '  replicas: 3\n'),
    'b/hpa.yaml': alone('  maxReplicas: 5\n'),
  };
  const count = (more: Record<string, string>) =>
    new Bench(language, { files: { ...files, ...more } }, rule).diagnose().length;
  assert.equal(count({}), 1);
  assert.equal(count({ 'b/web.yaml': files['a/web.yaml'] }), 0);
  assert.equal(count({ 'b/web.yaml': files['a/web.yaml'], 'a/hpa.yaml': files['b/hpa.yaml'] }), 1);
});

it('a kustomization that sets the number leaves nothing to say', () => {
  const { language, rule } = allRules.find(
    (one) => one.rule.id === 'kubernetes/disruption-budget-blocks-evictions',
  )!;
  const files = {
    'pdb.yaml': budget('  minAvailable: 2\n'),
    'web.yaml': workload('Deployment', '  replicas: 1\n'),
    'kustomization.yaml': 'resources: [web.yaml, pdb.yaml]\nreplicas: [{name: a, count: 3}]\n',
  };
  assert.equal(new Bench(language, { files }, rule).diagnose().length, 0);
});
