import type { Range } from '../core/span';

// What the parser's adapter hands over: the least that commands can be read from. All offsets are UTF-16
// units
// of the text that was parsed. Ends of compound commands are left out: the parser does not know them when the
// text is unfinished.

/** What stands before or after a command; a newline counts as `;`. */
export type Connective = 'start' | '&&' | '||' | ';' | '&' | '|' | 'end';

/**
 * The construct a command stands in. `script` is text run by `sh -c`, `eval`, a here-document and the like.
 */
export type StructureKind =
  | 'subshell'
  | 'group'
  | 'condition'
  | 'then'
  | 'else'
  | 'loop'
  | 'case'
  | 'function'
  | 'coproc'
  | 'substitution'
  | 'process'
  | 'script';

/** A stretch of the text that becomes part of a value. */
export interface Piece extends Range {
  /** What it becomes where that is not the text itself: `$'\n'`. */
  readonly value?: string;
  /** Replaced by the shell before anyone sees it: an expansion. */
  readonly opaque?: boolean;
}

/** An expansion inside a word. */
export interface Hole extends Range {
  readonly quoted: boolean;
}

/** A script inside a word. */
export interface Body extends Range {
  readonly kind: 'substitution' | 'process';
  readonly steps: readonly Step[];
  /**
   * For escaped backticks: the steps count in this text, put together from the pieces if they can be told.
   */
  readonly decoded?: { readonly text: string; readonly pieces?: readonly Piece[] };
}

export interface Leaf extends Range {
  readonly pieces: readonly Piece[];
  readonly quoted: boolean;
  readonly glob: boolean;
  readonly holes: readonly Hole[];
  readonly bodies: readonly Body[];
}

export interface Setting extends Range {
  readonly name: string;
  readonly append: boolean;
  readonly value: Leaf;
}

export interface Redirection extends Range {
  readonly operator: string;
  readonly descriptor?: number;
  /** The file, or the delimiter of a here-document. */
  readonly target?: Leaf;
  readonly heredoc?: Leaf;
}

export interface Simple extends Range {
  readonly type: 'simple';
  readonly words: readonly Leaf[];
  readonly assignments: readonly Setting[];
  readonly redirects: readonly Redirection[];
}

export interface Section {
  readonly kind: StructureKind;
  readonly steps: readonly Step[];
}

export interface Block {
  readonly type: 'block';
  readonly sections: readonly Section[];
  /** Scripts in the words around the sections: the list of a `for`, the subject of a `case`. */
  readonly bodies: readonly Body[];
}

export interface Step {
  readonly node: Simple | Block;
  readonly before: Connective;
  readonly after: Connective;
  readonly negated: boolean;
  /** The reserved word `time` and its options. */
  readonly timed: readonly Leaf[];
  /** The pipeline it is a stage of; the same object for all its stages. */
  readonly pipeline?: Stages;
  readonly stage: number;
}

export interface Stages extends Range {
  readonly length: number;
}

export type FaultKind = 'unterminated' | 'unexpected' | 'missing' | 'too-deep' | 'too-long';

export interface ParseFault extends Range {
  readonly kind: FaultKind;
  /** What is unterminated, unexpected or missing, as the shell spells it. */
  readonly token: string;
}

export interface Tree {
  readonly steps: readonly Step[];
  readonly faults: readonly ParseFault[];
}

/** A word that is its text. */
export function plain(start: number, end: number): Leaf {
  return { start, end, pieces: [{ start, end }], quoted: false, glob: false, holes: [], bodies: [] };
}

export function block(sections: readonly Section[], bodies: readonly Body[] = []): Block {
  return { type: 'block', sections, bodies };
}

/** From the first of some things to the end of the last. */
export function around(items: readonly Range[]): Range {
  const start = Math.min(...items.map((item) => item.start));
  const end = Math.max(...items.map((item) => item.end));
  return items.length > 0 ? { start, end } : { start: 0, end: 0 };
}
