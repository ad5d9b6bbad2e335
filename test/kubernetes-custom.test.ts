import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readMarks } from '../server/src/core/marked';
import { kubernetes } from '../server/src/kubernetes/language';
import { readManifests } from '../server/src/kubernetes/read';
import { customKinds } from '../server/src/kubernetes/schema/custom';
import { hovers, notes } from './hovers';
import { allRules, Bench, uriOf } from './samples';

// Custom resources, checked against the CustomResourceDefinition beside them.

/** A definition whose `spec` has the properties; the rest of it may be changed. */
function definition(properties: string, change = (text: string) => text): string {
  const lines = properties.trimEnd().split('\n');
  const text = `apiVersion: apiextensions.k8s.io/v1
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
          description: A thing of ours.
          type: object
          properties:
            spec:
              type: object
              properties:
${lines.map((line) => `                ${line}`).join('\n')}
`;
  return change(text);
}

const widget = (spec: string) =>
  `apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: web\nspec:\n${spec}`;

const RULES = ['kubernetes/unknown-field', 'kubernetes/wrong-type'];

function marksOf(files: Readonly<Record<string, string>>): string[] {
  const marks = RULES.flatMap((id) => {
    const { language, rule } = allRules.find((one) => one.rule.id === id)!;
    return new Bench(language, { files }, rule).diagnose();
  });
  const { text } = readMarks(Object.values(files)[0]!);
  return marks.toSorted((a, b) => a.start - b.start).map(({ start, end }) => text.slice(start, end));
}

type Row = readonly [name: string, properties: string, marked: string];

const ROWS: readonly Row[] = [
  ['a field it has', 'size: {type: integer}', '  size: 3\n'],
  ['a field it has not', 'size: {type: integer}', '  «colour»: red\n'],
  ['a fraction', 'size: {type: integer}', '  size: «1.5»\n'],
  ['a fraction for a number', 'size: {type: number}', '  size: 1.5\n'],
  ['too large for its format', 'size: {type: integer, format: int32}', '  size: «4294967296»\n'],
  ['large without a format', 'size: {type: integer}', '  size: 4294967296\n'],
  ['a number for text', 'name: {type: string}', '  name: «1»\n'],
  ['a time is text', 'at: {type: string, format: date-time}', '  at: 2026-01-31T09:00:00Z\n'],
  ['a boolean in quotes', 'ready: {type: boolean}', '  ready: «"true"»\n'],
  [
    'inside lists',
    'all:\n  type: array\n  items:\n    type: object\n    properties: {a: {type: string}}',
    '  all:\n    - a: b\n      «c»: d\n    - a: «1»\n',
  ],
  ['one for a list', 'all: {type: array, items: {type: string}}', '  all: «a»\n'],
  [
    'a list of lists',
    'all: {type: array, items: {type: array, items: {type: string}}}',
    '  all: [[a, «1»]]\n',
  ],
  ['free keys', 'map: {type: object, additionalProperties: {type: string}}', '  map: {a: b, c: «1»}\n'],
  ['free keys, free values', 'map: {type: object, additionalProperties: true}', '  map: {a: b, c: 1}\n'],
  [
    'free keys, typed objects',
    'map:\n  type: object\n  additionalProperties:\n    type: object\n    properties: {a: {type: string}}',
    '  map:\n    x: {a: b, «c»: d}\n',
  ],
  [
    'unknown fields kept',
    'x: {type: object, x-kubernetes-preserve-unknown-fields: true}',
    '  x: {any: [1], thing: {at: all}}\n',
  ],
  [
    'unknown fields kept, of an object still',
    'x: {type: object, x-kubernetes-preserve-unknown-fields: true}',
    '  x: «5»\n',
  ],
  ['anything', 'x: {x-kubernetes-preserve-unknown-fields: true}', '  x: 5\n'],
  [
    'unknown fields kept, known ones checked',
    'x:\n  type: object\n  x-kubernetes-preserve-unknown-fields: true\n  properties:\n    a: {type: string}\n    b: {type: object, properties: {}}',
    '  x:\n    other: 1\n    a: «1»\n    b: {«c»: d}\n',
  ],
  ['an object without fields has none', 'x: {type: object}', '  x: {«a»: b}\n'],
  ['a number or text', 'x: {x-kubernetes-int-or-string: true}', '  x: http\n'],
  ['neither number nor text', 'x: {x-kubernetes-int-or-string: true}', '  x: «true»\n'],
  [
    'a quantity',
    "x: {anyOf: [{type: integer}, {type: string}], x-kubernetes-int-or-string: true, pattern: '^(\\+|-)?(([KMGTPE]i)|[numkMGTPE])$'}",
    '  x: 1Gi\n',
  ],
  [
    'a whole object inside',
    'x: {type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}',
    '  x:\n    apiVersion: v1\n    kind: Pod\n    metadata: {name: a, «nam»: b}\n    anything: 1\n',
  ],
  ['null is left out', 'x: {type: string}\ny: {type: string, nullable: true}', '  x: null\n  y:\n'],
  ['a field called constructor', 'x: {type: object}', '  «constructor»: 1\n'],
];

