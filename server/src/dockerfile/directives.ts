import type { Range } from '../core/span';
import type { EscapeCharacter } from './model';
import { skipSpace } from './space';

/** A parser directive with offsets from the start of the file. */
export interface ReadDirective extends Range {
  readonly name: DirectiveName;
  readonly nameRange: Range;
  readonly value: string;
  readonly valueRange: Range;
  readonly form: 'comment' | 'slashes' | 'json';
}

export type DirectiveName = 'syntax' | 'escape' | 'check';

export interface ReadDirectives {
  readonly escape: EscapeCharacter;
  readonly directives: readonly ReadDirective[];
  readonly problems: readonly (Range & { readonly code: ReadProblem; readonly name: DirectiveName })[];
  /** Where the Dockerfile begins: behind a byte order mark; at the end of a file for another front end. */
  readonly end: number;
}

type ReadProblem = 'directive-repeated' | 'directive-misplaced' | 'escape-invalid';

const DIRECTIVE = /^([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/d;

/**
 * Reads the directives at the head of a file. BuildKit has two readers: the parser, which knows `# escape=` and
 * is stopped by a `#!` line, and the front end, which looks for `syntax` and `check` behind it, in lines that
 * start with `#` at once, or for `// syntax=` and `{"syntax": …}`.
 * Source: frontend/dockerfile/parser/directives.go.
 */
export function readDirectives(text: string): ReadDirectives {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const directives: ReadDirective[] = [];
  const problems: (Range & { code: ReadProblem; name: DirectiveName })[] = [];
  let escapeChar: EscapeCharacter = '\\';
  const shebang = text.startsWith('#!', start);
  // An indented line ends the front end's search, not the parser's.
  let indented = false;
  let at = shebang ? lineAfter(text, start) : start;
  for (let next = at; at < text.length; at = next) {
    next = lineAfter(text, at);
    const found = directiveAt(text, at, next, '#');
    if (!found) break;
    const { name, value, start, end, valueRange } = found;
    indented ||= start > (at === 0 && text[0] === '\ufeff' ? 1 : at);
    if (directives.some((one) => one.name === name)) {
      problems.push({ code: shebang ? 'directive-misplaced' : 'directive-repeated', name, start, end });
      continue;
    }
    if (name === 'escape' ? shebang : indented)
      problems.push({ code: 'directive-misplaced', name, start, end });
    else if (name === 'escape' && value !== '\\' && value !== '`')
      problems.push({ code: 'escape-invalid', name, ...valueRange });
    else if (name === 'escape') escapeChar = value as EscapeCharacter;
    directives.push(found);
  }
  if (directives.some(({ name }) => name === 'syntax'))
    return { escape: escapeChar, directives, problems, end: start };
  const foreign = slashes(text, shebang ? lineAfter(text, start) : start) ?? json(text, start);
  if (!foreign) return { escape: escapeChar, directives, problems, end: start };
  return { escape: escapeChar, directives: [...directives, foreign], problems, end: text.length };
}

function directiveAt(text: string, line: number, next: number, sign: '#' | '//'): ReadDirective | undefined {
  let end = next;
  while (end > line && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  const from = line === 0 && text[0] === '\ufeff' ? 1 : line;
  const start = sign === '#' ? skipSpace(text, from, end) : from;
  if (!text.startsWith(sign, start)) return undefined;
  const key = skipSpace(text, start + sign.length, end);
  const match = DIRECTIVE.exec(text.slice(key, end));
  const [, written = '', value = ''] = match ?? [];
  const name = written.toLowerCase();
  if (!match || !isDirective(name)) return undefined;
  const valueStart = key + match.indices![2]![0];
  const valueRange = { start: valueStart, end: valueStart + value.length };
  const nameRange = { start: key, end: key + name.length };
  const form = sign === '#' ? 'comment' : 'slashes';
  return { start, end: valueRange.end, name, nameRange, value, valueRange, form };
}

/** The syntax of a front end whose comments are `//`; nothing in its file is a Dockerfile's. */
function slashes(text: string, start: number): ReadDirective | undefined {
  let at = start;
  for (let next = at; at < text.length; at = next) {
    next = lineAfter(text, at);
    const found = directiveAt(text, at, next, '//');
    if (!found || found.name === 'syntax') return found;
  }
  return undefined;
}

/** A whole file that is a JSON object with the key `syntax`. */
function json(text: string, start: number): ReadDirective | undefined {
  if (text[skipSpace(text, start)] !== '{') return undefined;
  const value = parsed(text.slice(start));
  const key = text.indexOf('"syntax"', start);
  if (value === undefined || key < 0) return undefined;
  const written = JSON.stringify(value);
  const valueStart = Math.max(text.indexOf(written, key + 8), key);
  const valueRange = { start: valueStart, end: valueStart + written.length };
  const nameRange = { start: key, end: key + 8 };
  return { start: key, end: valueRange.end, name: 'syntax', nameRange, value, valueRange, form: 'json' };
}

function parsed(text: string): string | undefined {
  try {
    const { syntax } = JSON.parse(text) as { syntax?: unknown };
    return typeof syntax === 'string' ? syntax : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a comment reads like a directive though it stands where BuildKit no longer looks for one. */
export function looksLikeDirective(comment: string): 'syntax' | 'escape' | undefined {
  const name = /^(syntax|escape)\s*=\s*\S+$/i.exec(comment)?.[1]?.toLowerCase();
  return name as 'syntax' | 'escape' | undefined;
}

function isDirective(name: string): name is DirectiveName {
  return name === 'syntax' || name === 'escape' || name === 'check';
}

function lineAfter(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed < 0 ? text.length : feed + 1;
}
