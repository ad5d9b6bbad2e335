import type { Range } from '../core/span';
import { assemble } from './escapes';
import { around, type Piece } from './tree';

/**
 * A text to read as shell, and where each of its characters was written: a whole RUN, or the part of one that
 * is a script itself (`sh -c "…"`), without the escapes its quotes ask for.
 */
export class Origin {
  readonly text: string;
  /** The text with what another shell has already expanded replaced by plain variables of equal length. */
  readonly masked: string;
  readonly #root: Placed;
  /** For each character its offset in the root; left out where the two are the same. */
  readonly #offsets: readonly number[] | undefined;
  readonly #start: number;
  readonly #opaque: readonly Range[];
  readonly #blurs: readonly Blur[];
  readonly #gaps: boolean;

  private constructor(text: string, root: Placed, from: Partial<Sources> = {}) {
    this.text = text;
    this.#root = root;
    this.#offsets = from.offsets;
    this.#start = from.start ?? 0;
    this.#opaque = from.opaque ?? [];
    this.#blurs = from.blurs ?? [];
    this.#gaps = from.gaps ?? true;
    this.masked = mask(text, this.#opaque);
  }

  /** A text as its lines were joined. Carriage returns at line ends are not part of a script. */
  static of(joined: Placed): Origin {
    if (!joined.text.includes('\r\n')) return new Origin(joined.text, joined);
    const offsets: number[] = [];
    for (let i = 0; i < joined.text.length; i++) if (!joined.text.startsWith('\r\n', i)) offsets.push(i);
    return new Origin(joined.text.replaceAll('\r\n', '\n'), joined, { offsets });
  }

  /** The value of a string in another notation, such as JSON: its gaps are escapes, not continuations. */
  static ofString(joined: Placed): Origin {
    return new Origin(joined.text, joined, { gaps: false });
  }

  /** The text that pieces of this one make. */
  excerpt(pieces: readonly Piece[]): Origin {
    const offsets: number[] = [];
    const opaque: Range[] = [];
    const blurs: Blur[] = [];
    for (const piece of pieces) {
      const at = offsets.length;
      const decoded = piece.value !== undefined;
      const end = at + (piece.value?.length ?? piece.end - piece.start);
      for (let i = 0; i < end - at; i++) offsets.push(this.#offset(piece.start + (decoded ? 0 : i)));
      if (piece.opaque) opaque.push({ start: at, end });
      else if (!decoded) opaque.push(...clipped(this.#opaque, piece, at));
      if (decoded) blurs.push({ start: at, end, root: this.#rootRange(piece) });
      else blurs.push(...clipped(this.#blurs, piece, at));
    }
    const start = pieces[0] ? this.#offset(pieces[0].start) : this.#start;
    const how = { offsets, start, opaque, blurs, gaps: this.#gaps };
    return new Origin(assemble(this.text, pieces), this.#root, how);
  }

  /** A text that comes from a stretch of this one in a way that cannot be followed. */
  approximate(text: string, { start, end }: Range): Origin {
    return this.excerpt([{ start, end, value: text }]);
  }

  /** Where a stretch of the text was written, and whether that can be edited as if it were the text. */
  place(stretch: Range): { range: Range; exact: boolean } {
    const { start, end } = this.#rootRange(stretch);
    return { range: this.#root.range(start, end), exact: this.#isExact(stretch, start, end) };
  }

  /** Whether another shell expands something in this stretch before this text is read. */
  isExpanded({ start, end }: Range): boolean {
    return this.#opaque.some((range) => range.start < end && start < range.end);
  }

  #rootRange({ start, end }: Range): Range {
    const from = this.#offset(start);
    const exact = { start: from, end: Math.max(from, end > start ? this.#offset(end - 1) + 1 : from) };
    // The characters of a decoded piece have no places of their own, only its two ends.
    return this.#blurs
      .filter((blur) => blur.start < end && start < blur.end)
      .reduce((all, { root }) => around([all, root]), exact);
  }

  #isExact({ start, end }: Range, from: number, to: number): boolean {
    if (!this.#offsets) return this.#gaps || this.#isUnbroken(from, to);
    if (this.#root.text.slice(from, to) !== this.text.slice(start, end)) return false;
    if (this.#blurs.some((blur) => blur.start < end && start < blur.end)) return false;
    // Behind a dropped backslash the first character is not free to change.
    const previous = start > 0 ? this.#offset(start - 1) : -1;
    if (previous !== from - 1 && this.#root.text[from - 1] === '\\') return false;
    return this.#gaps || this.#isUnbroken(from, to);
  }

  #isUnbroken(from: number, to: number): boolean {
    const { start, end } = this.#root.range(from, to);
    const touches = from === 0 || this.#root.range(from - 1, from).end === start;
    return touches && end - start === to - from;
  }

  #offset(at: number): number {
    if (!this.#offsets) return at;
    const known = this.#offsets[at];
    if (known !== undefined) return known;
    const last = this.#offsets.at(-1);
    return last === undefined ? this.#start : last + 1;
  }
}

/** A text that knows where it was written; `Joined` is one. */
export interface Placed {
  readonly text: string;
  range(start: number, end: number): Range;
}

interface Sources {
  readonly offsets: readonly number[];
  readonly start: number;
  readonly opaque: readonly Range[];
  readonly blurs: readonly Blur[];
  /** Whether characters of the source that are missing here are of no account to an edit. */
  readonly gaps: boolean;
}

/** A stretch of the text that was decoded from another notation, and where that stands in the root. */
interface Blur extends Range {
  readonly root: Range;
}

/** What of some stretches lies within a piece, counted in a text where the piece stands at `at`. */
function clipped<T extends Range>(stretches: readonly T[], piece: Range, at: number): T[] {
  return stretches
    .filter((stretch) => stretch.start < piece.end && piece.start < stretch.end)
    .map((stretch) => ({
      ...stretch,
      start: at + Math.max(stretch.start, piece.start) - piece.start,
      end: at + Math.min(stretch.end, piece.end) - piece.start,
    }));
}

/**
 * A plain parameter reads the same for both shells; anything longer would be parsed, and its commands run
 * twice.
 */
const PLAIN = /^\$(\w|[@*#?$!-]|\w+|\{\w+\})$/;

function mask(text: string, opaque: readonly Range[]): string {
  let masked = '';
  for (const { start, end } of opaque) {
    if (PLAIN.test(text.slice(start, end))) continue;
    const braces = end - start > 3;
    masked += text.slice(masked.length, start) + (braces ? '${' : '$');
    masked = braces ? `${masked.padEnd(end - 1, '_')}}` : masked.padEnd(end, '_');
  }
  return masked + text.slice(masked.length);
}
