import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { cloudbuild } from '../server/src/cloudbuild/language';
import { filesOf, readMarks } from '../server/src/core/marked';
import { kubernetes } from '../server/src/kubernetes/language';
import { readDirectly } from '../server/src/yaml/direct';
import { maskTemplates } from '../server/src/yaml/mask';
import { parseDocument } from '../server/src/yaml/parse';
import { splitDocuments } from '../server/src/yaml/split';
import { HURRIED } from './hurry';
import { allRules, samplesOf } from './samples';
import { expand } from './snippet';
import authority from './yaml-reading.json';

// The `yaml` package is the reference: what is read without it has to be equal, and what is not plain is its own.

/** Whether a text was read directly; then as the package reads it. */
function isReadDirectly(text: string): boolean {
  const direct = readDirectly(text);
  if (!direct) return false;
  const parsed = parseDocument(text);
  if (!isDeepStrictEqual(direct, parsed)) assert.deepEqual(direct, parsed, JSON.stringify(text));
  return true;
}

const PLAIN: readonly string[] = [
  // Documents.
  '',
  '\n',
  '  \n\n  ',
  '# c',
  '# a\n\n  # b\n',
  '---',
  '---\n',
  '---   # c\n# d\n\na: 1\n',
  '# a\n\n---\n# b\n- a\n',
  'a',
  '"a" # b',
  "'a'",
  '[a, b]',
  '{}\n',
  'a: 1',
  'a: 1\r\nb:\r\n- c\r\n\r\n# d\r\n',
  '  a: 1\n  b: 2\n',
  ' - a\n - b\n',
  // Maps.
  'a: 1   \nb:    2\n',
  'a:\nb:\n',
  'a:',
  'a: # b\n',
  'a:    # b\n  c: d\n',
  'a:\n  b:\n    c: d\ne: f\n',
  'a:\n       b: c\n       d: e\nf:\n g: h\n',
  'a : b\n"c" : d\n',
  '"a": b\n\'c\': "d"\n"e: f": g\n"h#i": j\n',
  'a b c: d e f\na/b.c-d_e: f\n한글: 😀 é\n1: 2\ntrue: ~\n<<: a\n',
  'a:b: c\na::b: c\n-a: -b\n?a: ?b\n:a: :b\n',
  'a: b:c\nd: b#c\ne: b # c\nf: -\u2028\na: 1\na: 2\n',
  'a: --b\n',
  'a: ---\nb: ...\n',
  '---a: b\n...c: d\n',
  'a: ~\nb: null\nc: yes\nd: 0x10\n',
  `${'long '.repeat(300)}key: v\n`,
  `a: ${'long '.repeat(3000)}\n`,
  // Lists.
  '- a\n-\n- b\n',
  '-',
  '-   a: 1\n    b: 2\n-  - c\n',
  '- - a\n  - b\n- - - c\n',
  '- a:\n- b:\n',
  '- # a\n  b: 1\n-\n  - c\n',
  'a:\n- b\n- c\nd: e\n',
  'a:\n-\nb: 1\n',
  'a:\n  - b\n  - c: 1\n    d: 2\n  - e:\n    - f\n    g: 3\nh:\n',
  '- a\n - b\n',
  '- a: b\n  c:\n  - d\n\n- e\n',
  // Comments.
  'a:\n    # b\n  # c\n d: 1\n# e\n f: 2\n    # g\nh:\n# i\n\n\n- j\n# k\n  # l\n- m\n  # n',
  'a: "b" # c\nd: [e] # f\ng: |- # h\n  # i\n# j\n',
  'a: # b # c\n  #\n  c: d\n',
  // Quotes.
  'a: "b: c #d \' [e"\nf: \'g: h #i " {j\'\n',
  "a: ''\nb: 'it''s'\nc: ''''\nd: '\\n'\n",
  'a: ""\nb: "\\n\\t\\"\\\\\\/ \\u00e9"\nc: "\\\\"\n',
  'a: "b\tc"\nd: \'e\tf\'\n',
  // Scalars of several lines.
  'a: b\n  c\n\n\n  d\n   e\nf: g\n',
  'a: b\n c - d#e? "f\n  - g\nh:\n  i\n  j\nk:\n- l\n  m\n',
  'a: "b\n  c\n\n  d   \n  "\ne: \'f\n   g\'\'h\n   \'\ni: "\n  j \\n k"\n',
  '- a\n  b\n-\n  c\n  d\n- "e\n  f"\n',
  'a: b\r\n  c\r\n\r\n  d\r\ne: "f\r\n  g"\r\n',
  'a:\n  "b"\nc:\n  [d]\n',
  // Block scalars.
  'a: |\n  b\n   c\n\n  d\ne: f\n',
  'a: |\n  b\n\n\nc: |-\n    d\n    # e\n\n# f\n',
  'a: |\n\n  \n  b',
  'a: |-\n  b\n ',
  'a: >\n  b\n  c\n\n  d\n    e\n    f\n\n  g\n\n\n  h\n',
  'a: >-\n\n   b\n\n    c\n   d\n',
  'a: >\n  b\n  \tc\n  d\n',
  '- |\n b\n- >-\n    c\n    d\n- e: |\n   f\n  g: h\n',
  'a: |   # b\n  ---\n  - c: [\n  "\td\n',
  'a: |\r\n  b\r\n\r\n  c\r\nd: >\r\n  e\r\n  f\r\n',
  'a:\n  |\n  b\n',
  // Flow collections.
  'a: []\nb: {}\nc: [ ]\nd: { }\ne: [[], {}]\n',
  'a: [b, "c", \'d\', e f, -1, --g=h:i, 1.2.3.4/8]  \n',
  'a: {b: c, "d":e, "f": [g, {h: i}], j : k}\n',
  'a: [b,c,]\nd: {e: f,}\n',
  '- [a, b]\n- {c: d}\n- {e:[f], "g":{h:{}}}\n',
  '{\n"a": [\n1\n],\n"b": {}\n}\n',
  'a: [b:c, b#c]\n',
  'a: [\n  b, # c\n\n # d\n  e]\nf: {\n  g: h,\n  i: [\n    j\n  ]\n}\n',
  'a: ["b",\n    "c"]\n',
];