describe('a custom resource whose definition is in the workspace', () => {
  for (const [name, properties, marked] of ROWS)
    it(name, () => {
      const text = widget(marked);
      const { text: plain, ranges } = readMarks(text);
      const wanted = ranges.map(({ start, end }) => plain.slice(start, end));
      assert.deepEqual(marksOf({ 'widget.yaml': text, 'crds/widget.yaml': definition(properties) }), wanted);
    });

  it('in a List, beside built-in kinds', () => {
    const item = (text: string) => `  - ${text.trimEnd().replaceAll('\n', '\n    ')}\n`;
    const items = [
      widget('  size: 3\n'),
      widget('  colour: red\n'),
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  data: {}\n',
    ];
    const text = `apiVersion: v1\nkind: List\nitems:\n${items.map(item).join('')}`;
    const files = { 'all.yaml': text, 'crd.yaml': definition('size: {type: integer}') };
    assert.deepEqual(marksOf(files), ['colour', 'data']);
  });

  const WRONG = widget('  colour: red\n');
  const silent: readonly (readonly [string, string, Record<string, string>])[] = [
    ['no definition', WRONG, {}],
    ['of another version', WRONG.replace('/v1', '/v2'), { 'crd.yaml': definition('a: {type: string}') }],
    [
      'of another group',
      WRONG.replace('example.com', 'example.org'),
      { 'crd.yaml': definition('a: {type: string}') },
    ],
    [
      'a version that is not served',
      WRONG,
      {
        'crd.yaml': definition('a: {type: string}', (text) => text.replace('served: true', 'served: false')),
      },
    ],
    [
      'nothing is pruned',
      WRONG,
      {
        'crd.yaml': definition('a: {type: string}', (text) =>
          text.replace('scope:', 'preserveUnknownFields: true\n  scope:'),
        ),
      },
    ],
    ['a definition half typed', WRONG, { 'crd.yaml': definition('a: {type: string}').slice(0, 300) }],
    ['no schema', WRONG, { 'crd.yaml': definition('a: {type: string}').replace(/ {6}schema:[\s\S]*/, '') }],
    [
      'a template',
      `${WRONG}  {{- if .Values.x }}\n  a: b\n  {{- end }}\n`,
      { 'crd.yaml': definition('a: {type: string}') },
    ],
    ['a patch', `${WRONG}  $patch: delete\n`, { 'crd.yaml': definition('a: {type: string}') }],
    [
      'a patch of a kustomization',
      WRONG,
      {
        'crd.yaml': definition('a: {type: string}'),
        'kustomization.yaml': 'patches:\n  - path: widget.yaml\n',
      },
    ],
    [
      'two definitions, one of which has it',
      WRONG,
      { 'a.yaml': definition('a: {type: string}'), 'b.yaml': definition('colour: {type: string}') },
    ],
    [
      'two definitions of two opinions',
      widget('  a: 1\n'),
      { 'a.yaml': definition('a: {type: string}'), 'b.yaml': definition('a: {type: integer}') },
    ],
  ];
  for (const [name, text, others] of silent)
    it(`silent: ${name}`, () => assert.deepEqual(marksOf({ 'widget.yaml': text, ...others }), []));

  it('says where the definition is', () => {
    const { language, rule } = allRules.find((one) => one.rule.id === 'kubernetes/unknown-field')!;
    const files = { 'widget.yaml': WRONG, 'crd.yaml': definition('a: {type: string}') };
    const bench = new Bench(language, { files }, rule);
    const [related] = bench.diagnose()[0]!.finding.related!;
    const place = bench.engine.locate(related!.span)!;
    assert.equal(place.uri, uriOf('crd.yaml'));
    assert.equal(bench.engine.text(place.uri)!.slice(place.start, place.end), 'widgets.example.com');
  });

  it('is checked again when its definition changes, and others are not', () => {
    const files = { 'widget.yaml': widget('  a: 1\n'), 'crd.yaml': definition('b: {type: string}') };
    const bench = new Bench(kubernetes, { files });
    const ids = () => bench.diagnose().map(({ rule }) => rule.id);
    const uri = uriOf('crd.yaml');
    const write = (text: string) => bench.engine.set({ uri, path: '/work/crd.yaml' }, text);
    assert.ok(ids().includes('kubernetes/unknown-field'));
    write(definition('a: {type: integer}'));
    assert.ok(!ids().includes('kubernetes/unknown-field'));
    write(definition('a: {type: string}'));
    assert.ok(ids().includes('kubernetes/wrong-type'));
    bench.engine.delete(uri);
    assert.deepEqual(ids(), []);
  });
});

