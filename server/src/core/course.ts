import type { NoteId } from './rule';
import type { Text } from './text';

/** A chapter of the course, which is the order the notes are learned in. */
export interface Chapter {
  readonly title: Text;
  readonly notes: readonly NoteId[];
  /** What goes further than the course does. */
  readonly beyond: readonly NoteId[];
}

/** Where a note stands in the course. */
export interface Standing {
  readonly chapter: Chapter;
  /** Of the chapter, from 1. */
  readonly number: number;
  readonly isBeyond: boolean;
  /** The neighbours in the whole course. */
  readonly previous?: NoteId;
  readonly next?: NoteId;
}

/** The notes of a chapter in the order they are read in. */
export function inOrder({ notes, beyond }: Chapter): readonly NoteId[] {
  return [...notes, ...beyond];
}

/** Where a note stands; undefined for one that is in no chapter. */
export function standingOf(course: readonly Chapter[], id: NoteId): Standing | undefined {
  const index = course.findIndex((chapter) => inOrder(chapter).includes(id));
  const chapter = course[index];
  if (!chapter) return undefined;
  const all = course.flatMap(inOrder);
  const at = all.indexOf(id);
  const [previous, next] = [all[at - 1], all[at + 1]];
  return {
    chapter,
    number: index + 1,
    isBeyond: chapter.beyond.includes(id),
    ...(previous !== undefined && { previous }),
    ...(next !== undefined && { next }),
  };
}