test('what is plain is read directly, as the package reads it', () => {
  for (const text of PLAIN) assert.ok(isReadDirectly(text), JSON.stringify(text));
});

/** What is wrong, and what is rare. */
const LEFT: readonly string[] = [
  // Documents.
  '\uFEFFa: 1\n',
  '%YAML 1.2\n---\na: 1\n',
  '--- a\n',
  '--- a: 1\n',
  '--- |\n  a\n',
  'a: 1\n...\n',
  'a: 1\n---\nb: 2\n',
  '---\n---\n',
  '...\n',
  'a: 1\rb: 2\n',
  'a\nb\n',
  '|\n  a\n',
  '['.repeat(1000),
  `${'- '.repeat(1000)}a\n`,
  // Half typed, or wrong.
  'a: 1\nb\n',
  'a:1\nb: 2\n',
  'a: 1\n  b: 2\n',
  'a:\n  b: 1\n c: 2\n',
  'a:\n    b: 1\n  c: 2\n',
  'a: b: c\n',
  'a: b:\n',
  'a: - b\n',
  'a: 1\n- b\n',
  '- a\nb: 1\n',
  '-\na: 1\n',
  'a: "b\n',
  "a: 'b\n",
  'a: "b" c\n',
  'a: "b": c\n',
  'a: "b"# c\n',
  'a: [b\n',
  'a: [b}\n',
  'a: ]\n',
  'a: [b] c\n',
  'a: [b]: c\n',
  'a: [b,, c]\n',
  'a: [, b]\n',
  'a: [b\nc]\n',
  'a: [[b\n]]\n',
  'a: {b: c\n# d\n}\n',
  'a: {b: 1 c: 2}\n',
  'a: "b\nc"\n',
  'a: b\n  c: d\n',
  'a\n b: c\n',
  '"a\n b": c\n',
  ': a\n',
  'a: |b\n  c\n',
  'a: |\n    b\n  c\n',
  'a: |\n   \n  b\n',
  'a: |\n    \t\n  b\n',
  'a: @b\n',
  'a: `b`\n',
  'a: %b\n',
  'a: ,b\n',
  'a: "\\d"\n',
  // Tabs.
  'a:\n\tb: 1\n',
  'a:\tb\n',
  'a: b\t\n',
  'a: b\tc\n',
  '-\ta\n',
  // Rare.
  'a: &b c\nd: *b\n',
  'a: !!str b\n',
  '? a\n: b\n',
  'a: |2\n   b\n',
  'a: |+\n  b\n\n',
  'a: |\n  b\n   \nc: 1\n',
  'a: |\n',
  'a: |\nb: 1\n',
  'a: {b, c}\n',
  'a: {b: }\n',
  'a: {b:\n }\n',
  'a: [b: c]\n',
  '[a]: b\n',
  'a: "\\x41\\\n  b"\n',
  // The package takes the text for one of two lines, and the key for its end.
  'a:\n#b\n  text\nc: 1\n',
];

test('what is not plain is left to the package', () => {
  for (const text of LEFT) assert.equal(readDirectly(text), undefined, JSON.stringify(text));
});

/** The documents of a text, masked as they are when they are read. */
const documentsOf = (text: string) =>
  splitDocuments(text).map(({ start, end }) => maskTemplates(text.slice(start, end)).text);

const filesBelow = (folder: string, ending: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));

