import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../server/src/core/edit';
import { readMarks } from '../server/src/core/marked';
import { type Edit, type PartId, partId } from '../server/src/core/span';
import { readDocument } from '../server/src/yaml/document';
import {
  addEntry,
  addItem,
  removeEntry,
  removeItem,
  replaceText,
  replaceValue,
} from '../server/src/yaml/edit';
import {
  asSeq,
  entry,
  get,
  isAbsent,
  keySpan,
  pathOf,
  spanWithin,
  stringOf,
  walk,
} from '../server/src/yaml/navigate';
import type { YamlDocument, YamlMap, YamlNode, YamlScalar } from '../server/src/yaml/node';
import { readParts } from '../server/src/yaml/parts';
import { placeAt } from '../server/src/yaml/place';
import { splitDocuments } from '../server/src/yaml/split';
import { type JsonValue, readYamlValue, toJson } from '../server/src/yaml/value';
import { STRIDE } from './hurry';
import authority from './yaml-reading.json';

const PART = partId('file:///a.yaml', 0);
const read = (text: string, part: PartId = PART) => readDocument(text, part);
const json = (value: unknown) => JSON.parse(JSON.stringify(value));

test('scalars and documents are read as Kubernetes reads them', () => {
  for (const [written, value] of Object.entries(authority.scalars)) {
    const document = read(`a: ${written}\n`);
    assert.deepEqual(json(toJson(get(document.root, 'a'))), value, written);
    assert.deepEqual(document.faults, [], written);
  }
  for (const [text, value] of Object.entries(authority.documents)) {
    const document = read(text);
    assert.deepEqual(json(toJson(document.root)), value, text);
    assert.deepEqual(document.faults, [], text);
  }
});

