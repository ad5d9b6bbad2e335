import { closest } from '../../core/closest';
import type { Fact, WorkspaceFacts } from '../../core/facts';
import type { Finding, Fix } from '../../core/rule';
import { uriOf } from '../../core/span';
import type { Text } from '../../core/text';
import { rewrite, type Word } from '../../yaml/word';
import { plainText } from '../../yaml/write';
import { type ConfigFact, type KubernetesFacts, NEW_KEY } from '../facts';
import { isRewritten } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { consequenceOf } from '../references/consequence';
import type { Reference } from '../references/reference';
import { referencesIn } from '../references/told';
import { isNeighbour, nearest } from '../relations/nearest';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/missing-key',
  severity: 'warning',
  scope: 'part',
  what: {
    ko: 'ConfigMap이나 Secret에 없는 key를 쓴다',
    en: 'A key that the ConfigMap or Secret does not have',
  },
  why: {
    ko: '오브젝트는 있어도 그 안에 key가 없으면 값을 줄 수 없다. API server는 key까지 확인하지 않으므로 Pod는 만들어지고, 컨테이너만 시작하지 못한 채 머문다.',
    en: 'The object is there, and has nothing to give under this key. The API server does not look into it, so the Pod is created and its container never starts.',
  },
  how: {
    ko: '있는 key의 이름으로 고치거나, ConfigMap이나 Secret에 그 key를 더한다. 없어도 된다면 `optional: true`를 적는다.',
    en: 'Use a key that is there, or add this one to the ConfigMap or Secret. What may be missing is `optional: true`.',
  },
  messages: {
    near: {
      ko: '{kind} `{name}`에 key `{key}`{key|은} 없고 `{near}`{near|이} 있다. {result}',
      en: '{kind} `{name}` has no key `{key}`; it has `{near}`. {result}',
    },
    missing: {
      ko: '{kind} `{name}`에 key `{key}`{key|이} 없다. 있는 key는 {keys}. {result}',
      en: '{kind} `{name}` has no key `{key}`; its keys are {keys}. {result}',
    },
    binary: {
      ko: 'ConfigMap `{name}`의 `{key}`{key|은} `binaryData`에 있다. 환경 변수는 `data`의 값만 읽고, volume만 둘 다 읽는다. {result}',
      en: '`{key}` of ConfigMap `{name}` is `binaryData`, which volumes can read and environment variables cannot. {result}',
    },
    there: { ko: '{kind} `{name}`의 key들', en: 'The keys of {kind} `{name}`' },
  },
  concepts: ['kubernetes/ConfigMap', 'kubernetes/Secret', 'concepts/manifest'],
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/#define-container-environment-variables-using-configmap-data',
  also: ['kube-linter/env-value-from'],
  fix: 'choice',
  examples: [
    {
      bad: { files: { 'deploy/web.yaml': pod('«COLOUR»'), 'config/web.yaml': configMap('COLOR: blue') } },
      good: [
        { files: { 'deploy/web.yaml': pod('COLOR') } },
        {
          files: {
            'deploy/web.yaml': pod('COLOUR'),
            'config/web.yaml': configMap('COLOR: blue\n  COLOUR: ""'),
          },
        },
      ],
    },
    {
      bad: `${pod('«HOST»')}---\n${configMap('COLOR: blue # of the page')}`,
      good: `${pod('HOST')}---\n${configMap('COLOR: blue # of the page\n  HOST: ""')}`,
      message: 'missing',
    },
    {
      bad: `${pod('«LOGO»')}---\n${configMap('LOGO: iVBORw==').replace('\ndata', '\nbinaryData')}`,
      good: `${pod('LOGO')}---\n${configMap('LOGO: logo')}`,
      message: 'binary',
    },
  ],
  allows: [
    `${pod('COLOR')}---\n${configMap('COLOR: blue')}`,
    `${pod('HOST').replace('key: HOST', 'key: HOST\n              optional: true')}---\n${configMap('COLOR: blue')}`,
    // Somebody else fills it.
    `${pod('HOST')}---\n${configMap('COLOR: blue').replace(/\ndata:[\s\S]*$/, '')}`,
    // Another namespace.
    `${pod('HOST')}---\n${configMap('COLOR: blue').replace('name: web', 'name: web\n  namespace: prod')}`,
    // The generator adds to it.
    {
      files: {
        'pod.yaml': `${pod('HOST')}---\n${configMap('COLOR: blue')}`,
        'kustomization.yaml': 'configMapGenerator: [{name: web, behavior: merge, literals: [HOST=a]}]\n',
      },
    },
  ],
  *check(manifest: Manifest, { facts }) {
    const { uri } = manifest.file;
    if (!facts.complete || manifest.document.faults.length > 0 || isRewritten(uri, facts)) return;
    for (const reference of referencesIn(manifest)) yield* missingKeys(reference, uri, facts);
  },
});

