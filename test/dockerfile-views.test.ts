import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dockerfile } from '../server/src/dockerfile/language';
import { Views } from './views';

const TWO = `# syntax=docker/dockerfile:1
# The second line.
ARG GO=1.25
FROM golang:\${GO} AS build
RUN go build \\
    # why
    # so
    -o /app .

FROM scratch
COPY --from=build /app /
COPY <<EOF /etc/app.conf
a=1
EOF
`;

describe('outline', () => {
  it('stages and their instructions', () =>
    assert.deepEqual(new Views(dockerfile, TWO).outline, [
      'ARG (GO=1.25)',
      `build (golang:\${GO})`,
      '  RUN (go build -o /app .)',
      'FROM scratch',
      '  COPY (--from=build /app /)',
      '  COPY (<<EOF /etc/app.conf)',
    ]));
  it('a fragment', () => assert.deepEqual(new Views(dockerfile, 'RUN true\n').outline, ['RUN (true)']));
  it('half typed', () => assert.deepEqual(new Views(dockerfile, 'FROM\nR').outline, ['FROM', '  R']));
  it('long lines in short', () => {
    const [, line] = new Views(dockerfile, `FROM a\nRUN ${'x'.repeat(80)}\n`).outline ?? [];
    assert.equal(line, `  RUN (${'x'.repeat(60)}…)`);
  });
});

describe('folds', () => {
  it('stages, long instructions, comments and heredocs', () =>
    assert.deepEqual(new Views(dockerfile, TWO).folds, ['1-2#', '4-8', '5-8', '6-7#', '10-14', '12-14']));
  it('regions across instructions', () =>
    assert.deepEqual(new Views(dockerfile, 'FROM a\n# region x\nRUN a\n\nRUN b\n# endregion\n').folds, [
      '1-5',
      '2-6##',
    ]));
  it('nothing on one line', () => assert.deepEqual(new Views(dockerfile, 'FROM a\n').folds, []));
});

describe('what is around', () => {
  it('a word of a command', () =>
    assert.deepEqual(new Views(dockerfile, 'FROM a\nRUN apt-get install cu|rl && true\nFROM b\n').around, [
      'curl',
      'apt-get install curl',
      'apt-get install curl && true',
      'RUN apt-get install curl && true',
      'FROM a\nRUN apt-get install curl && true',
    ]));
  it('a value of ENV', () =>
    assert.deepEqual(new Views(dockerfile, 'FROM a\nENV A=b| C=d\n').around.slice(0, 4), [
      'b',
      'A=b',
      'A=b C=d',
      'ENV A=b C=d',
    ]));
  it('a comment', () =>
    assert.deepEqual(new Views(dockerfile, '# a\n# b|\nFROM a\n').around, ['# b', '# a\n# b']));
});

describe('links', () => {
  const rows: readonly (readonly [name: string, text: string, links: readonly string[]])[] = [
    ['an image', 'FROM node:22 AS a\nFROM a\n', ['node:22 → https://hub.docker.com/_/node']],
    [
      'a variable in the tag',
      `ARG V=1\nFROM node:\${V}-slim\n`,
      [`node:\${V}-slim → https://hub.docker.com/_/node`],
    ],
    ['a variable in the name', `ARG V=node\nFROM \${V}:22\n`, []],
    ['scratch', 'FROM scratch\n', []],
    [
      'what is copied from',
      'FROM scratch\nCOPY --from=nginx:1.29 /a /b\n',
      ['nginx:1.29 → https://hub.docker.com/_/nginx'],
    ],
    [
      'what is downloaded',
      'FROM scratch\nADD https://example.com/a.tar.gz b.txt /\n',
      ['https://example.com/a.tar.gz → https://example.com/a.tar.gz'],
    ],
    ['a variable in a URL', 'FROM scratch\nADD https://example.com/$V /\n', []],
  ];
  for (const [name, text, links] of rows)
    it(name, () => assert.deepEqual(new Views(dockerfile, text).links, links));
});
