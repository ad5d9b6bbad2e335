/** A regular expression as the API server reads it (RE2), as far as we know it. */
export type Expression =
  | { readonly is: 'set'; readonly ranges: readonly Range[]; readonly not: boolean }
  | { readonly is: 'start' | 'end' | 'boundary' | 'inside' }
  | { readonly is: 'all'; readonly of: readonly Expression[] }
  | { readonly is: 'one'; readonly of: readonly Expression[] }
  | { readonly is: 'times'; readonly of: Expression; readonly least: number; readonly most: number };

/** Code points, both ends included. */
export type Range = readonly [from: number, to: number];

/**
 * Undefined for what RE2 does not take, and for what we do not read: flags, classes of Unicode.
 * Source: https://github.com/google/re2/wiki/Syntax, regexp/syntax of Go
 */
export function parsePattern(text: string): Expression | undefined {
  try {
    return new Parser(text).whole();
  } catch (problem) {
    if (problem instanceof Unread) return undefined;
    throw problem;
  }
}

class Unread extends Error {}

/** Go refuses more. */
const MOST_TIMES = 1000;

const CLASSES: Readonly<Record<string, readonly Range[]>> = {
  d: [[48, 57]],
  w: [
    [48, 57],
    [65, 90],
    [95, 95],
    [97, 122],
  ],
  s: [
    [9, 10],
    [12, 13],
    [32, 32],
  ],
};

const NAMED: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7f',
  blank: '\\t ',
  digit: '0-9',
  lower: 'a-z',
  punct: '!-/:-@\\[-`{-~',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};

const CONTROLS: Readonly<Record<string, number>> = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 };

