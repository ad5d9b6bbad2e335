import type { NoteId } from './rule';
import type { Span } from './span';
import type { Lang, Message, Text } from './text';

/** One half of a note, in one language, split by the shape every note has. All fields are Markdown. */
export interface NoteBody {
  readonly title: string;
  /** One line: what it is. */
  readonly answer: string;
  readonly bullets: readonly string[];
  /** Plain text drawing, with a left edge only. */
  readonly picture?: string;
  readonly question?: { readonly asked: string; readonly answer: string };
  /** A command or an example to try. */
  readonly example?: string;
  readonly misconception?: string;
}

export interface Note {
  readonly id: NoteId;
  /** Where its hover belongs; the language says what a place looks like. */
  readonly at: readonly string[];
  readonly body: Readonly<Record<Lang, NoteBody>>;
  readonly related: readonly NoteId[];
  /** The official page in the reader's language. */
  readonly official: Text;
  /** Where each fact was checked. */
  readonly sources: readonly string[];
}

/** What a language says about the text under the cursor. */
export interface Card {
  readonly span: Span;
  readonly note: NoteId;
  /** Facts of this very file, said before the note's own bullets. */
  readonly facts?: readonly Message[];
  /** Replaces the note's picture by one drawn from the real objects. */
  readonly picture?: Message;
}