/** Each text marks what is at fault; related text (the first of two keys) is marked as well and listed last. */
const FAULTS: readonly (readonly [marked: string, codes: string, value?: JsonValue])[] = [
  ['spec:\n  «rep»\n  selector:\n    a: b\n', 'missing-colon', { spec: { rep: null, selector: { a: 'b' } } }],
  ['a: 1\n«kin»\nb:\n  c: d\n', 'missing-colon', { a: 1, kin: null, b: { c: 'd' } }],
  ['«spec»\n  replicas: 3\n', 'missing-colon', { spec: { replicas: 3 } }],
  ['a:\n  b: 1\n«c»', 'missing-colon', { a: { b: 1 }, c: null }],
  ['a«:»1\nb: 2\n', 'missing-space', { a: 1, b: 2 }],
  ['a:\n«\t»b: 1\n\tc: 2\nd: 3\n', 'tab-indentation', { a: { b: 1, c: 2 }, d: 3 }],
  ['a:\n  b: 1\n«\t»c: 2\nd: 3\n', 'tab-indentation', { a: { b: 1, c: 2 }, d: 3 }],
  ['a: «"x»\nb: 2\nc: 3\n', 'unclosed-quote', { a: 'x', b: 2, c: 3 }],
  ["a: «'x»\nb: 2\n", 'unclosed-quote', { a: 'x', b: 2 }],
  ['a: «"x»\nb: "z"\n', 'unclosed-quote', { a: 'x', b: 'z' }],
  ['«"a»: 1\nb: 2\n', 'unclosed-quote', { a: 1, b: 2 }],
  ['a: «[»x, z\nb: 2\n', 'unclosed-bracket', { a: ['x', 'z'], b: 2 }],
  ['a: «{»x: 1\nb: 2\n', 'unclosed-bracket', { a: { x: 1 }, b: 2 }],
  ['a: [\n  {x: 1},\n  «{»x: 2\n]\nb: 1\n', 'unclosed-bracket', { a: [{ x: 1 }, { x: 2 }], b: 1 }],
  ['a: [x, z«}»]\nb: 1\n', 'unexpected', { a: ['x', 'z'], b: 1 }],
  ['a:\n  b: 1\n   «c»: 2\nd: 3\n', 'indentation', { a: { b: 1, c: 2 }, d: 3 }],
  ['a:\n    b: 1\n  «c»: 2\nd: 3\n', 'indentation', { a: { b: 1, c: 2 }, d: 3 }],
  ['a: 1\n  «b»: 2\nc: 3\n', 'indentation', { a: 1, b: 2, c: 3 }],
  ['a:\n- b: 1\n «c»: 2\n', 'indentation', { a: [{ b: 1, c: 2 }] }],
  ['a:\n- b: x\n «- b»: z\nc: 1\n', 'indentation', { a: [{ b: 'x' }, { b: 'z' }], c: 1 }],
  ['a:\n  - b: x\n«- b»: z\nc: 1\n', 'indentation', { a: [{ b: 'x' }, { b: 'z' }], c: 1 }],
  ['a:\n    «- b»: 1\n    c: 2\n  - b: 3\n', 'indentation', { a: [{ b: 1, c: 2 }, { b: 3 }] }],
  [' «a»: 1\nb: 2\nc: 3\n', 'indentation', { a: 1, b: 2, c: 3 }],
  ['a: «b: c»\nd: 1\n', 'nested-mapping', { a: 'b: c', d: 1 }],
  ["a: «it's: c»\nd: 1\n", 'nested-mapping', { a: "it's: c", d: 1 }],
  ['b: {a: 1 «b»: 2}\n', 'missing-comma', { b: { a: 1, b: 2 } }],
  ['«a»: 1\nb: 2\n«a»: 3\n', 'duplicate-key', { a: 3, b: 2 }],
  ['x:\n  «a»: 1\n  «"a"»: 3\n', 'duplicate-key', { x: { a: 3 } }],
  ['a: «@»x\nb: «`»z`\n', 'reserved-character reserved-character'],
  ['a: "«\\d»"\nb: 1\n', 'escape'],
  ['a: |«x»\n  foo\nb: 1\n', 'block-header', { a: 'foo\n', b: 1 }],
  ['a: «*x»\nb: 1\n', 'unknown-anchor', { a: null, b: 1 }],
  ['- «*.example.com»\n', 'unknown-anchor'],
  ['a: &x [«*x»]\n', 'unknown-anchor'],
  ['a: "x" «z»\nb: 1\n', 'unexpected', { a: 'x', b: 1 }],
  ['a: «- b»\nc: 1\n', 'unexpected', { a: null, c: 1 }],
  ['a: 1\n«- x»\nb: 2\n', 'unexpected', { a: 1, b: 2 }],
  ['? «[a, b]»\n: 1\n', 'key'],
  ['a: 1\n«:» 2\n', 'missing-key'],
  ['a: !!int «x»\n', 'tag'],
  ['--- «a: 1»\n', 'separator', { a: 1 }],
  ['a: 1\n---«b»\n', 'separator'],
  ['«%YAML 1.1»\n---\na: 1\n', 'directive', { a: 1 }],
  ['a: 1\n  «b»: 2\nc: «"x»\nd: 3\n', 'indentation unclosed-quote', { a: 1, b: 2, c: 'x', d: 3 }],
];

test('one fault is told once, on the narrowest text, and the rest is still read', () => {
  for (const [marked, codes, value] of FAULTS) {
    const { text, ranges } = readMarks(marked);
    const { faults, root } = read(text);
    assert.equal(faults.map(({ code }) => code).join(' '), codes, marked);
    const spans = faults.flatMap(({ span, related }) => (related ? [span, related] : [span]));
    const marks = spans.map(({ start, end }) => text.slice(start, end));
    const found = spans.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start);
    assert.deepEqual(found, ranges, `${marked} ${JSON.stringify(marks)}`);
    if (value !== undefined) assert.deepEqual(json(toJson(root)), value, marked);
  }
});

