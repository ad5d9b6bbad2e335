import type { Edit, Span } from './span';
import type { Message } from './text';

/** What could be written at a place. */
export interface Completion {
  /** What a chosen suggestion replaces: the word under the cursor, or nothing. */
  readonly span: Span;
  /** The best first. */
  readonly items: readonly Suggestion[];
}

export interface Suggestion {
  readonly label: string;
  readonly sort: 'field' | 'value' | 'kind' | 'item' | 'name';
  /**
   * A snippet body as LSP defines them, with tab stops. Lines after the first stand relative to the indentation
   * of the line it is put in.
   */
  readonly body: string;
  /** A word or two beside the label. */
  readonly detail?: Message;
  /** Where its note belongs, as in `Card.place`. */
  readonly place?: readonly string[];
  /** The reference's own text. */
  readonly text?: string;
  /** Written elsewhere at the same time. */
  readonly edits?: readonly Edit[];
}

/** Text that is to be taken as it is, inside a snippet body. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