/** @param uri of the document that names the ConfigMap or Secret */
export function* missingKeys(
  reference: Reference,
  uri: string,
  facts: WorkspaceFacts<KubernetesFacts>,
): Generator<Finding> {
  const keys = reference.parts.filter(({ sort }) => sort === 'key');
  const configs = keys.length > 0 && !reference.optional ? configsOf(reference, uri, facts) : [];
  for (const { word } of configs.length > 0 ? keys : [])
    if (!configs.some(({ value }) => isIn(word, value.keys))) yield* judge(reference, word, configs);
}

type Config = Fact<KubernetesFacts, 'config'>;

/** Those of the name, where all of what they hold is known. */
function configsOf(
  { to: { kind, namespace }, name }: Reference,
  uri: string,
  facts: WorkspaceFacts<KubernetesFacts>,
): readonly Config[] {
  if (facts.find('made', { name: name.text }).some((made) => made.value.kind === kind)) return [];
  const named = facts
    .find('config', { ...(namespace !== undefined && { namespace }), name: name.text })
    .filter(({ value }) => value.kind === kind);
  const configs = nearest(named, uri);
  const isOpen = ({ value, span }: Config) =>
    value.open || isRewritten(uriOf(span.part), facts) || !isNeighbour(uriOf(span.part), uri);
  return configs.some(isOpen) ? [] : configs;
}

function isIn(key: Word, keys: readonly Word[]): boolean {
  return keys.some(({ text }) => text === key.text);
}

function* judge(reference: Reference, key: Word, configs: readonly Config[]): Generator<Finding> {
  const [config] = configs;
  const isBinary = configs.some(({ value }) => isIn(key, value.binaryKeys));
  const isEnv = reference.relation === 'env';
  if (!config || (isBinary && !isEnv)) return;
  const { value } = config;
  const usable = isEnv ? value.keys : [...value.keys, ...value.binaryKeys];
  const names = usable.map(({ text }) => text);
  if (names.length === 0 && !isBinary) return;
  const near = isBinary ? undefined : closest(key.text, names);
  const { text, also } = consequenceOf(reference);
  const shown = names.slice(0, MOST).map((name) => `\`${name}\``);
  const message = isBinary ? 'binary' : near === undefined ? 'missing' : 'near';
  yield {
    span: key.span,
    message,
    values: {
      kind: value.kind,
      name: reference.name.text,
      key: key.text,
      near: near ?? '',
      keys: names.length > MOST ? [...shown, '…'] : shown,
      result: text,
    },
    also: isEnv ? also : [],
    related: [{ span: config.span, message: 'there', values: { kind: value.kind, name: config.name ?? '' } }],
    fixes: isBinary ? [] : [...repairs(key, near, value)],
  };
}

/** So many keys are shown. */
const MOST = 6;

function* repairs(key: Word, near: string | undefined, { kind, room }: ConfigFact): Iterable<Fix> {
  if (near !== undefined)
    yield { title: TITLES.use, values: { near }, kind: 'choice', edits: [rewrite(key, near)] };
  if (room)
    yield {
      title: TITLES.add,
      values: { kind, key: key.text },
      kind: 'choice',
      edits: [{ ...room, text: room.text.replace(NEW_KEY, plainText(key.text)) }],
    };
}

const TITLES = {
  use: { ko: 'key `{near}`{near|을} 쓰기', en: 'Use the key `{near}`' },
  add: { ko: '{kind}에 빈 `{key}` 더하기', en: 'Add an empty `{key}` to the {kind}' },
} satisfies Record<string, Text>;

function pod(key: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29.0
      env:
        - name: COLOR
          valueFrom:
            configMapKeyRef:
              name: web
              key: ${key}
`;
}

function configMap(data: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  ${data}
`;
}
