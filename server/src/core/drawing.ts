import type { Text } from './text';

/** The picture of a concept page as data: `server/notes/drawings/<id>.yaml`. How wide anything is follows from it. */
export interface Drawing {
  /** What it is, for whoever cannot see it. */
  readonly title: Text;
  /** What it shows, likewise. */
  readonly desc: Text;
  readonly draw: Shape;
}

export type Shape = Box | Group | Steps | Arrow | Caption;

/**
 * Words in a drawing: a bare string is the same in both languages. A line break begins a new line; words between
 * backticks are code, the whole of them or nothing.
 */
export type Words = string | Text;

/** Colours mean the same in all drawings of a note and never stand alone: the words say it, too. */
export type Tone = 'blue' | 'green' | 'yellow' | 'faint';

interface Paint {
  readonly tone?: Tone;
  /** Only there for a while, or not there yet. */
  readonly dashed?: true;
}

export interface Box extends Paint {
  readonly box: Words;
  /** Small words below those of the box. */
  readonly below?: Words;
  /** Small words at the right end; those of the box then stand at the left one. */
  readonly right?: Words;
}

/** Exactly one of `row`, `column` and `stack`: a column whose parts lie on each other, all as wide as it is. */
export interface Group extends Paint {
  /** Draws a frame around them, with these words above. */
  readonly frame?: Words;
  readonly row?: readonly Shape[];
  readonly column?: readonly Shape[];
  readonly stack?: readonly Shape[];
}

/** Numbered frames, read as a page is: line by line. */
export interface Steps {
  readonly steps: readonly Step[];
  /** How many stand in a line: 2. */
  readonly across?: number;
}

export interface Step extends Omit<Group, 'frame'> {
  readonly say: Words;
}

/** From what stands before it to what stands behind it, in the direction of its group. */
export interface Arrow {
  /** Words beside it, or `''`. */
  readonly arrow: Words;
  readonly both?: true;
}

/** Words without a box. */
export interface Caption {
  readonly text: Words;
}
