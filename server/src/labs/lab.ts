import type { AnyExpectation } from '../core/expectation';
import type { AnyLanguage } from '../core/language';
import type { NoteId } from '../core/rule';
import type { Text } from '../core/text';

/** An exercise that checks itself: what a lab.yaml says. */
export interface Lab {
  readonly title: Text;
  /** Markdown. */
  readonly task: Text;
  /** The files to edit, by name, the first one first; relative to the folder, `/`-separated. */
  readonly files: readonly string[];
  readonly expect: readonly Expected[];
  /** From the gentlest to the plainest. */
  readonly hints: readonly Text[];
  /** Said when it is passed. */
  readonly remark: Text;
  /** The concept to read on with. */
  readonly next: NoteId;
  /** What it is about. */
  readonly concepts: readonly NoteId[];
}

export type Expected = Gone | Fact;

/** A rule finds nothing any more. */
export interface Gone {
  readonly gone: string;
  readonly says?: Text;
}

export interface Fact {
  readonly language: AnyLanguage;
  readonly expectation: AnyExpectation;
  /** Its fields, as the expectation declares them. */
  readonly asked: object;
  /** What is expected in words of the lab's own. */
  readonly says?: Text;
}

/** The files of a lab by name, relative to its folder. */
export type Texts = ReadonlyMap<string, string>;
