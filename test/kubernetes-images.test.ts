import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pod, table } from './kubernetes-table';
import { allRules, Bench } from './samples';

const image = (text: string, more = '') => pod(`      image: ${text}\n${more}`);
const policy = (text: string, value: string) => image(text, `      imagePullPolicy: ${value}\n`);
const digest = `sha256:${'a1'.repeat(32)}`;

table('kubernetes/floating-tag', [
  ['a port is no tag', image('«localhost:5000/a»')],
  ['a port and a tag', image('localhost:5000/a:1')],
  ['a digest', image(`a@${digest}`)],
  ['latest with a digest', image(`a:latest@${digest}`)],
  ['quoted', image('"a:«latest»"')],
  ['single quotes', image("'«a»'")],
  ['LATEST is a tag like any other', image('a:LATEST')],
  [
    'a tag of an alias',
    image('&i «a»', '    - name: b\n      image: *i\n').replace('image: *i', 'image: *i'),
  ],
  ['an init container', pod('      image: a:1\n', '  initContainers: [{name: b, image: «b»}]\n')],
  ['an ephemeral one', pod('      image: a:1\n', '  ephemeralContainers: [{name: b, image: «b»}]\n')],
  ['half typed', pod('      image:\n')],
  ['null', image('null')],
  ['a number', image('«1»')],
  ['a variable', image('$IMAGE')],
  ['a placeholder', image('<your-image>')],
  ['a placeholder with latest', image('gcr.io/<PROJECT>/a:«latest»')],
  ['a placeholder with a tag', image('gcr.io/PROJECT/a:v1')],
  ['a template with latest', image('"{{ .Values.image }}:latest"')],
  ['a template', image('{{ .Values.image }}')],
  ['a tag half typed', image('"a:"')],
  ['CRLF', image('a:«latest»').replaceAll('\n', '\r\n')],
  [
    'flow style',
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: «a/b»}]}\n',
  ],
]);

table('kubernetes/latest-never-pulled', [
  ['no tag', policy('a', '«IfNotPresent»'), policy('a', 'Always')],
  [
    'quoted',
    policy('a', '"«IfNotPresent»"').replace('"«IfNotPresent»"', '«"IfNotPresent"»'),
    policy('a', '"Always"'),
  ],
  ['a digest', policy(`a:latest@${digest}`, 'IfNotPresent')],
  ['left out it is Always', image('a')],
  ['half typed', policy('a', '')],
  ['no policy', policy('a', 'Sometimes')],
  ['null', policy('a', 'null')],
  ['Never', policy('a:latest', '«Never»')],
]);

table('kubernetes/pull-policy-not-always', [
  [
    'left out with a tag',
    image('a:1').replace('- name: a', '- name: «a»'),
    image('a:1', '').replace('image: a:1', 'image: a:1\n      imagePullPolicy: Always'),
  ],
  ['left out without a tag', image('a')],
  ['left out with latest', image('a:latest')],
  ['a digest has no tag to be latest', image(`a@${digest}`).replace('- name: a', '- name: «a»')],
  ['null without a tag', policy('a', 'null')],
  ['Never without a tag', policy('a', '«Never»'), policy('a', 'Always')],
  ['half typed', policy('a:1', '').replace('- name: a', '- name: «a»')],
  [
    'flow style',
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: «a», image: a/b:1}]}\n',
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: a/b:1, imagePullPolicy: Always}]}\n',
  ],
]);

table('kubernetes/closed-registry', [
  ['a placeholder', image('«gcr.io/PROJECT_ID»/a:1')],
  ['a region', image('«eu.gcr.io/mine»/a:1')],
  ['a folder of Google', image('gcr.io/google.com/cloudsdktool/cloud-sdk:1')],
  ['old names', image('gcr.io/google_containers/pause:3')],
  ['builders', image('gcr.io/cloud-builders/docker')],
  ['the mirror of Docker Hub', image('mirror.gcr.io/library/nginx:1')],
  ['no project', image('gcr.io/a')],
  ['k8s', image('"«k8s.gcr.io»/a/b:1"'), image('"registry.k8s.io/a/b:1"')],
  ['another host', image('notgcr.io/mine/a:1')],
]);

table('kubernetes/untrusted-registry', [['no list', image('quay.io/a/b:1')]]);

