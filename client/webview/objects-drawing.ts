import type { ObjectsEdge, ObjectsNode, ObjectsWord } from '../../server/src/lsp/views/drawingProtocol';
import { AREA_HEAD, type AreaBox, type Direction, type Line, type NodeBox } from './objects-layout';
import type { Point } from './pack';
import { FONT, fitted, html, svg, widthIn } from './svg';

/** The shapes of nodes, lines and areas. What happens to them is said elsewhere. */

const BADGE = 42;
const KIND = FONT.tiny;
const NAME = FONT.name;
const WIDEST = 240;

/** What it takes to write a node's words, in CSS pixels. */
export function widthOf({ kind, label, count }: ObjectsNode): number {
  const first = widthIn(kind, KIND) + (count ? widthIn(count, NAME) + 10 : 0);
  return Math.min(WIDEST, BADGE + 22 + Math.max(first, widthIn(label, NAME)));
}

export function drawNode({ node, x, y, width, height }: NodeBox, spoken: string): SVGGElement {
  const { id, sort, kind, badge, family, label, count, findings } = node;
  const worst = findings[0]?.severity;
  const room = width - BADGE - 18;
  const text = (className: string, left: number, top: number, words: string) =>
    svg('text', { x: x + left, y: y + top, class: className, 'aria-hidden': 'true' }, words);
  const card = (by: number, className = 'card') =>
    svg('rect', {
      x: x + by + 0.5,
      y: y + by + 0.5,
      width: width - 1,
      height: height - 1,
      rx: 6,
      class: className,
    });
  const group = svg(
    'g',
    { class: `node ${sort} ${family}`, role: 'button', tabindex: -1, 'data-id': id },
    svg('text', { x, y, class: 'spoken' }, spoken),
    // Of what there is more than one, a pile is drawn.
    ...(count ? [card(5, 'card pile'), card(2.5, 'card pile')] : []),
    card(0),
    svg('rect', { x: x + 5, y: y + 5, width: BADGE, height: height - 10, rx: 4, class: 'badge' }),
    text('short', 5 + BADGE / 2, height / 2 + 3.5, badge),
    text('kind', BADGE + 12, 18, fitted(kind, room - (count ? widthIn(count, NAME) + 6 : 0), KIND)),
    text('name', BADGE + 12, 34, fitted(label, room, NAME)),
  );
  if (count) group.append(text('count', width - 8, 18, count));
  if (worst) group.append(svg('circle', { cx: x + width - 5, cy: y + 5, r: 4.5, class: `finding ${worst}` }));
  return group;
}

export function drawArea({ area, x, y, width, height }: AreaBox): SVGGElement {
  const id = area.place && `area:${area.id}`;
  return svg(
    'g',
    { class: 'area', 'data-id': id },
    svg('rect', { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1, rx: 8 }),
    svg('text', { x: x + 12, y: y + AREA_HEAD - 9 }, fitted(area.label, width - 24, FONT.small)),
  );
}

export function drawLine({ edge, points }: Line, direction: Direction): SVGGElement {
  const d = pathThrough(points, direction);
  const tip = edge.state === 'broken' ? 'tip-broken' : 'tip';
  const group = svg(
    'g',
    { class: classOf(edge), 'data-from': edge.from, 'data-to': edge.to },
    svg('path', { d, class: 'near' }),
    svg('path', { d, class: 'line', 'marker-end': `url(#${tip})` }),
  );
  // Not by colour alone.
  if (edge.state === 'broken') group.append(drawCross(halfway(points)));
  return group;
}

function classOf({ state, makes }: ObjectsEdge): string {
  return ['wire', state, makes && 'makes'].filter(Boolean).join(' ');
}

function drawCross({ x, y }: Point): SVGGElement {
  return svg(
    'g',
    { class: 'cross' },
    svg('circle', { cx: x, cy: y, r: 7 }),
    svg('path', { d: `M${x - 3} ${y - 3} l6 6 m0 -6 l-6 6` }),
  );
}

/** What the kinds of lines mean. */
export function drawLegend(words: Readonly<Record<ObjectsWord, string>>): readonly Element[] {
  const sample = (className: string, word: string) =>
    html(
      'span',
      {},
      svg(
        'svg',
        { width: 26, height: 10, class: `wire ${className}`, 'aria-hidden': 'true' },
        svg('path', { d: 'M1 5 H25', class: 'line' }),
      ),
      word,
    );
  return [sample('makes', words.made), sample('unknown', words.unknown), sample('broken', words.broken)];
}

/** The heads of arrows. */
export function drawTips(): SVGDefsElement {
  const tip = (id: string, className: string) =>
    svg(
      'marker',
      {
        ...{ id, viewBox: '0 0 8 8', refX: 7.5, refY: 4, markerWidth: 7, markerHeight: 7 },
        orient: 'auto',
        markerUnits: 'userSpaceOnUse',
      },
      svg('path', { d: 'M0 0.5 L8 4 L0 7.5 z', class: className }),
    );
  return svg('defs', {}, tip('tip', 'tip'), tip('tip-broken', 'tip broken'));
}

/** A curve that leaves and arrives straight on and bends at the points between. */
function pathThrough(points: readonly Point[], direction: Direction): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let d = `M${at(first)}`;
  let from = first;
  for (const to of rest) {
    const bend = direction === 'LR' ? { x: (to.x - from.x) / 2, y: 0 } : { x: 0, y: (to.y - from.y) / 2 };
    d += ` C${at({ x: from.x + bend.x, y: from.y + bend.y })} ${at({ x: to.x - bend.x, y: to.y - bend.y })} ${at(to)}`;
    from = to;
  }
  return d;
}

function at({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

function halfway(points: readonly Point[]): Point {
  const [a, b] = [points[Math.floor((points.length - 1) / 2)]!, points[Math.ceil((points.length - 1) / 2)]!];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
