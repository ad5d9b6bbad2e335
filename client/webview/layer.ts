import { svg } from './svg';

/** One thing of a drawing: what it is called, all that its picture depends on, and the picture. */
export interface Drawable {
  readonly key: string;
  readonly from: unknown;
  readonly draw: () => SVGElement;
}

/** A layer of a drawing. What looks as before is not drawn again: of hundreds of things an edit changes a few. */
export class Layer {
  readonly group = svg('g');
  #drawn = new Map<string, { readonly said: string; readonly element: SVGElement }>();

  show(things: Iterable<Drawable>): void {
    const before = this.#drawn;
    this.#drawn = new Map();
    for (const { key, from, draw } of things) {
      const said = JSON.stringify(from);
      const known = before.get(key);
      before.delete(key);
      const element = known?.said === said ? known.element : draw();
      if (!known) this.group.append(element);
      else if (known.element !== element) known.element.replaceWith(element);
      this.#drawn.set(key, { said, element });
    }
    for (const { element } of before.values()) element.remove();
  }

  element(key: string): SVGElement | undefined {
    return this.#drawn.get(key)?.element;
  }

  get elements(): Iterable<readonly [key: string, element: SVGElement]> {
    return [...this.#drawn].map(([key, { element }]) => [key, element] as const);
  }
}