const mount = (path: string) =>
  `      volumeMounts: [{name: a, mountPath: ${path}}]\n  volumes: [{name: a, emptyDir: {}}]\n`;
table('kubernetes/data-without-volume', [
  ['the registry written', image('docker.io/library/postgres:16').replace('- name: a', '- name: «a»')],
  ['another postgres', image('bitnami/postgres:16')],
  ['mounted above', image('mysql:8', mount('/var/lib'))],
  ['mounted below', image('postgres:16', mount('/var/lib/postgresql/data/pgdata'))],
  ['with a slash at the end', image('mongo:8', mount('/data/db/'))],
  ['a neighbour', image('mysql:8', mount('/var/lib/mysql-files')).replace('volumeMounts', '«volumeMounts»')],
  ['the root', image('mysql:8', mount('/'))],
  ['an init container', pod('      image: a:1\n', '  initContainers: [{name: b, image: mysql:8}]\n')],
  ['another program', image('mysql:8', '      command: [mysqldump]\n')],
  ['other arguments', image('mysql:8', '      args: [--datadir, /x]\n')],
  ['elsewhere', image('postgres:16', '      env: [{name: PGDATA, value: /x}]\n')],
  [
    'a Job ends',
    'apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec:\n  template:\n    spec: {restartPolicy: Never, containers: [{name: a, image: "mysql:8"}]}\n',
  ],
  [
    'a claim of a StatefulSet',
    `apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: a}\nspec:\n  selector: {matchLabels: {a: b}}\n  template:\n    metadata: {labels: {a: b}}\n    spec: {containers: [{name: a, image: "mysql:8", volumeMounts: [{name: d, mountPath: /var/lib/mysql}]}]}\n  volumeClaimTemplates: [{metadata: {name: d}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]\n`,
  ],
]);

describe('images that other files set', () => {
  const found = (id: string, files: Record<string, string>) => {
    const { language, rule } = allRules.find((one) => one.rule.id === `kubernetes/${id}`)!;
    return new Bench(language, { files }, rule).diagnose().length;
  };
  const build = (artifacts: string) => `apiVersion: skaffold/v2beta29\nkind: Config\n${artifacts}`;
  const web = { 'k8s/web.yaml': image('shop/web') };
  for (const [name, count, files] of [
    ['nothing', 1, web],
    ['skaffold above', 0, { ...web, 'skaffold.yaml': build('build: {artifacts: [{image: shop/web}]}\n') }],
    [
      'skaffold with a tag',
      0,
      { ...web, 'skaffold.yaml': build('build: {artifacts: [{image: "docker.io/shop/web:x"}]}\n') },
    ],
    [
      'a profile of skaffold',
      0,
      { ...web, 'skaffold.yaml': build('profiles: [{name: a, build: {artifacts: [{image: shop/web}]}}]\n') },
    ],
    ['another image', 1, { ...web, 'skaffold.yaml': build('build: {artifacts: [{image: shop/api}]}\n') }],
    ['half typed', 1, { ...web, 'skaffold.yaml': build('build: {artifacts: [{image: }]}\n') }],
    [
      'a kustomization',
      0,
      { ...web, 'k8s/kustomization.yaml': 'resources: [web.yaml]\nimages: [{name: shop/web, newTag: v1}]\n' },
    ],
    [
      'a digest',
      0,
      {
        ...web,
        'k8s/kustomization.yaml': `resources: [web.yaml]\nimages: [{name: shop/web, digest: "${digest}"}]\n`,
      },
    ],
    [
      'an overlay',
      0,
      {
        ...web,
        'k8s/kustomization.yaml': 'resources: [web.yaml]\n',
        'prod/kustomization.yaml': 'resources: [../k8s]\nimages: [{name: shop/web, newTag: v1}]\n',
      },
    ],
    [
      'only another name',
      1,
      {
        ...web,
        'k8s/kustomization.yaml': 'resources: [web.yaml]\nimages: [{name: shop/web, newName: shop/api}]\n',
      },
    ],
    [
      'a kustomization of others',
      1,
      {
        ...web,
        'other/kustomization.yaml': 'resources: [api.yaml]\nimages: [{name: shop/web, newTag: v1}]\n',
      },
    ],
  ] as const)
    it(name, () => assert.equal(found('floating-tag', files), count));
});
