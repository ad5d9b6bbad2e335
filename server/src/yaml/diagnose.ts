import type { Range, TextEdit } from '../core/span';
import type { FaultCode } from './fault';
import { realign } from './indentation';
import { contentEnd, indentOf, lineEnd, lineStart, nextLine } from './lines';
import type { Parsed, Problem, Unclosed } from './parsed';

/** A fault on a text as it stands, with the edits that let the rest be read; without a code, Kubernetes takes it. */
export interface Flaw extends Range {
  readonly code: FaultCode | undefined;
  readonly edits: readonly TextEdit[];
  /** The starts of further lines that suffer from the same fault. */
  readonly lines?: readonly number[];
}

/** What the package complains of, in our words and on the narrowest text; nothing where it is no fault. */
export function diagnoseProblem(text: string, parsed: Parsed, problem: Problem): Flaw | undefined {
  const start = skipSpace(text, problem.start);
  const line = lineStart(text, start);
  // Told for every kind of content, also for what the package lets stand there.
  if (text.startsWith('---', line)) return undefined;
  if (/^ *\t/.test(text.slice(line, start + 1))) return tabs(text, line);
  // go-yaml begins a comment behind a comma, too, and to it a lone dash between brackets is a text.
  if (text[start] === '#') return flaw(undefined, start, start, insert(start, ' '));
  const inFlow = parsed.flows.some((flow) => flow.start < start && start < flow.end);
  if (inFlow && /^-[,\]}]/.test(text.slice(start, start + 2)))
    return flaw(undefined, start, start + 1, { start, end: start + 1, text: '"-"' });
  switch (problem.code) {
    case 'TAB_AS_INDENT':
      return tabs(text, lineStart(text, problem.start));
    case 'MULTILINE_IMPLICIT_KEY':
      if (inFlow) return flaw('unexpected', start, problem.end);
      return startsLine(text, start) ? stray(text, start) : misplaced(text, lineStart(text, problem.end));
    case 'BLOCK_AS_IMPLICIT_KEY':
      return startsLine(text, start) ? misplaced(text, line) : nested(text, start);
    case 'BAD_INDENT':
      return misplaced(text, line);
    case 'MISSING_CHAR':
      if (inFlow) return flaw('missing-comma', start, wordEnd(text, start));
      return hasKey(text, start) ? misplaced(text, line) : stray(text, start);
    case 'BLOCK_IN_FLOW':
      return missingComma(text, problem);
    case 'UNEXPECTED_TOKEN':
      if (/[|>][-+\d]*$/.test(text.slice(line, start)))
        return flaw('block-header', start, lineEnd(text, start));
      return inFlow ? flaw('unexpected', start, Math.max(problem.end, start)) : unexpected(text, start);
    case 'BAD_SCALAR_START':
      return flaw('reserved-character', start, start + 1);
    case 'BAD_DQ_ESCAPE':
      return flaw('escape', start, start + 2);
    case 'BAD_ALIAS':
    case 'BAD_DIRECTIVE':
    case 'MULTIPLE_DOCS':
      // Aliases and directives are judged by us; what follows `...` is no document to kubectl either.
      return undefined;
    default:
      return flaw('unexpected', start, Math.max(start, problem.end));
  }
}

