import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { AnyLanguage } from '../server/src/core/language';
import { readMarks } from '../server/src/core/marked';
import { Notes } from '../server/src/core/note';
import { renderCard } from '../server/src/core/page';
import type { Lang } from '../server/src/core/text';
import { Bench } from './samples';

/** One word to point at: «marked» is what the hover is about, the cursor stands in its middle. */
export type Row = readonly [name: string, marked: string, place: string, ...says: RegExp[]];

export const notes = new Notes(JSON.parse(readFileSync('server/src/generated/notes.json', 'utf8')));

/** Tables of hovers of one language. */
export function hovers(language: AnyLanguage) {
  /** The hover at an offset as its place, the text it is about, and what a reader sees. */
  function hoverAt(text: string, offset: number, lang: Lang = 'en') {
    const bench = new Bench(language, text);
    const at = bench.engine.at(bench.uri, offset);
    const { kubernetesVersion } = bench.config;
    const card = at?.language.hover?.(at.model, at.part.id, at.offset, {
      facts: at.facts,
      kubernetesVersion,
    });
    const note = card && notes.of(language.id, card);
    // A word that nothing is known of has no hover, whatever it names.
    if (!card || !(note || card.reference || card.facts?.length || card.picture)) return undefined;
    const { place, topic } = card;
    const isTopic = topic && note && note === notes.at(topic.realm, topic.steps);
    const where = ({ start, part }: { start: number; part: unknown }) => {
      const place = bench.engine.locate({ start, end: start, part } as never);
      return `line ${text.slice(0, place?.start).split('\n').length}`;
    };
    const look = { lang, where, link: () => undefined, note: (id: string) => notes.get(id) };
    const { start, end } = bench.engine.locate(card.span)!;
    return {
      place: isTopic ? `${topic.realm}:${topic.steps.join('.')}` : place.join('.'),
      note: note?.id,
      about: text.slice(start, end),
      says: renderCard(card, note, 'compact', look),
    };
  }

  function table(title: string, rows: readonly Row[]): void {
    describe(title, () => {
      for (const [name, marked, place, ...says] of rows)
        it(name, () => {
          const { text, ranges } = readMarks(marked);
          const { start, end } = ranges[0]!;
          const found = hoverAt(text, Math.floor((start + end) / 2));
          assert.equal(found?.place, place);
          assert.equal(found.about, text.slice(start, end));
          for (const pattern of says) assert.match(found.says, pattern);
          for (const lang of ['ko', 'en'] as const) {
            const { says: said } = hoverAt(text, Math.floor((start + end) / 2), lang)!;
            assert.doesNotMatch(said, /(?<!\$)\{\w|undefined|\[object/);
            assert.ok(said.split('\n').filter((line) => line.trim()).length <= 12, said);
          }
        });
    });
  }

  function silent(title: string, rows: readonly (readonly [name: string, marked: string])[]): void {
    describe(title, () => {
      for (const [name, marked] of rows)
        it(name, () => {
          const { text, ranges } = readMarks(marked);
          assert.equal(hoverAt(text, Math.floor((ranges[0]!.start + ranges[0]!.end) / 2)), undefined);
        });
    });
  }

  return { hoverAt, table, silent };
}
