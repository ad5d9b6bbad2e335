import type { Box, Layout, NodeBox } from './objects-layout';
import type { Point } from './pack';

/**
 * The node an arrow key leads to: along a line the way lines lead, or back along one, the nearest of several; aside
 * and where no line leads, what lies nearest there.
 */
export function neighbour({ nodes, lines, direction }: Layout, id: string, key: string): NodeBox | undefined {
  const here = nodes.get(id);
  if (!here) return nodes.values().next().value;
  const way = WAYS[key];
  if (!way) return undefined;
  const [on, back] = direction === 'LR' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowDown', 'ArrowUp'];
  const along = lines.flatMap(({ edge: { from, to } }) =>
    key === on && from === id ? to : key === back && to === id ? from : [],
  );
  const others = [...nodes.values()].filter((box) => box !== here);
  const linked = others.filter(({ node }) => along.includes(node.id));
  const ahead = others.filter(
    (box) => way.x * (middle(box).x - middle(here).x) + way.y * (box.y - here.y) > 1,
  );
  return nearest(here, linked.length > 0 ? linked : ahead, way);
}

const WAYS: Readonly<Record<string, Point>> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};

/** What lies off to the side counts as farther away. */
function nearest(here: NodeBox, boxes: readonly NodeBox[], way: Point): NodeBox | undefined {
  const distance = (box: NodeBox) => {
    const [x, y] = [middle(box).x - middle(here).x, box.y - here.y];
    return Math.abs(x) * (way.x === 0 ? 2 : 1) + Math.abs(y) * (way.y === 0 ? 2 : 1);
  };
  return boxes.toSorted((a, b) => distance(a) - distance(b))[0];
}

function middle({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
