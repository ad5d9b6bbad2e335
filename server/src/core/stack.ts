import type { Span } from './span';

/** What a build makes of a text: layers on layers, in stages side by side. Plain data, for a drawing of it. */
export interface Stack {
  readonly stages: readonly StackStage[];
  /** What one stage takes from another. */
  readonly copies: readonly StackCopy[];
}

export interface StackStage {
  /** As people call it. */
  readonly name: string;
  /** The word the name is about; missing where nothing is written for it. */
  readonly span?: Span;
  readonly role: StageRole;
  readonly base: StackBase;
  /** What is written for it, from the bottom up. */
  readonly steps: readonly StackStep[];
}

/** `final` is the image; the final one stands on a `part`; a `helper` gives files to it; nobody needs the `unused`. */
export type StageRole = 'final' | 'part' | 'helper' | 'unused';

export interface StackBase {
  readonly kind: 'image' | 'stage' | 'scratch' | 'unknown';
  /** As written. */
  readonly name: string;
  /** The index of the stage it is. */
  readonly stage?: number;
  /** The whole instruction that names it, and its keyword. */
  readonly span?: Span;
  readonly at?: Span;
}

export interface StackStep {
  readonly sort: 'layer' | 'setting';
  readonly keyword: string;
  /** What follows the keyword, in one line. */
  readonly text: string;
  /** The whole instruction. */
  readonly span: Span;
  /** Its keyword, which a hover explains. */
  readonly at: Span;
  /** It, or what it is built on, is not what the reader's last build had: see `Language.stack`. */
  readonly changed?: 'here' | 'below';
}

/** Files go from a stage, or from another image, to a step. */
export interface StackCopy {
  /** The index of the stage; an image by its name. */
  readonly from: number | string;
  readonly stage: number;
  /** The index among the steps of the stage. */
  readonly step: number;
}
