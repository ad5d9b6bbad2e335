import type { TextEdit } from '../core/span';

/** A text after edits that still knows where each of its characters came from. UTF-16 units on both sides. */
export class Patched {
  readonly text: string;
  readonly #pieces: readonly Piece[];

  /** @param edits in order, not overlapping; several insertions may share one place. */
  constructor(source: string, edits: readonly TextEdit[]) {
    const pieces: Piece[] = [];
    let text = '';
    let from = 0;
    for (const edit of edits) {
      pieces.push({ at: text.length, source: from, copied: true });
      text += source.slice(from, edit.start);
      if (edit.text) pieces.push({ at: text.length, source: edit.start, copied: false });
      text += edit.text;
      from = edit.end;
    }
    pieces.push({ at: text.length, source: from, copied: true });
    this.text = text + source.slice(from);
    this.#pieces = pieces;
  }

  /** Inserted characters map to the place where they were put in. */
  toSource(offset: number): number {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#pieces[middle]!.at <= offset) low = middle;
      else high = middle - 1;
    }
    const piece = this.#pieces[low]!;
    return piece.copied ? piece.source + offset - piece.at : piece.source;
  }
}

interface Piece {
  /** Where it begins in the patched text, and where that is in the source. */
  readonly at: number;
  readonly source: number;
  /** False for inserted text. */
  readonly copied: boolean;
}
