import type { EscapeCharacter } from './model';
import { isBlank, isSpace } from './space';

/**
 * How the arguments of an instruction fall into words: at every blank (`COPY`), at blanks outside quotes
 * (`ENV`), or not at all, where a shell or nobody reads them (`RUN`).
 */
export type Splitting = 'blanks' | 'quotes' | 'none';

/**
 * The instruction in one line of equal length in which dockerfile-ast finds what BuildKit finds. It takes a
 * trailing escape for a continuation, `<<` for a heredoc wherever it stands, quotes for blanks and a carriage
 * return for a line end; so every character that is no structure becomes an `x`, a blank or an escape in quotes
 * included. What stays is letters, the blanks between words, the dashes of flags, and `=`.
 * Source of the structure: splitCommand, extractBuilderFlags and parseWords of frontend/dockerfile/parser.
 */
export function neutralise(line: string, escapeChar: EscapeCharacter, splitting: Splitting): string {
  const keyword = line.search(/[\t\v\f\r ]/);
  if (keyword < 0) return line.replace(/[^A-Za-z]/g, 'x');
  const flags = neutral(line, keyword, escapeChar, 'flags');
  const behind = keyword + flags.length;
  const rest = neutral(line, behind, escapeChar, splitting);
  return line.slice(0, keyword).replace(/[^A-Za-z]/g, 'x') + flags + rest;
}

/** Where the arguments of a neutralised line begin: behind the keyword and the flags. */
export function argumentsStart(neutral: string): number {
  return /^[A-Za-z]*(?: +--[^ ]*)* */.exec(neutral)![0].length;
}

function neutral(line: string, from: number, escapeChar: EscapeCharacter, mode: Splitting | 'flags'): string {
  let quote = '';
  let inWord = false;
  let result = '';
  for (let at = from; at < line.length; at++) {
    const char = line[at]!;
    const code = line.charCodeAt(at);
    const blank = mode === 'blanks' || mode === 'flags' ? isBlank(code) : isSpace(code);
    if (blank && quote === '') {
      inWord = false;
      result += ' ';
      continue;
    }
    if (mode === 'flags' && !inWord && !line.startsWith('--', at)) return result;
    if (mode === 'flags' && !inWord && /^--(?:[\t\v\f\r ]|$)/.test(line.slice(at, at + 3)))
      return `${result}--`;
    inWord = true;
    const escapes = char === escapeChar && !(quote === "'" && mode === 'quotes');
    if ((mode === 'flags' || mode === 'quotes') && escapes) {
      const last = at + 1 === line.length;
      result += last ? ' ' : line[at + 1] === '=' ? 'x=' : 'xx';
      at++;
      continue;
    }
    if (mode === 'flags' || mode === 'quotes') {
      if (char === quote) quote = '';
      else if (quote === '' && (char === '"' || char === "'")) quote = char;
    }
    result += isStructure(char, mode) ? char : 'x';
  }
  return result;
}

function isStructure(char: string, mode: Splitting | 'flags'): boolean {
  if (mode === 'flags') return /[A-Za-z=-]/.test(char);
  return mode === 'quotes' ? char === '=' : /[A-Za-z]/.test(char);
}
