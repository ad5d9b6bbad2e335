import { childOf, pathOf } from '../core/address';
import { Config } from '../core/config';
import type { Diagnosis } from '../core/diagnosis';
import { Engine } from '../core/engine';
import type { AnyLanguage, ReadAsset } from '../core/language';
import { once } from '../core/once';
import type { Whole } from '../core/state';
import type { Texts } from './lab';

/**
 * The texts of one lab, understood by themselves: no settings of a reader and no comment in a text takes a finding
 * away, since silence is no repair.
 */
export class Trial {
  readonly engine: Engine;
  readonly #folder: string;
  readonly #texts: Texts;

  private constructor(folder: string, texts: Texts, languages: readonly AnyLanguage[]) {
    this.engine = new Engine(frank(languages));
    this.#folder = folder;
    this.#texts = texts;
  }

  /** @param folder the lab's URI */
  static async of(
    folder: string,
    texts: Texts,
    languages: readonly AnyLanguage[],
    asset: ReadAsset,
  ): Promise<Trial> {
    const trial = new Trial(folder, texts, languages);
    await trial.#read(asset);
    return trial;
  }

  async #read(asset: ReadAsset): Promise<void> {
    const { engine } = this;
    engine.roots = [pathOf(this.#folder)];
    for (const [name, text] of this.#texts) {
      const uri = childOf(this.#folder, name);
      const file = { uri, path: pathOf(uri) };
      if (!engine.set(file, text)) continue;
      const whole = engine.model(uri)!;
      await whole.language.load?.(whole.model, asset);
      for (const beside of engine.beside(file))
        engine.setBeside(file, beside, this.#texts.get(name.replace(/[^/]*$/, beside)));
    }
  }

  /** @param awake names of rules that are heard even if they are off by default */
  diagnose(awake: ReadonlySet<string>): readonly Diagnosis[] {
    const config = new Config(this.engine.names, { layers: [], awake });
    return this.engine.uris.flatMap((uri) => this.engine.diagnose(uri, config));
  }

  /** The models of one language by the names of their files. */
  models({ id }: AnyLanguage): ReadonlyMap<string, Whole> {
    const found = new Map<string, Whole>();
    for (const name of this.#texts.keys()) {
      const whole = this.engine.model(childOf(this.#folder, name));
      if (whole?.language.id === id) found.set(name, whole);
    }
    return found;
  }
}

/** Languages that hear no comment that asks for silence. */
const frank = once((languages: readonly AnyLanguage[]): readonly AnyLanguage[] =>
  languages.map(({ demands: _, ...language }) => ({ ...language, suppressions: () => [] })),
);
