import { closest } from './closest';
import type { AnyRule } from './language';
import { once } from './once';
import type { Finding, RuleNames } from './rule';

/** Every name a finding answers to: its rule's id, then what other linters call the defect. */
export function namesOf(rule: AnyRule, finding?: Finding): readonly string[] {
  return finding?.also ? [rule.id, ...finding.also] : ownNames(rule);
}

const ownNames = once((rule: AnyRule): readonly string[] => [rule.id, ...rule.also]);

/**
 * Finds rules by the names people write. Names are many-to-many: `DL3014`, `hadolint/DL3014` and our own
 * `apt-get-without-yes` may mean the same finding, and one name may mean several rules.
 */
export class NameIndex implements RuleNames {
  readonly #own = new Map<string, Set<string>>();
  readonly #peer = new Map<string, Set<string>>();
  readonly #rules = new Map<string, AnyRule[]>();
  readonly #all: readonly string[];

  constructor(rules: readonly AnyRule[]) {
    this.#all = rules.flatMap((rule) => namesOf(rule));
    for (const rule of rules) {
      for (const name of namesOf(rule)) {
        const known = this.#rules.get(name.toLowerCase());
        if (known) known.push(rule);
        else this.#rules.set(name.toLowerCase(), [rule]);
        const table = name === rule.id ? this.#own : this.#peer;
        for (const written of [name, name.slice(name.indexOf('/') + 1)]) {
          const lower = written.toLowerCase();
          table.set(lower, (table.get(lower) ?? new Set()).add(name));
        }
      }
    }
  }

  /**
   * The full names a written one stands for; empty when it is unknown. A bare name matches any linter, a
   * prefix disambiguates, our own id wins. Case does not matter.
   */
  resolve(written: string): ReadonlySet<string> {
    const lower = written.trim().toLowerCase();
    if (lower.endsWith('/*')) return this.#peersOf(lower.slice(0, -1));
    const [, code] = SHELLCHECK.exec(lower) ?? [];
    if (code) return new Set([`shellcheck/${code.toUpperCase()}`]);
    return this.#own.get(lower) ?? this.#peer.get(lower) ?? NONE;
  }

  knows(written: string): boolean {
    return this.resolve(written).size > 0 || NO_RULE.test(written.trim());
  }

  nearest(written: string): string | undefined {
    return nearestName(written, this.#all);
  }

  /** All names of one other linter: `buildkit/*`. */
  #peersOf(prefix: string): ReadonlySet<string> {
    const names = [...this.#peer.values()].flatMap((peers) => [...peers]);
    return new Set(names.filter((name) => name.toLowerCase().startsWith(prefix)));
  }

  /** The rules behind a written name. */
  rules(written: string): readonly AnyRule[] {
    const found = new Set<AnyRule>();
    for (const name of this.resolve(written))
      for (const rule of this.#rules.get(name.toLowerCase()) ?? []) found.add(rule);
    return [...found];
  }
}

/**
 * The name someone probably meant. Numbered rules of other linters have no near names: DL3008 is a rule of its
 * own, whether we know it or not.
 */
export function nearestName(written: string, known: Iterable<string>): string | undefined {
  return /^(?:\w+\/)?(?:DL|SC)\d+$/i.test(written.trim()) ? undefined : closest(written, known);
}

/** Rules of a program that is asked while editing; hadolint has them too. */
const SHELLCHECK = /^(?:(?:hadolint|shellcheck)\/)?(sc\d{4})$/;
/**
 * What stands in many a file, names no rule here and is no mistake: rules hadolint has removed, its word for a file
 * that does not parse, which nothing silences, and ShellCheck's rules.
 */
const NO_RULE = /^(?:hadolint\/)?(?:DL1000|DL3005|DL3017|DL3031|DL3039|SC\d{4})$/i;

const NONE: ReadonlySet<string> = new Set();
