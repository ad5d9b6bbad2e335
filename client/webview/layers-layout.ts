import type { LayersResult } from '../../server/src/lsp/views/drawingProtocol';

type Layers = NonNullable<LayersResult>;

/** A block, in CSS pixels from the top left. */
export interface Box {
  readonly id: string;
  readonly kind: 'base' | 'layer' | 'setting' | 'thin';
  readonly stage: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Arrow {
  readonly from: Box;
  readonly to: Box;
  /** A stage that stands on another one, or files that are copied. */
  readonly kind: 'base' | 'copy';
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

const HEIGHT = { base: 46, layer: 30, setting: 16, thin: 46 } as const;
const HEAD = 40;
const GAP = 3;
const BETWEEN = 36;
const NARROWEST = 150;
const WIDEST = 420;

/** Stages side by side, each from its base at the bottom up; all stand on one line. */
export function layout({ stages, copies }: Layers, room: number): Layout {
  const count = stages.length;
  const width = clamp((room - BETWEEN * (count - 1)) / count, NARROWEST, WIDEST);
  const stacks = stages.map(({ role, steps }, stage) => [
    { id: `${stage}/base`, kind: 'base' as const, stage },
    ...steps.map(({ sort }, i) => ({ id: `${stage}/${i}`, kind: sort, stage })),
    // A container is started from the final image only.
    ...(role === 'final' ? [{ id: 'thin', kind: 'thin' as const, stage }] : []),
  ]);
  const tall = (stack: readonly { kind: Box['kind'] }[]) =>
    stack.reduce((sum, { kind }) => sum + HEIGHT[kind] + GAP, 0);
  const height = HEAD + Math.max(...stacks.map(tall));
  const boxes = stacks.flatMap((stack, stage) => {
    let y = height;
    return stack.map((one): Box => {
      y -= HEIGHT[one.kind] + GAP;
      return { ...one, x: stage * (width + BETWEEN), y, width, height: HEIGHT[one.kind] };
    });
  });
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const topOf = (stage: number) =>
    boxes.findLast((box) => box.stage === stage && box.kind !== 'thin') ?? boxes[0]!;
  const arrows = [
    ...stages.flatMap(({ base }, stage): Arrow[] =>
      base.stage === undefined
        ? []
        : [{ from: topOf(base.stage), to: byId.get(`${stage}/base`)!, kind: 'base' }],
    ),
    ...copies.flatMap(({ from, stage, step }): Arrow[] => {
      const to = byId.get(`${stage}/${step}`);
      return typeof from === 'number' && to ? [{ from: topOf(from), to, kind: 'copy' }] : [];
    }),
  ];
  return { width: count * width + (count - 1) * BETWEEN, height, boxes, arrows };
}

/** The block an arrow key leads to: above or below in the stack, or at about the same height beside it. */
export function neighbour({ boxes }: Layout, id: string, key: string): Box | undefined {
  const here = boxes.find((box) => box.id === id);
  if (!here) return boxes[0];
  const stack = boxes.filter(({ stage }) => stage === here.stage);
  const at = stack.indexOf(here);
  if (key === 'ArrowUp') return stack[at + 1];
  if (key === 'ArrowDown') return stack[at - 1];
  const stage = here.stage + (key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0);
  const distance = (box: Box) => Math.abs(box.y - here.y);
  return boxes
    .filter((box) => box.stage === stage && box !== here)
    .toSorted((a, b) => distance(a) - distance(b))[0];
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
