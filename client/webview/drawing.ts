import type { FromView } from '../src/views/webview';
import { standalone } from './export';
import { html, settle } from './svg';

interface Api {
  postMessage(message: FromView): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): Api;

const api = acquireVsCodeApi();

export function tell(message: FromView): void {
  api.postMessage(message);
}

/** What is kept while the view is hidden, and its script is not there. */
export function recall<T>(): Partial<T> {
  return (api.getState() ?? {}) as Partial<T>;
}

export function remember(state: unknown): void {
  api.setState(state);
}

/** What every drawing has around it: room to scroll, words about the thing at hand, a button to keep it. */
export class Frame {
  readonly canvas = html('div', { class: 'canvas' });
  readonly about = html('section', { class: 'about', 'aria-live': 'polite' });
  readonly #bar = html('div', { class: 'bar' });
  readonly #keep = html('button', { type: 'button' });
  readonly #buttons = html('div', { class: 'buttons' });
  readonly #summary = html('p', { class: 'summary' });

  /** @param size of the whole drawing, where only a part of it is in view; asked for when it is saved */
  constructor(size?: () => Parameters<typeof standalone>[1]) {
    this.#bar.append(this.#summary, this.#buttons);
    this.#keep.addEventListener('click', () => {
      const drawing = this.canvas.querySelector('svg');
      if (drawing) tell({ type: 'export', svg: standalone(drawing, size?.()) });
    });
    document.getElementById('drawing')!.append(this.#bar, this.canvas, this.about);
  }

  /**
   * @param keep what the button that saves the drawing is called
   * @param more what stands before it
   */
  head(summary: string, keep: string, ...more: readonly HTMLElement[]): void {
    this.#summary.textContent = summary;
    this.#keep.textContent = keep;
    settle(this.#buttons, [...more, ...(keep ? [this.#keep] : [])]);
  }

  /** Nothing to draw, and why. */
  empty(text: string): void {
    this.head('', '');
    this.canvas.replaceChildren(html('p', { class: 'empty' }, text));
    this.about.replaceChildren();
  }

  /** In CSS pixels. */
  get room(): number {
    const { paddingLeft, paddingRight } = getComputedStyle(this.canvas);
    return this.canvas.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  }
}
