import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BUILD_CHECKS } from '../server/src/dockerfile/facts/build-checks';
import { CODES } from '../tools/gen/hadolint';
import { allRules, Bench } from './samples';

// Who comes from another linter finds each of its rules here, under its name, and something that it finds.

const hadolint = Object.values(CODES).flatMap((codes) => codes.split(' '));
/** The network alone knows the platforms of an image. */
const buildkit = [...BUILD_CHECKS.keys()].filter((name) => name !== 'InvalidBaseImagePlatform');

/** Beside the examples: a rule that answers to many names shows only the most usual ones. */
const MORE: readonly string[] = [
  'FROM a\nHEALTHCHECK CMD b\nHEALTHCHECK CMD c\n',
  'FROM a\nENTRYPOINT b\nENTRYPOINT c\n',
  'FROM almalinux:9\nRUN yum install -y nginx\n',
];

/** Names that findings answer to. */
function shown(): ReadonlySet<string> {
  const { language } = allRules.find(({ rule }) => rule.id.startsWith('dockerfile/'))!;
  // Some rules are off where nobody asks for them.
  const examples = allRules.flatMap((one) =>
    one.rule.examples.map(({ bad }) => new Bench(one.language, bad, one.rule)),
  );
  const benches = [...examples, ...MORE.map((text) => new Bench(language, text))];
  return new Set(benches.flatMap((bench) => bench.diagnose().flatMap(({ names }) => names)));
}

describe('the rules of other linters', () => {
  const names = shown();
  it('71 of hadolint and 21 of BuildKit', () =>
    assert.deepEqual([hadolint.length, new Set(hadolint).size, buildkit.length], [71, 71, 21]));
  for (const name of [
    ...hadolint.map((code) => `hadolint/${code}`),
    ...buildkit.map((one) => `buildkit/${one}`),
  ])
    it(name, () => {
      assert.ok(
        allRules.some(({ rule }) => (rule.also as readonly string[]).includes(name)),
        'no rule answers to it',
      );
      assert.ok(names.has(name), 'nothing shows it');
    });
});
