import { BROUGHT } from '../facts/always-there';
import { placesOf } from '../facts/kinds';
import { isFree } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { consequenceOf } from '../references/consequence';
import { addressOf, type Reference } from '../references/reference';
import { resolve } from '../references/resolve';
import { referencesIn } from '../references/told';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/reference-not-found',
  severity: 'hint',
  scope: 'part',
  what: {
    ko: '가리키는 오브젝트가 이 작업 공간에 없다',
    en: 'A name of an object that is not in this workspace',
  },
  why: {
    ko: '이 폴더가 cluster의 전부는 아니다. 다른 저장소에 있거나 `kubectl create`로 직접 만들었을 수 있다. 그렇지 않다면 이름을 받은 API server는 아무 말이 없고, 탈은 나중에 다른 곳에서 난다.',
    en: 'A workspace is not the whole cluster: the object may be in another repository, or made by hand with `kubectl create`. If it is nowhere, the API server takes the name without a word, and something else fails later.',
  },
  how: {
    ko: '먼저 만들어 두어야 하는 오브젝트인지 확인한다. 여기서 함께 관리할 것이라면 manifest를 더한다. 없어도 되는 ConfigMap이나 Secret이라면 `optional: true`를 적는다.',
    en: 'See to it that the object exists before this one is applied. Add its manifest if it is kept here. A ConfigMap or Secret that may be missing is `optional: true`.',
  },
  messages: {
    missing: {
      ko: '{kind} `{name}`{name|이} 이 작업 공간에 없다. {result}',
      en: '{kind} `{name}` is not in this workspace. {result}',
    },
  },
  concepts: ['concepts/object', 'concepts/desired-state'],
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  also: [
    'kube-linter/dangling-horizontalpodautoscaler',
    'kube-linter/dangling-ingress',
    'kube-linter/env-value-from',
    'kube-linter/non-existent-service-account',
    'kube-score/horizontalpodautoscaler-has-target',
    'kube-score/ingress-targets-service',
    'kube-score/statefulset-has-servicename',
  ],
  examples: [{ bad: claimed('«data»'), good: `${claimed('data')}---\n${claim('data')}` }],
  allows: [
    `${claimed('data')}---\n${claim('data')}`,
    // Every cluster has it.
    claimed('data')
      .replace('  volumes', '  serviceAccountName: default\n  volumes')
      .replace(/ {2}volumes:[\s\S]*$/, ''),
    // A kustomization builds with more than what is here.
    {
      files: {
        'pod.yaml': claimed('data'),
        'kustomization.yaml': 'resources: [pod.yaml, https://example.com/base]\n',
      },
    },
    claimed('{{ .Values.claim }}'),
  ],
  *check(manifest: Manifest, { facts, path }) {
    const { file, document } = manifest;
    if (!facts.complete || path === undefined || document.faults.length > 0) return;
    if (!isFree(file.uri, facts)) return;
    const said = new Set<string>();
    for (const reference of referencesIn(manifest)) {
      const { to, name, optional } = reference;
      // The same name is told once.
      const address = `${to.namespace} ${addressOf(to.kind, name.text)}`;
      if (optional || said.has(address) || !isExpected(reference)) continue;
      said.add(address);
      if (resolve(reference, file.uri, facts).certainty !== 'unknown') continue;
      const { text: result, also } = consequenceOf(reference);
      yield { span: name.span, values: { kind: to.kind, name: name.text, result }, also };
    }
  },
});

/** Of a kind that people write beside what names it. */
function isExpected({ relation, to, owner }: Reference): boolean {
  if (!EXPECTED.has(relation) || BROUGHT.has(to.kind)) return false;
  // A volume that waits for its claim lacks nothing.
  if (owner.kind === 'PersistentVolume') return false;
  return placesOf(to.kind).some(({ group }) => to.group === undefined || group === to.group);
}

const EXPECTED: ReadonlySet<Reference['relation']> = new Set<Reference['relation']>([
  'account',
  'backend',
  'claim',
  'env',
  'envFrom',
  'headless',
  'role',
  'scale',
  'subject',
  'volume',
  'webhook',
]);

function claimed(name: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29.0
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: ${name}
`;
}

function claim(name: string): string {
  return `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: ${name}
spec:
  accessModes: [ReadWriteOnce]
  resources:
    requests:
      storage: 1Gi
`;
}
