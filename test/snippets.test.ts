import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parseAllDocuments } from 'yaml';
import type { AnyLanguage } from '../server/src/core/language';
import { languages } from '../server/src/languages';
import { Bench, configOf, lazily } from './samples';
import { expand, stops } from './snippet';

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
/** What snippets rely on and cannot bring along. */
const BESIDE = {
  '.dockerignore': '.git\n',
  'named.yaml': `apiVersion: v1
kind: Service
metadata: {name: app}
spec: {selector: {app: app}, ports: [{name: http, port: 80, targetPort: http}]}
---
apiVersion: v1
kind: Service
metadata: {name: cache}
spec: {clusterIP: None, selector: {app: cache}, ports: [{port: 6379}]}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: app}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: pod-reader}
rules: []
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: app}
spec:
  selector: {matchLabels: {app: app}}
  template:
    metadata: {labels: {app: app}}
    spec: {containers: [{name: app, image: app:1, ports: [{name: http, containerPort: 8080}]}]}
---
apiVersion: v1
kind: Pod
metadata: {name: client, labels: {app: client}}
spec: {containers: [{name: client, image: client:1}]}
`,
};

const contributed: readonly { language: string; path: string }[] = manifest.contributes.snippets;

/** Prefixes people know from other extensions and editors; each should find one of ours. */
const HABITS: Readonly<Record<string, readonly string[]>> = {
  kubernetes: [
    ...['deployment', 'k8sDeployment', 'k8s-deployment', 'kube.deploy', 'kdep'],
    ...['pod', 'k8sPod', 'k8s-pod', 'kube.pod', 'kpod'],
    ...['service', 'k8sService', 'k8s-service', 'kube.service', 'kser'],
    ...['configmap', 'k8s-configmap', 'kube.cm', 'kcm', 'secret', 'k8sSecret', 'ns', 'namespace'],
    ...['pvc', 'persistentVolumeClaim', 'ingress', 'kube.ing', 'job', 'cronjob', 'kcron', 'cj'],
    ...['statefulset', 'sts', 'daemonset', 'ds', 'hpa', 'pdb', 'netpol', 'networkPolicy'],
    ...['serviceAccount', 'sa', 'role', 'rolebinding', 'k8s-rb'],
  ],
  cloudbuild: [
    'cloudbuild',
    'gcb',
    'cloudbuild-docker',
    'cloudbuild-gke',
    'cloudbuild-run',
    'cloudbuild-push',
  ],
  dockerfile: [
    ...['dockerfile', 'multi-stage', 'docker-python'],
    ...['node', 'python', 'go', 'java', 'rust', 'dotnet', 'static'].map((kind) => `dockerfile-${kind}`),
  ],
};

for (const id of ['dockerfile', 'kubernetes', 'cloudbuild']) {
  const language = languages.find((one) => one.id === id)!;
  const bare = read(`./snippets/${id}.json`);
  describe(`${id} snippets`, () => {
    for (const [name, snippet] of Object.entries(bare)) {
      checkOne(language, name, snippet);
      for (const [lang, ending] of [
        ['en', 'explained'],
        ['ko', '설명'],
      ] as const) {
        const twin = read(`./snippets/${id}.${lang}.json`)[`${name}, ${ending}`];
        test(`${name} has a twin explained in ${lang}`, () => assert.ok(twin));
        if (!twin) continue;
        checkOne(language, `${name}, ${ending}`, twin);
        test(`${name}, ${ending}: without its comments it is the bare one`, () => {
          assert.deepEqual(withoutComments(twin.body), snippet.body);
          assert.notDeepEqual(twin.body, snippet.body);
          assert.deepEqual([twin.prefix].flat(), [`${[snippet.prefix].flat()[0]}-${ending}`]);
        });
      }
    }
    test('are found by the prefixes people know', () => {
      const prefixes = Object.values(bare).flatMap(({ prefix }) => prefix);
      for (const typed of HABITS[id] ?? [])
        assert.ok(
          prefixes.some((prefix) => finds(typed, prefix)),
          typed,
        );
    });
    test('have nothing else in their files', () => {
      const all = ['', '.en', '.ko'].map((lang) => Object.keys(read(`./snippets/${id}${lang}.json`)).length);
      assert.equal(new Set(all).size, 1);
    });
  });
}

