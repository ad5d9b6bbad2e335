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

/** The drawing as a file of its own, in the colours it has now. */
export function standalone(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [i, original] of originals.entries()) {
    const style = getComputedStyle(original);
    for (const property of DRAWN) copies[i]!.setAttribute(property, style.getPropertyValue(property));
    for (const name of ['tabindex', 'class', 'role', 'data-id']) copies[i]!.removeAttribute(name);
  }
  for (const spoken of copy.querySelectorAll('[opacity="0"]')) spoken.remove();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.style.background = getComputedStyle(document.body).backgroundColor;
  return `${new XMLSerializer().serializeToString(copy)}\n`;
}
