import { kubernetes } from '../../server/src/kubernetes/language';
import { table } from '../bench/table';

export const SIDES = ['agree', 'ours only', 'theirs only'] as const;
export type Side = (typeof SIDES)[number];

/** Counts, check by check, what both sides say. */
export class Tally {
  readonly #counts: Map<string, Record<Side, number>>;
  readonly checks: readonly string[];

  /** @param checks the other side's; one that says nothing has its row, too */
  constructor(checks: readonly string[]) {
    this.checks = checks;
    this.#counts = new Map(checks.map((check) => [check, { agree: 0, 'ours only': 0, 'theirs only': 0 }]));
  }

  /** @param ours what we say, as keys that equal theirs where both say the same; several of one key are one */
  add(
    ours: readonly string[],
    theirs: readonly string[],
    checkOf: (key: string) => string,
  ): readonly Judged[] {
    const mine = new Set(ours);
    const other = new Set(theirs);
    return [...new Set([...mine, ...other])].map((key) => {
      const side: Side = !other.has(key) ? 'ours only' : mine.has(key) ? 'agree' : 'theirs only';
      const check = checkOf(key);
      const count = this.#counts.get(check) ?? { agree: 0, 'ours only': 0, 'theirs only': 0 };
      this.#counts.set(check, count);
      count[side]++;
      return { side, key };
    });
  }

  get rows(): readonly (readonly [check: string, count: Readonly<Record<Side, number>>])[] {
    return [...this.#counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  }
}

export interface Judged {
  readonly side: Side;
  readonly key: string;
}

/** Our rules of manifests by the check of another linter that they answer to. */
export function namedBy(linter: string): ReadonlyMap<string, readonly string[]> {
  const rules = new Map<string, string[]>();
  for (const { id, also } of kubernetes.rules)
    for (const name of also)
      if (name.startsWith(`${linter}/`)) {
        const check = name.slice(linter.length + 1);
        rules.set(check, [...(rules.get(check) ?? []), id.slice('kubernetes/'.length)]);
      }
  return rules;
}

/** The counts, then what nobody answers to on either side. */
export function countTable({ checks, rows }: Tally, rules: ReadonlyMap<string, readonly string[]>): string {
  const cells = rows.map(([check, count]) => [
    check,
    rules.get(check)?.join(', ') ?? '',
    ...SIDES.map((side) => `${count[side]}`),
  ]);
  const unnamed = checks.filter((check) => !rules.has(check));
  const unknown = [...rules.keys()].filter((check) => !checks.includes(check));
  return [
    table(['check', 'our rules', ...SIDES], cells),
    '',
    `${checks.length} checks; no rule of ours names ${unnamed.length}: ${unnamed.join(', ') || 'none'}`,
    ...(unknown.length > 0 ? [`Names of ours that are no check: ${unknown.join(', ')}`] : []),
  ].join('\n');
}
