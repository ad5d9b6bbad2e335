import type { FaultKind, ParseFault } from './tree';

/**
 * More text, deeper nesting or more repairs than any RUN has, and than can be read between two keystrokes.
 */
const LIMITS = { length: 65_536, depth: 32, work: 1_000_000, repairs: 24 } as const;

/**
 * How much of a text may be parsed: the parser's time grows with length times depth, its stack with depth.
 */
export function readable(text: string): { length: number; fault?: FaultKind } {
  const most = Math.min(text.length, LIMITS.length);
  const deepest = Math.min(LIMITS.depth, LIMITS.work / most);
  let depth = 0;
  for (let i = 0; i < most; i++) {
    const unit = text[i];
    if (unit === '(' || unit === '{') depth++;
    else if ((unit === ')' || unit === '}') && depth > 0) depth--;
    if (depth > deepest) return { length: i, fault: 'too-deep' };
  }
  return most < text.length ? { length: most, fault: 'too-long' } : { length: most };
}

/** How often a text may be parsed again. */
export function repairsFor(text: string): number {
  return Math.min(LIMITS.repairs, LIMITS.work / Math.max(1, text.length));
}

export interface Repair {
  readonly text: string;
  readonly fault: ParseFault;
}

/**
 * The parser stops at a token that cannot stand where it does, and loses all that follows. Takes the token
 * out,
 * at equal length, so that the text can be parsed again; undefined when the complaint is not about a token.
 */
export function repair(text: string, message: string, at: number): Repair | undefined {
  if (message.startsWith('unexpected token')) {
    const token = tokenAt(text, at);
    if (!token) return undefined;
    const end = at + token.length;
    return {
      text: text.slice(0, at) + separator(text, at, end).padEnd(token.length) + text.slice(end),
      fault: { kind: 'unexpected', token, start: at, end },
    };
  }
  const operator = /^expected command after '(&&|\|\|?&?)'$/.exec(message)?.[1];
  const start = at - (operator?.length ?? 0);
  // An operator at the end is only unfinished.
  if (!operator || !text.startsWith(operator, start) || text.slice(at).trim() === '') return undefined;
  return {
    text: text.slice(0, start) + ' '.repeat(operator.length) + text.slice(at),
    fault: { kind: 'missing', token: operator, start, end: at },
  };
}

function tokenAt(text: string, at: number): string | undefined {
  const token = /&&|\|\|?&?|;;?&?|[&()<>\n]|[^\s&|;()<>]+/y;
  token.lastIndex = at;
  return token.exec(text)?.[0];
}

/** A stray `fi` or `)` still ends the command before it, where nothing else does. */
function separator(text: string, start: number, end: number): string {
  if (/^([&|(<>\n]|;$)/.test(text.slice(start, end))) return '';
  const before = text.slice(0, start).trimEnd().at(-1);
  const after = /^\s*([&|;\n])/.test(text.slice(end));
  return before === undefined || ';&|('.includes(before) || after ? '' : ';';
}

const QUOTES: Readonly<Record<string, string>> = {
  'double quote': '"',
  'single quote': "'",
  'ANSI-C quote': "$'",
  backtick: '`',
  'command substitution': '$(',
  'process substitution': '<(',
  'parameter expansion': '${',
  'arithmetic expansion': '$((',
};

/** The parser's complaint in our words. */
export function faultOf(message: string, at: number, length: number): ParseFault {
  const start = Math.min(at, length);
  const end = Math.min(start + 1, length);
  const token = /'([^']+)'/.exec(message)?.[1] ?? '';
  if (message.startsWith('maximum')) return { kind: 'too-deep', token: '', start, end };
  if (message.startsWith('expected')) return { kind: 'missing', token, start, end };
  if (!message.startsWith('unterminated')) return { kind: 'unexpected', token, start, end };
  return { kind: 'unterminated', token: QUOTES[message.slice('unterminated '.length)] ?? '', start, end };
}
