import ignore, { type Ignore } from 'ignore';
import { below } from '../core/address';

/** The `.gitignore` files that hold at one folder, the outermost first. Immutable: each folder adds its own. */
export class GitIgnore {
  static readonly none = new GitIgnore([]);
  readonly #levels: readonly { readonly folder: string; readonly rules: Ignore }[];

  private constructor(levels: readonly { readonly folder: string; readonly rules: Ignore }[]) {
    this.#levels = levels;
  }

  /** These rules and those written in a folder below. */
  with(folder: string, written: string): GitIgnore {
    return new GitIgnore([...this.#levels, { folder, rules: ignore().add(written) }]);
  }

  /** Whether git leaves a document alone; a folder's URI ends in `/`. The innermost rule decides. */
  ignores(uri: string): boolean {
    for (const { folder, rules } of this.#levels.toReversed()) {
      const path = below(folder, uri);
      if (!path) continue;
      const { ignored, unignored } = rules.test(path);
      if (ignored || unignored) return ignored;
    }
    return false;
  }
}
