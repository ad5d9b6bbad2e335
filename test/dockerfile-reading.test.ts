import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Joined } from '../server/src/core/joined';
import type { Range, Span } from '../server/src/core/span';
import { readWord } from '../server/src/dockerfile/lex';
import {
  asInstruction,
  commentsAbove,
  type Dockerfile,
  type Instruction,
  instructionsOf,
} from '../server/src/dockerfile/model';
import { readDockerfile } from '../server/src/dockerfile/read';
import { canonicalName, familiarName, parseReference } from '../server/src/image/reference';
import { readingOf, textAt } from './dockerfile-reading';
import { TABLE } from './dockerfile-table';
import { edited, generator } from './edits';
import { HURRIED, STRIDE } from './hurry';

const FILE = { uri: 'file:///work/Dockerfile' };
const read = (text: string, previous?: Dockerfile): Dockerfile => readDockerfile(text, FILE, previous);

for (const { name, text, reads, stages = [], problems = [], values = [] } of TABLE)
  test(name, () => {
    const dockerfile = read(text);
    assert.deepEqual(readingOf(dockerfile), { reads, stages, problems });
    for (const [word, value] of values) assert.equal(valueAtEnd(dockerfile, word), value, word);
  });

/** The value of a word behind the last instruction. */
function valueAtEnd(dockerfile: Dockerfile, written: string): string | undefined {
  const joined = new Joined(written, [{ start: 0, end: written.length }]);
  const word = readWord(joined, dockerfile.parts[0]!.id, dockerfile.escape);
  const { value, problem } = dockerfile.finalStage!.state.scope.expand(word);
  const wrong = word.problem ?? problem;
  return wrong ? `! ${wrong}` : value;
}

const only = <T>(list: readonly T[]): T => {
  assert.equal(list.length, 1);
  return list[0]!;
};

test('a mount is its options, by their long names, with their places', () => {
  const dockerfile = read(
    'FROM a\nRUN --mount=type=cache,dst=/c,ro,sharing=$S --mount="from=b,\\"src=/x,y\\"" --mount=type=x d\n',
  );
  const run = only(instructionsOf(dockerfile, 'RUN'));
  assert.deepEqual(
    run.mounts.map(({ type, options }) => [type, ...options.map(({ key, value }) => [key, value?.text])]),
    [
      ['cache', ['type', 'cache'], ['target', '/c'], ['readonly', undefined], ['sharing', '$S']],
      ['bind', ['from', 'b'], ['source', '/x,y']],
      [undefined, ['type', 'x']],
    ],
  );
  assert.equal(textAt(dockerfile, run.mounts[0]!.options[1]!.span), 'dst=/c');
  assert.equal(textAt(dockerfile, run.mounts[0]!.options[3]!.value!.span), '$S');
  assert.deepEqual(
    run.variables.map(({ name }) => name),
    ['S'],
  );
});

test('places survive continuations, quotes and JSON escapes', () => {
  const dockerfile = read(
    'FROM a AS b\nCOPY --chown="x y" c \\\n  # comment\n  ${d:-\\\n$e} /f\nVOLUME ["\\u0024{g}", "h"]\n' +
      'ENV I= J=k\nONBUILD RUN --network=none l\n',
  );
  const at = (span: Span | undefined): string => textAt(dockerfile, span!);
  const [from, copy, volume, env, onbuild] = dockerfile.instructions;
  assert.ok(from?.keyword === 'FROM' && copy?.keyword === 'COPY' && volume?.keyword === 'VOLUME');
  assert.ok(env?.keyword === 'ENV' && onbuild?.keyword === 'ONBUILD');
  assert.deepEqual([at(from.image?.span), at(from.as?.span), at(from.name?.span)], ['a', 'AS', 'b']);
  assert.deepEqual([at(copy.flags[0]!.nameSpan), at(copy.flags[0]!.value!.span)], ['chown', '"x y"']);
  assert.equal(at(copy.sources[1]!.span), '${d:-\\\n$e}');
  assert.deepEqual(
    copy.variables.map(({ name, modifier, span, nameSpan }) => [name, modifier, at(span), at(nameSpan)]),
    [
      ['d', ':-', '${d:-\\\n$e}', 'd'],
      ['e', undefined, '$e', 'e'],
    ],
  );
  assert.equal(at(only(copy.comments).span), '# comment');
  assert.deepEqual(
    volume.paths.map(({ span, raw }) => [at(span), raw]),
    [
      ['"\\u0024{g}"', '${g}'],
      ['"h"', 'h'],
    ],
  );
  assert.deepEqual([at(env.pairs[0]!.span), env.pairs[0]!.value.span.start], ['I=', 'ENV I='.length]);
  assert.equal(at(onbuild.trigger?.span), 'RUN --network=none l');
  assert.equal(asInstruction(onbuild, 'RUN')?.onbuild, true);
});

