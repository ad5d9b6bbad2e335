import type { Finding, Fix } from '../../core/rule';
import { writeEntries, writeValue } from '../../yaml/edit';
import { entry } from '../../yaml/navigate';
import type { JsonObject, JsonValue } from '../../yaml/value';
import { inFlow } from '../../yaml/write';
import { rejectedNames } from '../facts/rejected-names';
import { firstValues } from '../fields/first-values';
import { type Missing, missingIn } from '../fields/missing';
import { type Typed, typedPlaces } from '../fields/typed';
import { isMoved, isRewritten } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { rule } from '../rule';

const SCHEMA = ['kube-linter/schema-validation'] as const;

export default rule({
  id: 'kubernetes/missing-field',
  severity: 'error',
  scope: 'part',
  what: { ko: '꼭 있어야 하는 필드가 없다', en: 'A field that must be there is missing' },
  why: {
    ko: '이름이 없는 컨테이너, image가 없는 컨테이너, 포트가 없는 Service로는 할 수 있는 일이 없다. API server는 기본값으로 채울 수 없는 필드가 비어 있으면 `Required value`로 오브젝트 전체를 거부한다. 빈 문자열이나 빈 목록도 없는 것으로 친다.',
    en: 'A container without a name, a container without an image, a Service without ports: there is nothing to be done with them. Where no default can fill the gap, the API server refuses the whole object with `Required value`. An empty text or list counts as missing.',
  },
  how: {
    ko: '표시된 key 아래에 그 필드를 적는다. `kubectl explain pod.spec.containers`처럼 물으면 필수 필드에 `-required-`가 붙어 나온다.',
    en: 'Write the field below the marked key. `kubectl explain pod.spec.containers` marks the ones that must be there with `-required-`.',
  },
  messages: {
    field: {
      ko: '`{place}`에 `{field}`{field|이} 없다. 없으면 API server가 거부한다.',
      en: '`{place}` has no `{field}`; the API server refuses it without.',
    },
    empty: {
      ko: '`{field}`{field|이} 비어 있다. API server는 없는 것으로 보고 거부한다.',
      en: '`{field}` is empty; to the API server it is missing, and it refuses that.',
    },
    choice: {
      ko: '`{place}`에는 이 가운데 하나가 있어야 한다: {fields}.',
      en: '`{place}` needs one of these: {fields}.',
    },
    condition: {
      ko: '`{by}`{by|이} `{value}`이면 `{field}`{field|이} 있어야 한다.',
      en: 'With `{by}: {value}` there must be a `{field}`.',
    },
    beside: {
      ko: '`{by}`{by|이} 있으면 `{field}`도 있어야 한다.',
      en: 'Beside `{by}` there must be `{field}`.',
    },
    key: { ko: '`{place}`에 `{field}` key가 없다.', en: '`{place}` has no key `{field}`.' },
    ports: {
      ko: '포트가 둘 이상이면 하나하나 이름이 있어야 한다.',
      en: 'Where a Service has several ports, each needs a name.',
    },
    restart: {
      ko: 'Job의 Pod에는 `restartPolicy`를 적어야 한다. 적지 않으면 `Always`인데, 끝나야 하는 Job에는 쓸 수 없다.',
      en: "A Job's pods need a `restartPolicy`: left out it is `Always`, which a Job that is to end cannot have.",
    },
  },
  concepts: ['concepts/api-server', 'concepts/manifest'],
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields',
  also: [
    ...SCHEMA,
    'kube-score/cronjob-restartpolicy',
    'kube-score/container-ports-check',
    'kube-score/pod-topology-spread-constraints',
  ],
  fix: 'choice',
  examples: [
    {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - «name»: web\n',
      good: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
    },
    {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  «containers»: []\n',
      good: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      message: 'empty',
    },
    {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      «livenessProbe»:\n        periodSeconds: 5\n',
      good: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      livenessProbe:\n        periodSeconds: 5\n        tcpSocket:\n          port: 80\n',
      message: 'choice',
    },
    {
      bad: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: db\nspec:\n  «type»: ExternalName\n',
      good: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: db\nspec:\n  type: ExternalName\n  externalName: db.example.com\n',
      message: 'condition',
    },
    {
      bad: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - name: http\n      port: 80\n    - «port»: 443\n',
      good: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - name: http\n      port: 80\n    - port: 443\n      name: https\n',
      message: 'ports',
    },
    {
      bad: 'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: once\nspec:\n  template:\n    «spec»:\n      containers:\n        - name: once\n          image: busybox:1.37\n',
      good: ['OnFailure', 'Never'].map(
        (word) =>
          `apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: once\nspec:\n  template:\n    spec:\n      restartPolicy: ${word}\n      containers:\n        - name: once\n          image: busybox:1.37\n`,
      ),
      message: 'restart',
    },
  ],
  allows: [
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  clusterIP: None\n',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  generateName: web-\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n  volumes:\n    - name: tmp\n',
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: none\nspec:\n  podSelector: {}\n',
  ],
  *check(manifest: Manifest, context) {
    const { document, file } = manifest;
    // What is half typed will get its fields, and what a kustomization completes has them elsewhere.
    if (document.faults.length > 0 || isRewritten(file.uri, context.facts)) return;
    const isPlaced = isMoved(file.uri, context.facts);
    for (const typed of typedPlaces(manifest, context)) {
      if (typed.place.map.templated) continue;
      const found = [...missingIn(typed, isPlaced)];
      for (const one of found) {
        const { span, message, values } = one;
        const also = [
          ...SCHEMA,
          ...one.fields.flatMap((field) => rejectedNames(one.of, field, typed.object.kind.value)),
        ];
        yield { span, message, values, also, fixes: fixesOf(document, typed, one, found) } satisfies Finding;
      }
    }
  },
});

