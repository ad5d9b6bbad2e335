import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readIgnore } from '../server/src/core/directive';

const grammar = JSON.parse(readFileSync('syntaxes/suppression.tmLanguage.json', 'utf8'));
const { match, captures } = grammar.repository.directive;
// Plain enough to mean the same in JavaScript as in Oniguruma; test/editor/suite sees it with real tokens.
const directive = new RegExp(match);

const COMMENTS = [
  '# container-tutor ignore=dockerfile/apt-get-without-yes',
  '# container-tutor ignore=dockerfile/apt-get-without-yes -- the mirror asks nothing',
  '  # container-tutor ignore=hadolint/DL3014,DL3015 -- 이유',
  '#container-tutor ignore-file=kubernetes/no-replicas, kube-linter/minimum-three-replicas',
  '# container-tutor ignore = a, b --why',
  '# container-tutor ignore=a b',
  '# container-tutor ignore=a--',
  '# container-tutor ignore=',
  '# container-tutor ignores=a',
  '# container-tutor: ignore=a',
  '# a container-tutor ignore=a',
];

describe('the suppression grammar', () => {
  for (const line of COMMENTS) {
    test(`colours what the server reads: ${line}`, () => {
      const read = readIgnore(line.trimStart().slice(1));
      const found = directive.exec(line);
      assert.equal(Boolean(found), Boolean(read));
      if (!found || !read) return;
      assert.equal(found[3] === 'ignore-file', read.scope === 'file');
      assert.deepEqual(
        found[5]?.split(',').map((name) => name.trim()),
        [...read.names],
      );
    });
  }

  test('leaves code alone', () => {
    for (const line of ['RUN echo # container-tutor ignore=a', 'key: "# container-tutor ignore=a"'])
      assert.doesNotMatch(line, directive);
  });

  test('names every part', () => {
    const groups = new RegExp(`${match}|`).exec('')!.length - 1;
    assert.deepEqual(
      Object.keys(captures).map(Number),
      [...Array(groups).keys()].map((i) => i + 1),
    );
  });
});
