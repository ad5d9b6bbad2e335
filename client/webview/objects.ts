import type { ObjectsEdge } from '../../server/src/lsp/views/drawingProtocol';
import type { ObjectsShown } from '../src/views/objectsView';
import { Frame, recall, remember, tell } from './drawing';
import { Layer } from './layer';
import { About } from './objects-about';
import { drawArea, drawLegend, drawLine, drawNode, drawTips, widthOf } from './objects-drawing';
import { type Layout, Layouter } from './objects-layout';
import { type Choice, Tools } from './objects-tools';
import { neighbour } from './objects-walk';
import { html, settle } from './svg';
import { Viewport } from './viewport';
import './objects.css';

const view = new Viewport();
const frame = new Frame(() => view.size);
const layouter = new Layouter();
const tools = new Tools(recall<Choice>(), {
  choice: (choice) => {
    remember(choice);
    draw();
  },
  found: () => {
    const [first] = foundNow();
    if (first !== undefined) focus(first);
  },
  zoom: { in: () => view.larger(), out: () => view.smaller(), fit },
});
/** Seen as a whole again, whichever way that is best. */
function fit(): void {
  layouter.turn();
  draw();
  view.fit(0);
}

const scope = html('button', { type: 'button', class: 'tool' });
scope.addEventListener('click', () => {
  const next = shown?.scope === 'file' ? 'workspace' : 'file';
  tell({ type: 'scope', scope: next });
});
const legend = html('div', { class: 'legend' });
frame.canvas.before(tools.kinds);
frame.canvas.after(legend);
const layers = { areas: new Layer(), wires: new Layer(), nodes: new Layer() };
view.inside.append(drawTips(), ...Object.values(layers).map(({ group }) => group));

let shown: ObjectsShown | undefined;
let drawn: Layout | undefined;
let about: About | undefined;
/** The node arrow keys start from. */
let at = '';

window.addEventListener('message', ({ data }: MessageEvent<Partial<ObjectsShown>>) => {
  shown = { ...shown, ...data } as ObjectsShown;
  if ('empty' in data) draw();
  else light();
});
new ResizeObserver(() => {
  if (shown?.result && !drawn) draw();
}).observe(frame.canvas);
tell({ type: 'ready' });

function draw(): void {
  const { result } = shown ?? {};
  tools.kinds.hidden = !result;
  legend.hidden = !result;
  if (!result) {
    drawn = undefined;
    frame.empty(shown?.empty ?? '');
    return;
  }
  tools.show(result.nodes, result.words);
  scope.textContent = result.words.file;
  scope.setAttribute('aria-pressed', String(shown?.scope === 'file'));
  frame.head(result.summary, result.words.keep, ...tools.zoom, tools.search, scope);
  const { hidden } = tools.choice;
  const nodes = result.nodes.filter(({ kind }) => !hidden.includes(kind));
  const kept = new Set(nodes.map(({ id }) => id));
  const edges = result.edges.filter(({ from, to }) => kept.has(from) && kept.has(to));
  settle(frame.canvas, [view.picture]);
  legend.replaceChildren(...drawLegend(result.words));
  const { width, height } = view.room;
  const before = drawn?.nodes;
  const room = width > 0 && height > 0 ? { width, height } : { width: 600, height: 600 };
  drawn = layouter.layout({ nodes, edges, areas: result.areas }, widthOf, room);
  const { direction } = drawn;
  about = new About(result);
  const hasFocus = frame.canvas.contains(document.activeElement);
  if (shown?.here && !hasFocus) at = shown.here;
  if (!drawn.nodes.has(at)) at = drawn.nodes.keys().next().value ?? '';
  const [old, now] = [before?.get(at), drawn.nodes.get(at)];
  const by = old && now ? { x: now.x - old.x, y: now.y - old.y } : { x: 0, y: 0 };
  view.picture.setAttribute('aria-label', result.summary);
  layers.areas.show(drawn.areas.map((box) => ({ key: box.area.id, from: box, draw: () => drawArea(box) })));
  layers.wires.show(
    drawn.lines.map((line) => ({
      key: wireOf(line.edge),
      from: [line.points, line.edge.state, line.edge.makes, direction],
      draw: () => drawLine(line, direction),
    })),
  );
  layers.nodes.show(
    [...drawn.nodes.values()].map((box) => {
      const words = about!.spoken(box.node.id);
      return { key: box.node.id, from: [box, words], draw: () => drawNode(box, words) };
    }),
  );
  view.show(drawn, by);
  for (const one of layers.nodes.group.querySelectorAll('[tabindex="0"]')) one.setAttribute('tabindex', '-1');
  elementOf(at)?.setAttribute('tabindex', '0');
  if (hasFocus) elementOf(at)?.focus({ preventScroll: true });
  seek();
  light();
  if (nodes.length === 0) frame.about.replaceChildren(html('p', {}, result.words.none));
}