const DOCUMENTS: readonly (readonly [text: string, parts: readonly string[]])[] = [
  ['a: 1\n---\nb: 2\n', ['a: 1\n', '---\nb: 2\n']],
  ['---\na: 1\n--- # two\nb: 2', ['---\na: 1\n', '--- # two\nb: 2']],
  ['# head\n\n---\na: 1\n', ['# head\n\n---\na: 1\n']],
  ['%YAML 1.1\n---\na: 1\n', ['%YAML 1.1\n---\na: 1\n']],
  ['a: 1\r\n---\r\nb: 2\r\n', ['a: 1\r\n', '---\r\nb: 2\r\n']],
  ['\uFEFF---\na: 1\n', ['\uFEFF---\na: 1\n']],
  ['\uFEFFa: 1\n---\nb: 1\n', ['\uFEFFa: 1\n', '---\nb: 1\n']],
  ['a: |\n  x\n---\nb: 1\n', ['a: |\n  x\n', '---\nb: 1\n']],
  ['a: |\n  ---\n  x\n', ['a: |\n  ---\n  x\n']],
  ['a: 1\n...\nb: 2\n', ['a: 1\n...\n', 'b: 2\n']],
  ['a: 1\n...\n# end\n', ['a: 1\n...\n# end\n']],
  ['a: 1\n...\n%YAML 1.1\n---\nb: 2\n', ['a: 1\n...\n', '%YAML 1.1\n---\nb: 2\n']],
  ['a: 1\n---\n# only a comment\n---\nb: 2\n', ['a: 1\n', '---\n# only a comment\n', '---\nb: 2\n']],
  ['a: 1\n---b\n', ['a: 1\n---b\n']],
  ['---\n---\n', ['---\n', '---\n']],
  ['', ['']],
];

test('documents tile their text', () => {
  for (const [text, expected] of DOCUMENTS) {
    const parts = splitDocuments(text).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(parts, expected, JSON.stringify(text));
  }
});

test('templates are masked, told, and say nothing about what they write', () => {
  const text = [
    '{{- if .Values.web }}',
    'name: {{ .Values.name }}-web',
    'image: "{{ .Values.image | default "x: y" }}:1"',
    'labels:',
    '  {{- include "labels" . | nindent 2 }}',
    'list:',
    '  - a',
    '  {{- range .Values.more }}',
    '  - {{ . }}',
    '  {{- end }}',
    '  - b',
    '{{ .key }}: 1',
    '{{ .other }}: 2',
    'plain: 3',
    '{{- end }}',
    '',
  ].join('\n');
  const document = read(text);
  assert.deepEqual(document.faults, []);
  assert.equal(document.templated, true);
  assert.equal(document.comments.length, 0);
  const templated = (...path: (string | number)[]) => get(document.root, ...path)?.templated;
  assert.equal(templated('name'), true);
  assert.equal(stringOf(get(document.root, 'name')), '{{ .Values.name }}-web');
  assert.equal(templated('image'), true);
  assert.equal(templated('labels'), true);
  assert.equal(isAbsent(get(document.root, 'labels')), false);
  assert.equal(templated('list'), true);
  assert.equal(templated('list', 0), false);
  assert.equal(templated('list', 1), true);
  assert.equal(templated('plain'), false);
  assert.equal(read('{% if x %}\na: 1\n{% endif %}\n').templated, true);
});

test('templates in comments and block scalars are content', () => {
  for (const text of ['# {{ x }}\na: 1\n', 'a: |\n  {{ x }}\n  {%- y\n', 'a: 1 # {{\n']) {
    const document = read(text);
    assert.equal(document.templated, false, text);
    assert.deepEqual(document.faults, [], text);
  }
  assert.equal(stringOf(get(read('a: |\n  {{ x }}\n').root, 'a')), '{{ x }}\n');
  assert.equal(get(read(`a: ${'$'}{IMAGE}:1\n`).root, 'a')?.templated, true);
  assert.equal(get(read('a: $(NAME)\n').root, 'a')?.templated, false);
});

