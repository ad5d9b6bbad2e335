const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An SVG element; attributes without a value are left out. Text in it is text, never markup. */
export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Element | string)[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, name);
  return fill(element, attributes, children);
}

/** The same for HTML. */
export function html<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Element | string)[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(name), attributes, children);
}

function fill<E extends Element>(
  element: E,
  attributes: Attributes,
  children: readonly (Element | string)[],
): E {
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** Puts children in the place of others, only where they are others: what is in use keeps the focus. */
export function settle(parent: Element, children: readonly Element[]): void {
  const before = parent.children;
  if (before.length !== children.length || children.some((one, i) => one !== before[i]))
    parent.replaceChildren(...children);
}

/** Text with its `code` set off. */
export function prose(text: string): (Element | string)[] {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).flatMap((piece): (Element | string)[] => {
    if (/^`.+`$/.test(piece)) return [html('code', {}, piece.slice(1, -1))];
    if (/^\*\*.+\*\*$/.test(piece)) return [html('strong', {}, piece.slice(2, -2))];
    return piece ? [piece] : [];
  });
}

/** How wide a text is drawn in a font, in CSS pixels. */
export function widthIn(text: string, font: string): number {
  const key = `${font} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    measure.font = font;
    width = measure.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

const widths = new Map<string, number>();

/** Cuts a text to a width in CSS pixels, as wide as it is drawn in a font. */
export function fitted(text: string, width: number, font: string): string {
  if (widthIn(text, font) <= width) return text;
  // Its width may have been known: the font in the meantime was another one.
  measure.font = font;
  let [fits, tooLong] = [0, text.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (measure.measureText(`${text.slice(0, middle)}…`).width <= width) fits = middle;
    else tooLong = middle;
  }
  return `${text.slice(0, fits)}…`;
}

const measure = document.createElement('canvas').getContext('2d')!;

const family = getComputedStyle(document.body).getPropertyValue('--vscode-font-family') || 'sans-serif';
const mono = getComputedStyle(document.body).getPropertyValue('--vscode-editor-font-family') || 'monospace';

/** The fonts of the style sheets, to measure with. */
export const FONT = {
  title: `600 13px ${family}`,
  name: `600 12px ${family}`,
  small: `11px ${family}`,
  tiny: `10px ${family}`,
  code: `12px ${mono}`,
};