describe('what is known of a custom resource', () => {
  const CRD = definition(
    'size:\n  type: string\n  description: How large it gets.\n  enum: [small, large]\n  default: small\nparts:\n  type: array\n  items: {type: object, required: [name], properties: {name: {type: string}}}',
  );

  function at(marked: string) {
    const offset = marked.indexOf('|');
    const text = marked.replace('|', '');
    const bench = new Bench(kubernetes, { files: { 'widget.yaml': text, 'crd.yaml': CRD } });
    const { kubernetesVersion } = bench.config;
    const place = bench.engine.at(bench.uri, offset)!;
    const around = { facts: place.facts, kubernetesVersion };
    return {
      hover: () => kubernetes.hover!(place.model as never, place.part.id, place.offset, around),
      labels: () =>
        kubernetes.complete!(place.model as never, place.part.id, place.offset, around)?.items.map(
          ({ label, body }) => `${label} ${body}`,
        ) ?? [],
    };
  }

  it('hovers say what the definition says', () => {
    const { reference } = at(widget('  si|ze: small\n')).hover()!;
    assert.equal(reference?.path, 'Widget.spec.size');
    assert.equal(reference.text, 'How large it gets.');
    assert.match(JSON.stringify(reference.about), /`small`/);
    const kind = at(widget('').replace('kind', 'ki|nd')).hover()!;
    assert.equal(kind.reference?.text, 'A thing of ours.');
    assert.equal(at(widget('').replace('name', 'na|me')).hover()!.reference?.path, 'Widget.metadata.name');
  });

  it('keys, values and items are offered', () => {
    assert.deepEqual(
      at(widget('  |'))
        .labels()
        .map((label) => label.split(' ')[0]),
      ['size', 'parts'],
    );
    assert.deepEqual(at(widget('  size: |')).labels(), ['small small', 'large large']);
    assert.deepEqual(at(widget('  parts:\n    |')).labels(), ['- parts - name: $1']);
    assert.ok(at('apiVersion: example.com/v1\nkind: |').labels().includes('Widget Widget'));
    assert.ok(
      at('|')
        .labels()
        .some((label) => label.startsWith('Widget apiVersion: example.com/v1\nkind: Widget')),
    );
  });
});

const { table } = hovers(kubernetes);
const custom = (apiVersion: string, kind: string, spec: string) =>
  `apiVersion: ${apiVersion}\nkind: «${kind}»\nmetadata:\n  name: web\nspec:\n  ${spec}\n`;
const marking = (text: string) => text.replace(/kind: «(\w+)»/, 'kind: $1');

table('kinds of GKE', [
  [
    'BackendConfig',
    custom('cloud.google.com/v1', 'BackendConfig', 'timeoutSec: 40'),
    'cloud.google.com.BackendConfig.kind',
    /load balancer/,
  ],
  [
    'a field of it',
    marking(custom('cloud.google.com/v1', 'BackendConfig', '«timeoutSec»: 40')),
    'cloud.google.com.BackendConfig.spec.timeoutSec',
    /30/,
  ],
  [
    'FrontendConfig',
    marking(custom('networking.gke.io/v1beta1', 'FrontendConfig', '«redirectToHttps»: {enabled: true}')),
    'networking.gke.io.FrontendConfig.spec.redirectToHttps',
    /301/,
  ],
  [
    'ManagedCertificate',
    marking(custom('networking.gke.io/v1', 'ManagedCertificate', '«domains»: [a.example.com]')),
    'networking.gke.io.ManagedCertificate.spec.domains',
    /100/,
  ],
  [
    'MultiClusterIngress',
    custom('networking.gke.io/v1', 'MultiClusterIngress', 'template: {}'),
    'networking.gke.io.MultiClusterIngress.kind',
    /config cluster/,
  ],
  [
    'what every object has',
    marking(custom('networking.gke.io/v1', 'MultiClusterIngress', '')).replace('apiVersion', '«apiVersion»'),
    'MultiClusterIngress.apiVersion',
  ],
]);

