import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Note, NoteBody } from '../../server/src/core/note';
import type { Text } from '../../server/src/core/text';
import { placesOf } from './places';

/**
 * A file of words holds many brief notes: `# title` (or `# 제목 | title`), the lines `at:` and `official:`, the
 * Korean half, the English half. A half is one line and its bullets.
 */
export function readWords(root: string, file: string): Note[] {
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const front = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  if (!front) throw new Error('begins with front matter between two lines of ---');
  const shared = parse(front[1]!) as Pick<Note, 'related' | 'sources'>;
  const id = path.posix.relative(root, file).replace(/\.md$/, '');
  return front[2]!
    .split(/^# /m)
    .slice(1)
    .map((entry) => {
      const title = entry.slice(0, entry.indexOf('\n'));
      try {
        return readWord(id, shared, title, entry.slice(title.length + 1));
      } catch (error) {
        throw new Error(`${title}: ${(error as Error).message}`);
      }
    });
}

function readWord(id: string, shared: Pick<Note, 'related' | 'sources'>, title: string, text: string): Note {
  const [head = '', ko, en, more] = text.trim().split(/\n\n/);
  if (!ko || !en || more) throw new Error('has a Korean and an English half');
  const own = parse(head) as { at: string[]; official: string; related?: string[] };
  const [inKorean = '', inEnglish = inKorean] = title.split(' | ');
  const titles: Text = { ko: inKorean, en: inEnglish };
  const body = { ko: readHalf(ko, titles.ko), en: readHalf(en, titles.en) };
  if (!own.at?.length || !own.official) throw new Error('says at and official');
  if (body.ko.bullets.length !== body.en.bullets.length) throw new Error('the halves differ');
  if (!/[가-힣]/.test(body.ko.answer)) throw new Error('the Korean half is not Korean');
  return {
    id: `${id}#${own.at[0]}`,
    brief: true,
    at: placesOf(id, own.at),
    body,
    related: own.related ?? shared.related ?? [],
    official: { ko: own.official, en: own.official },
    sources: shared.sources,
  };
}

function readHalf(text: string, title: string): NoteBody {
  const [answer = '', ...bullets] = text.split('\n');
  if (answer.startsWith('- ') || bullets.some((line) => !line.startsWith('- ')))
    throw new Error('a half is one line and its bullets');
  return { title, answer, bullets: bullets.map((line) => line.slice(2)) };
}
