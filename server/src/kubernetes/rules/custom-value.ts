import type { Finding } from '../../core/rule';
import type { Values } from '../../core/text';
import { shortened } from '../../yaml/change';
import { resolve } from '../../yaml/navigate';
import type { YamlMap, YamlNode, YamlPair, YamlScalar, YamlSeq } from '../../yaml/node';
import { isVariable } from '../../yaml/schema/places';
import type { Limits } from '../../yaml/schema/types';
import { contents, type Field } from '../../yaml/schema/types';
import { fitsFormat } from '../facts/custom-formats';
import { typedPlaces } from '../fields/typed';
import type { Manifest } from '../model';
import { rule } from '../rule';
import { matches } from '../schema/pattern/match';

export default rule({
  id: 'kubernetes/custom-value',
  severity: 'error',
  scope: 'part',
  what: {
    ko: 'CustomResourceDefinition이 허락하지 않는 값',
    en: 'A value its CustomResourceDefinition does not allow',
  },
  why: {
    ko: 'custom resource의 규칙은 그 CustomResourceDefinition의 schema에 적혀 있다. `pattern`은 글자의 모양을, `minimum`과 `maximum`은 수의 범위를, `minItems`는 목록의 길이를 정한다. API server는 오브젝트를 저장하기 전에 이 규칙을 모두 확인하고, 하나라도 어기면 거부한다.',
    en: 'The rules for a custom resource stand in the schema of its CustomResourceDefinition: a `pattern` for texts, `minimum` and `maximum` for numbers, `minItems` for lists. The API server checks them all before it stores an object, and refuses one that breaks any.',
  },
  how: {
    ko: '작업 영역에 있는 CustomResourceDefinition의 schema에 맞게 고친다. cluster에서는 `kubectl explain`이 같은 것을 보여 준다.',
    en: 'Write what the schema of the CustomResourceDefinition in this workspace asks for. In a cluster `kubectl explain` shows the same.',
  },
  messages: {
    pattern: {
      ko: '`{field}`의 `{written}`{written|은} `{pattern}`에 맞지 않는다.',
      en: '`{field}` has to match `{pattern}`; `{written}` does not.',
    },
    format: {
      ko: '`{field}`에는 `{format}` 형식의 값이 와야 하는데 `{written}`{written|이} 적혀 있다.',
      en: '`{field}` has the format `{format}`; `{written}` has not.',
    },
    short: {
      ko: '`{field}`는 {least}자 이상이어야 하는데 {length}자다.',
      en: '`{field}` needs {least} characters at least; here are {length}.',
    },
    long: {
      ko: '`{field}`는 {most}자까지인데 {length}자다.',
      en: '`{field}` has {most} characters at most; here are {length}.',
    },
    low: {
      ko: '`{field}`는 {least} 이상이어야 하는데 {written:이} 적혀 있다.',
      en: '`{field}` is {least} or more; here is {written}.',
    },
    above: {
      ko: '`{field}`는 {least}보다 커야 하는데 {written:이} 적혀 있다.',
      en: '`{field}` is more than {least}; here is {written}.',
    },
    high: {
      ko: '`{field}`는 {most} 이하여야 하는데 {written:이} 적혀 있다.',
      en: '`{field}` is {most} or less; here is {written}.',
    },
    below: {
      ko: '`{field}`는 {most}보다 작아야 하는데 {written:이} 적혀 있다.',
      en: '`{field}` is less than {most}; here is {written}.',
    },
    multiple: {
      ko: '`{field}`는 {of}의 배수여야 하는데 {written:이} 적혀 있다.',
      en: '`{field}` comes in multiples of {of}; here is {written}.',
    },
    few: {
      ko: '`{field}`에는 {least}개 이상 있어야 하는데 {count}개다.',
      en: '`{field}` holds {least} at least; here are {count}.',
    },
    many: {
      ko: '`{field}`에는 {most}개까지 올 수 있는데 {count}개다.',
      en: '`{field}` holds {most} at most; here are {count}.',
    },
    word: {
      ko: '`{field}`의 값에 `{written}`{written|은} 없다. 이 가운데 하나를 쓴다: {words}.',
      en: '`{field}` does not take `{written}`; use one of these: {words}.',
    },
  },
  concepts: ['concepts/extensibility', 'concepts/api-version'],
  source:
    'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation',
  also: [],
  examples: [
    sample('type: string\n                  pattern: "^v[0-9]+$"', '«latest»', 'v1'),
    { ...sample('type: integer\n                  minimum: 1', '«0»', '1'), message: 'low' },
    {
      ...sample(
        'type: array\n                  minItems: 1\n                  items: {type: string}',
        '[]',
        '[a]',
        '«version»',
      ),
      message: 'few',
    },
  ],
  allows: [
    sample('type: string\n                  pattern: "^v[0-9]+$"', 'v2', 'v1').bad,
    sample('type: string\n                  pattern: "^(?!v).*$"', 'v2', 'v1').bad,
    sample('type: string\n                  format: anything', 'v2', 'v1').bad,
  ],
  *check(manifest: Manifest, context) {
    for (const { place } of typedPlaces(manifest, context)) {
      if (place.map.templated) continue;
      for (const { field, pair } of place.entries)
        if (field.limits) yield* faultsOf(pair, field, pair.value, field.limits);
    }
  },
});

