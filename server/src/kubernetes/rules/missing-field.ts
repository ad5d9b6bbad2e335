import type { Finding } from '../../core/rule';
import { asScalar, entriesOf, entry, get, isAbsent, itemsOf, resolve } from '../../yaml/navigate';
import { type Choice, choicesOf } from '../facts/field-choices';
import { type Condition, conditionsOf } from '../facts/field-conditions';
import { calledBy, rejectedNames } from '../facts/rejected-names';
import { neededKeys, requiredFields, SECRET_KEYS } from '../facts/required-fields';
import { builtBy, isRewritten } from '../kustomizations';
import type { Manifest } from '../model';
import { rule } from '../rule';
import { holds, says } from '../schema/conditions';
import { has, type Place } from '../schema/places';
import { anchorOf, placeName, type Typed, typedPlaces } from '../typed';

const SCHEMA = ['kube-linter/schema-validation'] as const;

export default rule({
  id: 'kubernetes/missing-field',
  severity: 'error',
  scope: 'part',
  what: { ko: '꼭 있어야 하는 필드가 없다', en: 'A field that must be there is missing' },
  why: {
    ko: '이름이 없는 container, image가 없는 container, port가 없는 Service로는 할 수 있는 일이 없다. API 서버는 기본값으로 채울 수 없는 필드가 비어 있으면 `Required value`로 오브젝트 전체를 거부한다. 빈 문자열이나 빈 목록도 없는 것으로 친다.',
    en: 'A container without a name, a container without an image, a Service without ports: there is nothing to be done with them. Where no default can fill the gap, the API server refuses the whole object with `Required value`. An empty text or list counts as missing.',
  },
  how: {
    ko: '표시된 key 아래에 그 필드를 적는다. `kubectl explain pod.spec.containers`처럼 물으면 필수 필드에 `-required-`가 붙어 나온다.',
    en: 'Write the field below the marked key. `kubectl explain pod.spec.containers` marks the ones that must be there with `-required-`.',
  },
  messages: {
    field: {
      ko: '`{place}`에 `{field}`{field|이} 없다. 없으면 API 서버가 거부한다.',
      en: '`{place}` has no `{field}`; the API server refuses it without.',
    },
    empty: {
      ko: '`{field}`{field|이} 비어 있다. API 서버는 없는 것으로 보고 거부한다.',
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
      ko: 'port가 둘 이상이면 하나하나 이름이 있어야 한다.',
      en: 'Where a Service has several ports, each needs a name.',
    },
    restart: {
      ko: 'Job의 Pod에는 `restartPolicy`를 적어야 한다. 적지 않으면 `Always`인데, 끝나야 하는 Job에는 쓸 수 없다.',
      en: "A Job's pods need a `restartPolicy`: left out it is `Always`, which a Job that is to end cannot have.",
    },
  },
  concepts: ['concepts/manifest'],
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields',
  also: [...SCHEMA, 'kube-score/cronjob-restartpolicy', 'kube-score/container-ports-check'],
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
      good: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - name: http\n      port: 80\n    - name: https\n      port: 443\n',
      message: 'ports',
    },
    {
      bad: 'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: once\nspec:\n  template:\n    «spec»:\n      containers:\n        - name: once\n          image: busybox:1.37\n',
      good: 'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: once\nspec:\n  template:\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: once\n          image: busybox:1.37\n',
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
    const isPlaced = [...builtBy(file.uri, context.facts)].some(({ value }) => value.namespace !== undefined);
    for (const typed of typedPlaces(manifest, context)) {
      if (typed.place.map.templated) continue;
      const { place, object } = typed;
      const names = (field: string) => [
        ...SCHEMA,
        ...rejectedNames(place.type.name, field, object.kind.value),
      ];
      yield* calledBy(SCHEMA, missingName(typed));
      for (const field of requiredFields(place.type.name))
        yield* calledBy(names(field), missing(typed, field));
      for (const choice of choicesOf(place)) yield* calledBy(SCHEMA, missingChoice(typed, choice));
      // A kustomization that gives its objects a namespace gives it to the accounts it binds, too.
      if (!isPlaced || place.type.name !== 'rbac.v1.Subject')
        for (const condition of conditionsOf(place.type.name))
          yield* calledBy(SCHEMA, missingWith(typed, condition));
      yield* calledBy(SCHEMA, missingKeys(typed));
      yield* calledBy(names('restartPolicy'), missingElse(typed));
    }
  },
});

/** Nothing where it has something in it. */
function* missing(typed: Typed, field: string): Generator<Finding> {
  const { place } = typed;
  const written = entry(place.map, field);
  const value = resolve(written?.value);
  const isEmptyList = value?.type === 'seq' && value.items.length === 0;
  const isEmptyText = value?.type === 'scalar' && value.value === '' && !value.templated;
  if (written && (isEmptyList || isEmptyText))
    yield { span: written.key.span, message: 'empty', values: { field } };
  else if (!has(place, field))
    yield { span: written?.key.span ?? anchorOf(typed), values: { field, place: placeName(typed) } };
}

