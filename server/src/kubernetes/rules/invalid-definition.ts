import type { Finding, Fix } from '../../core/rule';
import { changeTo } from '../../yaml/change';
import { writeEntries, writeValue } from '../../yaml/edit';
import { asMap, asScalar, entry, get, isAbsent, itemsOf, stringOf } from '../../yaml/navigate';
import type { YamlMap } from '../../yaml/node';
import { toJson } from '../../yaml/value';
import { knownObjects } from '../fields/known';
import type { KubernetesObject, Manifest } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/invalid-definition',
  severity: 'error',
  scope: 'part',
  what: {
    ko: '쓸 수 없는 CustomResourceDefinition',
    en: 'A CustomResourceDefinition that cannot be used',
  },
  why: {
    ko: 'CustomResourceDefinition은 API를 하나 만든다. 그 API의 주소는 `<복수형>.<group>`이고 오브젝트의 이름도 꼭 그래야 한다. etcd에는 한 가지 모양으로만 저장되므로 `storage: true`인 버전은 하나뿐이다. schema는 맨 위부터 모든 필드의 `type`을 말해야 한다. 말하지 않은 필드는 저장할 때 잘려 나간다.',
    en: 'A CustomResourceDefinition makes an API. Its address is `<plural>.<group>`, and that has to be the name of the object, too. etcd holds one form of each resource, so there is exactly one version with `storage: true`. A schema names the `type` of every field from the root down: what it does not name is cut off before it is stored.',
  },
  how: {
    ko: '이름은 `spec.names.plural`과 `spec.group`을 점으로 이어 적는다. 버전 하나에만 `storage: true`를 적고, schema는 `type: object`로 시작한다.',
    en: 'Write the name as `spec.names.plural`, a dot and `spec.group`. Give `storage: true` to one version, and begin each schema with `type: object`.',
  },
  messages: {
    name: {
      ko: '이름은 `{wanted}`여야 한다(`spec.names.plural`과 `spec.group`).',
      en: 'The name has to be `{wanted}`: `spec.names.plural` and `spec.group`.',
    },
    protected: {
      ko: '`{group}`{group|은} Kubernetes의 group이다. 다른 이름을 쓴다. 승인받은 것이라면 annotation `api-approved.kubernetes.io`에 그 URL을 적는다.',
      en: '`{group}` is a group of Kubernetes itself: take another, or name the approval in the annotation `api-approved.kubernetes.io`.',
    },
    unstored: {
      ko: '`storage: true`인 버전이 없다. 꼭 하나 있어야 한다.',
      en: 'No version has `storage: true`; exactly one must.',
    },
    stored: {
      ko: '`storage: true`인 버전이 또 있다. 저장하는 버전은 하나뿐이다.',
      en: 'Another version has `storage: true` already; only one is stored.',
    },
    first: { ko: '처음 나온 자리', en: 'The first one is here' },
    root: {
      ko: 'schema의 맨 위는 `type: object`여야 한다.',
      en: 'The root of a schema has to be of `type: object`.',
    },
    type: {
      ko: '`{field}`의 `type`이 없다. schema는 모든 필드의 타입을 말해야 한다.',
      en: '`{field}` has no `type`: a schema has to name that of every field.',
    },
    items: {
      ko: '`{field}`는 목록인데 `items`가 없다. 항목의 타입을 적는다.',
      en: '`{field}` is a list without `items`: name the type of what is in it.',
    },
  },
  concepts: ['concepts/extensibility', 'concepts/api-version'],
  source:
    'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema',
  also: [],
  fix: 'choice',
  examples: [
    { bad: definition({ name: '«widget.example.com»' }), good: definition({}) },
    {
      bad: definition({ storage: 'false', versions: '«versions»' }),
      good: definition({}),
      message: 'unstored',
    },
    {
      bad: definition({
        schema: '«openAPIV3Schema»:\n          properties:\n            spec:\n              type: object',
      }),
      good: definition({
        schema:
          'openAPIV3Schema:\n          type: object\n          properties:\n            spec:\n              type: object',
      }),
      message: 'root',
    },
    {
      bad: definition({
        schema:
          'openAPIV3Schema:\n          type: object\n          properties:\n            «spec»:\n              description: What is wanted.',
      }),
      good: definition({
        schema:
          'openAPIV3Schema:\n          type: object\n          properties:\n            spec:\n              description: What is wanted.\n              type: object',
      }),
      message: 'type',
    },
  ],
  allows: [
    definition({
      schema:
        'openAPIV3Schema:\n          type: object\n          x-kubernetes-preserve-unknown-fields: true',
    }),
    definition({
      schema:
        'openAPIV3Schema:\n          type: object\n          properties:\n            port:\n              x-kubernetes-int-or-string: true\n            any:\n              x-kubernetes-preserve-unknown-fields: true',
    }),
  ],
  *check(manifest: Manifest, context) {
    for (const { object } of knownObjects(manifest, context)) {
      const { group, version, kind, spec } = object;
      const isDefinition = group === 'apiextensions.k8s.io' && version === 'v1' && spec && !spec.templated;
      if (!isDefinition || kind.value !== 'CustomResourceDefinition') continue;
      yield* nameFault(object);
      yield* groupFault(object);
      yield* storageFault(manifest, object);
      for (const one of itemsOf(get(spec, 'versions')))
        yield* schemaFault(manifest, asMap(get(one, 'schema')));
    }
  },
});

