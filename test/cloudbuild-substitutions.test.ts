import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { usesIn } from '../server/src/cloudbuild/substitution';
import { table } from './kubernetes-table';

const args = (text: string, rest = '') => `steps:\n  - name: ubuntu\n    args: [${text}]\n${rest}`;
const given = (text: string) => `substitutions:\n  ${text}\n`;

describe('substitutions in a text', () => {
  const rows: readonly (readonly [text: string, ...names: readonly string[]])[] = [
    ['$A', 'A'],
    ['${A}b', 'A'],
    ['$$A'],
    ['$$$A', 'A'],
    ['$a ${b} $(C) $1 $@ $'],
    ['$State', 'S'],
    ['$_A_$B', '_A_', 'B'],
    ['${A:-b}', 'A'],
    ['${_A/b/c}', '_A'],
    ['${_A:-$_B}', '_A', '_B'],
    ['${A'],
    ['$BRANCH_NAME-$SHORT_SHA', 'BRANCH_NAME', 'SHORT_SHA'],
  ];
  for (const [text, ...names] of rows)
    it(text, () => {
      const uses = usesIn(text);
      assert.deepEqual(
        uses.map(({ name }) => name),
        names,
      );
      for (const { start, name } of uses)
        assert.ok(text.slice(start).replace('{', '').startsWith(`$${name}`));
    });
});

table('cloudbuild/unknown-substitution', [
  ['small letters are the shell’s', args('$name, "${name}"')],
  ['escaped', args('$$NAME, $${NAME}')],
  ['in a script', 'steps:\n  - name: ubuntu\n    script: echo $NAME\n'],
  ['in a comment of the file', `# $NAME\n${args('a')}`],
  [
    'in a block of text',
    'steps:\n  - name: ubuntu\n    args:\n      - -c\n      - |\n        if true; then\n          echo «${NAME}»\n        fi\n',
    'steps:\n  - name: ubuntu\n    args:\n      - -c\n      - |\n        if true; then\n          echo $${NAME}\n        fi\n',
  ],
  [
    'in a folded one its place is not known',
    'steps:\n  - name: ubuntu\n    args:\n      - «>\n        echo $NAME\n        again»\n',
  ],
  [
    'a name of the environment',
    'steps:\n  - name: ubuntu\n    env: [PORT=1]\n    args: [«$PORT»]\n',
    'steps:\n  - name: ubuntu\n    env: [PORT=1]\n    args: [$$PORT]\n',
  ],
  ['a secret', 'steps:\n  - name: ubuntu\n    args: [«$PASSWORD»]\n    secretEnv: [PASSWORD]\n'],
  ['one letter off', args('«$COMIT_SHA»'), args('$COMMIT_SHA')],
  ['in images', `${args('a')}images: [us-docker.pkg.dev/«$PROJECT»/a/b]\n`],
  ['in the builder', 'steps:\n  - name: gcr.io/«$PROJ»/a\n'],
  ['in the environment', 'steps:\n  - name: ubuntu\n    env: [A=«$HOME»]\n'],
  ['in an id nothing is substituted', 'steps:\n  - name: ubuntu\n    id: $NAME\n'],
  ['with an operation of the shell', args('"${NAME:-x}"')],
  ['a capital behind the dollar is a name', args("'a«$S»tate'")],
  ['declared though it may not be', args('$NAME', given('NAME: a'))],
  ['several', args("'«$A» «$B»'")],
]);

table('cloudbuild/undeclared-substitution', [
  ['once for each name', args('«$_A», $_A, "${_A}"')],
  ['a number more is another name', args('«$_ZONE_2»', given('_ZONE_1: a'))],
  [
    'one letter off',
    args('$_ZONE, "«${_ZON}»"', given('_ZONE: a')),
    args('$_ZONE, "${_ZONE}"', given('_ZONE: a')),
  ],
  [
    'with an operation',
    args('«"${_ZON%x}"»', given('_ZONE: a')).replace('«"${_ZON%x}"»', '"«${_ZON%x}»"'),
    args('"${_ZONE%x}"', given('_ZONE: a')),
  ],
  ['of GitHub', args('$_HEAD_BRANCH')],
  ['in a script', 'steps:\n  - name: ubuntu\n    script: echo $_A\n'],
  ['in an option', `${args('a')}options:\n  machineType: «$_TYPE»\n`],
]);

table('cloudbuild/unused-substitution', [
  ['in a value of another', args('$_A', given("_A: '${_B}'\n  _B: b"))],
  ['only in a script', 'steps:\n  - name: ubuntu\n    script: echo $_A\nsubstitutions:\n  «_A»: a\n'],
  ['only escaped', args('$$_A', given('«_A»: a')), args('$$_A')],
  ['a template uses it', args('a, {{ .X }}', given('«_A»: a'))],
  ['loose, in snake case', `${args('a', given('_A: a'))}options: {substitution_option: ALLOW_LOOSE}\n`],
  [
    'mapped for one step',
    'steps:\n  - name: ubuntu\n    automap_substitutions: true\nsubstitutions: {_A: a}\n',
  ],
  ['mapped for all', `${args('a', given('_A: a'))}options: {automapSubstitutions: true}\n`],
  ['used in an option', `${args('a', given('_A: a'))}options: {machineType: $_A}\n`],
]);

table('cloudbuild/invalid-substitution-name', [
  ['small letters', args('$_zone', given('«_zone»: a')), args('$_zone', given('_ZONE: a'))],
  ['camel case', args('a', given('«myZone»: a')), args('a', given('_MY_ZONE: a'))],
  ['used twice', args('$ZONE, "${ZONE}"', given('«ZONE»: a')), args('$_ZONE, "${_ZONE}"', given('_ZONE: a'))],
  ['the right one is there', args('$_ZONE', given('_ZONE: a\n  «ZONE»: a'))],
  ['a dash', args('a', given('«_A-B»: a')), args('a', given('_A_B: a'))],
  ['built in', args('$TAG_NAME', given('«TAG_NAME»: a'))],
  ['half typed', args('a', 'substitutions:\n  ZON\n')],
]);
