import type { Note, NotesFile } from '../../server/src/core/note';
import { tinyLanguage } from '../tinyLanguage';

// What a bundle has in the place of the real languages and notes.

export const languages = [tinyLanguage()];

const half = (title: string, answer: string) => ({
  title,
  answer,
  bullets: ['one', 'two', 'three', 'four'],
  question: { asked: 'Why?', answer: 'Because.' },
});

const use: Note = {
  id: 'tiny/use',
  at: ['tiny:use'],
  body: { ko: half('use', '이름을 쓴다'), en: half('use', 'uses a name') },
  related: ['concepts/name'],
  official: { ko: 'https://example.com/ko/use', en: 'https://example.com/use' },
  sources: ['https://example.com/source', 'https://example.com/use', 'https://example.com/source'],
};

const name: Note = {
  ...use,
  id: 'concepts/name',
  at: [],
  related: [],
  body: {
    ko: { ...half('이름', '이름'), picture: '```text\n이름\n```' },
    en: { ...half('name', 'a name'), picture: '```text\nname\n```' },
  },
  drawing: 'name',
};

const names = { ko: '이름들', en: 'Names' };

export const notes: NotesFile = {
  course: [{ title: names, notes: ['concepts/name'], beyond: ['tiny/use'] }],
  notes: [use, name],
  drawings: { name: { title: names, desc: names, draw: { box: names } } },
};