/** Kinds that ask a question, or act on another object, are no objects of their own; a LimitRange gets a name. */
const NAMELESS = /Review$|^Binding$|^Eviction$|List$|^LimitRange$/;

function* missingName(typed: Typed): Generator<Finding> {
  const { place, object } = typed;
  if (place.path.length > 0 || NAMELESS.test(object.kind.value)) return;
  if (object.name?.value || object.generateName?.value) return;
  if (object.name?.node.templated || object.generateName?.node.templated || object.metadata?.templated)
    return;
  const metadata = entry(place.map, 'metadata');
  const span = entry(object.metadata, 'name')?.key.span ?? metadata?.key.span ?? anchorOf(typed);
  yield { span, values: { field: 'metadata.name', place: object.kind.value } };
}

function* missingChoice(typed: Typed, { fields, needed }: Choice): Generator<Finding> {
  const known = fields.filter((field) => typed.place.type.fields.has(field));
  if (!needed || known.some((field) => has(typed.place, field))) return;
  // A field that is not known is told as such; the author meant it to be one of these.
  if (typed.place.map.entries.some(({ name }) => !typed.place.type.fields.has(name))) return;
  const shown = known.length > 6 ? [...known.slice(0, 6), '…'] : known;
  const names = shown.map((field) => (field === '…' ? field : `\`${field}\``));
  yield { span: anchorOf(typed), message: 'choice', values: { place: placeName(typed), fields: names } };
}

function* missingWith(typed: Typed, condition: Condition): Generator<Finding> {
  const value = holds(condition, typed.place);
  for (const field of value === undefined ? [] : (condition.needs ?? [])) {
    if (says(typed.place, field)) continue;
    const span = entry(typed.place.map, field)?.key.span ?? entry(typed.place.map, condition.field)?.key.span;
    const message = span ? 'condition' : 'field';
    const values = { by: condition.field, value: value!, field, place: placeName(typed) };
    yield { span: span ?? anchorOf(typed), message, values };
  }
}

function* missingKeys(typed: Typed): Generator<Finding> {
  for (const { name, key, value } of typed.place.map.entries) {
    const map = resolve(value);
    for (const needed of neededKeys(typed.place.type.name, name))
      if (map?.type === 'map' && !map.templated && isAbsent(get(map, needed)))
        yield {
          span: key.span,
          message: 'key',
          values: { field: needed, place: `${placeName(typed)}.${name}` },
        };
  }
  if (typed.place.type.name !== 'core.v1.Secret') return;
  const keys = [...entriesOf(get(typed.place.map, 'data')), ...entriesOf(get(typed.place.map, 'stringData'))];
  const type = entry(typed.place.map, 'type');
  for (const needed of SECRET_KEYS[asScalar(type?.value)?.text ?? ''] ?? [])
    if (type && !needed.split('|').some((one) => keys.some(({ name }) => name === one)))
      yield {
        span: type.key.span,
        message: 'key',
        values: { field: needed.split('|')[0]!, place: `${placeName(typed)}.data` },
      };
}

function* missingElse({ place, object }: Typed): Generator<Finding> {
  const isPort = place.type.name === 'core.v1.ServicePort' && place.inside;
  if (isPort && itemsOf(get(isPort.map, 'ports')).length > 1 && !asScalar(get(place.map, 'name'))?.text)
    yield { span: anchorOf({ place, object }), message: 'ports' };
  for (const [type, by, field] of TOGETHER)
    if (place.type.name === type && says(place, by) && !says(place, field))
      yield { span: entry(place.map, by)!.key.span, message: 'beside', values: { by, field } };
  // The one autoscaler target without a group would be a ReplicationController, and that is refused, too.
  const isTarget = place.field === 'scaleTargetRef' && !entry(place.map, 'apiVersion');
  if (isTarget) yield* missing({ place, object }, 'apiVersion');
  if (isJobPod(place) && !has(place, 'restartPolicy'))
    yield { span: anchorOf({ place, object }), message: 'restart' };
}

/** The second field must stand beside the first. */
const TOGETHER = [
  ['rbac.v1.PolicyRule', 'resources', 'apiGroups'],
  ['core.v1.PersistentVolumeSpec', 'local', 'nodeAffinity'],
  ['batch.v1.JobSpec', 'maxFailedIndexes', 'backoffLimitPerIndex'],
] as const;

function isJobPod({ type, inside }: Place): boolean {
  return type.name === 'core.v1.PodSpec' && inside?.inside?.type.name === 'batch.v1.JobSpec';
}
