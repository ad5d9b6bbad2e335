import type { LayersBlock, LayersStage, LayersStep } from '../../server/src/lsp/views/drawingProtocol';
import type { LayersShown } from '../src/views/layersView';
import { Frame, tell } from './drawing';
import { type Arrow, type Box, type Layout, layout, neighbour } from './layers-layout';
import { FONT, fitted, html, prose, svg } from './svg';
import './layers.css';

const frame = new Frame();
let shown: LayersShown | undefined;
let drawn: Layout | undefined;
/** The block arrow keys start from. */
let at = '0/base';

window.addEventListener('message', ({ data }: MessageEvent<LayersShown>) => {
  shown = data;
  draw();
});
new ResizeObserver(() => {
  if (shown?.result) draw();
}).observe(frame.canvas);
tell({ type: 'ready' });

function draw(): void {
  if (!shown?.result) {
    frame.empty(shown?.empty ?? '');
    return;
  }
  const { result, here } = shown;
  const isChanged = result.stages.some(({ steps }) => steps.some(({ changed }) => changed));
  frame.head(result.summary, result.words.keep, ...(isChanged ? [builtButton(result.words.built)] : []));
  drawn = layout(result, frame.room);
  const hasFocus = frame.canvas.contains(document.activeElement);
  if (here !== undefined && !hasFocus) at = here;
  if (!drawn.boxes.some(({ id }) => id === at)) at = drawn.boxes[0]!.id;
  const blocks = drawn.boxes.map((box) => drawBox(box));
  const heads = result.stages.map((stage, i) => drawHead(stage, i));
  const picture = svg(
    'svg',
    { width: drawn.width, height: drawn.height, role: 'group', 'aria-label': result.summary },
    svg(
      'defs',
      {},
      svg(
        'marker',
        { id: 'tip', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' },
        svg('path', { d: 'M0 0 L8 4 L0 8 z', class: 'tip' }),
      ),
    ),
    ...heads,
    ...blocks,
    ...drawn.arrows.map(drawArrow),
  );
  frame.canvas.replaceChildren(picture);
  if (hasFocus) focus(at);
  elementOf(at)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  tellAbout(at);
}

function builtButton(name: string): HTMLButtonElement {
  const button = html('button', { type: 'button' }, name);
  button.addEventListener('click', () => tell({ type: 'built' }));
  return button;
}

function blockOf(id: string): LayersBlock | undefined {
  const { stages, thin } = shown!.result!;
  const [stage = '', step = ''] = id.split('/');
  if (id === 'thin') return thin;
  return step === 'base' ? stages[Number(stage)]?.base : stages[Number(stage)]?.steps[Number(step)];
}

function drawHead({ title, about, role }: LayersStage, index: number): SVGElement {
  const base = drawn!.boxes.find(({ id }) => id === `${index}/base`)!;
  return svg(
    'g',
    { class: `head ${role}` },
    svg('text', { x: base.x, y: 15, class: 'title' }, fitted(title, base.width, FONT.title)),
    svg('text', { x: base.x, y: 31, class: 'small' }, fitted(about, base.width, FONT.small)),
  );
}

function drawBox(box: Box): SVGElement {
  const { id, kind, stage, x, y, width, height } = box;
  const block = blockOf(id)!;
  const step = 'keyword' in block ? (block as LayersStep) : undefined;
  const worst = block.findings[0]?.severity;
  const text = step ? `${step.keyword} ${step.label}` : block.label;
  const room = width - 14 - (worst ? 16 : 0);
  const words = kind === 'setting' ? fitted(`${text}  0 B`, room, FONT.small) : fitted(text, room, FONT.code);
  const group = svg(
    'g',
    {
      class: [
        'block',
        kind,
        shown!.result!.stages[stage]!.role,
        shown!.here === id && 'here',
        step?.changed && `changed ${step.changed.where}`,
      ]
        .filter(Boolean)
        .join(' '),
      role: 'button',
      tabindex: id === at ? 0 : -1,
      'data-id': id,
    },
    svg('text', { x, y, class: 'spoken' }, spoken(block, text, step)),
    svg('rect', {
      x: x + 0.5,
      y: y + 0.5,
      width: width - 1,
      height: height - 1,
      rx: kind === 'setting' ? 2 : 3,
    }),
    svg(
      'text',
      {
        x: x + 8,
        y: y + (kind === 'setting' ? 12 : kind === 'layer' ? 20 : 18),
        class: kind === 'setting' ? 'small' : 'code',
        'aria-hidden': 'true',
      },
      words,
    ),
  );
  // What is spoken says all of it, and more than there is room for.
  if (kind === 'base' || kind === 'thin')
    group.append(
      svg(
        'text',
        { x: x + 8, y: y + height - 7, class: 'small', 'aria-hidden': 'true' },
        fitted(block.about, room, FONT.small),
      ),
    );
  if (step?.changed) group.append(svg('rect', { x: x - 4, y, width: 3, height, class: 'broken' }));
  if (worst)
    group.append(
      svg('circle', {
        cx: x + width - 11,
        cy: y + height / 2,
        r: kind === 'setting' ? 4 : 5,
        class: `finding ${worst}`,
      }),
    );
  group.addEventListener('click', () => {
    at = id;
    focus(id);
    tell({ type: 'reveal', id });
  });
  group.addEventListener('focus', () => {
    at = id;
    tellAbout(id);
  });
  group.addEventListener('mouseenter', () => tellAbout(id));
  group.addEventListener('mouseleave', () => tellAbout(at));
  return group;
}

/** What a screen reader says of a block. */
function spoken({ about, findings }: LayersBlock, text: string, step: LayersStep | undefined): string {
  return [text, about, step?.changed?.text, ...findings.map(({ message }) => message)]
    .filter(Boolean)
    .join('. ');
}

function drawArrow({ from, to, kind }: Arrow): SVGElement {
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x - 1, y: to.y + to.height / 2 };
  const bend = Math.min(28, Math.abs(end.x - start.x) / 2);
  const d = `M${start.x} ${start.y} C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`;
  return svg('path', { d, class: `arrow ${kind}`, 'marker-end': 'url(#tip)' });
}

