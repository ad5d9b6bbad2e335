import * as vscode from 'vscode';
import { PAGE_SCHEME } from '../../server/src/lsp/protocol';
import { onDidChangeLanguage } from './say';
import type { Session } from './session';
import { done } from './walkthrough';

/**
 * The server's pages as a read-only file system. A text document content provider would show them too, but a page
 * left open would be lost when the window is loaded again: VS Code wakes an extension for a file system only.
 */
export class Pages implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #session: Session;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  readonly #watching: vscode.Disposable;
  /** Those that were read, by address. */
  readonly #read = new Map<string, vscode.Uri>();
  /** Whether the language has changed and the server may not know it yet. */
  #isStale = false;
  /** How often the pages have become others. */
  #edition = 0;

  constructor(session: Session) {
    this.#session = session;
    this.#watching = vscode.Disposable.from(
      onDidChangeLanguage(() => {
        this.#isStale = true;
      }),
      session.onDidChange(() => {
        if (this.#isStale) this.#renew();
      }),
    );
  }

  dispose(): void {
    this.#watching.dispose();
    this.#changed.dispose();
  }

  /** Pages that are open are written anew, in the language that is spoken now. */
  #renew(): void {
    this.#isStale = false;
    this.#edition++;
    const uris = [...this.#read.values()];
    this.#changed.fire(uris.map((uri) => ({ type: vscode.FileChangeType.Changed, uri })));
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { length } = await this.readFile(uri);
    const permissions = vscode.FilePermission.Readonly;
    return { type: vscode.FileType.File, ctime: 0, mtime: this.#edition, size: length, permissions };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    // Beside a page the preview looks for pictures, settings and the like: not worth asking.
    if (!uri.path.endsWith('.md')) throw vscode.FileSystemError.FileNotFound(uri);
    const client = await this.#session.running();
    try {
      const params = { uri: client.code2ProtocolConverter.asUri(uri) };
      this.#read.set(uri.toString(), uri);
      const { text } = await client.sendRequest<{ text: string }>('workspace/textDocumentContent', params);
      if (/\/notes\//.test(uri.path)) done('concept');
      return new TextEncoder().encode(text);
    } catch {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
  }

  /** Has whoever shows a page read it again. */
  touch(page: string): void {
    const uri = vscode.Uri.parse(page);
    this.#edition++;
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  readDirectory(): [] {
    return [];
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}

/** Opens a page beside the text, or where another one is; the manifest makes the preview the editor of our scheme. */
export async function openPage(uri: string, preserveFocus = false): Promise<void> {
  const page = vscode.Uri.parse(uri, true);
  // The command is open to every extension and keybinding: it opens our pages and nothing else.
  if (page.scheme !== PAGE_SCHEME) throw new Error(`${uri} is no page of Container Tutor.`);
  const shown = vscode.window.tabGroups.all.find(({ activeTab }) => isPage(activeTab));
  const viewColumn = shown?.viewColumn ?? vscode.ViewColumn.Beside;
  const options = { viewColumn, preview: true, preserveFocus };
  // A hover opened by keyboard would stay and cover the page. Versions before the command leave it to Escape.
  await vscode.commands.executeCommand('editor.action.hideHover').then(undefined, () => {});
  await vscode.commands.executeCommand('vscode.open', page, options);
}

function isPage(tab: vscode.Tab | undefined): boolean {
  const input = tab?.input;
  return input instanceof vscode.TabInputCustom && input.uri.scheme === PAGE_SCHEME;
}
