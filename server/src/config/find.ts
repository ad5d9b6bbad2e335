import { childOf, parentOf } from '../core/address';
import type { ConfigFile } from './file';
import { type ConfigKind, kindOf, OWN, PEERS } from './kind';

type ReadText = (uri: string) => Promise<string | undefined>;
type Understand = (uri: string, text: string) => ConfigFile;

/** The configuration files that hold for a document: our own, and those of other linters beside it. */
export class ConfigFiles {
  readonly #own: ConfigFinder;
  readonly #peers: readonly ConfigFinder[];

  constructor(read: ReadText, understand: Understand) {
    this.#own = new ConfigFinder(read, understand);
    this.#peers = PEERS.map((kind) => new ConfigFinder(read, understand, kind));
  }

  nearest(uri: string): Promise<ConfigFile | undefined> {
    return this.#own.nearest(uri);
  }

  /** @param language the document's; other linters' files mean nothing to another. */
  async peers(uri: string, language: string | undefined): Promise<readonly ConfigFile[]> {
    const meant = this.#peers.filter(({ kind }) => kind.language === language);
    const found = await Promise.all(meant.map((finder) => finder.nearest(uri)));
    return found.filter((file) => file !== undefined);
  }

  /** The configuration written in this very file. */
  at(uri: string): Promise<ConfigFile | undefined> {
    const kind = kindOf(uri);
    return (this.#peers.find((finder) => finder.kind === kind) ?? this.#own).at(uri);
  }

  /** Some configuration file changed, appeared or went: look again. */
  forget(): void {
    for (const finder of [this.#own, ...this.#peers]) finder.forget();
  }
}

/** Finds the configuration of a kind nearest to a document: beside it, or in the first folder above that has one. */
export class ConfigFinder {
  readonly kind: ConfigKind;
  readonly #read: ReadText;
  readonly #understand: Understand;
  readonly #folders = new Map<string, Promise<ConfigFile | undefined>>();
  /** Kept while their text is the same, so that what was computed from them stays valid. */
  readonly #files = new Map<string, ConfigFile>();

  constructor(read: ReadText, understand: Understand, kind: ConfigKind = OWN) {
    this.kind = kind;
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
    for (const name of this.kind.names) {
      const own = await this.at(childOf(folder, name));
      if (own) return own;
    }
    const above = parentOf(folder);
    return above === undefined ? undefined : this.#in(above);
  }
}
