import type { Finding } from '../../core/rule';
import type { Span } from '../../core/span';
import { asScalar, entry, get, itemsOf } from '../../yaml/navigate';
import type { YamlMap, YamlNode, YamlScalar, YamlSeq } from '../../yaml/node';
import type { Place } from '../../yaml/schema/places';
import { contents, type Field } from '../../yaml/schema/types';
import { calledBy } from '../facts/rejected-names';
import { type Unique, uniqueIn } from '../facts/unique-items';
import { typedPlaces } from '../fields/typed';
import type { Manifest } from '../model';
import { rule } from '../rule';
import { isCustom } from '../schema/schema';

const PORTS = ['kube-score/container-ports-check'] as const;

export default rule({
  id: 'kubernetes/duplicate-list-item',
  severity: 'error',
  scope: 'part',
  what: {
    ko: '한 번만 올 수 있는 항목이 목록에 두 번 있다',
    en: 'An item that may come only once stands in a list twice',
  },
  why: {
    ko: '컨테이너와 volume은 이름으로 불리고, Service의 포트는 번호와 protocol로 구별된다. 둘이 같으면 가리키는 것이 어느 쪽인지 알 수 없다. API server는 `Duplicate value`로 거부한다.',
    en: 'Containers and volumes are called by their names, the ports of a Service by number and protocol. With two alike nobody can say which one is meant, and the API server refuses them with `Duplicate value`.',
  },
  how: {
    ko: '하나를 지우거나 이름을 바꾼다. 같은 포트로 TCP와 UDP를 함께 열 때는 이름을 서로 다르게 한다.',
    en: 'Take one away, or give it another name. One port may be open for both TCP and UDP, under two names.',
  },
  messages: {
    field: {
      ko: '`{list}`에 `{field}`{field|이} `{value}`인 항목이 이미 있다.',
      en: '`{list}` already has an item with `{field}: {value}`.',
    },
    fields: {
      ko: '`{list}`에 {fields:이} 같은 항목이 이미 있다.',
      en: '`{list}` already has an item with the same {fields}.',
    },
    item: { ko: '`{list}`에 `{value}`{value|이} 이미 있다.', en: '`{list}` already has `{value}`.' },
    container: {
      ko: '`{value}`{value|이라}는 컨테이너가 `initContainers`에 이미 있다. 한 Pod 안에서 이름은 하나뿐이다.',
      en: '`initContainers` already has a container `{value}`; within a pod a name is taken once.',
    },
    first: { ko: '처음 나온 자리', en: 'The first one is here' },
  },
  concepts: ['concepts/manifest'],
  source: 'https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy',
  also: PORTS,
  examples: [
    {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n    - name: «web»\n      image: redis:8\n',
      good: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n    - name: cache\n      image: redis:8\n',
    },
    {
      bad: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - name: a\n      port: 80\n    - name: b\n      port: «80»\n',
      good: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - name: a\n      port: 80\n    - name: b\n      port: 81\n',
      message: 'fields',
    },
    {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  initContainers:\n    - name: web\n      image: busybox:1.37\n  containers:\n    - name: «web»\n      image: nginx:1.29\n',
      good: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  initContainers:\n    - name: prepare\n      image: busybox:1.37\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      message: 'container',
    },
  ],
  allows: [
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: dns\nspec:\n  ports:\n    - name: dns\n      port: 53\n    - name: dns-udp\n      port: 53\n      protocol: UDP\n',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      ports:\n        - containerPort: 80\n        - containerPort: 80\n      env:\n        - name: A\n          value: a\n        - name: A\n          value: b\n',
  ],
  *check(manifest: Manifest, context) {
    for (const { place } of typedPlaces(manifest, context)) {
      for (const { field, pair } of place.entries)
        for (const unique of uniqueOf(place, field))
          yield* calledBy(repeated(field.name, itemsOf(pair.value), unique), () =>
            place.type.name === 'core.v1.Container' && field.name === 'ports' ? PORTS : [],
          );
      if (place.type.name === 'core.v1.PodSpec') yield* calledBy(sameContainers(place));
      if (place.type.name === 'core.v1.ProjectedVolumeSource') yield* calledBy(sameFiles(place));
    }
  },
});

/** What the items of a list may not have in common. */
function uniqueOf({ type }: Place, field: Field): readonly Unique[] {
  return isCustom(type) ? customUnique(field) : uniqueIn(field.id);
}

/** What the schema of a custom resource says of its lists. */
function customUnique({ keys, unique, type }: Field): readonly Unique[] {
  if (keys) return [{ fields: keys }];
  return unique && contents(type).type === 'string' ? [{ fields: [] }] : [];
}

type Item = YamlMap | YamlSeq | YamlScalar;

function* repeated(
  list: string,
  items: readonly Item[],
  { fields, usual, optional }: Unique,
): Generator<Finding> {
  const before = new Map<string, Span>();
  for (const item of items) {
    const values = fields.length === 0 ? [asScalar(item)] : fields.map((field) => asScalar(get(item, field)));
    const texts = values.map(
      (value, i) => (value?.value === null ? '' : value?.text) || usual?.[fields[i]!] || '',
    );
    if (values.some((value) => value?.templated) || (optional && !values[0]?.value) || !texts[0]) continue;
    const said = JSON.stringify(texts);
    const span = spanOf(item, fields[0]);
    const first = before.get(said);
    if (!first) before.set(said, span);
    else
      yield {
        span,
        message: fields.length === 0 ? 'item' : fields.length === 1 ? 'field' : 'fields',
        values: { list, field: fields[0] ?? '', value: texts[0]!, fields: fields.map((one) => `\`${one}\``) },
        related: [{ span: first, message: 'first' }],
      };
  }
}

function spanOf(item: YamlNode, field: string | undefined): Span {
  return (field === undefined ? undefined : entry(item, field)?.value.span) ?? item.span;
}

/** What a projected volume puts together cannot be two files of one name. */
function sameFiles({ map }: Place): Generator<Finding> {
  const files = itemsOf(get(map, 'sources')).flatMap((source) =>
    ['secret', 'configMap', 'downwardAPI'].flatMap((kind) => itemsOf(get(source, kind, 'items'))),
  );
  return repeated('sources', files, { fields: ['path'] });
}

/** A container cannot be called like one of those that run before it. */
function* sameContainers({ map }: Place): Generator<Finding> {
  const before = new Map(
    itemsOf(get(map, 'initContainers')).map(
      (item) => [asScalar(get(item, 'name'))?.text ?? '', item] as const,
    ),
  );
  for (const item of itemsOf(get(map, 'containers'))) {
    const value = asScalar(get(item, 'name'));
    const first = value?.text && !value.templated ? before.get(value.text) : undefined;
    if (value && first)
      yield {
        span: spanOf(item, 'name'),
        message: 'container',
        values: { value: value.text },
        related: [{ span: spanOf(first, 'name'), message: 'first' }],
      };
  }
}
