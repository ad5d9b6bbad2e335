import { once } from '../../core/once';
import type { LabelLike, Requirement, Selector } from '../selectors/selector';

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
      const key = pairOf(selector);
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

/** A pair a selector asks for; none where it asks for everything, or by expressions. */
function pairOf({ requirements }: Selector): string | undefined {
  const isPair = ({ operator, values, unknown }: Requirement) =>
    operator === 'In' && values.length === 1 && !unknown;
  const pair = requirements.find(isPair);
  return pair && keyOf(pair.key, pair.values[0]!);
}

/** A file of each answer of the workspace. */
export function filed<T>(
  selectorOf: (thing: T) => Selector | undefined,
): (things: readonly T[]) => ByLabel<T> {
  return once((things: readonly T[]) => new ByLabel(things, selectorOf));
}

/** The other way round: of things with labels all that a selector may select, in the order they came. */
export function labelled<T>(
  labelsOf: (thing: T) => readonly LabelLike[],
): (things: readonly T[], selector: Selector) => readonly T[] {
  const byPair = once((things: readonly T[]) => {
    const found = new Map<string, T[]>();
    for (const thing of things)
      for (const { name, value } of labelsOf(thing)) {
        const key = keyOf(name, value);
        const filed = found.get(key);
        if (filed) filed.push(thing);
        else found.set(key, [thing]);
      }
    return found;
  });
  return (things, selector) => {
    const pair = pairOf(selector);
    return pair === undefined ? things : (byPair(things).get(pair) ?? []);
  };
}
