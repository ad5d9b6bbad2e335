import type { BaseLanguageClient } from 'vscode-languageclient';
import { CATALOGUE, type CatalogueResult } from '../../../server/src/lsp/protocol';
import type { Session } from '../session';

/** Everything that has a page: asked for once, since it is the same for as long as the extension is. */
export class Catalogue {
  readonly #session: Session;
  #asked?: Promise<CatalogueResult>;

  constructor(session: Session) {
    this.#session = session;
  }

  get(): Promise<CatalogueResult> {
    this.#asked ??= this.#session.running().then(ask);
    // Whoever asks next tries again.
    this.#asked.catch(() => {
      this.#asked = undefined;
    });
    return this.#asked;
  }
}

function ask(client: BaseLanguageClient): Promise<CatalogueResult> {
  return client.sendRequest<CatalogueResult>(CATALOGUE);
}
