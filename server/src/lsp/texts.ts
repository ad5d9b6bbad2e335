import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { canonical, schemeOf } from '../core/address';
import { PAGE_SCHEME } from './protocol';
import { LAB_SCHEME } from './views/labProtocol';

/** Texts that are views of something else; what they show is linted where it stands. */
const VIEWS = new Set(['git', 'output', PAGE_SCHEME, LAB_SCHEME]);

export interface TextEvents {
  /** After a document was opened or typed in. */
  changed(uri: string, opened: boolean): void;
  /** After it was closed; `clientUri` is the client's spelling. */
  closed(uri: string, clientUri: string): void;
}

/** The open documents, under their canonical URIs. */
export class Texts {
  readonly #synced = new TextDocuments(TextDocument);
  readonly #open = new Map<string, TextDocument>();
  /** Opened or typed in since the engine last read them. */
  readonly #unread = new Set<string>();

  listen(connection: Connection, on: TextEvents): void {
    this.#synced.onDidChangeContent(({ document }) => {
      if (VIEWS.has(schemeOf(document.uri))) return;
      const uri = canonical(document.uri);
      const opened = !this.#open.has(uri);
      this.#open.set(uri, document);
      this.#unread.add(uri);
      on.changed(uri, opened);
    });
    this.#synced.onDidClose(({ document }) => {
      const uri = canonical(document.uri);
      this.#unread.delete(uri);
      if (this.#open.delete(uri)) on.closed(uri, document.uri);
    });
    this.#synced.listen(connection);
  }

  get(uri: string): TextDocument | undefined {
    return this.#open.get(uri);
  }

  get uris(): readonly string[] {
    return [...this.#open.keys()];
  }

  /** The documents that changed since `takeUnread`. */
  get unread(): readonly (readonly [string, TextDocument])[] {
    return [...this.#unread].map((uri) => [uri, this.#open.get(uri)!]);
  }

  /** The documents that changed since this was last called. */
  takeUnread(): readonly (readonly [string, TextDocument])[] {
    const { unread } = this;
    this.#unread.clear();
    return unread;
  }
}
