import { once } from '../../core/once';
import type { LabelLike, Selector } from '../selector';

/**
 * Finds what may select labels without asking every selector of a workspace: each is filed under one pair it asks
 * for. An answer of the workspace never changes, so the file is made once for each.
 */
export class ByLabel<T> {
  readonly #filed = new Map<string, Filed<T>[]>();
  /** Those that ask for no pair: of everything, or by expressions. */
  readonly #open: Filed<T>[] = [];

  constructor(things: readonly T[], selectorOf: (thing: T) => Selector | undefined) {
    for (const [at, thing] of things.entries()) {
      const selector = selectorOf(thing);
      if (!selector) continue;
      const pair = selector.requirements.find(
        ({ operator, values, unknown }) => operator === 'In' && values.length === 1 && !unknown,
      );
      const key = pair && keyOf(pair.key, pair.values[0]!);
      const filed = key === undefined ? this.#open : (this.#filed.get(key) ?? []);
      if (key !== undefined) this.#filed.set(key, filed);
      filed.push({ at, thing });
    }
  }

  /** All that may select something with these labels, in the order they came. */
  asking(labels: readonly LabelLike[]): readonly T[] {
    const found = new Set(this.#open);
    for (const { name, value } of labels)
      for (const one of this.#filed.get(keyOf(name, value)) ?? []) found.add(one);
    return [...found].sort((a, b) => a.at - b.at).map(({ thing }) => thing);
  }
}

interface Filed<T> {
  readonly at: number;
  readonly thing: T;
}

function keyOf(name: string, value: string): string {
  return `${name}=${value}`;
}

/** A file of each answer of the workspace. */
export function filed<T>(
  selectorOf: (thing: T) => Selector | undefined,
): (things: readonly T[]) => ByLabel<T> {
  return once((things: readonly T[]) => new ByLabel(things, selectorOf));
}
