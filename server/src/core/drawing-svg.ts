import type { Drawing } from './drawing';
import { layOut } from './drawing-layout';
import { FONTS, type Mark, type Rectangle } from './drawing-marks';
import type { Lang } from './text';

/**
 * A drawing as SVG for a Markdown page that keeps HTML, as VS Code's preview does: the first line is one tag and no
 * line is empty, or Markdown would read on inside. Colours are those of the editor's theme; where there is none, ours.
 */
export function renderDrawing(drawing: Drawing, lang: Lang): string {
  const { width, height, marks } = layOut(drawing, lang);
  const size = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="drawing" role="img" lang="${lang}" aria-labelledby="drawing-title drawing-desc" ${size}>`,
    `<title id="drawing-title">${escaped(drawing.title[lang])}</title>`,
    `<desc id="drawing-desc">${escaped(drawing.desc[lang])}</desc>`,
    `<style>${STYLE}</style>`,
    ...marks.map(element),
    '</svg>',
  ].join('\n');
}

function element(mark: Mark): string {
  const { kind, x, y, width, height } = mark;
  if (kind === 'arrow') return arrow(mark, mark.both);
  if (kind === 'words') {
    const { size } = FONTS[mark.font];
    const at = { start: x, middle: x + width / 2, end: x + width }[mark.at];
    const place = `x="${round(at)}" y="${round(y + height / 2 + size * BASELINE)}"`;
    return `<text class="${mark.font} ${mark.at}" ${place}>${escaped(mark.text)}</text>`;
  }
  const look = kind === 'number' ? '' : ` ${mark.tone ?? 'plain'}${mark.dashed ? ' dashed' : ''}`;
  const rx = { box: 5, frame: 8, number: height / 2 }[kind];
  // A line is drawn on both sides of its edge: half a unit in, and it is sharp.
  return `<rect class="${kind}${look}" x="${half(x)}" y="${half(y)}" width="${Math.round(width) - 1}" height="${Math.round(height) - 1}" rx="${rx}"/>`;
}

/** One path: the line, and two strokes for a head. */
function arrow({ x, y, width, height }: Rectangle, both?: true): string {
  const [right, down] = width > 0 ? [1, 0] : [0, 1];
  const [fromX, fromY] = right ? [round(x), half(y)] : [half(x), round(y)];
  const [toX, toY] = right ? [round(x + width), fromY] : [fromX, round(y + height)];
  const tail = both ? head(fromX, fromY, -right, -down) : '';
  return `<path class="arrow" d="M${fromX} ${fromY}L${toX} ${toY}${head(toX, toY, right, down)}${tail}"/>`;
}

/** Two strokes back from a tip, for an arrow that goes one step right or down. */
function head(x: number, y: number, right: number, down: number): string {
  const [backX, backY] = [round(x - 5 * right), round(y - 5 * down)];
  return `M${backX - 4 * down} ${backY - 4 * right}L${x} ${y}L${backX + 4 * down} ${backY + 4 * right}`;
}

/** From the middle of a line to what its letters stand on, in parts of the font's size. */
const BASELINE = 0.36;

function half(coordinate: number): number {
  return Math.round(coordinate) + 0.5;
}

function round(coordinate: number): number {
  return Math.round(coordinate * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const tone = (name: string, colour: string) => {
  const painted = `var(--vscode-charts-${name},${colour})`;
  return `.drawing .${name}{stroke:${painted};fill:color-mix(in srgb,${painted} 18%,transparent)}`;
};

const STYLE = [
  '.drawing{display:block;max-width:100%;height:auto;margin:0 0 8px}',
  '.drawing~details{margin-bottom:16px}',
  '.drawing text{fill:currentColor;font-size:13px}',
  `.drawing .small{font-size:${FONTS.small.size}px;fill-opacity:.85}`,
  '.drawing .bold{font-weight:600}',
  `.drawing .code,.drawing .smallCode{font-family:var(--vscode-editor-font-family,monospace);font-size:${FONTS.code.size}px}`,
  `.drawing .smallCode{font-size:${FONTS.smallCode.size}px}`,
  '.drawing .middle{text-anchor:middle}',
  '.drawing .end{text-anchor:end}',
  '.drawing .plain{stroke:currentColor;stroke-opacity:.5;fill:currentColor;fill-opacity:.06}',
  '.drawing .faint{stroke:currentColor;stroke-opacity:.3;fill:none}',
  '.drawing .frame.plain{stroke-opacity:.25;fill-opacity:.03}',
  tone('blue', '#1a85ff'),
  tone('green', '#388a34'),
  tone('yellow', '#bf8803'),
  '.drawing .frame:not(.plain){fill-opacity:.4}',
  '.drawing .dashed{stroke-dasharray:5 3}',
  '.drawing .number{fill:none;stroke:currentColor}',
  '.drawing .arrow{fill:none;stroke:currentColor;stroke-width:1.3;stroke-linecap:round;stroke-linejoin:round}',
  // The borders of these themes are to be seen, whatever they say about the rest.
  '.vscode-high-contrast .drawing *{stroke-opacity:1!important;fill-opacity:1!important}',
  '.vscode-high-contrast .drawing .plain{fill:none}',
].join('');