table('without a definition', [
  [
    'what every object has',
    'apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  «generateName»: web-\n',
    'Widget.metadata.generateName',
    /^`Widget\.metadata\.generateName` · text · optional/,
  ],
]);

describe('a kind of another group that is called like a built-in one', () => {
  const explained = (text: string, word: string) => {
    const bench = new Bench(kubernetes, text);
    const at = bench.engine.at(bench.uri, text.indexOf(word))!;
    const around = { facts: at.facts, kubernetesVersion: bench.config.kubernetesVersion };
    const card = kubernetes.hover!(at.model as never, at.part.id, at.offset, around)!;
    return notes.of('kubernetes', card)?.id ?? card.reference ?? card.facts?.[0];
  };
  const text = (apiVersion: string) =>
    `apiVersion: ${apiVersion}\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector: {a: b}\n  template: {}\n`;
  for (const word of ['Service', 'selector', 'template'])
    it(word, () => {
      assert.equal(explained(text('networking.internal.example.dev/v1'), word), undefined);
      assert.ok(explained(text('v1'), word === 'template' ? 'Service' : word));
    });
});

// What the schema asks of a value: the API server's own validation was asked the same (k8s.io/apiextensions-apiserver).
describe('values against a CustomResourceDefinition', () => {
  const rows: readonly Row[] = [
    ['a pattern', 'a: {type: string, pattern: "^v[0-9]+$"}', '  a: «x1»\n'],
    ['a pattern need not fit all of it', 'a: {type: string, pattern: "[0-9]"}', '  a: x1y\n'],
    ['a pattern RE2 does not take', 'a: {type: string, pattern: "^(?!x)"}', '  a: x1\n'],
    ['a pattern we do not read', 'a: {type: string, pattern: "(?i)^y$"}', '  a: x\n'],
    ['of a number', 'a: {x-kubernetes-int-or-string: true, pattern: "^[0-9]+%$"}', '  a: 5\n'],
    ['of either', 'a: {x-kubernetes-int-or-string: true, pattern: "^[0-9]+%$"}', '  a: «5s»\n'],
    ['too short', 'a: {type: string, minLength: 2}', '  a: «x»\n'],
    ['emoji are one each', 'a: {type: string, maxLength: 2}', '  a: 😀😀\n'],
    ['too long', 'a: {type: string, maxLength: 2}', '  a: «abc»\n'],
    ['too low', 'a: {type: integer, minimum: 1}', '  a: «0»\n'],
    ['not above', 'a: {type: integer, minimum: 1, exclusiveMinimum: true}', '  a: «1»\n'],
    ['too high', 'a: {type: number, maximum: 1.5}', '  a: «1.6»\n'],
    ['not below', 'a: {type: number, maximum: 1.5, exclusiveMaximum: true}', '  a: «1.5»\n'],
    ['a whole number and the whole part', 'a: {type: number, minimum: 1.5}', '  a: 1\n'],
    ['no multiple', 'a: {type: integer, multipleOf: 3}', '  a: «4»\n'],
    ['a multiple of tenths', 'a: {type: number, multipleOf: 0.1}', '  a: 0.3\n'],
    ['too few', 'a: {type: array, minItems: 1, items: {type: string}}', '  «a»: []\n'],
    ['too many', 'a: {type: array, maxItems: 1, items: {type: string}}', '  «a»: [b, c]\n'],
    [
      'too few pairs',
      'a: {type: object, minProperties: 1, additionalProperties: {type: string}}',
      '  «a»: {}\n',
    ],
    ['an item', 'a: {type: array, items: {type: string, pattern: "^b"}}', '  a: [b, «c»]\n'],
    [
      'a value of a map',
      'a: {type: object, additionalProperties: {type: string, maxLength: 1}}',
      '  a: {b: c, d: «ef»}\n',
    ],
    [
      'an item of an item',
      'a: {type: array, items: {type: array, items: {type: integer, minimum: 1}}}',
      '  a: [[1], [«0»]]\n',
    ],
    ['a word in a list', 'a: {type: array, items: {type: string, enum: [b, c]}}', '  a: [b, «d»]\n'],
    ['a word', 'a: {type: string, enum: [b, c]}', '  a: «d»\n'],
    ['a number of some', 'a: {type: integer, enum: [1, 2]}', '  a: «3»\n'],
    ['a word for a number, once', 'a: {type: integer, enum: [1, 2]}', '  a: «b»\n'],
    ['an address', 'a: {type: string, format: ipv4}', '  a: «10.0.0»\n'],
    ['a day there was not', 'a: {type: string, format: date}', '  a: «"2026-02-29"»\n'],
    ['a leap day', 'a: {type: string, format: date}', '  a: "2024-02-29"\n'],
    ['a time', 'a: {type: string, format: date-time}', '  a: «"2026-01-01T24:00:00Z"»\n'],
    ['a format nobody knows', 'a: {type: string, format: colour}', '  a: x\n'],
    ['null', 'a: {type: string, minLength: 2, nullable: true}', '  a: null\n'],
    ['a variable', 'a: {type: string, maxLength: 2}', '  a: $(NAME)\n'],
    ['a template', 'a: {type: string, maxLength: 2}', '  a: {{ .name }}\n'],
    [
      'twice in a set',
      'a: {type: array, x-kubernetes-list-type: set, items: {type: string}}',
      '  a: [b, «b»]\n',
    ],
    ['twice in a list', 'a: {type: array, items: {type: string}}', '  a: [b, b]\n'],
    [
      'two of one key',
      'a: {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [k], items: {type: object, properties: {k: {type: string}}}}',
      '  a: [{k: b}, {k: «b»}]\n',
    ],
    [
      'a field that has to be there',
      'a: {type: object, required: [b], properties: {b: {type: string}, c: {type: string}}}',
      '  «a»: {c: d}\n',
    ],
    [
      'that has a default',
      'a: {type: object, required: [b], properties: {b: {type: string, default: x}}}',
      '  a: {}\n',
    ],
    ['that is empty', 'a: {type: object, required: [b], properties: {b: {type: string}}}', '  a: {b: ""}\n'],
  ];
  for (const [name, properties, marked] of rows)
    it(name, () => {
      const { text, ranges } = readMarks(widget(marked));
      const { language } = allRules.find((one) => one.rule.id === 'kubernetes/custom-value')!;
      const bench = new Bench(language, { files: { 'web.yaml': text, 'crd.yaml': definition(properties) } });
      const found = bench.diagnose().filter(({ severity }) => severity === 'error');
      assert.deepEqual(
        found.map(({ start, end }) => text.slice(start, end)),
        ranges.map(({ start, end }) => text.slice(start, end)),
      );
    });

  // Tried one way after another, these would not come to an end.
  it('no pattern hangs the server', () => {
    const long = `${'a'.repeat(100_000)}!`;
    for (const pattern of [
      '^(a+)+$',
      '^(([a-z])+.)+[A-Z]([a-z])+$',
      '(x+x+)+y',
      '((((a{99}){99}){99}){99}){9}',
    ])
      for (const text of [long, long.slice(-30)]) {
        const { language, rule } = allRules.find((one) => one.rule.id === 'kubernetes/custom-value')!;
        const crd = definition(`a: {type: string, pattern: ${JSON.stringify(pattern)}}`);
        new Bench(
          language,
          { files: { 'web.yaml': widget(`  a: ${text}\n`), 'crd.yaml': crd } },
          rule,
        ).diagnose();
      }
  });

  it('a bomb of aliases in a schema, and in what it describes', () => {
    const levels = Array.from({ length: 12 }, (_, i) => {
      const of = i === 0 ? '{type: string}' : `*l${i - 1}`;
      return `p${i}: &l${i} {type: object, properties: {a: ${of}, b: ${of}, c: ${of}, d: ${of}}}`;
    });
    const values = Array.from({ length: 12 }, (_, i) => {
      const of = i === 0 ? 'x' : `*v${i - 1}`;
      return `  p${i}: &v${i} {a: ${of}, b: ${of}, c: ${of}, d: ${of}}\n`;
    });
    const crd = definition(levels.join('\n'));
    const files = { 'web.yaml': widget(values.join('')), 'crd.yaml': crd };
    const { unit } = readManifests(crd, { uri: 'file:///crd.yaml' }).parts[0]!;
    const [kind] = customKinds(unit.objects[0]!);
    const fields = Object.values(kind!.types).flatMap((type) => Object.keys(type.fields));
    assert.ok(fields.length > 10_000 && fields.length <= 50_010, String(fields.length));
    const { language } = allRules.find((one) => one.rule.id === 'kubernetes/custom-value')!;
    new Bench(language, { files }).diagnose();
  });
});
