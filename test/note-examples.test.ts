import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cloudbuild } from '../server/src/cloudbuild/language';
import type { AnyLanguage } from '../server/src/core/language';
import { dockerfile } from '../server/src/dockerfile/language';
import { kubernetes } from '../server/src/kubernetes/language';
import { notes } from './hovers';
import { Bench } from './samples';

/** What a note shows as an example is what this product would have written: nothing louder than a hint is found. */
const FENCED = /^```(\w+)\n([\s\S]*)\n```$/;

describe('the example of a note', () => {
  for (const { id, body } of notes.all) {
    // `gen` sees to it that both halves show the same code.
    const [, fence, code] = FENCED.exec(body.en.example ?? '') ?? [];
    it(`${id}: has a fence that is known`, () => {
      if (body.en.example !== undefined) assert.match(fence ?? '', /^(?:dockerfile|yaml|sh)$/);
    });
    const language = languageOf(fence, code);
    if (language)
      it(`${id}: nothing is wrong with it as ${language.id}`, () => {
        const found = new Bench(language, `${code}\n`)
          .diagnose()
          .filter(({ severity }) => severity !== 'hint');
        assert.deepEqual(
          found.map(({ rule, severity }) => `${severity} ${rule.id}`),
          [],
        );
      });
  }
});

function languageOf(fence: string | undefined, code = ''): AnyLanguage | undefined {
  if (fence === 'dockerfile') return dockerfile;
  if (fence !== 'yaml') return undefined;
  return /^kind:/m.test(code) ? kubernetes : cloudbuild;
}
