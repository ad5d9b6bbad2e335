import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DOCKERFILE_RULES, isShown, type Other, type Own } from '../client/src/same';
import { allRules } from './samples';

const OWN: Own = {
  rule: 'dockerfile/apt-get-without-yes',
  also: ['hadolint/DL3014', 'buildkit/Example'],
  lines: [3, 6],
};

const other = (code: Other['code'], first: number, last = first, source = 'any'): Other => ({
  source,
  code,
  lines: [first, last],
});

describe('what another extension shows', () => {
  const rows: readonly (readonly [name: string, shown: boolean, ...others: Other[]])[] = [
    ['nothing', false],
    ['hadolint, which marks the first line', true, other('DL3014', 3, 3, 'hadolint')],
    ['a BuildKit check, which marks all lines', true, other('Example', 3, 6, 'docker-language-server')],
    ['on a continued line', true, other('DL3014', 5)],
    ['on the last line', true, other('DL3014', 6)],
    ['in the next instruction', false, other('DL3014', 7)],
    ['in the one before', false, other('DL3014', 0, 2)],
    ['another rule', false, other('DL3008', 3)],
    ['no code', false, other(undefined, 3)],
    ['the second of two', true, other('DL3008', 3), other('DL3014', 4)],
    ['a part of a name', false, other('DL301', 3)],
    ['a number of somebody else', false, other(2, 3)],
  ];
  for (const [name, shown, ...others] of rows)
    it(`${name}: ${shown ? 'the same' : 'not the same'}`, () => assert.equal(isShown(OWN, others), shown));

  it('dockerfile-utils has numbers', () => {
    const own: Own = { rule: 'dockerfile/unknown-instruction', also: [], lines: [1, 1] };
    assert.ok(isShown(own, [other(38, 1, 1, 'dockerfile-utils')]));
    assert.ok(isShown(own, [other('38', 1, 1, 'dockerfile-utils')]));
    assert.ok(!isShown(own, [other(39, 1, 1, 'dockerfile-utils')]));
    assert.ok(!isShown(own, [other(999, 1, 1, 'dockerfile-utils')]));
  });

  it('every number stands for rules that exist', () => {
    const known = new Set(allRules.map(({ rule }) => rule.id));
    const lost = Object.values(DOCKERFILE_RULES)
      .flat()
      .filter((id) => !known.has(id as never));
    assert.deepEqual(lost, []);
  });
});
