import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Diagnosis } from '../server/src/core/diagnosis';
import { allRules, Bench, samplesOf, shared } from './samples';

// One defect is one rule's and one finding's. What two rules say of the same words has to be two defects: each is
// still there once the other is repaired.

/** The pairs that meet on the same words, and what the two defects are. */
const TWO_DEFECTS: Readonly<Record<string, string>> = {
  'apt-get-without-yes recommended-packages-installed': 'that it asks, and how much it installs',
  'apt-lists-kept archived-apt-repository': 'that the lists stay, and that they are not found',
  'build-tools-in-final-image end-of-life-base-image': 'which variant, and which version',
  'build-tools-in-final-image floating-tag': 'which variant, and that the version is left open',
  'build-tools-in-final-image gone-base-image': 'which variant, and which publisher',
  'build-tools-in-final-image unpinned-system-package': 'that it is there, and in which version',
  'build-tools-in-final-image untrusted-registry': 'which variant, and from where',
  'copy-before-install copy-everything-without-dockerignore':
    'when it is copied, and what is left out: an ignore file does not spare the install, nor the order the secrets',
  'empty-continuation recommended-packages-installed': 'a blank line above, and what the line does',
  'empty-continuation unpinned-system-package': 'a blank line above, and what the line does',
  'end-of-life-base-image floating-tag': 'what `latest` is by now, and that it is not written',
  'missing-user shell-form-command': 'who runs it, and what gets its signals',
  'pipe-hides-failure wget-progress': 'what becomes of its failure, and what it prints',
};

/** What once was told twice: the rule that tells it, the one that leaves it to that, and where. */
const TOLD_ONCE: readonly (readonly [tells: string, leaves: string, text: string])[] = [
  [
    'copy-then-unpack',
    'deleted-in-later-layer',
    'FROM a\nCOPY b.tgz /t/\nRUN tar -xf /t/b.tgz -C /srv\nRUN rm /t/b.tgz\n',
  ],
  ['secret-copied', 'deleted-in-later-layer', 'FROM a\nCOPY id_rsa /root/\nRUN b\nRUN rm /root/id_rsa\n'],
  ['invalid-variable-expansion', 'json-form-ignored', "FROM a\nCOPY ['b c', '/d']\n"],
  ['invalid-variable-expansion', 'json-form-ignored', "FROM a\nVOLUME ['/b c']\n"],
  ['invalid-variable-expansion', 'undefined-variable', 'FROM a\nENV B="${C}\n'],
  ['invalid-variable-expansion', 'user-by-name', 'FROM a\nUSER b${\n'],
  ['invalid-signal', 'undefined-variable', 'FROM scratch\nSTOPSIGNAL $S\n'],
  ['empty-volume', 'undefined-variable', 'FROM scratch\nVOLUME $V\n'],
  ['invalid-mount-value', 'undefined-variable', 'FROM scratch\nRUN --mount=type=$T,target=/b c\n'],
  ['undeclared-arg-in-from', 'invalid-platform', 'FROM --platform=linux/$A b:1\n'],
  ['undeclared-arg-in-from', 'floating-tag', 'FROM b$A\n'],
  ['undeclared-arg-in-from', 'build-tools-in-final-image', 'FROM node:$A\n'],
  ['invalid-default-image', 'build-tools-in-final-image', 'ARG A\nFROM node:$A\n'],
  ['instruction-before-from', 'undeclared-arg-in-from', 'ENV A=1\nFROM b:$A\n'],
  ['malformed-from', 'floating-tag', 'FROM node 24\n'],
  ['malformed-from', 'build-tools-in-final-image', 'FROM node 24 AS a\n'],
  ['malformed-from', 'invalid-image-reference', 'FROM node: 24\n'],
  ['undefined-variable', 'user-by-name', 'FROM scratch\nUSER $U\n'],
  ['unknown-flag', 'package-cache-not-cleaned', 'FROM node:24\nRUN --mont=type=cache npm ci\n'],
  ['invalid-port', 'expose-host-port', 'FROM a\nEXPOSE b:80\n'],
  ['invalid-flag-value', 'copy-many-to-file', 'FROM a AS b\nFROM c\nCOPY --from b /d /e\n'],
  ['invalid-stage-name', 'stage-name-casing', 'FROM a AS $B\n'],
  ['unknown-flag', 'shell-form-command', 'FROM a\nCMD --port 80\n'],
  [
    'unknown-instruction',
    'apt-get-update-alone',
    'FROM debian:13\nRUN apt-get update\n  && apt-get install -y a\n',
  ],
  ['mount-option-misplaced', 'unknown-stage', 'FROM a:1\nRUN --mount=type=secret,id=b,from=c d\n'],
  [
    'mount-option-unknown',
    'package-cache-not-cleaned',
    'FROM node:24\nRUN --mount=type=cache,tagret=/root/.npm npm ci\n',
  ],
  ['mount-without-target', 'package-cache-not-cleaned', 'FROM node:24\nRUN --mount=type=cache npm ci\n'],
  [
    'mount-option-unknown',
    'apt-lists-kept',
    'FROM debian:13\nRUN --mount=type=cache,tagret=/var/lib/apt apt-get update && apt-get install -y a\n',
  ],
];

const ours = allRules.filter(({ rule }) => rule.id.startsWith('dockerfile/'));
const nameOf = ({ rule }: Diagnosis): string => rule.id.replace('dockerfile/', '');

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
