import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pod, table } from './kubernetes-table';
import { allRules, Bench } from './samples';

const image = '      image: a\n';
const env = (list: string) => pod(`${image}      env: ${list}\n`);

table('kubernetes/duplicate-env-var', [
  ['flow style', env('[{name: «A», value: b}, {name: A, value: c}]'), env('[{name: A, value: c}]')],
  ['three times', env('[{name: «A», value: b}, {name: «A», value: c}, {name: A, value: d}]')],
  ['case counts', env('[{name: A, value: b}, {name: a, value: c}]')],
  [
    'in two containers',
    `${env('[{name: A, value: b}]')}    - {name: b, image: b, env: [{name: A, value: c}]}\n`,
  ],
  [
    'from elsewhere',
    env('[{name: «A», valueFrom: {fieldRef: {fieldPath: metadata.name}}}, {name: A, value: c}]'),
  ],
  ['used in between', env('[{name: A, value: b}, {name: B, value: $(A)}, {name: A, value: c}]')],
  ['half typed', env('[{name: }, {name: }]')],
  ['null', env('null')],
  [
    'CRLF',
    pod(
      `${image}      env:\n        - name: «A»\n          value: b\n        - name: A\n          value: c\n`,
    ).replaceAll('\n', '\r\n'),
    pod(`${image}      env:\n        - name: A\n          value: c\n`).replaceAll('\n', '\r\n'),
  ],
]);

describe('defects the API server rejects answer to the names of other linters', () => {
  const { language } = allRules.find(({ rule }) => rule.id === 'kubernetes/missing-field')!;
  const names = (text: string) => [
    ...new Set(new Bench(language, text).diagnose().flatMap((one) => one.names.slice(1).map(String))),
  ];
  const cron = (policy: string) =>
    `apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec:\n  schedule: '@daily'\n  jobTemplate: {spec: {template: {spec: {${policy}containers: [{name: a, image: a}]}}}}\n`;
  const spread = (constraint: string) =>
    pod(image, `  topologySpreadConstraints: [{labelSelector: {matchLabels: {a: b}}, ${constraint}}]\n`);
  const SPREAD = 'kube-score/pod-topology-spread-constraints';
  for (const [name, text, has, lacks] of [
    [
      'a skew of none',
      spread('maxSkew: 0, topologyKey: zone, whenUnsatisfiable: DoNotSchedule'),
      SPREAD,
      'kube-score/container-ports-check',
    ],
    [
      'a negative number of domains',
      spread('maxSkew: 1, minDomains: -1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule'),
      SPREAD,
      '',
    ],
    ['spread over nothing', spread('maxSkew: 1, whenUnsatisfiable: DoNotSchedule'), SPREAD, ''],
    [
      'spread over a blank',
      spread('maxSkew: 1, topologyKey: "", whenUnsatisfiable: DoNotSchedule'),
      SPREAD,
      '',
    ],
    [
      'a word for when it cannot be',
      spread('maxSkew: 1, topologyKey: zone, whenUnsatisfiable: Never'),
      SPREAD,
      'kube-score/cronjob-restartpolicy',
    ],
    [
      'an unknown field',
      pod(`${image}      imag: b\n`),
      'kube-linter/schema-validation',
      'kube-score/label-values',
    ],
    ['a wrong type', pod(`${image}      ports: a\n`), 'kube-linter/schema-validation', ''],
    [
      'a missing field',
      pod(`${image}      ports: [{name: a}]\n`),
      'kube-score/container-ports-check',
      'kube-score/cronjob-restartpolicy',
    ],
    [
      'the name of a port',
      pod(`${image}      ports: [{containerPort: 1, name: a_b}]\n`),
      'kube-linter/invalid-target-ports',
      'kube-score/label-values',
    ],
    [
      'a long name of a port',
      pod(`${image}      ports: [{containerPort: 1, name: abcdefghijklmnop}]\n`),
      'kube-score/container-ports-check',
      '',
    ],
    [
      'two ports of a name',
      pod(`${image}      ports: [{containerPort: 1, name: a}, {containerPort: 2, name: a}]\n`),
      'kube-score/container-ports-check',
      '',
    ],
    [
      'a port out of range',
      pod(`${image}      ports: [{containerPort: 0}]\n`),
      'kube-score/container-ports-check',
      '',
    ],
    [
      'a target port',
      'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {selector: {a: b}, ports: [{port: 80, targetPort: a_b}]}\n',
      'kube-linter/invalid-target-ports',
      'kube-score/container-ports-check',
    ],
    [
      'a target port out of range',
      'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {selector: {a: b}, ports: [{port: 80, targetPort: 99999}]}\n',
      'kube-linter/invalid-target-ports',
      '',
    ],
    [
      'a label',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, labels: {a: "b c"}}\n',
      'kube-score/label-values',
      'kube-linter/invalid-target-ports',
    ],
    [
      'the key of a label',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, labels: {"a b": c}}\n',
      '',
      'kube-score/label-values',
    ],
    ['a CronJob without a policy', cron(''), 'kube-score/cronjob-restartpolicy', ''],
    [
      'a CronJob with another policy',
      cron('restartPolicy: Always, '),
      'kube-score/cronjob-restartpolicy',
      '',
    ],
    [
      'a Job is none',
      'apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec: {template: {spec: {containers: [{name: a, image: a}]}}}\n',
      'kube-linter/schema-validation',
      'kube-score/cronjob-restartpolicy',
    ],
    [
      'an old version',
      'apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: {name: a}\nspec: {}\n',
      'kube-linter/no-extensions-v1beta',
      '',
    ],
    [
      'another old version',
      'apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: a}\nspec: {}\n',
      'kube-score/stable-version',
      'kube-linter/no-extensions-v1beta',
    ],
  ] as const)
    it(name, () => {
      const found = names(text);
      if (has) assert.ok(found.includes(has), found.join());
      assert.ok(!found.includes(lacks), found.join());
    });
});
