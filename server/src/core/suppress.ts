import type { Config } from './config';
import type { AnyRule, Suppression } from './language';
import { type NameIndex, namesOf } from './names';
import type { Finding } from './rule';
import type { PartId, Span } from './span';

/** Answers whether a finding was asked to be silent. */
export class Silencer {
  readonly #file: Silence[] = [];
  readonly #parts = new Map<PartId, Silence[]>();

  constructor(suppressions: Iterable<Suppression>, names: NameIndex) {
    for (const { names: written, span, by } of suppressions) {
      const silence = {
        span,
        by,
        names: written === 'all' ? written : new Set(written.flatMap((name) => [...names.resolve(name)])),
      };
      if (!span) this.#file.push(silence);
      else this.#parts.set(span.part, [...(this.#parts.get(span.part) ?? []), silence]);
    }
  }

  silences(rule: AnyRule, finding: Finding, config: Config): boolean {
    const { part, start } = finding.span;
    if (this.#file.length === 0 && !this.#parts.has(part)) return false;
    const names = namesOf(rule, finding);
    const asked = ({ names: silent, by }: Silence) =>
      isHeard(by, rule, finding, config) && (silent === 'all' || names.some((name) => silent.has(name)));
    return (
      this.#file.some(asked) ||
      (this.#parts.get(part) ?? []).some(
        (silence) =>
          silence.span && start >= silence.span.start && start < silence.span.end && asked(silence),
      )
    );
  }
}

/**
 * Whether a comment silences a finding it names. Skipping a check does not make a build go through that fails by
 * itself.
 * @param by the linter whose comment it is
 */
export function isHeard(
  by: string | undefined,
  rule: AnyRule,
  { severity = 'error' }: Finding,
  { hadolintPragmas }: Config,
): boolean {
  if (by === 'buildkit') return rule.severity !== 'error' || severity !== 'error';
  return by !== 'hadolint' || hadolintPragmas;
}

interface Silence {
  readonly span?: Span;
  readonly by?: Suppression['by'];
  readonly names: ReadonlySet<string> | 'all';
}