function* nameFault({ name, spec }: KubernetesObject): Generator<Finding> {
  const [plural, group] = [stringOf(get(spec, 'names', 'plural')), stringOf(get(spec, 'group'))];
  if (!name?.value || name.node.templated || !plural || !group) return;
  const wanted = `${plural}.${group}`;
  if (name.value !== wanted)
    yield { span: name.node.span, message: 'name', values: { wanted }, fixes: [changeTo(name.node, wanted)] };
}

/** Source: https://kubernetes.io/docs/reference/labels-annotations-taints/#api-approved-kubernetes-io */
function* groupFault({ spec, annotations, metadata }: KubernetesObject): Generator<Finding> {
  const node = asScalar(get(spec, 'group'));
  const isProtected = /(?:^|\.)(?:k8s|kubernetes)\.io$/.test(node?.text ?? '');
  const isApproved = annotations.some(({ name }) => name === 'api-approved.kubernetes.io');
  if (!node || node.templated || !isProtected || isApproved || metadata?.templated) return;
  yield { span: node.span, message: 'protected', values: { group: node.text } };
}

function* storageFault({ document }: Manifest, { spec }: KubernetesObject): Generator<Finding> {
  const versions = entry(spec, 'versions');
  const all = itemsOf(versions?.value);
  const flags = all.map((one) => get(one, 'storage'));
  const written = flags.flatMap((flag) => (toJson(flag) === true && flag ? [flag] : []));
  const isUnknown = [...all, ...flags].some((one) => one?.templated);
  if (!versions || all.length === 0 || isUnknown) return;
  const [only, ...others] = all;
  const map = others.length === 0 ? asMap(only) : undefined;
  if (written.length === 0)
    yield { span: versions.key.span, message: 'unstored', fixes: map ? [store(document, map)] : [] };
  for (const flag of written.slice(1))
    yield { span: flag.span, message: 'stored', related: [{ span: written[0]!.span, message: 'first' }] };
}

function store(document: Manifest['document'], version: YamlMap): Fix {
  const written = entry(version, 'storage');
  return {
    title: { ko: '`storage: true` 적기', en: 'Write `storage: true`' },
    kind: 'choice',
    edits: [
      written ? writeValue(document, written, true) : writeEntries(document, version, { storage: true }),
    ],
  };
}

function* schemaFault({ document }: Manifest, schema: YamlMap | undefined): Generator<Finding> {
  const pair = entry(schema, 'openAPIV3Schema');
  const root = asMap(pair?.value);
  if (!pair || !root || root.templated) return;
  if (!says(root, 'type') && !isFree(root)) {
    const fix = (written: YamlMap): Fix => ({
      title: { ko: '`type: object` 적기', en: 'Write `type: object`' },
      kind: 'choice',
      edits: [writeEntries(document, written, { type: 'object' })],
    });
    yield { span: pair.key.span, message: 'root', fixes: entry(root, 'type') ? [] : [fix(root)] };
  } else if (says(root, 'type') && stringOf(get(root, 'type')) !== 'object')
    yield { span: get(root, 'type')!.span, message: 'root' };
  yield* typeFaults(root);
}

/** Of what is specified below a schema, each written node once; what `allOf` and its like add needs no types. */
function* typeFaults(schema: YamlMap, seen = new Set<YamlMap>()): Generator<Finding> {
  if (seen.has(schema)) return;
  seen.add(schema);
  const properties = asMap(get(schema, 'properties'));
  for (const { name, key, value } of properties?.entries ?? []) {
    const map = asMap(value);
    if (!map || map.templated || key.templated) continue;
    if (!says(map, 'type') && !isFree(map))
      yield { span: key.span, message: 'type', values: { field: name } };
    if (stringOf(get(map, 'type')) === 'array' && isAbsent(get(map, 'items')))
      yield { span: key.span, message: 'items', values: { field: name } };
    yield* typeFaults(map, seen);
  }
  for (const below of ['items', 'additionalProperties']) {
    const pair = entry(schema, below);
    const map = asMap(pair?.value);
    if (!pair || !map || map.templated) continue;
    if (!says(map, 'type') && !isFree(map))
      yield { span: pair.key.span, message: 'type', values: { field: below } };
    yield* typeFaults(map, seen);
  }
}

function says(schema: YamlMap, key: string): boolean {
  const node = get(schema, key);
  return !isAbsent(node) && stringOf(node) !== '';
}

/** Whether anything may stand there, or either of two. */
function isFree(schema: YamlMap): boolean {
  return ['x-kubernetes-int-or-string', 'x-kubernetes-preserve-unknown-fields'].some(
    (flag) => toJson(get(schema, flag)) === true,
  );
}

function definition({
  name = 'widgets.example.com',
  storage = 'true',
  versions = 'versions',
  schema = '',
}): string {
  return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: ${name}
spec:
  group: example.com
  scope: Namespaced
  names:
    plural: widgets
    singular: widget
    kind: Widget
  ${versions}:
    - name: v1
      served: true
      storage: ${storage}
      schema:
        ${schema || 'openAPIV3Schema:\n          type: object'}
`;
}
