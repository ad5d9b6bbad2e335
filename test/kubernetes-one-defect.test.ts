import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Diagnosis } from '../server/src/core/diagnosis';
import { allRules, Bench, samplesOf, shared } from './samples';

// One defect is one rule's and one finding's: see one-defect.test.ts. Every Kubernetes rule, as loud as it is by
// default, looks at the samples of every other.

/** The pairs that meet on the same words, and what the two defects are. */
const TWO_DEFECTS: Readonly<Record<string, string>> = {
  'missing-field not-restricted': 'what a pod cannot do without, and what it may do',
  'missing-resources rollout-without-readiness-probe':
    'what the containers of a template ask for, and when they are ready',
  'selector-invalid unknown-field': 'that nothing is left to select by, and that the key has no such place',
};

/** What once was told twice: the rule that tells it, the one that leaves it to that, and where. */
const TOLD_ONCE: readonly (readonly [tells: string, leaves: string, text: string])[] = [
  [
    'non-root-as-user-0',
    'runs-as-root',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: a\n      image: a:1\n      securityContext:\n        runAsUser: 0\n        runAsNonRoot: true\n',
  ],
  [
    'container-runtime-socket',
    'host-path-volume',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: a\n      image: a:1\n  volumes:\n    - name: a\n      hostPath:\n        path: /run/docker.sock\n',
  ],
];

const ours = allRules.filter(({ rule }) => rule.id.startsWith('kubernetes/'));
const nameOf = ({ rule }: Diagnosis): string => rule.id.replace('kubernetes/', '');

describe('two rules that mark the same words tell of two defects', () => {
  const met = new Set<string>();
  for (const { language, rule } of ours)
    it(rule.id, () => {
      const pairs = samplesOf(rule).flatMap(([, sample]) => [
        ...meetings(shared(language, sample).diagnose()),
      ]);
      for (const pair of pairs) met.add(pair);
      assert.deepEqual(
        pairs.filter((pair) => !Object.hasOwn(TWO_DEFECTS, pair)),
        [],
      );
    });
  it('no pair is listed that does not meet', () =>
    assert.deepEqual([...met].sort(), Object.keys(TWO_DEFECTS).sort()));
});

function* meetings(found: readonly Diagnosis[]): Generator<string> {
  for (const [i, a] of found.entries())
    for (const b of found.slice(i + 1))
      if ((a.start < b.end && b.start < a.end) || a.start === b.start)
        yield [nameOf(a), nameOf(b)].sort().join(' ');
}

describe('what one rule tells, another leaves to it', () => {
  for (const [tells, leaves, text] of TOLD_ONCE)
    it(`${tells}, not ${leaves}: ${JSON.stringify(text)}`, () => {
      const found = new Bench(ours[0]!.language, text).diagnose().map(nameOf);
      assert.deepEqual(
        found.filter((name) => name === tells || name === leaves),
        [tells],
      );
    });
});