test('comments are found with their places, also where # is none', () => {
  const text = '# one\na: "# no" # two\nb: |\n  # no\nc: # three\n  - x#no\n';
  const comments = read(text).comments.map((own) => [own.text, own.ownLine]);
  assert.deepEqual(comments, [
    ['one', true],
    ['two', false],
    ['three', false],
  ]);
});

test('ways through a document', () => {
  const text = 'a: &x\n  b:\n    - c: "v1:v2"\n    - d\ne: *x\nf: |\n  text\n';
  const { root } = read(text);
  const scalar = get(root, 'e', 'b', 0, 'c') as YamlScalar;
  assert.equal(scalar.value, 'v1:v2');
  assert.deepEqual(pathOf(scalar), ['a', 'b', 0, 'c']);
  const at = (span: { start: number; end: number }) => text.slice(span.start, span.end);
  assert.equal(at(keySpan(scalar)), 'c');
  assert.equal(at(keySpan(get(root, 'a', 'b', 1)!)), 'b');
  assert.equal(at(spanWithin(scalar, 3, 5)), 'v2');
  assert.equal(at(spanWithin(get(root, 'f') as YamlScalar, 0, 2)), '|\n  text');
  assert.equal(get(root, 'a', 'nothing', 3), undefined);
  assert.equal(get(undefined, 'a'), undefined);
});

/** `|` is the cursor; then the role, the path and the text that is being typed. */
const PLACES: readonly (readonly [text: string, expected: string | undefined])[] = [
  ['a: 1\nb|: 2\n', 'key  b'],
  ['a: 1\nb: 2|3\n', 'value b 23'],
  ['a:\n  b: 1\n  |\nc: 2\n', 'key a '],
  ['a:\n  b: 1\n|\n', 'key  '],
  ['a:\n  |\n', 'value a '],
  ['a: |\n', 'value a '],
  ['a:\n  re|\nb: 1\n', 'value a re'],
  ['a:\n  b: 1\n  re|\n', 'key a re'],
  ['a:\n- |\n', 'value a.0 '],
  ['a:\n- b: 1\n  |\n', 'key a.0 '],
  ['a:\n  - b: 1\n  |\n', 'item a '],
  ['a:\n  - b: |\n', 'value a.0.b '],
  ['a: {b: 1, |}\n', 'key a '],
  ['a: {b: |}\n', 'value a.b '],
  ['a: [x, |]\n', 'value a.1 '],
  ['a: 1 # |\n', undefined],
  ['|', 'value  '],
  ['---|\n', undefined],
];

test('the place of an offset, also where nothing is written yet', () => {
  for (const [marked, expected] of PLACES) {
    const offset = marked.indexOf('|');
    const text = marked.replace('|', '');
    const place = placeAt(read(text), offset);
    const shown =
      place && `${place.role} ${place.path.join('.')} ${text.slice(place.typed.start, place.typed.end)}`;
    assert.equal(shown, expected, marked);
  }
});

