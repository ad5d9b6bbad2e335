/** What a drawing looks like when the editor's style sheet is not beside it. */
const DRAWN = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
];

/**
 * The drawing as a file of its own, in the colours it has now.
 * @param size of the whole in CSS pixels, where only a part of it is in view: then it has one group, which is moved
 */
export function standalone(
  drawing: SVGSVGElement,
  size?: { readonly width: number; readonly height: number },
): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [i, original] of originals.entries()) {
    const style = getComputedStyle(original);
    for (const property of DRAWN) copies[i]!.setAttribute(property, plain(style.getPropertyValue(property)));
    for (const name of ['tabindex', 'class', 'role', 'data-id', 'data-from', 'data-to'])
      copies[i]!.removeAttribute(name);
  }
  for (const spoken of copy.querySelectorAll('[opacity="0"]')) spoken.remove();
  for (const unseen of copy.querySelectorAll('path[stroke="rgba(0, 0, 0, 0)"]')) unseen.remove();
  if (size) {
    copy.querySelector('g')?.removeAttribute('transform');
    copy.setAttribute('width', String(size.width));
    copy.setAttribute('height', String(size.height));
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.style.background = getComputedStyle(document.body).backgroundColor;
  return `${new XMLSerializer().serializeToString(copy)}\n`;
}

/** A colour that was mixed, in the notation every program reads. */
function plain(value: string): string {
  return value.replace(
    /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)$/,
    (_, r, g, b, alpha) => {
      const [red, green, blue] = [r, g, b].map((part) => Math.round(Number(part) * 255));
      return `rgba(${red}, ${green}, ${blue}, ${alpha ?? 1})`;
    },
  );
}
