import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readMarks } from '../server/src/core/marked';
import { kubernetes } from '../server/src/kubernetes/language';
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
  `apiVersion: ${apiVersion}\n«kind»: ${kind}\nmetadata:\n  name: web\nspec:\n  ${spec}\n`;
const marking = (text: string) => text.replace('«kind»', 'kind');

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
    return notes.at('kubernetes', card.place)?.id ?? card.reference ?? card.facts?.[0];
  };
  const text = (apiVersion: string) =>
    `apiVersion: ${apiVersion}\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector: {a: b}\n  template: {}\n`;
  for (const word of ['kind', 'selector', 'template'])
    it(word, () => {
      assert.equal(explained(text('serving.knative.dev/v1'), word), undefined);
      assert.ok(explained(text('v1'), word === 'template' ? 'kind' : word));
    });
});
