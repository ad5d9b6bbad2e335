import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Meaning } from '../server/src/core/meaning';
import { kubernetes } from '../server/src/kubernetes/language';
import { Bench } from './samples';

/** A small shop: stable and canary behind one Service, an Ingress, a ConfigMap, a NetworkPolicy, an HPA. */
const SHOP: Readonly<Record<string, string>> = {
  'web.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {app: web}}
spec:
  selector:
    matchLabels: {app: web, track: stable}
  template:
    metadata:
      labels:
        app: web
        track: stable
    spec:
      serviceAccountName: web
      containers:
        - name: web
          image: nginx:1.29
          ports:
            - {name: http, containerPort: 8080}
          readinessProbe: {httpGet: {port: http}}
          env:
            - name: COLOR
              valueFrom: {configMapKeyRef: {name: web-config, key: color}}
          volumeMounts:
            - {name: conf, mountPath: /conf}
      volumes:
        - name: conf
          configMap: {name: web-config, items: [{key: color, path: color}]}
`,
  'canary.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: web-canary}
spec:
  selector:
    matchExpressions:
      - {key: app, operator: In, values: ["web"]}
      - {key: track, operator: In, values: [canary]}
  template:
    metadata: {labels: {"app": 'web', track: canary}}
    spec:
      containers:
        - name: web
          image: nginx:1.30
          ports: [{name: http, containerPort: 9090}]
`,
  'service.yaml': `apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  selector: {app: web}
  ports:
    - {name: main, port: 80, targetPort: http}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  rules:
    - http:
        paths:
          - path: /
            pathType: Prefix
            backend: {service: {name: web, port: {name: main}}}
`,
  'config.yaml': `apiVersion: v1
kind: ConfigMap
metadata: {name: web-config}
data: {color: blue}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  maxReplicas: 3
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
`,
  // Another world with the same names.
  'other/all.yaml': `apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  selector: {app: web}
  ports: [{port: 80}]
---
apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
spec: {containers: [{name: web, image: nginx:1.29}]}
`,
};

/** Asks about the word behind a text: `selector: {app: |web`. */
function ask(file: string, at: string, files = SHOP) {
  const bench = new Bench(kubernetes, {
    files: { [file]: files[file]!, ...files },
  });
  const plain = at.replace('|', '');
  const start = bench.text.indexOf(plain);
  assert.ok(start >= 0, at);
  const position = bench.engine.at(bench.uri, start + at.indexOf('|'))!;
  const found = kubernetes.meaning?.(position.model as never, position.part.id, position.offset, {
    facts: position.facts,
    kubernetesVersion: '1.35',
  });
  return { bench, found };
}

/** `web.yaml:3` of each place. */
function places({ bench, found }: ReturnType<typeof ask>, which: 'definitions' | 'uses'): string[] {
  return (found?.[which] ?? []).map((span) => {
    const place = bench.engine.locate(span)!;
    const text = bench.engine.text(place.uri)!;
    const line = text.slice(0, place.start).split('\n').length;
    assert.equal(text.slice(place.start, place.end), found?.text);
    return `${place.uri.slice('file:///work/'.length)}:${line}`;
  });
}

const ROWS: readonly (readonly [name: string, file: string, at: string, given: string[], used: string[]])[] =
  [
    [
      'a Service, from the Ingress',
      'service.yaml',
      'service: {name: |web',
      ['service.yaml:3'],
      ['service.yaml:18'],
    ],
    [
      'a Service, from itself',
      'service.yaml',
      'metadata: {name: |web}\nspec:\n  selector',
      ['service.yaml:3'],
      ['service.yaml:18'],
    ],
    ['a port of a Service', 'service.yaml', 'port: {name: |main', ['service.yaml:7'], ['service.yaml:18']],
    [
      'a Deployment, from its HPA',
      'config.yaml',
      'kind: Deployment, name: |web',
      ['web.yaml:3'],
      ['config.yaml:11'],
    ],
    [
      'a key, from a container',
      'web.yaml',
      'key: |color}}',
      ['config.yaml:4'],
      ['web.yaml:22', 'web.yaml:27'],
    ],
    ['a ConfigMap', 'config.yaml', 'name: |web-config', ['config.yaml:3'], ['web.yaml:22', 'web.yaml:27']],
    ['a volume', 'web.yaml', 'name: |conf, mountPath', ['web.yaml:26'], ['web.yaml:24']],
    [
      'a target port',
      'service.yaml',
      'targetPort: |http',
      ['canary.yaml:15', 'web.yaml:18'],
      ['web.yaml:19', 'service.yaml:7'],
    ],
    [
      'a container port',
      'web.yaml',
      'name: |http',
      ['canary.yaml:15', 'web.yaml:18'],
      ['web.yaml:19', 'service.yaml:7'],
    ],
    [
      'a label both tracks share',
      'service.yaml',
      'selector: {app: |web',
      ['canary.yaml:10', 'web.yaml:10'],
      ['canary.yaml:7', 'service.yaml:5', 'web.yaml:6'],
    ],
    ['a label of one track', 'web.yaml', 'track: |stable\n', ['web.yaml:11'], ['web.yaml:6']],
    ['the key of a label', 'canary.yaml', 'key: |track', ['canary.yaml:10'], ['canary.yaml:8']],
    ['an account nobody has written', 'web.yaml', 'serviceAccountName: |web', [], ['web.yaml:13']],
  ];

