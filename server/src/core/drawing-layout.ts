import type { Arrow, Box, Caption, Drawing, Group, Shape, Steps, Words } from './drawing';
import {
  type Anchor,
  BESIDE_ARROW,
  type Fitted,
  FONTS,
  GAP,
  inset,
  type Mark,
  narrow,
  oneBelowAnother,
  type Rectangle,
  sideBySide,
} from './drawing-marks';
import type { Lang } from './text';
import { textWidth } from './text-width';

const STACK_GAP = 4;
const PADDING = 10;
const BOX_HEIGHT = 32;
const BOX_PADDING = 9;
const LEAST_BOX = 36;
const ARROW = 30;
const NUMBER = 20;
const MARGIN = 2;

/** Lays a drawing out; no text is wider than what it stands in, because that is as wide as its text. */
export function layOut({ draw }: Drawing, lang: Lang): Rectangle & { readonly marks: readonly Mark[] } {
  const { width, height, marks } = new Layout(lang).fit(draw, 'down');
  const room = { x: MARGIN, y: MARGIN, width: Math.ceil(width), height: Math.ceil(height) };
  return { x: 0, y: 0, width: room.width + 2 * MARGIN, height: room.height + 2 * MARGIN, marks: marks(room) };
}

class Layout {
  readonly #lang: Lang;

  constructor(lang: Lang) {
    this.#lang = lang;
  }

  fit(shape: Shape, direction: 'down' | 'right'): Fitted {
    if ('box' in shape) return this.#box(shape);
    if ('arrow' in shape) return direction === 'down' ? this.#down(shape) : this.#right(shape);
    if ('text' in shape) return this.#caption(shape);
    return 'steps' in shape ? this.#steps(shape) : this.#group(shape);
  }

  #box({ box, below, right, tone, dashed }: Box): Fitted {
    const words = this.#words(box, 'text', right === undefined ? 'middle' : 'start');
    const more = this.#words(below ?? '', 'small', 'middle');
    const end = this.#words(right ?? '', 'small', 'end');
    const inside = Math.max(words.width + (right === undefined ? 0 : end.width + 2 * GAP), more.width);
    return {
      kind: 'box',
      width: Math.max(LEAST_BOX, inside + 2 * BOX_PADDING),
      height: Math.max(words.height, end.height) + more.height + BOX_HEIGHT - FONTS.text.line,
      marks: (room) => {
        const text = inset(room, BOX_PADDING, (room.height - words.height - more.height) / 2);
        return [
          { ...room, kind: 'box', ...(tone && { tone }), ...(dashed && { dashed }) },
          ...words.marks({ ...text, height: words.height }),
          ...more.marks({ ...text, y: text.y + words.height, height: more.height }),
          ...end.marks(inset(room, BOX_PADDING, (room.height - end.height) / 2)),
        ];
      },
    };
  }

  #caption({ text }: Caption): Fitted {
    return { ...this.#words(text, 'small', 'middle'), kind: 'caption' };
  }

  #group(group: Group, number?: number): Fitted {
    const { row, column, stack } = group;
    const inner = row ? this.#row(row) : this.#column(column ?? stack ?? [], stack !== undefined);
    if (group.frame === undefined) return inner;
    const title = this.#words(group.frame, 'bold', 'start');
    const before = number === undefined ? 0 : NUMBER + 8;
    const head = (title.height || FONTS.bold.line) + GAP;
    return {
      kind: 'frame',
      width: Math.max(inner.width, before + title.width) + 2 * PADDING,
      height: inner.height + head + 2 * PADDING,
      marks: (room) => {
        const { x, y, width, height } = inset(room, PADDING, PADDING);
        const { tone, dashed } = group;
        return [
          { ...room, kind: 'frame', ...(tone && { tone }), ...(dashed && { dashed }) },
          ...(number === undefined
            ? []
            : this.#number(number, { x, y: y - 1, width: NUMBER, height: NUMBER })),
          ...title.marks({ x: x + before, y, width: width - before, height: title.height }),
          ...inner.marks({ x, y: y + head, width, height: height - head }),
        ];
      },
    };
  }

  #number(number: number, room: Rectangle): Mark[] {
    return [
      { ...room, kind: 'number' },
      { ...room, kind: 'words', text: String(number), font: 'small', at: 'middle' },
    ];
  }

  #steps({ steps, across = 2 }: Steps): Fitted {
    const frames = steps.map(({ say, ...group }, i) => this.#group({ ...group, frame: say }, i + 1));
    const lines = Array.from({ length: Math.ceil(frames.length / across) }, (_, i) =>
      sideBySide(frames.slice(i * across, (i + 1) * across)),
    );
    return oneBelowAnother(lines, GAP);
  }

  #row(shapes: readonly Shape[]): Fitted {
    return sideBySide(shapes.map((shape) => this.fit(shape, 'right')));
  }

  #column(shapes: readonly Shape[], isStack: boolean): Fitted {
    const parts = shapes.map((shape) => this.fit(shape, 'down'));
    return isStack ? oneBelowAnother(parts, STACK_GAP) : oneBelowAnother(parts.map(narrow), GAP);
  }

  /** An arrow in a column, its words at its right; as much room at its left keeps it in the middle. */
  #down({ arrow, both }: Arrow): Fitted {
    const words = this.#words(arrow, 'small', 'start');
    const beside = words.width && words.width + GAP;
    return {
      kind: 'arrow',
      width: 2 * beside,
      height: Math.max(words.height + 6, ARROW),
      marks: ({ x, y, width, height }) => {
        const middle = x + width / 2;
        return [
          { kind: 'arrow', x: middle, y, width: 0, height, ...(both && { both }) },
          ...words.marks({ ...words, x: middle + GAP, y: y + (height - words.height) / 2 }),
        ];
      },
    };
  }

  /** An arrow in a row, its words above; as much room below keeps it in the middle. */
  #right({ arrow, both }: Arrow): Fitted {
    const words = this.#words(arrow, 'small', 'middle');
    return {
      kind: 'arrow',
      width: Math.max(words.width + 2 * GAP, ARROW),
      height: 2 * (words.height + BESIDE_ARROW),
      marks: ({ x, y, width, height }) => {
        const middle = y + height / 2;
        return [
          { kind: 'arrow', x, y: middle, width, height: 0, ...(both && { both }) },
          ...words.marks({ x, y: middle - words.height - BESIDE_ARROW, width, height: words.height }),
        ];
      },
    };
  }

  #words(words: Words, font: 'text' | 'bold' | 'small', at: Anchor): Fitted {
    const written = typeof words === 'string' ? words : words[this.#lang];
    const code = /^`([^`]*)`$/s.exec(written)?.[1];
    const used = code === undefined || font === 'bold' ? font : font === 'small' ? 'smallCode' : 'code';
    const { size, line, glyphs } = FONTS[used];
    const lines = written === '' ? [] : (code ?? written).trim().split('\n');
    return {
      kind: 'caption',
      width: Math.max(0, ...lines.map((text) => textWidth(text, glyphs) * size)),
      height: lines.length * line,
      marks: ({ x, y, width }) =>
        lines.map((text, i) => ({
          ...{ x, y: y + i * line, width, height: line },
          ...{ kind: 'words' as const, text, font: used, at },
        })),
    };
  }
}
