import type { Edit, Span } from './span';
import type { Message } from './text';

/** What a word stands for that is said in one place and meant in others: the name of an object, a label, a port. */
export interface Meaning {
  /** The word that was asked about, without quotes. */
  readonly at: Span;
  readonly text: string;
  /** Where it is given; nowhere if that lies outside the workspace. */
  readonly definitions: readonly Span[];
  /** Every place that relies on it. */
  readonly uses: readonly Span[];
  /**
   * What it takes to call it otherwise, everywhere; or why that cannot be. Missing where it has no name to change.
   */
  readonly rename?: (name: string) => Renaming;
}

export type Renaming = { readonly edits: readonly Edit[] } | { readonly problem: Message };