export function diagnoseUnclosed(text: string, unclosed: Unclosed): Flaw {
  const isQuote = unclosed.opener === '"' || unclosed.opener === "'";
  const lax = isQuote ? laxQuote(text, unclosed) : laxBracket(text, unclosed);
  if (lax) return lax;
  const { start, opener } = unclosed;
  if (!isQuote) {
    const end = lastContent(text, start, unclosed.end);
    return flaw('unclosed-bracket', start, start + 1, insert(end, opener === '[' ? ']' : '}'));
  }
  const key = /^["'][\w./-]+(?=:(\s|$))/.exec(text.slice(start, lineEnd(text, start)));
  const end =
    start +
    (startsLine(text, start) && key ? key[0] : text.slice(start, lineEnd(text, start)).trimEnd()).length;
  const slashes = opener === '"' ? (/\\*$/.exec(text.slice(start, end))![0].length % 2 ? '\\' : '') : '';
  return flaw('unclosed-quote', start, end, insert(end, slashes + opener));
}

export function diagnoseStray(bracket: Range): Flaw {
  return flaw('unexpected', bracket.start, bracket.end, { ...bracket, text: '' });
}

function flaw(code: FaultCode | undefined, start: number, end: number, ...edits: TextEdit[]): Flaw {
  return { code, start, end, edits };
}

function insert(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}

/** A line among the keys of a map that is no pair: a key without colon, or without the space behind it. */
function stray(text: string, start: number): Flaw {
  if (/^-(\s|$)/.test(text.slice(start, start + 2))) return unexpected(text, start);
  const end = Math.max(start, contentEnd(text, start));
  const tight = /^[\w./-]+:(?=[^\s/])/.exec(text.slice(start, end));
  if (!tight) return flaw('missing-colon', start, end, insert(end, ':'));
  const colon = start + tight[0].length - 1;
  return flaw('missing-space', colon, colon + 1, insert(colon + 1, ' '));
}

/** A line that is indented too far or not far enough. */
function misplaced(text: string, line: number): Flaw {
  const { line: wrong, edits, lines } = realign(text, line);
  const start = wrong + indentOf(text, wrong);
  return { code: 'indentation', start, end: wordEnd(text, start), edits, lines };
}

/** A value that holds a key: on the same line, or because the next line is indented too far. */
function nested(text: string, start: number): Flaw {
  const end = contentEnd(text, start);
  const value = text.slice(start, end);
  if (!/:(\s|$)/.test(value)) return misplaced(text, nextLine(text, start));
  return flaw('nested-mapping', start, end, { start, end, text: `'${value.replaceAll("'", "''")}'` });
}

/** Tabs before the first word of a line, and of the lines below: each counts as one level of spaces. */
function tabs(text: string, line: number): Flaw {
  const level = ' '.repeat(Math.min(...levels(text), 8) === 8 ? 2 : Math.min(...levels(text)));
  const lines: number[] = [];
  const edits: TextEdit[] = [];
  for (let at = line; at < text.length; at = nextLine(text, at)) {
    const indent = /^[ \t]*/.exec(text.slice(at, lineEnd(text, at)))![0];
    if (at + indent.length === lineEnd(text, at)) continue;
    // The line behind a mixture of both may not line up with it; that is no fault of its own.
    lines.push(at);
    if (!indent.includes('\t')) break;
    edits.push({ start: at, end: at + indent.length, text: indent.replaceAll('\t', level) });
  }
  const start = text.indexOf('\t', line);
  const end = start + /^\t*/.exec(text.slice(start))![0].length;
  return { code: 'tab-indentation', start, end, edits, lines };
}

function levels(text: string): number[] {
  return [...text.matchAll(/^ +(?=[^\s#])/gm)].map(([spaces]) => spaces.length);
}

function missingComma(text: string, { start, end }: Range): Flaw {
  const word = /[^\s,]+(?=\s*:(\s|$))/.exec(text.slice(start, end));
  const at = start + (word?.index ?? 0);
  return flaw('missing-comma', at, at + (word?.[0].length ?? 0), insert(at, ','));
}

/** Text no node can hold is taken away, with what is nested below it where it fills its line. */
function unexpected(text: string, start: number): Flaw {
  const end = Math.max(start, contentEnd(text, start));
  if (!startsLine(text, start)) return flaw('unexpected', start, end, { start, end, text: '' });
  const line = lineStart(text, start);
  const first = firstContent(text);
  if (first < line && indentOf(text, first) > indentOf(text, line)) return headTooDeep(text, first, line);
  const lines = [line];
  const edits: TextEdit[] = [{ start, end: lineEnd(text, start), text: '' }];
  for (let at = nextLine(text, line); at < text.length; at = nextLine(text, at)) {
    if (indentOf(text, at) <= indentOf(text, line)) break;
    lines.push(at);
    edits.push({ start: at, end: lineEnd(text, at), text: '' });
  }
  return { code: 'unexpected', start, end, edits, lines };
}

/** The document's first lines are indented, the others are not: so the document seems to end behind them. */
function headTooDeep(text: string, first: number, line: number): Flaw {
  const excess = indentOf(text, first) - indentOf(text, line);
  const edits: TextEdit[] = [];
  for (let at = first; at < line; at = nextLine(text, at))
    edits.push({ start: at, end: at + Math.min(excess, indentOf(text, at)), text: '' });
  const start = first + indentOf(text, first);
  return { code: 'indentation', start, end: wordEnd(text, start), edits, lines: [line] };
}

/** The first line that is neither comment nor marker. */
function firstContent(text: string): number {
  let at = 0;
  while (at < text.length && /^(\s*(#|$)|---|%)/.test(text.slice(at, lineEnd(text, at))))
    at = nextLine(text, at);
  return at;
}

/** Kubernetes lets a quoted text go on at any column, the package only deeper than its key. */
function laxQuote(text: string, { start, opener }: Unclosed): Flaw | undefined {
  const close = opener === '"' ? /(?:[^"\\]|\\[\s\S])*?"/y : /(?:[^']|'')*?'(?!')/y;
  close.lastIndex = start + 1;
  if (!close.test(text)) return undefined;
  const end = close.lastIndex;
  if (end <= lineEnd(text, start) || !/^[ \t]*([,\]}#]|$)/.test(text.slice(end, lineEnd(text, end))))
    return undefined;
  return deepen(text, start, end, ENTRY);
}

/** Likewise for flow maps and lists: `[`, items and `]` may all stand at the column of the key. */
function laxBracket(text: string, { start, opener }: Unclosed): Flaw | undefined {
  const open: string[] = [];
  for (const { 0: found, index } of text.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|#.*|[[\]{}]/g)) {
    if (found === '[' || found === '{') open.push(found);
    else if (found !== ']' && found !== '}') continue;
    else if (open.pop() !== (found === ']' ? '[' : '{')) return undefined;
    if (open.length > 0) continue;
    const end = start + index + 1;
    return deepen(text, start, end, opener === '[' ? ENTRY : /^\s*- /);
  }
  return undefined;
}

/** Indents the lines of a flow node further; not where one of them looks like an entry of the block around it. */
function deepen(text: string, start: number, end: number, entry: RegExp): Flaw | undefined {
  const indent = ' '.repeat(start - lineStart(text, start) + 1);
  const edits: TextEdit[] = [];
  for (let at = nextLine(text, start); at < end; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    if (entry.test(line) || /^(---|\.\.\.)(\s|$)/.test(line)) return undefined;
    if (line.trim() !== '') edits.push(insert(at, indent));
  }
  return edits.length > 0 ? flaw(undefined, start, end, ...edits) : undefined;
}

function startsLine(text: string, at: number): boolean {
  return /^[\s-]*$/.test(text.slice(lineStart(text, at), at));
}

/** The line holds a key from here on, or an item. */
function hasKey(text: string, at: number): boolean {
  return /^- |:(\s|$)/.test(text.slice(at, contentEnd(text, at)));
}

function skipSpace(text: string, at: number): number {
  return at + /^\s*/.exec(text.slice(at))![0].length;
}

/** Behind the key or word at `at`. */
function wordEnd(text: string, at: number): number {
  const word = /^[^\s:,#[\]{}]+(?:(?! #)[^\S\r\n]+[^\s:,#[\]{}]+)*/.exec(text.slice(at, lineEnd(text, at)));
  return at + (word?.[0].length ?? Math.min(1, lineEnd(text, at) - at));
}

/**
 * The end of the last content between an opening bracket and the place where the rest no longer belongs to it:
 * `limit`, or a line that looks like an entry of the block around it.
 */
function lastContent(text: string, start: number, limit: number): number {
  let end = start + 1;
  for (let at = start; at < limit; at = nextLine(text, at)) {
    const stop = Math.min(limit, contentEnd(text, at));
    const line = text.slice(at, stop);
    if (line.trim() === '') continue;
    if (at > start && ENTRY.test(line) && !/[,[{:]/.test(text[end - 1]!)) break;
    end = Math.max(end, at + line.trimEnd().length);
  }
  return end;
}

/** How a line of a block map begins. */
const ENTRY = /^\s*(- )*[\w./-]+:(\s|$)/;
