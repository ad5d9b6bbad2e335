import type { AnyLanguage, AnyStore, FileInfo } from './language';
import { FactStore } from './store';

/** What is known of each workspace folder: one store for each language. */
export class Stores {
  readonly #stores = new Map<string, AnyStore>();
  #roots: readonly string[] = [];
  #complete = true;

  set roots(roots: readonly string[]) {
    this.#roots = roots.toSorted((a, b) => b.length - a.length);
  }

  set complete(complete: boolean) {
    for (const store of this.#stores.values()) store.complete = complete;
    this.#complete = complete;
  }

  /** The innermost folder a text lies in. */
  rootOf({ path }: FileInfo): string | undefined {
    return this.#roots.find((folder) => path?.startsWith(folder.endsWith('/') ? folder : `${folder}/`));
  }

  of(file: FileInfo, language: AnyLanguage): AnyStore {
    // A text outside every folder knows of itself only.
    const key = `${language.id} ${this.rootOf(file) ?? file.uri}`;
    let store = this.#stores.get(key);
    if (!store) {
      store = new FactStore();
      store.complete = this.#complete;
      this.#stores.set(key, store);
    }
    return store;
  }

  /** Those in which it is known what a file holds, or that there is none. */
  knowing(path: string): AnyStore[] {
    return [...this.#stores.values()].filter((store) => store.knows(path));
  }
}
