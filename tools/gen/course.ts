import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Chapter, inOrder } from '../../server/src/core/course';
import type { Note } from '../../server/src/core/note';

const FILE = 'server/notes/course.yaml';

/** Reads the course; throws where it does not hold every note that has a page exactly once. */
export function readCourse(notes: readonly Note[], text = readFileSync(FILE, 'utf8')): readonly Chapter[] {
  const written = parse(text) as {
    title: Chapter['title'];
    notes: string[];
    beyond?: string[];
  }[];
  const course = written.map(({ title, notes, beyond = [] }) => ({ title, notes, beyond }));
  const known = new Set(notes.flatMap(({ id, brief }) => (brief ? [] : id)));
  const listed = new Set<string>();
  for (const chapter of course) {
    if (!chapter.title?.ko || !chapter.title.en)
      throw new Error(`${FILE}: a chapter has no title in ko and en`);
    for (const id of inOrder(chapter)) {
      if (listed.has(id)) throw new Error(`${FILE}: ${id} stands there twice`);
      if (!known.has(id)) throw new Error(`${FILE}: there is no note ${id}`);
      listed.add(id);
    }
  }
  const lost = [...known].find((id) => !listed.has(id));
  if (lost) throw new Error(`${FILE}: ${lost} is in no chapter`);
  return course;
}