test('a shell command is read into commands where a POSIX shell reads it', () => {
  const dockerfile = read(
    [
      'FROM a',
      'RUN apt-get \\',
      '  # which',
      '  install curl',
      'RUN <<EOF',
      'apk add git',
      'EOF',
      'RUN ["/bin/sh", "-c", "pip install \\"x\\""]',
      'HEALTHCHECK CMD curl -f localhost',
      'RUN <<EOF',
      '#!/usr/bin/env python3',
      'print(1)',
      'EOF',
      'SHELL ["pwsh", "-c"]',
      'RUN Get-Item',
    ].join('\n'),
  );
  const tools = dockerfile.instructions.flatMap((one) => {
    const line = one.keyword === 'HEALTHCHECK' ? one.test : asInstruction(one, 'RUN');
    return line ? [line.script?.commands.map(({ tool }) => tool)] : [];
  });
  assert.deepEqual(tools, [['apt-get'], ['apk'], ['sh', 'pip'], ['curl'], undefined, undefined]);
  const [install] = instructionsOf(dockerfile, 'RUN')[0]!.script!.commands;
  assert.equal(
    textAt(dockerfile, { part: dockerfile.instructions[1]!.part, ...install!.args[1]!.range }),
    'curl',
  );
});

test('a script is read once, and not by who copies or compares the instruction', () => {
  const [, run] = read('FROM a\nRUN b\n').instructions;
  assert.ok(run?.keyword === 'RUN');
  const { script } = run;
  assert.equal(run.script, script);
  assert.ok(!Object.keys(run).includes('script'));
});

test('comments above an instruction say how far away they are', () => {
  const dockerfile = read('# one\n\n# two\nFROM a\n');
  assert.deepEqual(
    commentsAbove(dockerfile, dockerfile.instructions[0]!.part).map(({ text, linesBelow }) => [
      text,
      linesBelow,
    ]),
    [
      ['one', 2],
      ['two', 0],
    ],
  );
});

test('what is nested or chained ten thousand deep comes to an end', () => {
  const doubling = Array.from({ length: 2000 }, () => 'ENV A=x$A$A').join('\n');
  assert.equal(valueAtEnd(read(`FROM scratch\n${doubling}\n`), '$A'), undefined);
  const chain = Array.from({ length: 1000 }, (_, i) => `FROM ${i === 0 ? 'a' : `s${i - 1}`} AS s${i}`);
  const dockerfile = read(`${chain.join('\n')}\nWORKDIR x\n`);
  assert.equal(dockerfile.finalChain.length, 1000);
  assert.ok(dockerfile.stages.every(({ reachable }) => reachable));
  const deep = (text: string): string => text.repeat(10_000);
  for (const text of [
    `ENV a=${deep('${a:-')}`,
    deep('ONBUILD '),
    `CMD ${deep('[')}`,
    deep('RUN \\\n'),
    deep('"$'),
  ])
    checkShape(read(`FROM a\n${text}\n`), `FROM a\n${text}\n`);
});