test('explained Korean snippets are in Korean, and only they are', () => {
  for (const { path } of contributed)
    for (const { body } of Object.values(read(path)))
      for (const comment of body.filter((line) => /^\s*#/.test(line)))
        assert.equal(/[가-힣]/.test(comment), path.endsWith('.ko.json'), comment);
});

function checkOne(language: AnyLanguage, name: string, { body }: Snippet): void {
  const text = expand(body);
  test(`${name}: expands, without tabs and loose ends`, () => {
    // A dollar that is meant is escaped.
    const plain = expand(body.map((line) => line.replaceAll('\\$', 'x')));
    assert.doesNotMatch(plain, /\t|[ \t]$|\$|\n\n\n/m);
    assert.equal(body.at(-1), '$0');
    const numbers = stops(body).map(Number);
    assert.deepEqual(
      numbers,
      [...numbers.keys()].map((i) => (i + 1) % numbers.length),
    );
  });
  const sample = { files: { [language.usualName]: text, ...BESIDE } };
  const bench = lazily(() => new Bench(language, sample));
  test(`${name}: no rule has anything to say`, () => {
    const found = bench().diagnose();
    assert.deepEqual(
      found.map(({ rule, start, end }) => `${rule.id}: ${text.slice(start, end)}`),
      [],
    );
  });
  if (language.id !== 'kubernetes') return;
  for (const kubernetesVersion of ['1.34', '1.35', '1.36', '1.37'])
    test(`${name}: valid in ${kubernetesVersion}`, () => {
      const found = bench().diagnose(configOf({ ...sample, settings: { kubernetesVersion } }));
      assert.deepEqual(
        found.map(({ rule }) => rule.id),
        [],
      );
    });
  test(`${name}: its Pods are welcome where Pod Security is "restricted"`, () => {
    const object = parseAllDocuments(text)[0]?.toJS();
    const inner = object.spec?.jobTemplate ?? object;
    const pod = object.kind === 'Pod' ? object.spec : inner.spec?.template?.spec;
    if (pod) assert.deepEqual(unrestricted(pod), []);
  });
  test(`${name}: is one object`, () => {
    const documents = parseAllDocuments(text);
    assert.equal(documents.length, 1);
    const [document] = documents;
    assert.ok(document && 'errors' in document);
    assert.deepEqual(document.errors, []);
    assert.equal(document.toJS().kind, name.split(',')[0]);
  });
}

/**
 * What keeps a Pod out of such a namespace.
 * Source: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
function unrestricted(pod: Any): readonly string[] {
  const volumes: readonly object[] = pod.volumes ?? [];
  const containers: readonly Any[] = [...pod.containers, ...(pod.initContainers ?? [])];
  const wrong = {
    host: pod.hostNetwork || pod.hostPID || pod.hostIPC,
    root: pod.securityContext?.runAsNonRoot !== true || pod.securityContext.runAsUser === 0,
    seccomp: pod.securityContext?.seccompProfile?.type !== 'RuntimeDefault',
    volume: volumes.some((one) => 'hostPath' in one),
    escalation: containers.some((one) => one.securityContext?.allowPrivilegeEscalation !== false),
    capabilities: containers.some(
      ({ securityContext: own }) => String(own?.capabilities?.drop) !== 'ALL' || own.capabilities.add,
    ),
    privileged: containers.some((one) => one.securityContext?.privileged),
  };
  return Object.entries(wrong).flatMap(([name, isWrong]) => (isWrong ? [name] : []));
}

// biome-ignore lint/suspicious/noExplicitAny: whatever YAML says
type Any = any;

function read(path: string): Record<string, Snippet> {
  assert.ok(
    contributed.some((one) => one.path === path),
    `${path} is not in package.json`,
  );
  return JSON.parse(readFileSync(path, 'utf8'));
}

function withoutComments(body: readonly string[]): readonly string[] {
  return body.filter((line) => !/^\s*#/.test(line));
}

/** VS Code's completion filter, roughly: the letters in order. */
function finds(typed: string, prefix: string): boolean {
  let at = 0;
  for (const letter of prefix.toLowerCase()) if (letter === typed[at]?.toLowerCase()) at++;
  return at === typed.length;
}
