import { childOf, parentOf } from '../core/address';
import type { ConfigFile } from './file';

/** The first one wins where a folder has both. */
const CONFIG_NAMES = ['.container-tutor.yaml', '.container-tutor.yml'];

/** Whether a document is a configuration of ours. */
export function isConfig(uri: string): boolean {
  return CONFIG_NAMES.includes(uri.slice(uri.lastIndexOf('/') + 1));
}

/** Finds the configuration that is nearest to a document: beside it, or in the first folder above that has one. */
export class ConfigFinder {
  readonly #read: (uri: string) => Promise<string | undefined>;
  readonly #understand: (uri: string, text: string) => ConfigFile;
  readonly #folders = new Map<string, Promise<ConfigFile | undefined>>();
  /** Kept while their text is the same, so that what was computed from them stays valid. */
  readonly #files = new Map<string, ConfigFile>();

  constructor(
    read: (uri: string) => Promise<string | undefined>,
    understand: (uri: string, text: string) => ConfigFile,
  ) {
    this.#read = read;
    this.#understand = understand;
  }

  /** The configuration for a document; undefined where there is none. */
  async nearest(uri: string): Promise<ConfigFile | undefined> {
    const folder = parentOf(uri);
    return folder === undefined ? undefined : this.#in(folder);
  }

  /** The configuration written in this very file. */
  async at(uri: string): Promise<ConfigFile | undefined> {
    const text = await this.#read(uri);
    if (text === undefined) return undefined;
    const known = this.#files.get(uri);
    if (known?.text === text) return known;
    const file = this.#understand(uri, text);
    this.#files.set(uri, file);
    return file;
  }

  /** Some configuration file changed, appeared or went: look again. */
  forget(): void {
    this.#folders.clear();
  }

  #in(folder: string): Promise<ConfigFile | undefined> {
    let known = this.#folders.get(folder);
    if (!known) {
      known = this.#look(folder);
      this.#folders.set(folder, known);
    }
    return known;
  }

  async #look(folder: string): Promise<ConfigFile | undefined> {
    for (const name of CONFIG_NAMES) {
      const own = await this.at(childOf(folder, name));
      if (own) return own;
    }
    const above = parentOf(folder);
    return above === undefined ? undefined : this.#in(above);
  }
}
