import type { Box } from './objects-layout';
import type { Point, Size } from './pack';
import { svg } from './svg';

const LEAST = 0.1;
const MOST = 3;
/** Smaller, words cannot be read. */
const READABLE = 0.45;
const FACTOR = 1.25;
/** Pixels of a step by key. */
const STEP = 60;

/** A drawing that is bigger than its window: it is moved and zoomed, and stays where it is while it is drawn anew. */
export class Viewport {
  readonly picture = svg('svg', { class: 'viewport', role: 'group' });
  readonly inside = svg('g');
  #scale = 1;
  #x = 0;
  #y = 0;
  #size: Size = { width: 0, height: 0 };
  #isPlaced = false;

  constructor() {
    this.picture.append(this.inside);
    this.picture.addEventListener('wheel', (event) => {
      event.preventDefault();
      const { left, top } = this.picture.getBoundingClientRect();
      const by = Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015));
      if (event.shiftKey) this.pan({ x: -(event.deltaX || event.deltaY), y: 0 });
      else this.zoom(by, { x: event.clientX - left, y: event.clientY - top });
    });
    this.picture.addEventListener('pointerdown', (event) => this.#drag(event));
  }

  get size(): Size {
    return this.#size;
  }

  /** In CSS pixels. */
  get room(): Size {
    const { clientWidth, clientHeight } = this.picture;
    return { width: clientWidth, height: clientHeight };
  }

  /**
   * Takes in a new drawing.
   * @param size its own
   * @param by how far what the reader looks at has moved in it
   */
  show(size: Size, by: Point): void {
    this.#size = size;
    if (this.#isPlaced) this.pan({ x: -by.x * this.#scale, y: -by.y * this.#scale });
    else if (this.room.width > 0) {
      this.fit();
      this.#isPlaced = true;
    }
  }

  /** All of it, or its beginning where that would be too small to read. */
  fit(least = READABLE): void {
    const { width, height } = this.room;
    const whole = Math.min(1, (width - 16) / this.#size.width, (height - 16) / this.#size.height);
    this.#scale = Math.max(least, whole, LEAST);
    this.#x = Math.max(8, (width - this.#size.width * this.#scale) / 2);
    this.#y = Math.max(8, (height - this.#size.height * this.#scale) / 2);
    this.#apply();
  }

  /** @param at what stays where it is; the middle where nothing is said */
  zoom(by: number, at: Point = { x: this.room.width / 2, y: this.room.height / 2 }): void {
    const scale = Math.min(MOST, Math.max(LEAST, this.#scale * by));
    this.#x = at.x - ((at.x - this.#x) * scale) / this.#scale;
    this.#y = at.y - ((at.y - this.#y) * scale) / this.#scale;
    this.#scale = scale;
    this.#apply();
  }

  /** In CSS pixels of the window. */
  pan({ x, y }: Point): void {
    // What stays where it is need not be painted anew.
    if (x === 0 && y === 0) return;
    this.#x += x;
    this.#y += y;
    this.#apply();
  }

  /** Brings a box into view, no farther than it takes. */
  reveal({ x, y, width, height }: Box): void {
    const room = this.room;
    const into = (start: number, length: number, whole: number) =>
      start < 8
        ? 8 - start
        : start + length > whole - 8
          ? Math.max(8 - start, whole - 8 - start - length)
          : 0;
    this.pan({
      x: into(this.#x + x * this.#scale, width * this.#scale, room.width),
      y: into(this.#y + y * this.#scale, height * this.#scale, room.height),
    });
  }

  /** @returns whether the key is one that moves or zooms */
  key({ key, shiftKey }: KeyboardEvent): boolean {
    const way = shiftKey ? PANS[key] : undefined;
    if (way) this.pan(way);
    else if (key === '+' || key === '=') this.zoom(FACTOR);
    else if (key === '-' || key === '_') this.zoom(1 / FACTOR);
    else if (key === '0') this.fit(0);
    else return false;
    return true;
  }

  larger(): void {
    this.zoom(FACTOR);
  }

  smaller(): void {
    this.zoom(1 / FACTOR);
  }

  #drag(down: PointerEvent): void {
    if (down.button !== 0 || (down.target as Element).closest('[data-id]')) return;
    const move = (event: PointerEvent) => this.pan({ x: event.movementX, y: event.movementY });
    const up = () => {
      this.picture.removeEventListener('pointermove', move);
      this.picture.classList.remove('dragged');
    };
    this.picture.setPointerCapture(down.pointerId);
    this.picture.classList.add('dragged');
    this.picture.addEventListener('pointermove', move);
    this.picture.addEventListener('pointerup', up, { once: true });
    this.picture.addEventListener('pointercancel', up, { once: true });
  }

  #apply(): void {
    const round = (value: number) => Math.round(value * 100) / 100;
    this.inside.setAttribute(
      'transform',
      `translate(${round(this.#x)} ${round(this.#y)}) scale(${Math.round(this.#scale * 1000) / 1000})`,
    );
  }
}

const PANS: Readonly<Record<string, Point>> = {
  ArrowUp: { x: 0, y: STEP },
  ArrowDown: { x: 0, y: -STEP },
  ArrowLeft: { x: STEP, y: 0 },
  ArrowRight: { x: -STEP, y: 0 },
};