test('image references', () => {
  const shown = (text: string): string => {
    const { tag, digest, problem, ...reference } = parseReference(text);
    const rest = [tag, digest, problem?.code].map((part) => part ?? '-').join(' ');
    return `${familiarName({ ...reference, text })} ${canonicalName({ ...reference, text })} ${rest}`;
  };
  const digest = `sha256:${'0'.repeat(64)}`;
  assert.deepEqual(
    [
      'node',
      'node:22-slim',
      'a/b',
      'docker.io/library/c',
      'localhost/d',
      'host:5000/e:1',
      `f:2@${digest}`,
    ].map(shown),
    [
      'node docker.io/library/node - - -',
      'node docker.io/library/node 22-slim - -',
      'a/b docker.io/a/b - - -',
      'c docker.io/library/c - - -',
      'localhost/d localhost/d - - -',
      'host:5000/e host:5000/e 1 - -',
      `f docker.io/library/f 2 ${digest} -`,
    ],
  );
  assert.deepEqual(
    ['', 'A', 'a/B', 'a:', 'a:-x', 'a@b', 'a//b', '-', 'a'.repeat(256), 'f'.repeat(64), 'a b'].map(
      (text) => parseReference(text).problem?.code,
    ),
    [
      'empty',
      'repository-uppercase',
      'repository-uppercase',
      'tag-invalid',
      'tag-invalid',
      'digest-invalid',
      'repository-invalid',
      'repository-invalid',
      'repository-too-long',
      'repository-is-id',
      'repository-invalid',
    ],
  );
  const { places, text } = parseReference('ghcr.io/o/i:1@sha256:x');
  const at = ({ start, end }: Range): string => text.slice(start, end);
  assert.deepEqual(
    [places.registry, places.repository, places.tag, places.digest].map((place) => place && at(place)),
    ['ghcr.io', 'o/i', '1', 'sha256:x'],
  );
});

test('every prefix of every text is read: its parts are the text, its places are in them', () => {
  for (const { text } of TABLE)
    for (let end = 0; end <= text.length; end += STRIDE)
      checkShape(read(text.slice(0, end)), text.slice(0, end));
});

test('line ends make no difference', () => {
  const unified = (dockerfile: Dockerfile): string =>
    JSON.stringify(readingOf(dockerfile)).replaceAll('\\\\r\\\\n', '\\\\n');
  for (const { text } of TABLE.filter(({ text }) => !text.includes('\r')))
    assert.equal(unified(read(text.replaceAll('\n', '\r\n'))), unified(read(text)));
});

const EDITS = HURRIED ? 4 : 12;

test('an edit gives what reading anew gives, and leaves what it does not touch', () => {
  const random = generator(20_260_821);
  for (const { text } of TABLE) {
    let now = text;
    let model = read(now);
    for (let i = 0; i < EDITS; i++) {
      now = edited(now, BITS, random);
      const next = read(now, model);
      checkShape(next, now);
      assert.deepEqual(plain(next), plain(read(now)), JSON.stringify(now));
      checkReuse(model, next);
      model = next;
    }
  }
});

test('typing within an instruction keeps its identity and all others', () => {
  const text = 'FROM a\nRUN b\n# c\nRUN d\nCMD e\n';
  const before = read(text);
  const after = read(text.replace('RUN d', 'RUN ddd'), before);
  assert.deepEqual(
    after.parts.map(({ id }) => id),
    before.parts.map(({ id }) => id),
  );
  assert.deepEqual(
    after.instructions.map((one, i) => one === before.instructions[i]),
    [true, true, false, true],
  );
  const shells = read(text.replace('RUN b', 'SHELL ["bash", "-c"]'), before);
  assert.deepEqual(
    shells.instructions.map((one, i) => one === before.instructions[i]),
    [true, false, false, false],
  );
});

