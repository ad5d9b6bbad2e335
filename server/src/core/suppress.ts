import type { Config } from './config';
import type { Suppression } from './language';
import type { NameIndex } from './names';
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

  silences(names: readonly string[], { part, start }: Span, { hadolintPragmas }: Config): boolean {
    const asked = ({ names: silent, by }: Silence) =>
      (by === undefined || hadolintPragmas) && (silent === 'all' || names.some((name) => silent.has(name)));
    return (
      this.#file.some(asked) ||
      (this.#parts.get(part) ?? []).some(
        (silence) =>
          silence.span && start >= silence.span.start && start < silence.span.end && asked(silence),
      )
    );
  }
}

interface Silence {
  readonly span?: Span;
  readonly by?: Suppression['by'];
  readonly names: ReadonlySet<string> | 'all';
}