/** Marks the node the cursor is in, and brings it into view. */
function light(): void {
  for (const one of frame.canvas.querySelectorAll('.here')) one.classList.remove('here');
  const here = shown?.here ?? undefined;
  const element = here === undefined ? undefined : elementOf(here);
  element?.classList.add('here');
  const box = here === undefined ? undefined : drawn?.nodes.get(here);
  if (box && here !== undefined && !frame.canvas.contains(document.activeElement)) {
    rove(here);
    view.reveal(box);
  }
  tellAbout(at);
}

/** What is not sought is drawn faintly. */
function seek(): void {
  const { sought } = tools.choice;
  const found = new Set(foundNow());
  for (const [id, node] of layers.nodes.elements)
    node.classList.toggle('faint', sought !== '' && !found.has(id));
  layers.wires.group.classList.toggle('faint', sought !== '');
}

/** The nodes with the sought words in their kind and name. */
function foundNow(): readonly string[] {
  const { sought } = tools.choice;
  if (sought === '') return [];
  return [...(drawn?.nodes.values() ?? [])].flatMap(({ node }) =>
    `${node.kind} ${node.label}`.toLowerCase().includes(sought) ? node.id : [],
  );
}

/** Says what there is to say of a node, and lights the lines it has. */
function tellAbout(id: string): void {
  if (!about) return;
  frame.about.replaceChildren(...about.ofNode(id));
  for (const wire of layers.wires.group.querySelectorAll('.lit')) wire.classList.remove('lit');
  for (const { from, to } of about.edgesOf(id))
    layers.wires.element(wireOf({ from, to }))?.classList.add('lit');
}

function rove(id: string): void {
  elementOf(at)?.setAttribute('tabindex', '-1');
  at = id;
  elementOf(at)?.setAttribute('tabindex', '0');
}

function focus(id: string): void {
  rove(id);
  elementOf(id)?.focus({ preventScroll: true });
  const box = drawn?.nodes.get(id);
  if (box) view.reveal(box);
  tellAbout(id);
}

function elementOf(id: string): SVGElement | undefined {
  return layers.nodes.element(id);
}

function wireOf({ from, to }: Pick<ObjectsEdge, 'from' | 'to'>): string {
  return JSON.stringify([from, to]);
}

function idOf(event: Event): string | undefined {
  return (event.target as Element).closest('[data-id]')?.getAttribute('data-id') ?? undefined;
}

view.inside.addEventListener('click', (event) => {
  const id = idOf(event);
  if (id === undefined) return;
  if (drawn?.nodes.has(id)) focus(id);
  tell({ type: 'reveal', id });
});
view.inside.addEventListener('focusin', (event) => {
  const id = idOf(event);
  if (id === undefined || id === at) return;
  rove(id);
  tellAbout(id);
});
view.inside.addEventListener('pointerover', (event) => {
  const id = idOf(event);
  const wire = (event.target as Element).closest('.wire');
  if (id !== undefined && drawn?.nodes.has(id)) tellAbout(id);
  else if (wire && about) {
    const [from, to] = [wire.getAttribute('data-from'), wire.getAttribute('data-to')];
    const line = drawn?.lines.find(({ edge }) => edge.from === from && edge.to === to);
    if (line) frame.about.replaceChildren(...about.ofEdge(line.edge));
  }
});
view.picture.addEventListener('pointerleave', () => tellAbout(at));
frame.canvas.addEventListener('keydown', (event) => {
  if (!drawn) return;
  const isArrow = event.key.startsWith('Arrow') && !event.shiftKey;
  const next = isArrow ? neighbour(drawn, at, event.key) : undefined;
  if (next) focus(next.node.id);
  else if (event.key === 'Enter' || event.key === ' ') tell({ type: 'reveal', id: at });
  else if (isArrow || !view.key(event)) return;
  event.preventDefault();
});
