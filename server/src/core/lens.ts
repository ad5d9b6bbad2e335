import type { Span } from './span';
import type { Message } from './text';

/** A line above a line of the text: how a thing stands to others. */
export interface Lens {
  readonly span: Span;
  readonly sort: LensSort;
  /** What it says; asked for once it is seen, since that may cost something. */
  readonly tell: () => LensText;
}

/** Each can be switched off. */
export type LensSort = 'relations' | 'podSecurity';

export interface LensText {
  readonly title: Message;
  /** Where it leads. */
  readonly places?: readonly Span[];
  /** It leads to the steps that are offered at its place. */
  readonly steps?: true;
}
