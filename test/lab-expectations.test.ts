import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPlaced } from '../server/src/config/placed';
import { renderMessage } from '../server/src/core/text';
import { readLab } from '../server/src/labs/read';
import { languages } from '../server/src/languages';
import { access, expecting, tryLab } from './labs';

// Each kind of fact that a lab can ask for: texts in which it holds, and texts in which it does not. What is marked
// «so» is what the learner is shown.

type Files = string | Readonly<Record<string, string>>;
interface Row {
  readonly expect: object;
  readonly holds: readonly Files[];
  readonly misses: readonly Files[];
}

const deployment = (name: string, more = '', labels = 'app: web') => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  replicas: 3
  selector:
    matchLabels: {${labels}}
${more}  template:
    metadata:
      labels: {${labels}}
    spec:
      containers:
        - name: web
          image: nginx:1.29.0
`;
const service = (selector: string, port = '- port: 80') => `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: {${selector}}
  ports:
    ${port}
`;
const inContainer = (text: string) => `${deployment('web')}${text.replace(/^(?=.)/gm, '          ')}`;
const probe = 'readinessProbe:\n  tcpSocket: {port: 80}\n';
const rolling = (surge: string, unavailable: string, by = probe) =>
  `${deployment('web', `  strategy:\n    rollingUpdate: {maxSurge: ${surge}, maxUnavailable: ${unavailable}}\n`)}${by.replace(/^(?=.)/gm, '          ')}`;
const config = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata: {greeting: hi}\n---\n';
const claim =
  'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data}\nspec:\n  accessModes: [ReadWriteOnce]\n  resources: {requests: {storage: 1Gi}}\n---\n';
const pod = (mount: string, volume: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: db}\nspec:\n  containers:\n    - name: db\n      image: postgres:18.0\n      volumeMounts:\n        - {name: data, mountPath: ${mount}}\n  volumes:\n    - {name: data, ${volume}}\n`;
const build = (built: string, pushed?: string, by = 'images') =>
  `steps:
  - name: gcr.io/cloud-builders/docker
    args: [build, -t, '${built}', .]
${
  pushed === undefined
    ? ''
    : by === 'images'
      ? `images:\n  - ${pushed}\n`
      : `  - name: gcr.io/cloud-builders/docker\n    args: [push, '${pushed}']\n`
}substitutions:
  _WEB: eu-docker.pkg.dev/$PROJECT_ID/repo/web
`;