/** Everything that is written in YAML here, once. */
const WRITTEN = [
  ...new Set(
    [
      ...['labs', 'server/notes', 'test', 'tools'].flatMap((folder) => filesBelow(folder, /\.ya?ml$/)),
      ...filesBelow('server/notes', /\.md$/)
        .flatMap((note) => [...note.matchAll(/^```yaml\n(.*?)^```/gms)])
        .map(([, code]) => code!),
      ...filesBelow('snippets', /^(?:kubernetes|cloudbuild).*\.json$/)
        .flatMap((text) => Object.values(JSON.parse(text) as Record<string, { body: string[] }>))
        .map(({ body }) => expand(body)),
      ...allRules
        .filter(({ language }) => language.id === kubernetes.id || language.id === cloudbuild.id)
        .flatMap(({ rule, language }) =>
          samplesOf(rule).flatMap(([, sample]) => filesOf(sample, language.usualName)),
        )
        .filter(([name]) => /\.ya?ml$/.test(name))
        .map(([, text]) => readMarks(text).text),
      ...Object.keys(authority.scalars).map((scalar) => `a: ${scalar}\n`),
      ...Object.keys(authority.documents),
    ].flatMap(documentsOf),
  ),
];

const some = (texts: readonly string[]) => (HURRIED ? texts.filter((_, i) => i % 4 === 0) : texts);
const [CHANGES, MADE_UP] = HURRIED ? [4, 10_000] : [40, 400_000];

test('whatever is written here is read as the package reads it, and nearly all of it directly', () => {
  const direct = WRITTEN.filter(isReadDirectly).length;
  assert.ok(direct > 0.9 * WRITTEN.length, `${direct} of ${WRITTEN.length}`);
  for (const text of some(WRITTEN)) isReadDirectly(text.replace(/\r?\n/g, '\r\n'));
});

test('changed documents are read as the package reads them, or left to it', () => {
  const random = generator(20_261_121);
  for (const text of some(WRITTEN))
    for (let change = 0; change < CHANGES; change++) isReadDirectly(changed(text, random));
});

test('made-up documents are read as the package reads them, or left to it', () => {
  const random = generator(20_261_121);
  const one = (of: readonly string[]) => of[random(of.length)]!;
  for (let i = 0; i < MADE_UP; i++) {
    const lines = Array.from({ length: 1 + random(8) }, () => one(INDENTATIONS) + one(LINES) + one(BREAKS));
    isReadDirectly(lines.join(''));
    isReadDirectly(Array.from({ length: 1 + random(12) }, () => one(BITS)).join(''));
  }
});

const apart = (lines: readonly string[]) => lines.flatMap((line) => line.split('│'));
const INDENTATIONS = apart(['││  │  │    │ │   ']);
const BREAKS = apart(['\n│\n│\n│\n\n│\r\n│ \n│']);
const LINES = apart([
  'a:│b: c│d : e│"f": g│h: i # j│a: b: c│d :│text│two words│#c│# c│---│...',
  '- a│- b: c│- d:│-│- - e│-   f: g│a: - b│- # c│- #c│a: #b│a: # b│? a│: b',
  'a: |│b: >-│- |│- >│|-│a: |2│a: |+│"a"│\'b\'│"a│b"│\'a│b\'│a: "b│c: \'d',
  '[a, b]│c: [d│- [e│f,│g]│{a: b}│c: {d: e,│"f":g│h: i}│[│]│{│}│]: a',
  "&a b│c: *d│!e f│%a│a: @b│\t│a\t│- \ta│'a'b│a: 'b'c",
]);
const BITS = apart([
  'a│b:│: │:│- │-│"c": │\'d\'│"│\'│\\│# e│ #│#f│key: value\n│x y│...│~',
  '\n│\n│\n│\n  │\n  │\n    │\n │\r\n│\r│\t│ │  │\n- │\n  - │\n---\n│|│>│|-\n│>\n  ',
  '[│]│{│}│, │,│[a, b]│{a: b}│{│? │&a │*a│!a │%│`│\uFEFF│\u2028│\x00│\x18│\x1f│한글│😀',
]);

/** A piece is taken out, doubled, swapped or put in; or a line is, or it moves to a side. */
function changed(text: string, random: (limit: number) => number): string {
  if (random(2) === 0) {
    const start = random(text.length + 1);
    const end = Math.min(text.length, start + random(3));
    const bit = [BITS[random(BITS.length)]!, text.slice(start, end).repeat(2), ''][random(3)]!;
    return text.slice(0, start) + bit + text.slice(end);
  }
  const lines = text.split('\n');
  const at = random(lines.length);
  const other = random(lines.length);
  const line = lines[at]!;
  const swapped = lines.with(at, lines[other]!).with(other, line);
  const moved = random(2) === 0 ? ' '.repeat(1 + random(3)) + line : line.replace(/^ {1,2}/, '');
  return [lines.toSpliced(at, 1), lines.toSpliced(other, 0, line), swapped, lines.with(at, moved)][
    random(4)
  ]!.join('\n');
}

/** Numbers below a limit, the same in every run. */
function generator(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}
