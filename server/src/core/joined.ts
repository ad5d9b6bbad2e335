import type { Range } from './span';

/**
 * A text put together from slices of a longer one (continuations and comments dropped), which still knows
 * where each of its characters was written. Offsets are UTF-16 units on both sides.
 */
export class Joined {
  readonly text: string;
  readonly #slices: readonly Slice[];

  /** @param slices pieces of `source` in the order they are joined. */
  constructor(source: string, slices: readonly Range[]) {
    let at = 0;
    const placed: Slice[] = [];
    for (const { start, end } of slices) {
      if (end <= start) continue;
      placed.push({ at, source: start });
      at += end - start;
    }
    this.#slices = placed;
    this.text = slices.map(({ start, end }) => source.slice(start, end)).join('');
  }

  /** Where the character at `offset` was written; the end of the text maps behind its last character. */
  toSource(offset: number): number {
    if (offset >= this.text.length && offset > 0) return this.toSource(this.text.length - 1) + 1;
    let low = 0;
    let high = this.#slices.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#slices[middle]!.at <= offset) low = middle;
      else high = middle - 1;
    }
    const slice = this.#slices[low];
    return slice ? slice.source + offset - slice.at : 0;
  }

  /** The written range of a joined one; its end sticks to its last character. */
  range(start: number, end: number): Range {
    const from = this.toSource(start);
    return { start: from, end: end > start ? this.toSource(end - 1) + 1 : from };
  }

  /** A part of this text as a `Joined` of its own, mapped to the same source. */
  slice(start: number, end: number, source: string): Joined {
    const slices: Range[] = [];
    this.#slices.forEach((slice, i) => {
      const stop = this.#slices[i + 1]?.at ?? this.text.length;
      const from = Math.max(start, slice.at);
      const to = Math.min(end, stop);
      if (from < to)
        slices.push({ start: slice.source + from - slice.at, end: slice.source + to - slice.at });
    });
    return new Joined(source, slices);
  }
}

interface Slice {
  readonly at: number;
  readonly source: number;
}