const ROWS: readonly Row[] = [
  {
    expect: { layers: { atMost: 2 } },
    holds: [
      'FROM a\nRUN b\nCOPY c d\nENV e=f\n',
      'FROM a AS x\nRUN b\nFROM a\nRUN c\nRUN d\n',
      'FROM a\nWORKDIR /\nRUN b\nRUN c\n',
    ],
    misses: [
      'FROM a\nRUN b\nRUN c\n«RUN» d\n',
      'FROM a AS x\nRUN b\nRUN c\nFROM x\n«COPY» d e\n',
      'FROM a\nRUN b\nRUN c\n«WORKDIR» /d\n',
    ],
  },
  {
    expect: { installs: { packages: ['nginx', 'curl'] } },
    holds: [
      'FROM debian\nRUN apt-get install -y nginx curl=8.1\n',
      'FROM alpine AS base\nRUN apk add nginx\nFROM base\nRUN apk add curl\n',
      'FROM debian\nENV P=curl\nRUN apt-get install -y nginx $P\n',
    ],
    misses: [
      'FROM debian\nRUN apt-get install -y nginx\n',
      'FROM debian\nRUN apt-get install -y nginx curl && apt-get purge -y curl\n',
      'FROM debian AS x\nRUN apt-get install -y nginx curl\nFROM debian\n',
      'FROM debian\nRUN echo apt-get install -y nginx curl\n',
    ],
  },
  {
    expect: { base: { image: 'debian' } },
    holds: ['FROM debian:13\n', 'FROM library/debian\n', 'FROM debian AS a\nFROM golang\nFROM a\n'],
    misses: ['FROM «ubuntu»\n', 'FROM debian AS a\nFROM «alpine»\n', 'FROM «scratch»\n', ''],
  },
  {
    expect: { copies: { path: '/app/server.js' } },
    holds: [
      'FROM a\nWORKDIR /app\nCOPY . .\n',
      'FROM a\nCOPY server.js /app/\n',
      'FROM a\nCOPY main.js /app/server.js\n',
      'FROM a\nADD src /app\n',
      'FROM a\nCOPY *.js /app/\n',
    ],
    misses: [
      'FROM a\nCOPY server.js /srv/\n',
      'FROM a\nCOPY index.html /app/\n',
      'FROM a AS b\nCOPY . /app\nFROM a\n',
    ],
  },
  {
    expect: { copies: { path: '/bin/app', from: 'stage' } },
    holds: [
      'FROM go AS build\nFROM a\nCOPY --from=build /src/app /bin/app\n',
      'FROM go\nFROM a\nCOPY --from=0 /src/app /bin/\n',
    ],
    misses: [
      'FROM go AS build\nFROM a\nCOPY /src/app /bin/app\n',
      'FROM a\nCOPY --from=busybox /bin/app /bin/app\n',
      'FROM go AS build\nFROM go\nCOPY --from=build /x /bin/other\n',
    ],
  },
  {
    expect: { starts: { command: ['nginx', '-g'] } },
    holds: [
      'FROM a\nCMD ["nginx", "-g"]\n',
      'FROM a\nENTRYPOINT ["nginx"]\nCMD ["-g"]\n',
      'FROM a\nCMD x\nCMD ["nginx","-g"]\n',
    ],
    misses: [
      'FROM a\nCMD «nginx -g»\n',
      'FROM a\nCMD «["nginx"]»\n',
      'FROM a\n',
      'FROM a\nENTRYPOINT ["sh"]\nCMD «["nginx", "-g"]»\n',
    ],
  },
  {
    expect: { exposes: { port: 80 } },
    holds: ['FROM a\nEXPOSE 80/tcp\n', 'FROM a\nARG P=80\nEXPOSE 80\n'],
    misses: ['FROM a\nEXPOSE 80 «8080»\n', 'FROM a\n', 'FROM a\nEXPOSE «79-80»\n'],
  },
  {
    expect: { oneRun: { commands: ['apt-get update', 'apt-get install'] } },
    holds: [
      'FROM a\nRUN apt-get update && apt-get install -y b\n',
      'FROM a\nRUN <<E\napt-get update\napt-get -y install b\nE\n',
    ],
    misses: [
      'FROM a\nRUN apt-get update\n«RUN» apt-get install -y b\n',
      'FROM a\n«RUN» apt-get install -y b && apt-get update\n',
      'FROM a\nRUN echo apt-get update apt-get install\n',
    ],
  },
  {
    expect: { without: { command: 'echo' } },
    holds: ['FROM a\nRUN printf x\n', 'FROM a\nCMD echo x\n'],
    misses: ['FROM a\n«RUN» echo x > /y\n', 'FROM a\n«RUN» true && echo x\n'],
  },
  {
    expect: { cached: { command: 'npm ci', when: 'src/a.js' } },
    holds: [
      'FROM a\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\n',
      'FROM a AS b\nRUN npm ci\nFROM b\nCOPY . .\n',
      'FROM a\nCOPY --from=x . .\nRUN npm ci\n',
      { Dockerfile: 'FROM a\nCOPY . .\nRUN npm ci\n', '.dockerignore': 'src\n' },
      'FROM a\nRUN --mount=type=bind,source=package.json,target=package.json npm ci\nCOPY . .\n',
    ],
    misses: [
      'FROM a\nCOPY «.» .\nRUN npm ci\n',
      'FROM a\nCOPY package.json «src» ./\nRUN npm ci\n',
      'FROM a\nCOPY «src/*.js» ./\nRUN npm ci\n',
      'FROM a\nADD «./src/» ./\nRUN true && npm ci --omit=dev\n',
      'FROM a AS b\nCOPY «.» .\nFROM b\nRUN npm ci\n',
      'FROM a\nRUN «--mount=type=bind,target=.» npm ci\n',
      'FROM a\nRUN npm install\n',
    ],
  },
  {
    expect: { reads: { command: 'npm ci', files: ['package.json', 'package-lock.json'] } },
    holds: [
      'FROM a\nCOPY package*.json ./\nRUN npm ci\n',
      'FROM a\nCOPY . .\nRUN npm ci\n',
      'FROM a\nRUN --mount=target=. npm ci\n',
    ],
    misses: [
      'FROM a\nCOPY package.json ./\n«RUN» npm ci\n',
      'FROM a\n«RUN» npm ci\nCOPY . .\n',
      { Dockerfile: 'FROM a\nCOPY . .\n«RUN» npm ci\n', '.dockerignore': '*.json\n' },
    ],
  },
  {
    expect: { ignores: { path: 'node_modules' } },
    holds: [
      { Dockerfile: 'FROM a\n', '.dockerignore': '# big\nnode_modules/\n' },
      { Dockerfile: 'FROM a\n', 'Dockerfile.dockerignore': '**\n' },
      { Dockerfile: 'FROM a\n', '.dockerignore': '*\n!package.json\n!src\n' },
    ],
    misses: [
      'FROM a\n',
      { Dockerfile: 'FROM a\n', '.dockerignore': 'modules\n' },
      { Dockerfile: 'FROM a\n', '.dockerignore': '*\n!node_modules\n' },
    ],
  },
  {
    expect: { object: { kind: 'Deployment', name: 'web' } },
    holds: [
      { 'a.yaml': deployment('web') },
      { 'a.yaml': service('app: web'), 'deep/b.yml': `---\n${deployment('web')}` },
    ],
    misses: [
      { 'a.yaml': deployment('other') },
      { 'a.yaml': service('app: web') },
      { 'a.yaml': 'kind: Deployment\nmetadata: {name: web}\n' },
    ],
  },
  {
    expect: { field: { kind: 'Deployment', name: 'web', at: 'spec.replicas', is: 3 } },
    holds: [{ 'a.yaml': deployment('web') }],
    misses: [
      { 'a.yaml': deployment('web').replace('replicas: 3', 'replicas: «2»') },
      { 'a.yaml': deployment('web').replace('replicas: 3', 'replicas: «"3"»') },
      { 'a.yaml': deployment('web').replace('  replicas: 3\n', '').replace('spec', '«spec»') },
    ],
  },
  {
    expect: {
      field: {
        kind: 'Deployment',
        name: 'web',
        at: 'spec.template.spec.containers[0].image',
        is: 'nginx:1.29.0',
      },
    },
    holds: [{ 'a.yaml': deployment('web') }],
    misses: [{ 'a.yaml': deployment('web').replace('nginx:1.29.0', '«nginx»') }],
  },
  {
    expect: { field: { kind: 'Deployment', name: 'web', at: 'spec.replicas', atLeast: 2, atMost: 3 } },
    holds: [{ 'a.yaml': deployment('web') }],
    misses: [
      { 'a.yaml': deployment('web').replace('replicas: 3', 'replicas: «4»') },
      { 'a.yaml': deployment('web').replace('replicas: 3', 'replicas: «1»') },
    ],
  },
  {
    expect: { selects: { service: 'web', pods: { web: 3 } } },
    holds: [
      { 'a.yaml': deployment('web'), 's.yaml': service('app: web') },
      { 'a.yaml': `${deployment('web')}---\n${deployment('db', '', 'app: db')}---\n${service('app: web')}` },
    ],
    misses: [
      {
        'a.yaml': deployment('web'),
        's.yaml': service('app: web, tier: x').replace('{app', '«{app').replace('x}', 'x}»'),
      },
      {
        'a.yaml': `${deployment('web')}---\n${deployment('two')}`,
        's.yaml': service('app: web').replace('{app: web}', '«{app: web}»'),
      },
      {
        'a.yaml': deployment('web').replace('replicas: 3', 'replicas: 2'),
        's.yaml': service('app: web').replace('{app: web}', '«{app: web}»'),
      },
      {
        'a.yaml': deployment('web').replace('metadata:\n', 'metadata:\n  namespace: x\n'),
        's.yaml': service('app: web').replace('{app: web}', '«{app: web}»'),
      },
      { 'a.yaml': deployment('web') },
    ],
  },
  {
    expect: { selects: { service: 'web', pods: { web: 3, canary: 1 } } },
    holds: [
      {
        'a.yaml': deployment('web', '', 'app: web, track: stable'),
        'b.yaml': deployment('canary', '', 'app: web, track: canary').replace('  replicas: 3\n', ''),
        's.yaml': service('app: web'),
      },
    ],
    misses: [
      { 'a.yaml': deployment('web'), 's.yaml': service('app: web').replace('{app: web}', '«{app: web}»') },
    ],
  },
  {
    expect: { portChain: { service: 'web', port: 80, workload: 'web', containerPort: 8080 } },
    holds: [
      {
        'a.yaml': inContainer('ports: [{containerPort: 8080}]\n'),
        's.yaml': service('app: web', '- {port: 80, targetPort: 8080}'),
      },
      {
        'a.yaml': inContainer('ports: [{name: http, containerPort: 8080}]\n'),
        's.yaml': service('app: web', '- {port: 80, targetPort: http}'),
      },
      { 'a.yaml': deployment('web'), 's.yaml': service('app: web', '- {port: 80, targetPort: 8080}') },
    ],
    misses: [
      { 'a.yaml': deployment('web'), 's.yaml': service('app: web', '- {port: «80»}') },
      { 'a.yaml': deployment('web'), 's.yaml': service('app: web', '- {port: 80, targetPort: «http»}') },
      {
        'a.yaml': inContainer('ports: [{name: http, containerPort: 80}]\n'),
        's.yaml': service('app: web', '- {port: 80, targetPort: «http»}'),
      },
      {
        'a.yaml': deployment('web'),
        's.yaml': service('app: web', '- {port: 8080}').replace('name: web', 'name: «web»'),
      },
      {
        'a.yaml': deployment('web'),
        's.yaml': service('app: db', '- {port: 80, targetPort: 8080}').replace('name: web', 'name: «web»'),
      },
    ],
  },
  {
    expect: { image: { kind: 'Deployment', name: 'web', image: 'nginx' } },
    holds: [
      { 'a.yaml': deployment('web') },
      {
        'a.yaml': deployment('web').replace(
          'nginx:1.29.0',
          `docker.io/library/nginx@sha256:${'a'.repeat(64)}`,
        ),
      },
    ],
    misses: [
      { 'a.yaml': deployment('web').replace('nginx:1.29.0', '«nginx»') },
      { 'a.yaml': deployment('web').replace('nginx:1.29.0', '«nginx:latest»') },
      { 'a.yaml': deployment('web').replace('nginx:1.29.0', '«httpd:2.4»') },
    ],
  },
  {
    expect: { image: { kind: 'Deployment', name: 'web', image: 'nginx', tag: '1.29.0' } },
    holds: [{ 'a.yaml': deployment('web') }],
    misses: [{ 'a.yaml': deployment('web').replace('nginx:1.29.0', '«nginx:1.28.0»') }],
  },
  {
    expect: { rollout: { deployment: 'web', ready: 3 } },
    holds: [
      { 'a.yaml': rolling('1', '0') },
      { 'a.yaml': rolling('100%', '10%') },
      { 'a.yaml': inContainer(probe) },
    ],
    misses: [
      { 'a.yaml': rolling('1', '1').replace('strategy', '«strategy»') },
      { 'a.yaml': rolling('0', '0').replace('strategy', '«strategy»') },
      {
        'a.yaml': rolling('1', '0', '').replace('name: web\n          image', 'name: «web»\n          image'),
      },
      {
        'a.yaml': rolling('1', '0')
          .replace('rollingUpdate', 'type: Recreate\n    rollingUpdate')
          .replace('strategy', '«strategy»'),
      },
    ],
  },
  {
    expect: {
      env: {
        kind: 'Deployment',
        name: 'web',
        variable: 'GREETING',
        from: 'ConfigMap',
        object: 'web',
        key: 'greeting',
      },
    },
    holds: [
      {
        'a.yaml':
          config +
          inContainer(
            'env:\n  - name: GREETING\n    valueFrom: {configMapKeyRef: {name: web, key: greeting}}\n',
          ),
      },
      {
        'a.yaml': config.replace('---', ''),
        'b.yaml': inContainer(
          'env:\n  - name: GREETING\n    valueFrom: {configMapKeyRef: {name: web, key: greeting}}\n',
        ),
      },
    ],
    misses: [
      {
        'a.yaml':
          config +
          inContainer(
            'env:\n  - name: GREETING\n    valueFrom: {configMapKeyRef: {name: web, key: «greetings»}}\n',
          ),
      },
      {
        'a.yaml':
          config +
          inContainer(
            'env:\n  - name: GREETING\n    valueFrom: {secretKeyRef: {name: web, key: «greeting»}}\n',
          ),
      },
      { 'a.yaml': config + inContainer('env:\n  - name: «GREETING»\n    value: hi\n') },
      { 'a.yaml': config + deployment('web').replace('- name: web', '- name: «web»') },
      {
        'a.yaml': inContainer(
          'env:\n  - name: GREETING\n    valueFrom: {configMapKeyRef: {name: web, key: greeting}}\n',
        ),
      },
    ],
  },
  {
    expect: {
      env: {
        kind: 'Deployment',
        name: 'web',
        variable: 'greeting',
        from: 'ConfigMap',
        object: 'web',
        key: 'greeting',
      },
    },
    holds: [{ 'a.yaml': config + inContainer('envFrom:\n  - configMapRef: {name: web}\n') }],
    misses: [
      {
        'a.yaml':
          config +
          inContainer('envFrom:\n  - configMapRef: {name: db}\n').replace('- name: web', '- name: «web»'),
      },
    ],
  },
  {
    expect: { mounts: { kind: 'Pod', name: 'db', path: '/data/pg', claim: 'data' } },
    holds: [
      { 'a.yaml': claim + pod('/data', 'persistentVolumeClaim: {claimName: data}') },
      { 'a.yaml': claim + pod('/data/pg/', 'persistentVolumeClaim: {claimName: data}') },
    ],
    misses: [
      { 'a.yaml': pod('/data', 'persistentVolumeClaim: {claimName: data}') },
      {
        'a.yaml': claim + pod('/data', 'emptyDir: {}').replace('{name: data, mount', '{name: «data», mount'),
      },
      { 'a.yaml': claim + pod('«/data»', 'persistentVolumeClaim: {claimName: other}') },
      {
        'a.yaml':
          claim +
          pod('/database', 'persistentVolumeClaim: {claimName: data}').replace('- name: db', '- name: «db»'),
      },
    ],
  },
  {
    expect: { pushes: { image: 'eu-docker.pkg.dev/$PROJECT_ID/repo/web', tag: 'v1' } },
    holds: [
      {
        'cloudbuild.yaml': build(
          'eu-docker.pkg.dev/$PROJECT_ID/repo/web:v1',
          'eu-docker.pkg.dev/$PROJECT_ID/repo/web:v1',
        ),
      },
      { 'cloudbuild.yaml': build('${_WEB}:v1', 'eu-docker.pkg.dev/${PROJECT_ID}/repo/web:v1') },
      {
        'cloudbuild.yaml': build(
          'eu-docker.pkg.dev/$PROJECT_ID/repo/web:v1',
          'eu-docker.pkg.dev/$PROJECT_ID/repo/web:v1',
          'steps',
        ),
      },
    ],
    misses: [
      { 'cloudbuild.yaml': build('«gcr.io/$PROJECT_ID/web:v1»', 'gcr.io/$PROJECT_ID/web:v1') },
      { 'cloudbuild.yaml': build('eu-docker.pkg.dev/$PROJECT_ID/repo/web:v1', '«gcr.io/$PROJECT_ID/web»') },
      {
        'cloudbuild.yaml': build(
          '«eu-docker.pkg.dev/$PROJECT_ID/repo/web:v2»',
          'eu-docker.pkg.dev/$PROJECT_ID/repo/web:v2',
        ),
      },
      { 'cloudbuild.yaml': build('«eu-docker.pkg.dev/$PROJECT_ID/repo/web:v1»') },
      { 'cloudbuild.yaml': 'steps:\n  - name: «gcr.io/cloud-builders/gcloud»\n    args: [version]\n' },
      { 'a.yaml': deployment('web') },
    ],
  },
];

