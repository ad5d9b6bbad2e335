import { Joined } from '../core/joined';
import type { Range } from '../core/span';
import { type HeredocWord, heredocWords } from './heredoc';
import type { EscapeCharacter } from './model';
import { argumentsStart, neutralise } from './neutral';
import { skipSpace, trimSpace } from './space';

/** Whole lines: an instruction, or what lies between two. Offsets count from the start of the file. */
export interface Piece extends Range {
  readonly kind: 'instruction' | 'trivia';
}

/** The lines of one instruction; offsets count from the start of the scanned text. */
export interface Lines extends Range {
  /** In one line, trimmed: continuations, comments and heredoc bodies left out. */
  readonly joined: Joined;
  readonly comments: readonly Range[];
  readonly emptyLines: readonly Range[];
  readonly heredocs: readonly HeredocLines[];
  /** Behind the last line of the instruction proper, where heredocs begin. */
  readonly bodyStart: number;
}

export interface HeredocLines {
  readonly word: HeredocWord;
  readonly body: Range;
  /** Missing where the file ends first. */
  readonly terminator?: Range;
}

/**
 * Cuts a file as BuildKit does, from an offset on. Source: Parse in frontend/dockerfile/parser/parser.go.
 * @param from where the first piece begins
 * @param start where it begins to look for an instruction; what lies before is no part of one
 * @param isKnown told where each line begins that is no part of an instruction, and whether it follows others of
 * the kind; all from there on is left if it says so
 * @returns `end`: up to where
 */
export function cut(
  text: string,
  from: number,
  start: number,
  escapeChar: EscapeCharacter,
  isKnown: (at: number, inTrivia: boolean) => boolean = () => false,
): { readonly pieces: readonly Piece[]; readonly end: number } {
  const pieces: Piece[] = [];
  let trivia = from;
  let at = start;
  while (at < text.length && !isKnown(at, at > trivia)) {
    const next = lineEnd(text, at);
    const first = skipSpace(text, at, next);
    if (first === next || text[first] === '#') {
      at = next;
      continue;
    }
    if (at > trivia) pieces.push({ kind: 'trivia', start: trivia, end: at });
    const { end } = readLines(text, at, escapeChar);
    pieces.push({ kind: 'instruction', start: at, end });
    trivia = at = end;
  }
  if (at > trivia) pieces.push({ kind: 'trivia', start: trivia, end: at });
  return { pieces, end: at };
}

/** Reads the instruction that starts in the line at `start`, to the end of its last line. */
export function readLines(text: string, start: number, escapeChar: EscapeCharacter): Lines {
  const slices: Range[] = [];
  const comments: Range[] = [];
  const emptyLines: Range[] = [];
  let at = start;
  let continues = true;
  while (continues && at < text.length) {
    const next = lineEnd(text, at);
    const end = withoutNewline(text, at, next);
    const first = skipSpace(text, at, end);
    const isFirst = at === start;
    if (!isFirst && text[first] === '#') comments.push({ start: first, end: trimSpace(text, first, end) });
    else if (!isFirst && first === end) emptyLines.push({ start: at, end: next });
    else {
      const from = isFirst ? first : at;
      const cut = continuation(text, from, end, escapeChar);
      slices.push({ start: from, end: cut ?? end });
      continues = cut !== undefined;
    }
    at = next;
  }
  const joined = trimmed(text, slices);
  const heredocs = joined.text.includes('<<') ? readHeredocs(text, at, joined.text, escapeChar) : [];
  const last = heredocs.at(-1);
  const end = last?.terminator ? lineEnd(text, last.terminator.end) : (last?.body.end ?? at);
  return { start, end, joined, comments, emptyLines, heredocs, bodyStart: at };
}

/** Where the escape that continues the line stands; not one that is escaped itself. */
function continuation(text: string, start: number, end: number, escapeChar: string): number | undefined {
  let at = end - 1;
  while (at >= start && (text[at] === ' ' || text[at] === '\t')) at--;
  if (at < start || text[at] !== escapeChar) return undefined;
  return at > start && text[at - 1] === escapeChar ? undefined : at;
}

function trimmed(text: string, slices: readonly Range[]): Joined {
  const whole = new Joined(text, slices);
  const line = whole.text;
  const start = skipSpace(line, 0);
  const end = trimSpace(line, start);
  return start === 0 && end === line.length ? whole : whole.slice(start, end, text);
}

/** Where an unterminated heredoc is taken to end, so that the rest of the file is still read. */
const NEXT_INSTRUCTION =
  /^(?:FROM|RUN|COPY|ADD|ARG|ENV|LABEL|EXPOSE|WORKDIR|USER|CMD|ENTRYPOINT|VOLUME|HEALTHCHECK|SHELL|STOPSIGNAL|ONBUILD)[ \t]/;

function readHeredocs(
  text: string,
  start: number,
  line: string,
  escapeChar: EscapeCharacter,
): HeredocLines[] {
  if (!takesHeredocs(line, escapeChar)) return [];
  let at = start;
  let open = false;
  return heredocWords(line).map((word) => {
    const body = { start: at, end: at };
    const terminator = open ? undefined : findTerminator(text, at, word);
    open ||= !terminator;
    if (!terminator) {
      body.end = at = recoveryPoint(text, at);
      return { word, body };
    }
    body.end = lineStart(text, terminator.start);
    at = lineEnd(text, terminator.end);
    return { word, body, terminator };
  });
}

function findTerminator(text: string, start: number, word: HeredocWord): Range | undefined {
  for (let at = start, next: number; at < text.length; at = next) {
    next = lineEnd(text, at);
    const end = withoutNewline(text, at, next);
    let from = at;
    if (word.chomp) while (text[from] === '\t') from++;
    if (end - from === word.name.length && text.startsWith(word.name, from)) return { start: from, end };
  }
  return undefined;
}

function recoveryPoint(text: string, start: number): number {
  let at = start;
  while (at < text.length && !NEXT_INSTRUCTION.test(text.slice(at, at + 12))) at = lineEnd(text, at);
  return at;
}

/** RUN, COPY and ADD, also as the trigger of an ONBUILD, unless their arguments are JSON. */
function takesHeredocs(line: string, escapeChar: EscapeCharacter): boolean {
  const keyword = keywordOf(line);
  const rest = line.slice(argumentsStart(neutralise(line, escapeChar, 'none')));
  if (keyword === 'ONBUILD') return !/^onbuild\b/i.test(rest) && takesHeredocs(rest, escapeChar);
  return (keyword === 'RUN' || keyword === 'COPY' || keyword === 'ADD') && !isJsonArray(rest);
}

/** The keyword of a joined line in upper case; only ASCII letters count, as in Go. */
export function keywordOf(line: string): string {
  return line
    .slice(0, /[\t\v\f\r ]|$/.exec(line)!.index)
    .replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/** Whether the arguments are what BuildKit takes for the JSON form, whatever its elements are. */
export function isJsonArray(text: string): boolean {
  if (!text.startsWith('[')) return false;
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
}

/** Behind the line feed that ends the line at `at`. */
function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed < 0 ? text.length : feed + 1;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function withoutNewline(text: string, start: number, next: number): number {
  let end = next;
  while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return end;
}
