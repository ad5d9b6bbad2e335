import { layout as dagre, Graph } from '@dagrejs/dagre';
import type { ObjectsArea, ObjectsEdge, ObjectsNode } from '../../server/src/lsp/views/drawingProtocol';
import { type Point, pack, type Size } from './pack';

/** All measures are CSS pixels from the top left. */
export interface Box extends Point, Size {}

export interface NodeBox extends Box {
  readonly node: ObjectsNode;
}

export interface Line {
  readonly edge: ObjectsEdge;
  readonly points: readonly Point[];
}

export interface AreaBox extends Box {
  readonly area: ObjectsArea;
}

/** Where edges lead: to the right or down. */
export type Direction = 'LR' | 'TB';

export interface Layout extends Size {
  readonly direction: Direction;
  readonly nodes: ReadonlyMap<string, NodeBox>;
  readonly lines: readonly Line[];
  readonly areas: readonly AreaBox[];
}

export const HEIGHT = 44;
const BETWEEN_RANKS = { LR: 44, TB: 42 };
const BETWEEN_NODES = 16;
const BETWEEN_GROUPS = 28;
const BETWEEN_AREAS = 20;
/** Of an area, around what is in it; its name stands above. */
const PADDING = 16;
export const AREA_HEAD = 26;
/** Widths are rounded up to multiples of it: groups of one shape are laid out once. */
const STEP = 16;

interface Drawn {
  readonly nodes: readonly ObjectsNode[];
  readonly edges: readonly ObjectsEdge[];
  readonly areas: readonly ObjectsArea[];
}

interface Group extends Size {
  readonly nodes: readonly NodeBox[];
  readonly lines: readonly Line[];
}

/** Where the boxes and lines of one shape go, by the index of node and edge. */
interface Shape extends Size {
  readonly at: readonly Point[];
  readonly lines: readonly (readonly Point[])[];
}

/**
 * Puts each group of connected objects in order from left to right, packs the groups of an area into a box, and the
 * boxes beside and below each other.
 */
export class Layouter {
  /** Chosen once: what is typed turns nothing over. */
  #direction: Direction | undefined;
  /** What was laid out last: an edit changes one group, and the others stay. */
  #shapes = new Map<string, Shape>();

  /** Forgets which way edges led: the next layout may choose again. */
  turn(): void {
    this.#direction = undefined;
  }

  /**
   * @param widthOf what it takes to write a node's words
   * @param room what the whole is to be seen in
   */
  layout(graph: Drawn, widthOf: (node: ObjectsNode) => number, room: Size): Layout {
    const before = this.#shapes;
    this.#shapes = new Map();
    const lay = (direction: Direction) => this.#layout(graph, widthOf, room, direction, before);
    if (this.#direction) return lay(this.#direction);
    const sizeOf = ({ width, height }: Size) => Math.min(room.width / width, room.height / height, 1);
    const [across, down] = [lay('LR'), lay('TB')];
    const best = sizeOf(across) >= sizeOf(down) ? across : down;
    this.#direction = best.direction;
    return best;
  }

  #layout(
    { nodes, edges, areas }: Drawn,
    widthOf: (node: ObjectsNode) => number,
    room: Size,
    direction: Direction,
    before: ReadonlyMap<string, Shape>,
  ): Layout {
    const ratio = room.width / room.height;
    const areaOf = new Map(nodes.map(({ id, area }) => [id, area]));
    const isWithin = ({ from, to }: ObjectsEdge) => areaOf.get(from) === areaOf.get(to);
    const inner = edges.filter(isWithin);
    const packed = areas.flatMap((area) => {
      const own = nodes.filter((node) => node.area === area.id);
      if (own.length === 0) return [];
      const groups = connected(own, inner).map((group) => this.#group(group, widthOf, direction, before));
      const { boxes, width, height } = pack(groups, ratio, BETWEEN_GROUPS);
      return [{ area, boxes, width: width + 2 * PADDING, height: height + PADDING + AREA_HEAD }];
    });
    const whole = pack(packed, ratio, BETWEEN_AREAS);
    const placed = new Map<string, NodeBox>();
    const lines: Line[] = [];
    for (const { thing, x, y } of whole.boxes)
      for (const { thing: group, ...inside } of thing.boxes) {
        const by = { x: x + PADDING + inside.x, y: y + AREA_HEAD + inside.y };
        for (const box of group.nodes) placed.set(box.node.id, moved(box, by));
        for (const { edge, points } of group.lines)
          lines.push({ edge, points: points.map((point) => moved(point, by)) });
      }
    for (const edge of edges) if (!isWithin(edge)) lines.push(straight(edge, placed));
    return {
      direction,
      width: whole.width,
      height: whole.height,
      nodes: placed,
      lines,
      areas: whole.boxes.map(({ thing, x, y }) => ({
        ...{ area: thing.area, x, y },
        ...{ width: thing.width, height: thing.height },
      })),
    };
  }

  #group(
    { nodes, edges }: Connected,
    widthOf: (node: ObjectsNode) => number,
    direction: Direction,
    before: ReadonlyMap<string, Shape>,
  ): Group {
    const widths = nodes.map((node) => Math.ceil(widthOf(node) / STEP) * STEP);
    const index = new Map(nodes.map(({ id }, i) => [id, i]));
    const ends = edges.map(({ from, to, makes }) => [index.get(from)!, index.get(to)!, makes] as const);
    const key = JSON.stringify([direction, widths, ends]);
    const shape = this.#shapes.get(key) ?? before.get(key) ?? shapeOf(widths, ends, direction);
    this.#shapes.set(key, shape);
    return {
      width: shape.width,
      height: shape.height,
      nodes: nodes.map((node, i) => ({ node, ...shape.at[i]!, width: widths[i]!, height: HEIGHT })),
      lines: edges.map((edge, i) => ({ edge, points: shape.lines[i]! })),
    };
  }
}

