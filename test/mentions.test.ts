import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Mention } from '../server/src/core/note';
import { WORLD } from './course';
import { notes } from './hovers';
import { allRules, shared } from './samples';

/** What a text mentions is what its hovers explain: no note more, none less, at the same words. */
const texts = [
  ...allRules.map(({ rule, language }) => [rule.id, language, rule.examples[0]!.bad] as const),
  ...Object.entries(WORLD).map(([name, text]) => {
    const { language } = allRules.find(({ rule }) => rule.id === 'kubernetes/selector-mismatch')!;
    return [name, language, { files: { [name]: text } }] as const;
  }),
];

describe('what a text mentions', () => {
  for (const [name, language, sample] of texts)
    it(`${name}: is what its hovers explain`, () => {
      const { engine, uri, text, config } = shared(language, sample);
      const { model } = engine.model(uri)!;
      const noteOf = (mention: Omit<Mention, 'span'> | undefined) => {
        const note = mention && notes.of(language.id, mention);
        return note?.brief ? undefined : note?.id;
      };
      const hoverAt = (offset: number) => {
        const at = engine.at(uri, offset);
        const around = { facts: at!.facts, kubernetesVersion: config.kubernetesVersion };
        return noteOf(at && language.hover?.(at.model, at.part.id, at.offset, around));
      };
      const mentioned = [...language.mentions!(model)].flat().flatMap((mention) => {
        const note = noteOf(mention);
        return note === undefined ? [] : [{ note, place: engine.locate(mention.span)! }];
      });
      for (const { note, place } of mentioned)
        assert.equal(hoverAt(place.start), note, `at ${text.slice(place.start, place.end)}`);
      const explained = [...text.matchAll(/[^\s"'{}[\],:@=]+/g)].flatMap(({ index }) => hoverAt(index) ?? []);
      assert.deepEqual(
        [...new Set(mentioned.map(({ note }) => note))].sort(),
        [...new Set(explained)].sort(),
      );
    });
});