function* faultsOf(pair: YamlPair, field: Field, value: YamlNode, limits: Limits): Generator<Finding> {
  const node = resolve(value);
  if (!node || node.templated) return;
  if (node.type !== 'scalar') yield* countFault(pair, node, limits);
  else if (node.value !== null && !isVariable(node.text))
    yield* scalarFault(field, node, limits, value === pair.value);
  const { inside } = limits;
  if (!inside || node.type === 'scalar') return;
  if (node.type === 'seq') for (const item of node.items) yield* faultsOf(pair, field, item, inside);
  else if (contents(field.type).of === 'map')
    for (const one of node.entries) yield* faultsOf(pair, field, one.value, inside);
}

function* countFault(
  { key, name: field }: YamlPair,
  node: YamlMap | YamlSeq,
  limits: Limits,
): Generator<Finding> {
  const isList = node.type === 'seq';
  const count = isList ? node.items.length : node.entries.length;
  const least = (isList ? limits.minItems : limits.minProperties) ?? 0;
  const most = (isList ? limits.maxItems : limits.maxProperties) ?? Number.POSITIVE_INFINITY;
  if (count < least) yield { span: key.span, message: 'few', values: { field, least, count } };
  if (count > most) yield { span: key.span, message: 'many', values: { field, most, count } };
}

function* scalarFault(
  { name, type, values: known }: Field,
  node: YamlScalar,
  limits: Limits,
  isOwn: boolean,
): Generator<Finding> {
  const { span, value } = node;
  const values = { field: name, written: shortened(node.text) };
  // Of words alone another rule tells, and of another type.
  const isWord = isOwn && known !== undefined && typeof value === 'string';
  const isTyped = limits.enum?.some((one) => typeof one === typeof value);
  if (limits.enum && isTyped && !isWord && !limits.enum.includes(value))
    yield { span, message: 'word', values: { ...values, words: limits.enum.map((one) => `\`${one}\``) } };
  const isFraction = /^int\d/.test(contents(type).type) && !Number.isInteger(value);
  const told =
    typeof value === 'string'
      ? textFault(value, type, limits)
      : typeof value === 'number' && !isFraction
        ? numberFault(value, limits)
        : undefined;
  if (told) yield { span, message: told[0], values: { ...values, ...told[1] } };
}

type Told = readonly [message: string, values: Values];

function textFault(text: string, type: string, limits: Limits): Told | undefined {
  const { pattern, format, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = limits;
  const { length } = [...text];
  if (length < minLength) return ['short', { least: minLength, length }];
  if (length > maxLength) return ['long', { most: maxLength, length }];
  // A quantity is told by its type.
  if (
    pattern !== undefined &&
    type !== 'quantity' &&
    matches(limits as { readonly pattern: string }, text) === false
  )
    return ['pattern', { pattern: shortened(pattern) }];
  return format !== undefined && !fitsFormat(format, text) ? ['format', { format }] : undefined;
}

function numberFault(value: number, limits: Limits): Told | undefined {
  const {
    minimum: least = Number.NEGATIVE_INFINITY,
    maximum: most = Number.POSITIVE_INFINITY,
    multipleOf,
  } = limits;
  // Against a whole number the server takes the whole part of a limit.
  const [minimum, maximum] = Number.isInteger(value) ? [Math.trunc(least), Math.trunc(most)] : [least, most];
  if (value < minimum) return ['low', { least: minimum }];
  if (value === minimum && limits.exclusiveMinimum) return ['above', { least: minimum }];
  if (value > maximum) return ['high', { most: maximum }];
  if (value === maximum && limits.exclusiveMaximum) return ['below', { most: maximum }];
  const times = multipleOf ? value / multipleOf : 0;
  return Math.abs(times - Math.round(times)) > 1e-9 ? ['multiple', { of: multipleOf! }] : undefined;
}

function sample(schema: string, bad: string, good: string, key = 'version') {
  const files = (value: string, name: string) => ({
    files: {
      'web.yaml': `apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: web\nspec:\n  ${name}: ${value}\n`,
      'definition.yaml': `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: widgets.example.com
spec:
  group: example.com
  scope: Namespaced
  names:
    kind: Widget
    plural: widgets
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                version:
                  ${schema}
`,
    },
  });
  return { bad: files(bad, key), good: files(good, 'version') };
}