interface Connected {
  readonly nodes: readonly ObjectsNode[];
  readonly edges: readonly ObjectsEdge[];
}

/** The nodes that edges lead between, each group in the order of its first node. */
function connected(nodes: readonly ObjectsNode[], edges: readonly ObjectsEdge[]): Connected[] {
  const root = new Map(nodes.map(({ id }) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    for (let up = root.get(at)!; up !== at; up = root.get(at)!) {
      root.set(at, root.get(up)!);
      at = up;
    }
    return at;
  };
  const own = edges.filter(({ from, to }) => root.has(from) && root.has(to));
  for (const { from, to } of own) root.set(find(to), find(from));
  const groups = new Map<string, { nodes: ObjectsNode[]; edges: ObjectsEdge[] }>();
  const groupOf = (id: string) => {
    const known = groups.get(find(id)) ?? { nodes: [], edges: [] };
    groups.set(find(id), known);
    return known;
  };
  for (const node of nodes) groupOf(node.id).nodes.push(node);
  for (const edge of own) groupOf(edge.from).edges.push(edge);
  return [...groups.values()];
}

/** So many nodes in one group take too long to be put in the best order: a good one has to do. */
const MANY = 120;

function shapeOf(
  widths: readonly number[],
  ends: readonly (readonly [from: number, to: number, makes: boolean])[],
  direction: Direction,
): Shape {
  const [only] = widths;
  if (widths.length === 1) return { width: only!, height: HEIGHT, at: [{ x: 0, y: 0 }], lines: [] };
  const isLarge = widths.length > MANY;
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: direction,
    nodesep: BETWEEN_NODES,
    ranksep: BETWEEN_RANKS[direction],
    edgesep: 8,
    ranker: isLarge ? 'tight-tree' : 'network-simplex',
  });
  for (const [i, width] of widths.entries()) graph.setNode(String(i), { width, height: HEIGHT });
  for (const [i, [from, to, makes]] of ends.entries())
    graph.setEdge(String(from), String(to), { weight: makes ? 4 : 1 }, String(i));
  dagre(graph, { disableOptimalOrderHeuristic: isLarge });
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    at: widths.map((own, i) => {
      const { x, y } = graph.node(String(i)) as Point;
      return { x: x - own / 2, y: y - HEIGHT / 2 };
    }),
    lines: ends.map(([from, to], i) => {
      const { points } = graph.edge(String(from), String(to), String(i)) as { points: Point[] };
      return points.map(({ x, y }) => ({ x, y }));
    }),
  };
}

/** From one area to another. */
function straight(edge: ObjectsEdge, boxes: ReadonlyMap<string, NodeBox>): Line {
  const [from, to] = [boxes.get(edge.from)!, boxes.get(edge.to)!];
  const isAhead = from.x + from.width <= to.x;
  const isBehind = to.x + to.width <= from.x;
  if (!isAhead && !isBehind) {
    const down = from.y < to.y;
    const start = { x: from.x + from.width / 2, y: down ? from.y + from.height : from.y };
    return { edge, points: [start, { x: to.x + to.width / 2, y: down ? to.y : to.y + to.height }] };
  }
  const start = { x: isAhead ? from.x + from.width : from.x, y: from.y + from.height / 2 };
  return { edge, points: [start, { x: isAhead ? to.x : to.x + to.width, y: to.y + to.height / 2 }] };
}

function moved<P extends Point>(point: P, { x, y }: Point): P {
  return { ...point, x: point.x + x, y: point.y + y };
}