class Parser {
  readonly #text: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#text = [...text];
  }

  whole(): Expression {
    const found = this.#alternatives();
    if (this.#at < this.#text.length) throw new Unread();
    return found;
  }

  get #next(): string | undefined {
    return this.#text[this.#at];
  }

  #take(text: string): boolean {
    if (![...text].every((one, i) => this.#text[this.#at + i] === one)) return false;
    this.#at += text.length;
    return true;
  }

  #alternatives(): Expression {
    const of = [this.#sequence()];
    while (this.#take('|')) of.push(this.#sequence());
    return of.length === 1 ? of[0]! : { is: 'one', of };
  }

  #sequence(): Expression {
    const of: Expression[] = [];
    while (this.#next !== undefined && this.#next !== '|' && this.#next !== ')') of.push(this.#repeated());
    return of.length === 1 ? of[0]! : { is: 'all', of };
  }

  #repeated(): Expression {
    const of = this.#single();
    const times = this.#times();
    if (!times) return of;
    this.#take('?');
    // `a**` is an error.
    if (this.#times()) throw new Unread();
    return { is: 'times', of, least: times[0], most: times[1] };
  }

  #times(): readonly [number, number] | undefined {
    if (this.#take('*')) return [0, Number.POSITIVE_INFINITY];
    if (this.#take('+')) return [1, Number.POSITIVE_INFINITY];
    if (this.#take('?')) return [0, 1];
    const rest = this.#text.slice(this.#at, this.#at + 12).join('');
    const [whole, least, comma, most] = /^\{(\d+)(,?)(\d*)\}/.exec(rest) ?? [];
    if (whole === undefined || (!comma && most)) return undefined;
    this.#at += whole.length;
    const to = most ? Number(most) : comma ? Number.POSITIVE_INFINITY : Number(least);
    const isKnown =
      Number(least) <= to && Math.max(Number(least), Number.isFinite(to) ? to : 0) <= MOST_TIMES;
    if (!isKnown) throw new Unread();
    return [Number(least), to];
  }

  #single(): Expression {
    // Nothing is there to be repeated.
    if (this.#times()) throw new Unread();
    const one = this.#text[this.#at++]!;
    switch (one) {
      case '^':
        return { is: 'start' };
      case '$':
        return { is: 'end' };
      case '.':
        return { is: 'set', ranges: [[10, 10]], not: true };
      case '(':
        return this.#group();
      case '[':
        return this.#class();
      case '\\':
        return this.#escape();
      default:
        return literal(one.codePointAt(0)!);
    }
  }

  #group(): Expression {
    if (this.#take('?') && !this.#take(':')) {
      const name = /^P?<\w+>/.exec(this.#text.slice(this.#at, this.#at + 80).join(''));
      if (!name) throw new Unread();
      this.#at += name[0].length;
    }
    const found = this.#alternatives();
    if (!this.#take(')')) throw new Unread();
    return found;
  }

  #escape(): Expression {
    const one = this.#next;
    const assertion = { A: 'start', z: 'end', b: 'boundary', B: 'inside' } as const;
    if (one !== undefined && Object.hasOwn(assertion, one)) {
      this.#at++;
      return { is: assertion[one as keyof typeof assertion] };
    }
    return this.#escaped();
  }

  /** Behind a backslash, inside of brackets or outside. */
  #escaped(): Expression & { is: 'set' } {
    const one = this.#text[this.#at++];
    if (one === undefined) throw new Unread();
    const ranges = CLASSES[one.toLowerCase()];
    if (ranges) return { is: 'set', ranges, not: one !== one.toLowerCase() };
    if (Object.hasOwn(CONTROLS, one)) return literal(CONTROLS[one]!);
    if (one === 'x') {
      const [whole, short, long] =
        /^(?:([\da-fA-F]{2})|\{([\da-fA-F]{1,6})\})/.exec(
          this.#text.slice(this.#at, this.#at + 8).join(''),
        ) ?? [];
      if (whole === undefined) throw new Unread();
      this.#at += whole.length;
      return literal(Number.parseInt(short ?? long!, 16));
    }
    if (/[A-Za-z0-9]/.test(one) || one.codePointAt(0)! > 127) throw new Unread();
    return literal(one.codePointAt(0)!);
  }

  #class(): Expression {
    const not = this.#take('^');
    const ranges: Range[] = [];
    for (let isFirst = true; isFirst || this.#next !== ']'; isFirst = false) {
      if (this.#next === undefined) throw new Unread();
      ranges.push(...this.#member());
    }
    this.#at++;
    return { is: 'set', ranges, not };
  }

  #member(): readonly Range[] {
    const [, name] = /^\[:(\w+):\]/.exec(this.#text.slice(this.#at, this.#at + 12).join('')) ?? [];
    if (name !== undefined) {
      const members = NAMED[name];
      if (members === undefined) throw new Unread();
      this.#at += name.length + 4;
      return (new Parser(`[${members}]`).whole() as Expression & { is: 'set' }).ranges;
    }
    const from = this.#take('\\') ? this.#escaped() : literal(this.#text[this.#at++]!.codePointAt(0)!);
    if (from.not) return complement(from.ranges);
    const isRange = this.#next === '-' && ![']', undefined].includes(this.#text[this.#at + 1]);
    if (from.ranges.length > 1 || from.ranges[0]![0] !== from.ranges[0]![1] || !isRange) return from.ranges;
    this.#at++;
    const to = this.#take('\\') ? this.#escaped() : literal(this.#text[this.#at++]!.codePointAt(0)!);
    const [[first], [last, end]] = [from.ranges[0]!, to.ranges[0]!];
    if (to.not || to.ranges.length > 1 || last !== end || last < first) throw new Unread();
    return [[first, last]];
  }
}

function literal(code: number): Expression & { is: 'set' } {
  return { is: 'set', ranges: [[code, code]], not: false };
}

function complement(ranges: readonly Range[]): readonly Range[] {
  let from = 0;
  const found: Range[] = [];
  for (const [start, end] of ranges) {
    if (start > from) found.push([from, start - 1]);
    from = end + 1;
  }
  return [...found, [from, 0x10ffff]];
}