type Document = Manifest['document'];

function fixesOf(document: Document, typed: Typed, one: Missing, all: readonly Missing[]): readonly Fix[] {
  const own = one.fields.flatMap((field) =>
    firstValues(typed, one, field).map((value) => fixOf(document, one, entriesFor(one, field, value))),
  );
  const beside = all.filter(({ holder, fields }) => holder === one.holder && fields.length === 1);
  const entries = beside.map(
    ({ of, fields: [field = ''] }) => [field, firstValues(typed, { of }, field)[0]] as const,
  );
  const isWhole = entries.length > 1 && entries.every(([, value]) => value !== undefined);
  if (!isWhole || own.length === 0 || beside.some(({ fields: [field = ''] }) => entry(one.holder, field)))
    return own;
  return [fixOf(document, one, Object.fromEntries(entries) as JsonObject), ...own];
}

/** A template of pods comes with the selector that finds them, where there is none yet. */
function entriesFor({ of, holder }: Missing, field: string, value: JsonValue): JsonObject {
  const isAlone = /^apps\.v1\./.test(of) && field === 'template' && !entry(holder, 'selector');
  if (!isAlone || entry(holder, 'template')) return { [field]: value };
  const { metadata } = value as { readonly metadata: { readonly labels: JsonObject } };
  return { selector: { matchLabels: metadata.labels }, template: value };
}

/** What stands behind its key already, and says nothing, gives way. */
function fixOf(document: Document, { holder }: Missing, entries: JsonObject): Fix {
  const [[field, value], ...others] = Object.entries(entries) as [[string, JsonValue]];
  const written = others.length === 0 ? entry(holder, field) : undefined;
  const isPlain = typeof value !== 'object';
  return {
    title: others.length > 0 ? TITLES.all : isPlain ? TITLES.value : TITLES.field,
    values: { fields: Object.keys(entries).map((name) => `\`${name}\``), field, value: inFlow(value) },
    kind: 'choice',
    edits: [
      written ? writeValue(document, written, value) : writeEntries(document, holder, entries, BEHIND[field]),
    ],
  };
}

/** Where people look for it. */
const BEHIND: Readonly<Record<string, string>> = { metadata: 'kind', image: 'name' };

const TITLES = {
  value: { ko: '`{field}: {value}` 적기', en: 'Write `{field}: {value}`' },
  field: { ko: '`{field}` 적기', en: 'Write `{field}`' },
  all: { ko: '빠진 필드 모두 적기: {fields}', en: 'Write all that is missing: {fields}' },
};
