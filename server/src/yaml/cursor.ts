import type { Range } from '../core/span';
import { lineEnd } from './lines';

/** A place in a YAML document that moves forward, line by line, and keeps the comments it has passed. */
export class Cursor {
  readonly text: string;
  readonly comments: Range[] = [];
  at = 0;
  /** Where the line begins. */
  line = 0;
  /** By how much the line is indented; -1 behind the last one. */
  indent = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Of the character that comes next; `NaN` at the end of the text. */
  get code(): number {
    return this.text.charCodeAt(this.at);
  }

  skipSpaces(): void {
    while (this.code === SPACE) this.at++;
  }

  /** Goes behind the line's end, if nothing but a comment is left of the line. */
  endLine(): boolean {
    this.skipSpaces();
    if (this.code === HASH && (this.at === this.line || this.text.charCodeAt(this.at - 1) === SPACE)) {
      const start = this.at;
      this.at = lineEnd(this.text, start);
      this.comments.push({ start, end: this.at });
    }
    if (this.code === RETURN) this.at++;
    if (this.at < this.text.length && this.code !== NEWLINE) return false;
    this.line = ++this.at;
    return true;
  }

  /** From the start of a line to the first character of a node, past blank lines and comments. */
  seek(): void {
    while (this.at < this.text.length)
      if (!this.endLine()) {
        this.indent = this.at - this.line;
        return;
      }
    this.indent = -1;
  }

  /** Goes to the next node, if nothing but a comment is left of the line. */
  nextLine(): boolean {
    if (!this.endLine()) return false;
    this.seek();
    return true;
  }

  /** Stands at the `---` that begins a document or the `...` that ends one. */
  isAtMarker(): boolean {
    if (this.at !== this.line || (this.code !== DASH && this.code !== DOT)) return false;
    const marker = this.text.substring(this.at, this.at + 3);
    return (marker === '---' || marker === '...') && isGap(this.text.charCodeAt(this.at + 3));
  }

  /** Stands at a `-` or `:` that is no part of a word. */
  isAtIndicator(indicator: number): boolean {
    return this.code === indicator && isGap(this.text.charCodeAt(this.at + 1));
  }
}

/** White space, a control character or the end of the text. */
export function isGap(code: number): boolean {
  return !(code > SPACE);
}

export const NEWLINE = 0x0a;
export const RETURN = 0x0d;
export const SPACE = 0x20;
export const QUOTE = 0x22;
export const HASH = 0x23;
export const APOSTROPHE = 0x27;
export const COMMA = 0x2c;
export const DASH = 0x2d;
export const DOT = 0x2e;
export const COLON = 0x3a;
export const GREATER = 0x3e;
export const BRACKET = 0x5b;
export const BACKSLASH = 0x5c;
export const BRACE = 0x7b;
export const PIPE = 0x7c;