describe('what a word stands for', () => {
  for (const [name, file, at, given, used] of ROWS)
    it(name, () => {
      const asked = ask(file, at);
      assert.ok(asked.found, 'nothing');
      assert.deepEqual(places(asked, 'definitions').sort(), given.toSorted());
      assert.deepEqual(places(asked, 'uses').sort(), used.toSorted());
    });

  for (const [file, at] of [
    ['web.yaml', 'image: |nginx'],
    ['web.yaml', 'kind: |Deployment'],
    ['web.yaml', 'labels: {app: |web'],
  ] as const)
    it(`${at} means nothing elsewhere`, () => assert.equal(ask(file, at).found, undefined));
});

describe('another name for it', () => {
  const renamed = (file: string, at: string, name: string) => {
    const { bench, found } = ask(file, at);
    const renaming = found?.rename?.(name);
    assert.ok(renaming && 'edits' in renaming, JSON.stringify(renaming));
    return bench.fixed({ title: { ko: '', en: '' }, kind: 'choice', edits: renaming.edits });
  };
  for (const [name, file, at, , used] of ROWS)
    it(`${name}: the same places mean it afterwards`, () => {
      const first = ask(file, at);
      if (!first.found?.rename) return;
      const after = renamed(file, at, 'new-1');
      const files = Object.fromEntries(
        Object.entries(after).map(([uri, text]) => [uri.slice('file:///work/'.length), text]),
      );
      const again = ask(file, at.replace(/\|[\w-]+/, '|new-1'), files);
      assert.deepEqual(places(again, 'uses').sort(), used.toSorted());
      assert.equal(files['other/all.yaml'], SHOP['other/all.yaml']);
    });

  it('keeps quotes, and adds them where the text would become something else', () => {
    const after = renamed('service.yaml', 'selector: {app: |web', '1');
    assert.match(after['file:///work/canary.yaml']!, /values: \["1"\]/);
    assert.match(after['file:///work/canary.yaml']!, /"app": '1'/);
    assert.match(after['file:///work/service.yaml']!, /selector: \{app: "1"\}/);
  });

  for (const [why, file, at, name] of [
    ['not a name', 'config.yaml', 'name: |web-config', 'Web Config'],
    ['taken', 'web.yaml', 'metadata: {name: |web', 'web-canary'],
    ['taken by other pods', 'web.yaml', 'track: |stable\n', 'canary'],
  ] as const)
    it(`refuses ${why}`, () => {
      const answer = (ask(file, at).found as Meaning).rename!(name);
      assert.ok('problem' in answer);
    });
});

describe('a kustomization', () => {
  const FILES = {
    'base/kustomization.yaml':
      'resources:\n  - web.yaml\n  - "./more/all.yaml"\n  - https://example.com/x.yaml\n  - nowhere\nconfigMapGenerator:\n  - name: shop\n',
    'base/web.yaml':
      'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: a:1, envFrom: [{configMapRef: {name: shop}}]}]}\n',
    'base/more/all.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\n',
    'over/kustomization.yaml': 'resources: [../base]\npatches:\n  - path: patch.yaml\n',
  };
  const given = (file: string, at: string) => {
    const { bench, found } = ask(file, at, FILES as never);
    return found?.definitions.map((span) => {
      const { uri, start } = bench.engine.locate(span)!;
      const line = bench.engine.text(uri)!.slice(0, start).split('\n').length;
      return `${uri.slice('file:///work/'.length)}:${line}`;
    });
  };
  for (const [name, file, at, places] of [
    ['a file', 'base/kustomization.yaml', '- web|.yaml', ['base/web.yaml:3']],
    ['one in quotes, further down', 'base/kustomization.yaml', './more|/all', ['base/more/all.yaml:3']],
    ['a folder', 'over/kustomization.yaml', '../ba|se', ['base/kustomization.yaml:1']],
    ['a patch that is not here', 'over/kustomization.yaml', 'pat|ch.yaml', []],
    ['a URL', 'base/kustomization.yaml', 'https://exa|mple', undefined],
    ['a folder nobody knows', 'base/kustomization.yaml', 'no|where', undefined],
    ['what a generator makes', 'base/web.yaml', 'name: sh|op', ['base/kustomization.yaml:7']],
  ] as const)
    it(`leads to ${name}`, () => assert.deepEqual(given(file, at), places));

  it('knows who uses what it makes, and renames neither', () => {
    const asked = ask('base/kustomization.yaml', 'name: sh|op', FILES as never);
    assert.deepEqual(places(asked, 'uses'), ['base/web.yaml:4']);
    assert.equal(asked.found?.rename, undefined);
  });

  it('has links to its files', () => {
    const { bench } = ask('base/kustomization.yaml', 'web|.yaml', FILES as never);
    const { model, facts } = bench.engine.at(bench.uri, 0)!;
    const links = kubernetes.links?.(model as never, { facts, kubernetesVersion: '1.35' });
    assert.deepEqual(
      links?.map(({ target }) => target),
      ['file:///work/base/web.yaml', 'file:///work/base/more/all.yaml'],
    );
  });
});
