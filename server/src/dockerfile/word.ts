import type { Span } from '../core/span';

/** One word of an instruction, as BuildKit splits it. */
export interface Word {
  readonly span: Span;
  /** As written, with continuations joined and comments dropped; a JSON string is decoded. */
  readonly raw: string;
  /** Quotes and escapes removed as BuildKit's lexer does where it expands the word; variables stay as written. */
  readonly text: string;
  /** The variables BuildKit expands here, in reading order, those nested in modifiers included. */
  readonly variables: readonly VariableReference[];
  /** What BuildKit says while it lexes the word; the build stops there. */
  readonly problem?: LexProblem;
  /** The word cut for expansion; `expand.ts` evaluates it. */
  readonly template: Template;
}

export type Modifier = ':-' | ':+' | ':?' | '-' | '+' | '?' | '#' | '##' | '%' | '%%' | '/' | '//';

/** `$name`, `${name}` or `${name:-word}`. */
export interface VariableReference {
  readonly span: Span;
  readonly name: string;
  readonly nameSpan: Span;
  readonly modifier?: Modifier;
}

export type LexProblem =
  | 'single-quote-unterminated'
  | 'double-quote-unterminated'
  | 'brace-unterminated'
  | 'slash-missing'
  | 'bad-substitution'
  | 'modifier-unsupported'
  /** Ours, not BuildKit's: nobody writes it. */
  | 'nested-too-deep';

/** A word's literal pieces and variables in order. */
export type Template = readonly (string | Variable)[];

export interface Variable {
  readonly reference: VariableReference;
  readonly written: string;
  /** What follows the modifier: a default, a message or a pattern. */
  readonly word: Template;
  /** For `/` and `//`. */
  readonly replacement: Template;
}

/** `--name` or `--name=value`. */
export interface Flag {
  readonly span: Span;
  readonly name: string;
  readonly nameSpan: Span;
  /** Missing in `--name`. Its `raw` already lacks quotes and escapes: BuildKit drops them in flags. */
  readonly value?: Word;
}

/** A whole-line comment; `text` is what follows the `#`, trimmed. */
export interface Comment {
  readonly span: Span;
  readonly text: string;
}

/** `<<NAME` with the lines it takes. https://docs.docker.com/reference/dockerfile/#here-documents */
export interface Heredoc {
  readonly name: string;
  /** The word that opens it: `0<<-"EOF"`. */
  readonly span: Span;
  /** The lines between the opening line and the terminator, line endings included. */
  readonly bodySpan: Span;
  readonly body: string;
  /** The terminating name; missing where the file ends first, which BuildKit rejects. */
  readonly terminator?: Span;
  /** False where a part of the name is quoted: then variables are not expanded. */
  readonly expand: boolean;
  /** `<<-`: leading tabs are dropped. */
  readonly chomp: boolean;
  readonly fileDescriptor: number;
  /** The variables BuildKit expands in the body: COPY and ADD only, a shell expands those of RUN. */
  readonly variables: readonly VariableReference[];
  /** What BuildKit says while it expands the body, from where it cannot go on to the end of that line. */
  readonly problem?: { readonly code: LexProblem; readonly span: Span };
}