test('hostile documents', () => {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 9 }, (_, i) => {
    const name = String.fromCharCode(98 + i);
    const below = String.fromCharCode(97 + i);
    return `${name}: &${name} [${`*${below},`.repeat(10)}]`;
  }).join('\n')}\n`;
  const document = read(bomb);
  assert.deepEqual(
    document.faults.map(({ code }) => code),
    ['alias-expansion'],
  );
  let size = 0;
  const count = (value: JsonValue): void => {
    size++;
    if (value && typeof value === 'object') for (const own of Object.values(value)) count(own);
  };
  count(toJson(document.root));
  assert.ok(size < 200_000, `${size} nodes`);
  for (const deep of ['['.repeat(20_000), `a: ${'{b: '.repeat(5000)}`, '- '.repeat(5000), '{{'.repeat(5000)])
    assert.doesNotThrow(() => read(deep));
  const own = read('__proto__: 1\nconstructor: {toString: 2}\n');
  assert.equal(toJson(get(own.root, '__proto__')), 1);
  assert.equal(get(own.root, 'toString'), undefined);
  assert.equal(get(own.root, 'constructor', 'hasOwnProperty'), undefined);
});

test('a configuration file as a plain value', () => {
  const { value, faults } = readYamlValue('profile: learner\nrules:\n  a: off\n  __proto__: 1\n---\nx: 1\n');
  assert.deepEqual(faults, []);
  assert.deepEqual(json(value), JSON.parse('{"profile":"learner","rules":{"a":false,"__proto__":1}}'));
  assert.equal(({} as Record<string, unknown>)['a'], undefined);
  assert.equal(readYamlValue('a: [\n').faults.length, 1);
  assert.deepEqual(readYamlValue('').value, null);
});

type Change = (document: YamlDocument) => Edit;
const EDITS: readonly (readonly [before: string, change: Change, after: string])[] = [
  ['a: 1 # c\n', ({ root }) => replaceValue(get(root, 'a')!, '2'), 'a: 2 # c\n'],
  ['a:\nb: 1\n', ({ root }) => replaceValue(get(root, 'a')!, '2'), 'a: 2\nb: 1\n'],
  ['a: "x"\n', ({ root }) => replaceText(get(root, 'a') as YamlScalar, 'y"'), 'a: "y\\""\n'],
  [
    'a:\n  b: 1 # c\nd: 1\n',
    (own) => addEntry(own, entry(own.root, 'a')!, 'x', '2'),
    'a:\n  b: 1 # c\n  x: 2\nd: 1\n',
  ],
  [
    'a:\n  b: 1\n  c: 1\n',
    (own) => addEntry(own, entry(own.root, 'a')!, 'x', '2', 'b'),
    'a:\n  b: 1\n  x: 2\n  c: 1\n',
  ],
  [
    'a:\n- b: 1\n',
    (own) => addEntry(own, get(own.root, 'a', 0) as YamlMap, 'x', '\n  y: 2'),
    'a:\n- b: 1\n  x:\n    y: 2\n',
  ],
  ['a:\nd: 1\n', (own) => addEntry(own, entry(own.root, 'a')!, 'x', '2'), 'a:\n  x: 2\nd: 1\n'],
  ['a: {}\n', (own) => addEntry(own, entry(own.root, 'a')!, 'x', '2'), 'a: {x: 2}\n'],
  ['a: {b: 1}\n', (own) => addEntry(own, entry(own.root, 'a')!, 'x', '2'), 'a: {b: 1, x: 2}\n'],
  ['a: 1\r\n', (own) => addEntry(own, own.root as YamlMap, 'x', '2'), 'a: 1\r\nx: 2\r\n'],
  ['a:\n  - b\n', (own) => addItem(own, asSeq(get(own.root, 'a'))!, 'c'), 'a:\n  - b\n  - c\n'],
  ['a: [b]\n', (own) => addItem(own, asSeq(get(own.root, 'a'))!, 'c'), 'a: [b, c]\n'],
  ['a: 1\nb:\n  c: 1\nd: 1\n', (own) => removeEntry(own, entry(own.root, 'b')!), 'a: 1\nd: 1\n'],
  ['a: 1\nb:\n  c: 1\n', (own) => removeEntry(own, entry(get(own.root, 'b'), 'c')!), 'a: 1\n'],
  ['a: 1\nb: 2', (own) => removeEntry(own, entry(own.root, 'b')!), 'a: 1'],
  ['- a: 1\n  b: 2\n', (own) => removeEntry(own, entry(get(own.root, 0), 'a')!), '- b: 2\n'],
  ['- a: 1\n  b: 2\n', (own) => removeEntry(own, entry(get(own.root, 0), 'b')!), '- a: 1\n'],
  ['a: {b: 1, c: 2}\n', (own) => removeEntry(own, entry(get(own.root, 'a'), 'b')!), 'a: {c: 2}\n'],
  ['a: {b: 1, c: 2}\n', (own) => removeEntry(own, entry(get(own.root, 'a'), 'c')!), 'a: {b: 1}\n'],
  ['a:\n  - b\n  - c: 1\n    d: 2\n', (own) => removeItem(own, asSeq(get(own.root, 'a'))!, 1), 'a:\n  - b\n'],
  ['a: 1\n', (own) => removeEntry(own, entry(own.root, 'a')!), '{}\n'],
];

test('edits change what they mean and nothing else', () => {
  for (const [before, change, after] of EDITS) {
    const { span, text } = change(read(before));
    assert.equal(applyEdits(before, [{ ...span, text }]), after);
    assert.deepEqual(read(after).faults, []);
  }
});

const TEXTS = [
  ...FAULTS.map(([marked]) => readMarks(marked).text),
  ...DOCUMENTS.map(([text]) => text),
  ...Object.keys(authority.documents),
  'a: {{ x }}\n{{ if y }}\nb: "{{ z }}"\n{{ end }}\n',
];

test('every prefix reads, with spans in bounds and values where they are written', () => {
  for (const text of TEXTS)
    for (let length = 0; length <= text.length; length += STRIDE) checkSpans(read(text.slice(0, length)));
});

function checkSpans(document: YamlDocument): void {
  const inBounds = ({ start, end }: { start: number; end: number }) =>
    assert.ok(0 <= start && start <= end && end <= document.text.length, document.text);
  for (const { span, related } of document.faults) {
    inBounds(span);
    if (related) inBounds(related);
  }
  for (const { span } of document.comments) inBounds(span);
  if (!document.root) return;
  for (const node of walk(document.root)) {
    inBounds(node.span);
    if (document.faults.length === 0) checkInside(node, document);
  }
  for (let offset = 0; offset <= document.text.length; offset += 3) placeAt(document, offset);
}

/** A node lies inside its parent and a plain one-line scalar is the text at its span. */
function checkInside(node: YamlNode, { text }: YamlDocument): void {
  const { parent, span } = node;
  if (parent) assert.ok(parent.span.start <= span.start && span.end <= parent.span.end, text);
  const isWritten = node.type === 'scalar' && node.style === 'plain' && !node.text.includes(' ');
  if (isWritten && !node.templated) assert.equal(text.slice(span.start, span.end), node.text.trim(), text);
}

test('CRLF reads like LF', () => {
  for (const text of TEXTS.filter((own) => !own.includes('\r'))) {
    const crlf = read(text.replaceAll('\n', '\r\n'));
    const lf = read(text);
    assert.deepEqual(toJson(crlf.root), toJson(lf.root), text);
    const shown = ({ faults, text: own }: YamlDocument) =>
      faults.map(({ code, span }) => [code, own.slice(span.start, span.end).replaceAll('\r', '')]);
    assert.deepEqual(shown(crlf), shown(lf), text);
  }
});

test('unchanged documents are the same objects after an edit', () => {
  const random = randomFrom(7);
  let text = TEXTS.slice(0, 30).join('---\n');
  const readText = (own: string, part: PartId) => ({ part, own });
  let before = readParts(text, 'u', undefined, readText);
  for (let step = 0; step < 300; step++) {
    const at = random(text.length);
    text = text.slice(0, at) + ['', 'x', '\n', '\n---\n', ' '][random(5)] + text.slice(at + random(4));
    const after = readParts(text, 'u', before, readText);
    const known = new Map(before.parts.map((part) => [part.text, part]));
    let same = 0;
    for (const part of after.parts) {
      assert.equal(text.slice(part.start, part.start + part.text.length), part.text);
      assert.equal(part.unit.own, part.text);
      assert.equal(part.unit.part, part.id);
      if (known.get(part.text)?.unit === part.unit) same++;
    }
    assert.equal(after.parts.map((part) => part.text).join(''), text);
    assert.equal(new Set(after.parts.map(({ id }) => id)).size, after.parts.length);
    assert.ok(same >= before.parts.length - 6, 'an edit touches its neighbours only');
    before = after;
  }
});

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % Math.max(1, below);
  };
}
