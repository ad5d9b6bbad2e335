/** In CSS pixels, as everything drawn. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Packed<T> extends Size {
  readonly boxes: readonly (Point & { readonly thing: T })[];
}

/** Side by side in rows, big ones first, in a box of about a ratio of width to height. */
export function pack<T extends Size>(things: readonly T[], ratio: number, gap: number): Packed<T> {
  const surface = things.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const widest = Math.max(0, ...things.map(({ width }) => width));
  const room = Math.max(widest, Math.sqrt(surface * ratio));
  const boxes: (Point & { thing: T })[] = [];
  let [x, y, row, width] = [0, 0, 0, 0];
  for (const thing of things.toSorted((a, b) => b.height - a.height)) {
    if (x > 0 && x + thing.width > room) {
      y += row + gap;
      [x, row] = [0, 0];
    }
    boxes.push({ thing, x, y });
    x += thing.width + gap;
    row = Math.max(row, thing.height);
    width = Math.max(width, x - gap);
  }
  return { boxes, width, height: y + row };
}
