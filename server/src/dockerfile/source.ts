import type { Joined } from '../core/joined';
import { Joined as JoinedText } from '../core/joined';
import type { PartId, Range, Span } from '../core/span';
import { readWord } from './lex';
import type { EscapeCharacter } from './model';
import type { Flag, Word } from './word';

/** One joined instruction, or the trigger within one, which turns its ranges into words and spans. */
export class Source {
  readonly joined: Joined;
  readonly part: PartId;
  readonly escape: EscapeCharacter;
  /** The part's text. */
  readonly text: string;

  constructor(joined: Joined, text: string, part: PartId, escapeChar: EscapeCharacter) {
    this.joined = joined;
    this.text = text;
    this.part = part;
    this.escape = escapeChar;
  }

  slice({ start, end }: Range): string {
    return this.joined.text.slice(start, end);
  }

  span({ start, end }: Range): Span {
    return this.written(this.joined.range(start, end));
  }

  /** A range of the part as a span. */
  written({ start, end }: Range): Span {
    return { part: this.part, start, end };
  }

  from(start: number): Source {
    return this.#within({ start, end: this.joined.text.length });
  }

  joinedAt({ start, end }: Range): Joined {
    if (start === 0 && end === this.joined.text.length) return this.joined;
    return this.joined.slice(start, end, this.text);
  }

  /** @param expanded whether BuildKit expands variables in it and drops its quotes. */
  word(range: Range, expanded = true): Word {
    const word = readWord(this.joinedAt(range), this.part, this.escape, expanded);
    // An empty text cannot tell where it stands.
    return range.start < range.end ? word : { ...word, span: this.span(range) };
  }

  flag(range: Range): Flag {
    const bare = this.#bare(range);
    const equals = bare.text.indexOf('=');
    const nameEnd = equals < 0 ? bare.text.length : equals;
    const name = bare.text.slice(2, nameEnd);
    const span = this.span(range);
    const flag = { span, name, nameSpan: this.written(bare.range(2, nameEnd)) };
    const value = this.flagValue(range);
    if (!value) return flag;
    const word = readWord(value, this.part, this.escape, EXPANDED_FLAGS.has(name));
    return { ...flag, value: { ...word, span: { ...span, start: bare.toSource(equals) + 1 } } };
  }

  /** What follows the `=` of a flag, unquoted. */
  flagValue(range: Range): Joined | undefined {
    const bare = this.#bare(range);
    const equals = bare.text.indexOf('=');
    return equals < 0 ? undefined : bare.slice(equals + 1, bare.text.length, this.text);
  }

  /** Without the quotes and escapes that BuildKit drops in flags. Source: extractBuilderFlags. */
  #bare({ start, end }: Range): Joined {
    if (!/["'\\`]/.test(this.slice({ start, end }))) return this.joinedAt({ start, end });
    const kept: Range[] = [];
    let quote = '';
    for (let at = start; at < end; at++) {
      let char = this.joined.text[at]!;
      if (char === quote || (quote === '' && (char === '"' || char === "'"))) {
        quote = quote === '' ? char : '';
        continue;
      }
      if (char === this.escape) char = this.joined.text[++at] ?? '';
      if (at < end && char !== '') kept.push(this.joined.range(at, at + 1));
    }
    return new JoinedText(this.text, kept);
  }

  #within(range: Range): Source {
    return new Source(this.joinedAt(range), this.text, this.part, this.escape);
  }
}

/** `from` is no such flag, but what stands there in vain must be seen. Source: Expand in commands.go. */
const EXPANDED_FLAGS = new Set(['platform', 'chown', 'chmod', 'checksum', 'mount', 'from']);