for (const { expect, holds, misses } of ROWS)
  describe(JSON.stringify(expect), () => {
    const lab = expecting(expect);
    it('is read', () => assert.equal(lab.expect.length, 1));
    for (const files of holds)
      it(`holds in ${JSON.stringify(files)}`, async () => {
        const [check] = await looked(files);
        assert.equal(check!.miss, undefined);
      });
    for (const files of misses)
      it(`is missed in ${JSON.stringify(files)}`, async () => {
        const [check, , shown] = await looked(files);
        assert.ok(check!.miss);
        assert.equal(shown, marked(files));
        for (const lang of ['ko', 'en'] as const)
          for (const message of [check!.goal, check!.miss.told])
            assert.doesNotMatch(renderMessage(message, lang), /(?<!\$)\{\w|undefined|\[object/);
      });

    async function looked(files: Files) {
      const texts = new Map(
        Object.entries(named(files)).map(([name, text]) => [name, text.replace(/[«»]/g, '')]),
      );
      const { checks, text } = await tryLab(lab, texts, texts);
      const place = checks[0]!.miss?.place;
      return [checks[0], checks, place && text(place.uri)!.slice(place.start, place.end)] as const;
    }
  });

it('every kind of fact is tried', () => {
  const kinds = languages.flatMap(({ expectations = [] }) => expectations.map(({ name }) => name));
  assert.equal(new Set(kinds).size, kinds.length, 'two kinds have one name');
  assert.deepEqual([...new Set(ROWS.map(({ expect }) => Object.keys(expect)[0]))].sort(), kinds.toSorted());
});

describe('what got worse', () => {
  const lab = expecting({ base: { image: 'debian' } });
  const worse = async (start: string, now: string) => {
    const { checks } = await tryLab(lab, new Map([['Dockerfile', start]]), new Map([['Dockerfile', now]]));
    return checks.at(-1)!.miss !== undefined;
  };
  const bad = 'RUN apt-get update && apt-get install curl\n';
  it('is a warning that was not there', async () => {
    assert.equal(await worse('FROM debian:13\n', `FROM debian:13\n${bad}`), true);
    assert.equal(await worse(`FROM debian:13\n${bad}`, `FROM debian:13\n${bad}${bad}`), true);
  });
  it('is neither one that was there nor a hint', async () => {
    assert.equal(await worse(`FROM debian:13\n${bad}`, `FROM debian:13\nENV a=b\n${bad}`), false);
    assert.equal(await worse('FROM debian:13\n', 'FROM debian:13\nRUN a\nRUN b\n'), false);
  });
});

describe('a lab.yaml that is wrong', () => {
  const whole =
    'title: {ko: 가, en: a}\ntask: {ko: 가, en: a}\nfiles: [Dockerfile]\nexpect: [gone: DL3014]\nhints: [{ko: 가, en: a}]\nremark: {ko: 가, en: a}\nnext: concepts/layer\n';
  const TABLE: readonly (readonly [lab: string, at: string, says: RegExp])[] = [
    [whole, '', /^$/],
    [whole.replace('title:', 'titel:'), 'titel', /title/],
    [whole.replace('ko: 가', 'ko: 3'), '3', /ko/],
    [whole.replace('[gone: DL3014]', '[gone: DL9999]'), 'DL9999', /DL9999/],
    [whole.replace('[gone: DL3014]', '[{gone: DL3014, layers: {atMost: 1}}]'), 'layers', /one thing/],
    [whole.replace('[gone: DL3014]', '[layer: {atMost: 1}]'), 'layer', /`layers`/],
    [whole.replace('[gone: DL3014]', '[layers: {atMost: many}]'), 'many', /atMost/],
    [whole.replace('[gone: DL3014]', '[layers: {atmost: 1}]'), 'atmost', /atMost/],
    [whole.replace('[gone: DL3014]', '[layers: {}]'), '{}', /atMost/],
    [whole.replace('[gone: DL3014]', '[]'), '[', /empty/],
    [whole.replace('[Dockerfile]', '[../Dockerfile]'), '../Dockerfile', /inside/],
    [whole.replace('[Dockerfile]', '[/etc/passwd]'), '/etc/passwd', /inside/],
    [whole.replace('[Dockerfile]', '[solution/Dockerfile]'), 'solution/Dockerfile', /inside/],
    [whole.replace('next: concepts/layer\n', ''), 'title', /next/],
    ['title: [', '', /YAML/],
  ];
  for (const [text, at, says] of TABLE)
    it(JSON.stringify(text), () => {
      const { problems } = readPlaced('file:///lab.yaml', text, (value) => readLab(value, access));
      const told = problems.filter(({ message }) => says.test(renderMessage(message, 'en')));
      if (text === whole) assert.deepEqual(problems, []);
      else assert.ok(told.length > 0, JSON.stringify(problems));
      if (at)
        assert.ok(
          told.some(({ start, end }) => text.slice(start, end) === at),
          JSON.stringify(told),
        );
    });
});

function named(files: Files): Readonly<Record<string, string>> {
  return typeof files === 'string' ? { Dockerfile: files } : files;
}

function marked(files: Files): string | undefined {
  return /«([\s\S]*)»/.exec(Object.values(named(files)).join('\n'))?.[1];
}