/** Of the stages of a text, `=` for those that are the same objects after an edit, and `x` for the others. */
const KEPT: readonly (readonly [name: string, text: string, from: string, to: string, kept: string])[] = [
  ['an instruction of another stage', 'FROM a\nRUN b\nFROM c\nRUN d\n', 'RUN b', 'RUN bb', 'x='],
  ['a comment', 'FROM a\nRUN b\n# e\nFROM c\n', '# e', '# ee', '=='],
  ['a comment that names a shell', 'FROM a\n# e\nLABEL b=c\nFROM c\n', '# e', '# hadolint shell=pwsh', 'x='],
  ['a global ARG', 'ARG A=1\nFROM a\nFROM c\n', 'A=1', 'A=2', 'xx'],
  ['an instruction before FROM', 'RUN a\nFROM a\nFROM c\n', 'RUN a', 'RUN b', '=='],
  ['a stage below', 'FROM a AS x\nRUN b\nFROM x AS y\nFROM y\nFROM c\n', 'RUN b', 'RUN c', 'xxx='],
  ['a stage that is copied from', 'FROM a AS x\nRUN b\nFROM c\nCOPY --from=x / /\n', 'RUN b', 'RUN c', 'xx'],
  ['a later stage', 'FROM a AS x\nCOPY --from=y / /\nFROM c AS y\nRUN b\n', 'RUN b', 'RUN c', 'xx'],
  ['the name of a stage', 'FROM a\nFROM c AS x\nFROM d\nCOPY --from=x / /\n', 'AS x', 'AS y', '=xx'],
  ['what the build needs', 'FROM a AS x\nFROM c\nRUN b\nFROM d\n', 'FROM d', 'FROM x', 'x=x'],
  [
    'what the final image is made of',
    'FROM a AS x\nFROM c AS y\nCOPY --from=x / /\nFROM y\n',
    'FROM y',
    'FROM x',
    'xxx',
  ],
  ['what is taken', 'FROM a AS x\nRUN b\nFROM c\nRUN d\n', 'RUN d', 'COPY --from=x / /', 'xx'],
  ['a shell up to SHELL', 'FROM a\n# e\nUSER x\nSHELL ["sh"]\nFROM c\n', '# e', '# hadolint shell=cmd', 'x='],
  ['a stage more', 'FROM a\nFROM b\nFROM c\n', 'FROM b\n', 'FROM b\nFROM b\n', '==xx'],
];

for (const [name, text, from, to, kept] of KEPT)
  test(`stages after an edit of ${name}`, () => {
    const before = read(text);
    const { stages } = read(text.replace(from, to), before);
    const same = stages.map((stage, i) => (stage === before.stages[i] ? '=' : 'x'));
    assert.equal(same.join(''), kept);
  });

function checkShape(dockerfile: Dockerfile, text: string): void {
  assert.equal(dockerfile.parts.map((part) => part.text).join(''), text);
  const starts = new Map<string, number>();
  let at = 0;
  for (const { id, start, text } of dockerfile.parts) {
    assert.equal(start, at);
    assert.ok(!starts.has(id), 'ids are unique');
    starts.set(id, text.length);
    at += text.length;
  }
  for (const { part, start, end } of spansIn([dockerfile.instructions, dockerfile.directives]))
    assert.ok(
      start >= 0 && start <= end && end <= starts.get(part)!,
      `${start}–${end} in ${JSON.stringify(text)}`,
    );
}

function* spansIn(value: unknown): Generator<Span> {
  if (typeof value !== 'object' || value === null) return;
  if ('part' in value && 'start' in value && 'end' in value) yield value as Span;
  else for (const inner of Object.values(value)) yield* spansIn(inner);
}

function checkReuse(before: Dockerfile, after: Dockerfile): void {
  const known = new Map(before.parts.map((part) => [part.id, part]));
  for (const part of after.parts) {
    const old = known.get(part.id);
    if (old?.text !== part.text || old.kind !== part.kind || before.escape !== after.escape) continue;
    if (part.kind === 'trivia') assert.equal(part.trivia, old.kind === 'trivia' && old.trivia);
    else if (
      old.kind === 'instruction' &&
      shellOf(before, old.instruction) === shellOf(after, part.instruction)
    )
      assert.equal(part.instruction, old.instruction);
  }
}

function shellOf({ states }: Dockerfile, instruction: Instruction): string {
  return JSON.stringify(states.get(instruction)!.shell);
}

/** The whole model as text, with parts named by their order. */
function plain(dockerfile: Dockerfile): unknown {
  const order = new Map(dockerfile.parts.map(({ id }, i) => [id as string, i]));
  const replace = (_: string, value: unknown): unknown => {
    if (value instanceof Joined) return [value.text, value.toSource(0), value.toSource(value.text.length)];
    return typeof value === 'string' && order.has(value) ? order.get(value) : value;
  };
  const { parts, directives, directiveProblems } = dockerfile;
  return [JSON.stringify({ parts, directives, directiveProblems }, replace), readingOf(dockerfile)];
}

const BITS = [
  '\n',
  '\\\n',
  '\\',
  '"',
  "'",
  ' ',
  '#',
  '<<EOF',
  'EOF\n',
  '$',
  '{',
  '}',
  '[',
  ']',
  ',',
  'RUN ',
  'FROM a AS b\n',
  '=',
  'x',
  '\r\n',
  '# escape=`\n',
  'SHELL ["pwsh"]\n',
];
