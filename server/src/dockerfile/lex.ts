import type { Joined } from '../core/joined';
import type { PartId, Span } from '../core/span';
import type { EscapeCharacter } from './model';
import type { LexProblem, Modifier, Template, Variable, VariableReference, Word } from './word';

type Place = (start: number, end: number) => Span;

export interface LexOptions {
  readonly escape: EscapeCharacter;
  /** False for the bodies of heredocs, where quotes are text. */
  readonly quotes: boolean;
}

/** Variables within variables; the stack bears more, and BuildKit knows no limit. */
const DEEPEST = 100;

/**
 * Cuts a text into literal pieces and variables, as BuildKit does before it expands them. Never throws: the
 * first problem ends the reading. Source: frontend/dockerfile/shell/lex.go.
 */
export class Lexer {
  at = 0;
  problem?: LexProblem;
  readonly variables: VariableReference[] = [];
  readonly #text: string;
  readonly #place: Place;
  readonly #options: LexOptions;
  #depth = 0;

  constructor(text: string, place: Place, options: LexOptions) {
    this.#text = text;
    this.#place = place;
    this.#options = options;
  }

  get done(): boolean {
    return this.at >= this.#text.length;
  }

  /** Reads to the end, or behind the next `stop` outside quotes; without it there, that is a problem. */
  template(stop = '', rawEscapes = false): Template {
    const pieces = new Pieces();
    while (!this.done) {
      if (stop !== '' && this.#text[this.at] === stop) {
        this.at++;
        return pieces.list;
      }
      this.token(pieces, rawEscapes);
    }
    if (stop !== '') this.#fail(stop === '/' ? 'slash-missing' : 'brace-unterminated');
    return pieces.list;
  }

  /** Reads one character with what it opens: a quoted run, an escaped character, a variable. */
  token(pieces: Pieces, rawEscapes: boolean): void {
    const char = this.#text[this.at]!;
    if (char === '$') this.#dollar(pieces);
    else if (char === "'" && this.#options.quotes) this.#singleQuoted(pieces);
    else if (char === '"' && this.#options.quotes) this.#doubleQuoted(pieces, rawEscapes);
    else if (char === this.#options.escape) {
      pieces.add((rawEscapes ? char : '') + (this.#text[this.at + 1] ?? ''));
      this.at += 2;
    } else if (char === '<' && this.#text[this.at + 1] === '<') {
      const opening = /^<<[\t\r ]*/.exec(this.#text.slice(this.at))![0];
      pieces.add(opening);
      this.at += opening.length;
    } else {
      pieces.add(char);
      this.at++;
    }
  }

  #singleQuoted(pieces: Pieces): void {
    const end = this.#text.indexOf("'", this.at + 1);
    if (end < 0) this.#fail('single-quote-unterminated');
    else {
      pieces.add(this.#text.slice(this.at + 1, end));
      this.at = end + 1;
    }
  }

  #doubleQuoted(pieces: Pieces, rawEscapes: boolean): void {
    this.at++;
    while (!this.done) {
      const char = this.#text[this.at]!;
      if (char === '"') {
        this.at++;
        return;
      }
      if (char === '$') this.#dollar(pieces);
      else if (char === this.#options.escape) {
        const next = this.#text[this.at + 1] ?? '';
        const escapes = next === '"' || next === '$' || next === char;
        pieces.add((rawEscapes ? char : '') + (escapes ? next : next === '' ? '' : char));
        this.at += escapes ? 2 : 1;
      } else {
        pieces.add(char);
        this.at++;
      }
    }
    this.#fail('double-quote-unterminated');
  }

  #dollar(pieces: Pieces): void {
    const start = this.at++;
    if (this.#text[this.at] === '{') {
      const variable = this.#braces(start);
      if (variable) pieces.list.push(variable);
      return;
    }
    const nameAt = this.at;
    const name = this.#name();
    if (name === '') pieces.add('$');
    else pieces.list.push(this.#variable(start, nameAt, name));
  }

  #braces(start: number): Variable | undefined {
    const nameAt = ++this.at;
    if (/[{}:]/.test(this.#text[nameAt] ?? '')) return this.#fail('bad-substitution');
    const name = this.#name();
    if (this.done) return this.#fail('brace-unterminated');
    if (this.#text[this.at] === '}') {
      this.at++;
      return this.#variable(start, nameAt, name);
    }
    const modifier = /^(?::[-+?]|[-+?]|##?|%%?|\/\/?)/.exec(this.#text.slice(this.at, this.at + 2))?.[0];
    if (!modifier) return this.#fail('modifier-unsupported');
    this.at += modifier.length;
    if (this.#depth === DEEPEST) return this.#fail('nested-too-deep');
    this.#depth++;
    // A variable stands before those in its word, though it is complete only behind them.
    const place = this.variables.length;
    const word = modifier[0] === '/' ? this.template('/', true) : this.template('}', /[#%]/.test(modifier));
    const replacement = modifier[0] === '/' ? this.template('}', true) : [];
    this.#depth--;
    const inner = this.variables.splice(place);
    const variable = this.#variable(start, nameAt, name, modifier as Modifier, word, replacement);
    this.variables.push(...inner);
    return variable;
  }

  #variable(
    start: number,
    nameAt: number,
    name: string,
    modifier?: Modifier,
    word: Template = [],
    replacement: Template = [],
  ): Variable {
    const nameSpan = this.#place(nameAt, nameAt + name.length);
    const span = this.#place(start, Math.min(this.at, this.#text.length));
    const reference = { span, name, nameSpan, ...(modifier && { modifier }) };
    this.variables.push(reference);
    return { reference, written: this.#text.slice(start, this.at), word, replacement };
  }

  #name(): string {
    const name = /^(?:\p{Nd}+|[@*#?$!-]|[\p{L}_][\p{L}\p{Nd}_]*)?/u.exec(this.#text.slice(this.at))![0];
    this.at += name.length;
    return name;
  }

  #fail(problem: LexProblem): undefined {
    this.problem ??= problem;
    this.at = this.#text.length;
  }
}

/** Pieces of a template, neighbouring texts in one. */
export class Pieces {
  readonly list: (string | Variable)[] = [];

  add(text: string): void {
    const last = this.list.length - 1;
    if (text === '') return;
    if (typeof this.list[last] === 'string') this.list[last] += text;
    else this.list.push(text);
  }
}

/** Reads a word whose text is `joined`; where BuildKit expands nothing, `raw` is all there is to it. */
export function readWord(joined: Joined, part: PartId, escapeChar: EscapeCharacter, expanded = true): Word {
  const raw = joined.text;
  const span = { part, ...joined.range(0, raw.length) };
  if (!expanded || !/["'$`\\]/.test(raw))
    return { span, raw, text: raw, variables: [], template: raw === '' ? [] : [raw] };
  const place = (start: number, end: number): Span => ({ part, ...joined.range(start, end) });
  const lexer = new Lexer(raw, place, { escape: escapeChar, quotes: true });
  const template = lexer.template();
  const { problem, variables } = lexer;
  const text = problem ? raw : written(template);
  return { span, raw, text, variables, template, ...(problem && { problem }) };
}

/** The text of a template, its variables as they were written. */
export function written(template: Template): string {
  return template.map((piece) => (typeof piece === 'string' ? piece : piece.written)).join('');
}
