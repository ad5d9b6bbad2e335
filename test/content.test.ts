import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Notes } from '../server/src/core/note';
import { renderNotePage } from '../server/src/core/note-page';
import { renderCard } from '../server/src/core/page';
import { renderRulePage } from '../server/src/core/rule-page';
import type { Lang, Text } from '../server/src/core/text';
import { languages } from '../server/src/languages';
import { readCourse } from '../tools/gen/course';
import { readNotes as readNoteFiles } from '../tools/gen/notes';
import { allRules } from './samples';

/** What holds for every text of the product: both languages, links that lead somewhere, hovers that stay short. */
const notes = new Notes(JSON.parse(readFileSync('server/src/generated/notes.json', 'utf8')));
const rules = allRules.map(({ rule }) => rule);
const LANGS: readonly Lang[] = ['ko', 'en'];
/** What is not of one language. */
const FOLDERS: readonly string[] = ['concepts', 'products', 'commands', 'appengine'];

it('the notes of the product are the files below server/notes', () => {
  assert.deepEqual(notes.all, readNoteFiles());
});

for (const { rule, language } of allRules)
  describe(rule.id, () => {
    const texts = { what: rule.what, why: rule.why, how: rule.how, ...rule.messages };
    for (const [name, text] of Object.entries<Text>(texts))
      it(`${name} is written in both languages`, () => {
        assert.match(text.ko, /[가-힣]/);
        assert.match(text.en, /[a-z]/);
        assert.doesNotMatch(text.en, /[가-힣]/);
        assert.deepEqual(placeholders(text.ko), placeholders(text.en));
      });
    it('names an official source and known concepts', () => {
      assert.match(rule.source, /^https:\/\//);
      assert.deepEqual(
        rule.concepts.filter((id) => !notes.get(id)),
        [],
      );
      assert.ok(rule.concepts.length > 0);
    });
    it('has a page without holes', () => {
      for (const lang of LANGS) {
        const page = renderRulePage(rule, language, {
          lang,
          link: () => 'page',
          note: (id) => notes.get(id),
        });
        assert.doesNotMatch(page, /undefined(?!-)|\[object|[«»]/);
      }
    });
  });

for (const note of notes.all)
  describe(note.id, () => {
    it('is short as a compact hover: ten lines at most', () => {
      for (const lang of LANGS) {
        const span = { part: 'x#0' as never, start: 0, end: 0 };
        const look = { lang, link: () => 'page', note: (id: string) => notes.get(id) };
        const text = renderCard({ span, place: [] }, note, 'compact', look);
        const lines = text.split('\n').filter((line) => line.trim());
        assert.ok(lines.length <= 10, `${lines.length} lines:\n${text}`);
      }
    });
    it('has a page without holes', () => {
      for (const lang of LANGS) {
        const page = renderNotePage(note, notes, rules, {
          lang,
          link: () => 'page',
          note: (id) => notes.get(id),
        });
        assert.doesNotMatch(page, /undefined(?!-)|\[object/);
      }
    });
    it('has sources that are addresses', () => {
      for (const url of [...note.sources, note.official.ko, note.official.en])
        assert.match(url, /^https:\/\/\S+$/);
    });
    it('lies in a room of the notes', () => {
      const folder = note.id.split('/')[0]!;
      assert.ok(FOLDERS.includes(folder) || languages.some(({ id }) => id === folder), folder);
    });
  });

describe('the course', () => {
  const known = notes.all.filter((note) => note.id === 'concepts/image' || note.id === 'concepts/layer');
  const chapter = (ids: string) => `- {title: {ko: 장, en: A chapter}, notes: [${ids}]}\n`;
  it('is that of the product, and holds every note that has a page', () => {
    assert.deepEqual(notes.course, readCourse(notes.all));
    for (const { id, brief } of notes.all) assert.equal(notes.standing(id) === undefined, brief === true, id);
  });
  it('holds each note once', () => {
    assert.equal(readCourse(known, chapter('concepts/image, concepts/layer')).length, 1);
    assert.throws(() => readCourse(known, chapter('concepts/image')), /concepts\/layer is in no chapter/);
    const twice = chapter('concepts/image, concepts/layer') + chapter('concepts/layer');
    assert.throws(() => readCourse(known, twice), /concepts\/layer stands there twice/);
  });
  it('is told from the first to the last note', () => {
    const all = notes.course.flatMap(({ notes, beyond }) => [...notes, ...beyond]);
    const read: string[] = [];
    for (let id: string | undefined = all[0]; id !== undefined; id = notes.standing(id)?.next) read.push(id);
    assert.deepEqual(read, all);
  });
});

it('no link inside the documents is dead', () => {
  const files = [
    ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((name) => path.join('docs', name)),
    ...['README.md', 'README.ko.md', 'CONTRIBUTING.md'],
  ].filter((name) => name.endsWith('.md'));
  const links = files.flatMap((file) => {
    const prose = readFileSync(file, 'utf8').replace(/^```[\s\S]*?^```/gm, '');
    const found = [...prose.matchAll(/\]\(([^)\s#:]+)(?:#[^)]*)?\)/g)];
    return found.map(([, to = '']) => [file, path.join(path.dirname(file), to)] as const);
  });
  assert.ok(links.length > 1000);
  assert.deepEqual(
    links.filter(([, to]) => !existsSync(to)),
    [],
  );
});

describe('the manifest', () => {
  const strings = (name: string) => JSON.parse(readFileSync(name, 'utf8')) as Record<string, string>;
  const [en, ko] = [strings('package.nls.json'), strings('package.nls.ko.json')];
  it('says everything in both languages', () => {
    assert.deepEqual(Object.keys(ko), Object.keys(en));
    for (const [key, text] of Object.entries(ko)) if (text !== en[key]) assert.match(text, /[가-힣]/, key);
  });
  it('has a string for each %key%', () => {
    const keys = [...readFileSync('package.json', 'utf8').matchAll(/"%([^%"]+)%"/g)].map(
      (match) => match[1]!,
    );
    assert.deepEqual(
      keys.filter((key) => !(key in en)),
      [],
    );
  });
});

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)[:}]/g)].map((match) => match[1]!))].sort();
}