/** What there is to say of a block: its text, what it is, what is wrong, the concept. */
function tellAbout(id: string): void {
  const block = blockOf(id);
  if (!block) return;
  const step = 'keyword' in block ? (block as LayersStep) : undefined;
  const { explained } = block;
  const more = html('button', { type: 'button', class: 'link' }, shown!.result!.words.more);
  more.addEventListener('click', () => tell({ type: 'explain', id }));
  frame.about.replaceChildren(
    html('p', { class: 'code' }, step ? `${step.keyword} ${step.label}` : block.label),
    html('p', {}, block.about),
    ...(step?.changed ? [html('p', { class: 'broken' }, step.changed.text)] : []),
    ...block.findings.map(({ severity, message }) =>
      html('p', { class: `finding ${severity}` }, ...prose(message)),
    ),
    ...(explained
      ? [
          html('p', {}, html('strong', {}, explained.title), ' — ', ...prose(explained.answer)),
          html('ul', {}, ...explained.facts.map((fact) => html('li', {}, ...prose(fact)))),
          more,
        ]
      : []),
  );
}

function focus(id: string): void {
  for (const block of frame.canvas.querySelectorAll('.block')) block.setAttribute('tabindex', '-1');
  elementOf(id)?.setAttribute('tabindex', '0');
  elementOf(id)?.focus();
}

function elementOf(id: string): SVGElement | null {
  return frame.canvas.querySelector<SVGElement>(`[data-id="${id}"]`);
}

frame.canvas.addEventListener('keydown', (event) => {
  if (!drawn) return;
  const next = event.key.startsWith('Arrow') ? neighbour(drawn, at, event.key) : undefined;
  if (next) {
    at = next.id;
    focus(at);
  } else if (event.key === 'Enter' || event.key === ' ') tell({ type: 'reveal', id: at });
  else return;
  event.preventDefault();
});
