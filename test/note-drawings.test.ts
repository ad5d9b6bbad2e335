import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { layOut } from '../server/src/core/drawing-layout';
import { FONTS, type Rectangle } from '../server/src/core/drawing-marks';
import { renderDrawing } from '../server/src/core/drawing-svg';
import { Notes } from '../server/src/core/note';
import { renderNotePage } from '../server/src/core/note-page';
import type { Lang } from '../server/src/core/text';
import { textWidth } from '../server/src/core/text-width';
import { holdTogether, readDrawing, readDrawings } from '../tools/gen/drawings';

/** What holds for every drawing, and what `npm run gen` tells whoever writes one. */
const notes = new Notes(JSON.parse(readFileSync('server/src/generated/notes.json', 'utf8')));
const LANGS: readonly Lang[] = ['ko', 'en'];

it('the drawings of the product are the files below server/notes/drawings, each in a note', () => {
  assert.deepEqual(notes.drawings, readDrawings());
  holdTogether(notes.all, notes.drawings);
});

for (const [id, drawing] of Object.entries(notes.drawings))
  for (const lang of LANGS)
    describe(`${id} in ${lang}`, () => {
      const svg = renderDrawing(drawing, lang);
      const picture = layOut(drawing, lang);
      const areas = picture.marks.filter(
        ({ kind }) => kind === 'box' || kind === 'frame' || kind === 'number',
      );
      const words = picture.marks.flatMap((mark) => (mark.kind === 'words' ? mark : []));
      it('is XML without an empty line, one tag on its first', () => {
        assert.deepEqual(openTags(svg), []);
        assert.doesNotMatch(svg, /\n\s*\n|NaN|undefined|\[object/);
        assert.match(svg.split('\n')[0]!, /^<svg [^<>]*>$/);
      });
      it('says what it is to whoever cannot see it', () => {
        assert.match(svg, /role="img"[^>]* aria-labelledby="drawing-title drawing-desc"/);
        assert.match(
          svg,
          /<title id="drawing-title">[^<]{4,}<\/title>\n<desc id="drawing-desc">[^<]{40,}<\/desc>/,
        );
        assert.match(drawing.desc[lang], lang === 'ko' ? /다\.$/ : /^[^가-힣]*\.$/);
        if (lang === 'en') assert.doesNotMatch(svg, /[가-힣]/);
      });
      it('needs nothing from elsewhere', () => {
        assert.doesNotMatch(
          svg.replace('xmlns="http://www.w3.org/2000/svg"', ''),
          /https?:|url\(|<script|<image|\bon\w+=/,
        );
      });
      it('has room for every word', () => {
        for (const one of words) {
          const { size, glyphs } = FONTS[one.font];
          const width = textWidth(one.text, glyphs) * size;
          const left = {
            start: one.x,
            middle: one.x + (one.width - width) / 2,
            end: one.x + one.width - width,
          }[one.at];
          const around = areas.filter((area) => holds(area, { ...one, x: one.x + one.width / 2, width: 0 }));
          const [nearest = picture] = around.sort((a, b) => a.width * a.height - b.width * b.height);
          assert.ok(holds(nearest, { ...one, x: left, width }), `${one.text} leaves its box`);
        }
      });
      it('has no words on each other, and no box half in another', () => {
        const boxes = areas.filter(({ kind }) => kind !== 'number');
        for (const [i, one] of boxes.entries())
          for (const other of boxes.slice(i + 1))
            assert.ok(
              apart(one, other) || holds(one, other) || holds(other, one),
              JSON.stringify([one, other]),
            );
        for (const [i, one] of words.entries())
          for (const other of words.slice(i + 1))
            assert.ok(apart(tight(one), tight(other)), `${one.text} and ${other.text}`);
      });
    });

for (const note of notes.all.filter(({ drawing }) => drawing !== undefined))
  it(`${note.id} shows its drawing where it can be seen, and its letters everywhere`, () => {
    for (const lang of LANGS) {
      const look = { lang, link: () => 'page', note: (id: string) => notes.get(id) };
      const drawn = renderNotePage(note, notes, [], { ...look, drawn: true });
      assert.ok(drawn.includes(`\n\n${renderDrawing(notes.drawings[note.drawing!]!, lang)}\n\n`));
      assert.ok(drawn.includes(`\n\n${note.body[lang].picture}\n\n</details>`));
      for (const page of [
        renderNotePage(note, notes, [], look),
        readFileSync(`docs/${lang}/notes/${note.id}.md`, 'utf8'),
      ]) {
        assert.ok(page.includes(note.body[lang].picture!));
        assert.doesNotMatch(page, /<svg|<details/);
      }
    }
  });

describe('a drawing is refused', () => {
  const file = (draw: string, head = 'title: {ko: 그림, en: A}\ndesc: {ko: 설명, en: B}\n') =>
    `${head}draw:\n  ${draw}\n`;
  const table: readonly (readonly [string, string, RegExp])[] = [
    [
      'without a language in its title',
      file('box: a', 'title: {ko: 그림}\ndesc: {ko: 설명, en: B}\n'),
      /title and desc need ko and en/,
    ],
    [
      'without a language in a box',
      file('row: [{box: {ko: 상자}}]'),
      /words are a text, or one in ko and one in en/,
    ],
    ['with Korean alone', file('row: [상자]'), /상자 needs an English text/],
    ['with Korean in its English', file('box: {ko: 상자, en: 상자}'), /words are a text/],
    ['with a misspelt field', file('{box: a, colour: blue}'), /colour is nothing that box has/],
    ['with a colour there is not', file('{box: a, tone: red}'), /tone is one of blue/],
    ['with two shapes in one', file('{box: a, row: [b]}'), /a shape is one of box/],
    ['with an empty row', file('row: []'), /are lists/],
    ['with a step that holds nothing', file('steps: [{say: a}]'), /a step says something above one of row/],
    [
      'that is too wide in Korean only',
      file(`row: [{box: {ko: ${'가'.repeat(50)}, en: a}}]`),
      /in ko; 500 × 560 is the most/,
    ],
    ['that is too high', file(`stack: [${'a, '.repeat(20)}]`), /500 × 560 is the most/],
  ];
  for (const [why, text, message] of table) it(why, () => assert.throws(() => readDrawing(text), message));
  it('by a note that has no letters, or when nobody shows it', () => {
    const [note] = notes.all.filter(({ drawing }) => drawing === 'layers');
    const { picture: _, ...ko } = note!.body.ko;
    const drawings = { layers: notes.drawings['layers']! };
    assert.throws(
      () => holdTogether([{ ...note!, body: { ...note!.body, ko } }], drawings),
      /picture in letters/,
    );
    assert.throws(() => holdTogether([], drawings), /no note shows it/);
    assert.throws(() => holdTogether([note!], {}), /there is no drawing layers/);
  });
});

/** Tags that are not closed in their order. What stands between tags must be escaped. */
function openTags(xml: string): string[] {
  const open: string[] = [];
  const between = xml.replace(
    /<(\/?)(\w+)(?: [\w-]+="[^"<&]*")*(\/?)>/g,
    (_, close: string, name: string, own: string) => {
      if (close) assert.equal(open.pop(), name);
      else if (!own) open.push(name);
      return '';
    },
  );
  assert.doesNotMatch(between, /[<>]|&(?!amp;|lt;|gt;)/);
  return open;
}

function holds(outer: Rectangle, inner: Rectangle): boolean {
  const slack = 0.01;
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  );
}

function apart(a: Rectangle, b: Rectangle): boolean {
  const slack = 0.01;
  return (
    a.x + a.width <= b.x + slack ||
    b.x + b.width <= a.x + slack ||
    a.y + a.height <= b.y + slack ||
    b.y + b.height <= a.y + slack
  );
}

/** No wider than the words themselves. */
function tight(
  one: Rectangle & { text: string; font: keyof typeof FONTS; at: 'start' | 'middle' | 'end' },
): Rectangle {
  const width = textWidth(one.text, FONTS[one.font].glyphs) * FONTS[one.font].size;
  const x = { start: one.x, middle: one.x + (one.width - width) / 2, end: one.x + one.width - width }[one.at];
  return { ...one, x, width };
}
