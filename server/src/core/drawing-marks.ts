import type { Tone } from './drawing';

/** What is drawn, in units of the picture: CSS pixels where there is room for it. */
export type Mark =
  | (Rectangle & { readonly kind: 'box' | 'frame'; readonly tone?: Tone; readonly dashed?: true })
  | (Rectangle & { readonly kind: 'number' })
  | (Rectangle & { readonly kind: 'words'; readonly text: string; readonly font: Font; readonly at: Anchor })
  | (Rectangle & { readonly kind: 'arrow'; readonly both?: true });

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** `text` and `bold` at full size, `small` for what is said beside, `code` for what is typed. */
export type Font = keyof typeof FONTS;
export type Anchor = 'start' | 'middle' | 'end';

export const FONTS = {
  text: { size: 13, line: 17, glyphs: 'text' },
  code: { size: 12, line: 17, glyphs: 'code' },
  bold: { size: 13, line: 18, glyphs: 'bold' },
  small: { size: 11.5, line: 15, glyphs: 'text' },
  smallCode: { size: 11, line: 15, glyphs: 'code' },
} as const;

export const GAP = 8;
export const BESIDE_ARROW = 4;

/** A shape that knows how much room it needs, and what it looks like where it gets at least that. */
export interface Fitted {
  readonly kind: 'box' | 'frame' | 'group' | 'arrow' | 'caption';
  readonly width: number;
  readonly height: number;
  readonly marks: (room: Rectangle) => Mark[];
}

/** Things of a kind are equally wide, and share what room is left; a frame is as high as the whole row. */
export function sideBySide(parts: readonly Fitted[]): Fitted {
  const most = (kind: Fitted['kind'], side: 'width' | 'height') =>
    Math.max(...parts.filter((part) => part.kind === kind).map((part) => part[side]));
  const isFixed = ({ kind }: Fitted) => kind === 'arrow' || kind === 'caption';
  const widths = parts.map((part) => (isFixed(part) ? part.width : most(part.kind, 'width')));
  const gaps = parts.map((part, i) => gapBefore(parts[i - 1], part, GAP));
  const width = sum(widths) + sum(gaps);
  const height = Math.max(...parts.map((part) => part.height));
  return {
    kind: 'group',
    width,
    height,
    marks: (room) => {
      const growing = parts.filter((part) => !isFixed(part)).length;
      const more = (room.width - width) / (growing || 1);
      let x = growing > 0 ? room.x : room.x + (room.width - width) / 2;
      return parts.flatMap((part, i) => {
        x += gaps[i]!;
        const own = part.kind === 'box' ? most('box', 'height') : isFixed(part) ? part.height : room.height;
        const wide = widths[i]! + (isFixed(part) ? 0 : more);
        const marks = part.marks({ x, y: room.y + (room.height - own) / 2, width: wide, height: own });
        x += wide;
        return marks;
      });
    },
  };
}

/** All are as wide as the widest; they stand on the ground. */
export function oneBelowAnother(parts: readonly Fitted[], gap: number): Fitted {
  const gaps = parts.map((part, i) => gapBefore(parts[i - 1], part, gap));
  const height = sum(parts.map((part) => part.height)) + sum(gaps);
  return {
    kind: 'group',
    width: Math.max(...parts.map((part) => part.width)),
    height,
    marks: (room) => {
      let y = room.y + room.height - height;
      return parts.flatMap((part, i) => {
        y += gaps[i]!;
        const marks = part.marks({ x: room.x, y, width: room.width, height: part.height });
        y += part.height;
        return marks;
      });
    },
  };
}

/** A box that is no wider than it has to be, in the middle of its room. */
export function narrow(part: Fitted): Fitted {
  if (part.kind !== 'box') return part;
  const { width } = part;
  return { ...part, marks: (room) => part.marks({ ...room, x: room.x + (room.width - width) / 2, width }) };
}

function gapBefore(before: Fitted | undefined, part: Fitted, gap: number): number {
  if (!before) return 0;
  return before.kind === 'arrow' || part.kind === 'arrow' ? BESIDE_ARROW : gap;
}

export function inset({ x, y, width, height }: Rectangle, sideways: number, down: number): Rectangle {
  return { x: x + sideways, y: y + down, width: width - 2 * sideways, height: height - 2 * down };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
