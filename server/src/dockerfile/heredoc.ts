import type { Range } from '../core/span';
import { partId } from '../core/span';
import { Lexer, Pieces, written } from './lex';
import type { Lines } from './scan';
import type { Source } from './source';
import { isSpace } from './space';
import type { Heredoc } from './word';

/** A heredoc that a line opens; offsets count in the joined line. */
export interface HeredocWord extends Range {
  readonly name: string;
  readonly expand: boolean;
  readonly chomp: boolean;
  readonly fileDescriptor: number;
}

const OPENING = /^(\d*)<<(-?)[\t\n\f\r ]*([^<]*)$/;

/**
 * The heredocs a joined RUN, COPY or ADD opens. A line whose quotes or braces do not close opens none.
 * Source: heredocsFromLine in frontend/dockerfile/parser/parser.go.
 */
export function heredocWords(line: string): HeredocWord[] {
  return shellWords(line).flatMap(({ start, end }) => {
    const word = heredocWord(line.slice(start, end));
    return word ? [{ ...word, start, end }] : [];
  });
}

/** A single word read as the opening of a heredoc. Source: ParseHeredoc. */
export function heredocWord(word: string): Omit<HeredocWord, 'start' | 'end'> | undefined {
  const [, descriptor, dash, rest] = OPENING.exec(word) ?? [];
  const [only, more] = shellWords(rest ?? '');
  if (!only || more) return undefined;
  const { name, quoted } = unquoted(rest!.slice(only.start, only.end));
  if (name === '') return undefined;
  return { name, expand: !quoted, chomp: dash === '-', fileDescriptor: Number(descriptor) };
}

/** @param expanded whether BuildKit expands the bodies of unquoted ones, as it does for COPY and ADD. */
export function readHeredocs(source: Source, { heredocs, joined }: Lines, expanded: boolean): Heredoc[] {
  // Words are counted in the whole line, also where `source` is the trigger within an ONBUILD.
  return heredocs.map(({ word, body, terminator }) => {
    const { name, expand, chomp, fileDescriptor } = word;
    const text = source.text.slice(body.start, body.end);
    const place = (start: number, end: number) =>
      source.written({ start: body.start + start, end: body.start + end });
    const lexer = new Lexer(text, place, { escape: '\\', quotes: false });
    const found = expanded && expand ? problemIn(lexer, text) : undefined;
    const problem = found && { code: lexer.problem!, span: place(found.start, found.end) };
    return {
      name,
      span: source.written(joined.range(word.start, word.end)),
      bodySpan: source.written(body),
      body: text,
      ...(terminator && { terminator: source.written(terminator) }),
      expand,
      chomp,
      fileDescriptor,
      variables: lexer.variables.filter(({ span }) => !problem || span.start < problem.span.start),
      ...(problem && { problem }),
    };
  });
}

/** The rest of the line in which the reading ends. */
function problemIn(lexer: Lexer, text: string): Range | undefined {
  const pieces = new Pieces();
  let start = 0;
  while (!lexer.done) {
    start = lexer.at;
    lexer.token(pieces, false);
  }
  if (!lexer.problem) return undefined;
  const length = /^[^\r\n]*/.exec(text.slice(start))![0].length;
  return { start, end: start + length };
}

/** The escape of heredoc words is `\`, whatever the file says. */
const OPTIONS = { escape: '\\', quotes: true } as const;
const NOWHERE = { part: partId('', 0), start: 0, end: 0 };

/** Splits a line at white space outside quotes; blanks behind `<<` belong to the word. */
function shellWords(line: string): Range[] {
  const words: Range[] = [];
  const lexer = new Lexer(line, () => NOWHERE, OPTIONS);
  let start = -1;
  while (!lexer.done) {
    const { at } = lexer;
    if (isSpace(line.charCodeAt(at))) {
      if (start >= 0) words.push({ start, end: at });
      start = -1;
      lexer.at++;
    } else {
      if (start < 0) start = at;
      const pieces = new Pieces();
      lexer.token(pieces, true);
      // BuildKit loses what stands before `${a:-b}` in the same word: its lexer shares a buffer.
      if (pieces.list.some((piece) => typeof piece !== 'string' && piece.reference.modifier)) start = at;
    }
  }
  if (start >= 0) words.push({ start, end: line.length });
  return lexer.problem ? [] : words;
}

/** A word without quotes and escapes; variables are no more than text here. */
function unquoted(word: string): { name: string; quoted: boolean } {
  const lexer = new Lexer(word, () => NOWHERE, OPTIONS);
  let name = '';
  let quoted = false;
  while (!lexer.done) {
    const { at } = lexer;
    const pieces = new Pieces();
    lexer.token(pieces, false);
    quoted ||= /["']/.test(word[at]!);
    name += written(pieces.list);
  }
  return { name, quoted };
}
