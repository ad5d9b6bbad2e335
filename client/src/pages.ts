import * as vscode from 'vscode';
import { PAGE_SCHEME } from '../../server/src/lsp/protocol';
import type { Session } from './session';

/**
 * The server's pages as a read-only file system. A text document content provider would show them too, but a page
 * left open would be lost when the window is loaded again: VS Code wakes an extension for a file system only.
 */
export class Pages implements vscode.FileSystemProvider {
  readonly #session: Session;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  /** When a page became another one, by its URI: without it an editor would keep what it has. */
  readonly #times = new Map<string, number>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(session: Session) {
    this.#session = session;
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { length } = await this.readFile(uri);
    const permissions = vscode.FilePermission.Readonly;
    const mtime = this.#times.get(uri.toString()) ?? 0;
    return { type: vscode.FileType.File, ctime: 0, mtime, size: length, permissions };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    // Beside a page the preview looks for pictures, settings and the like: not worth asking.
    if (!uri.path.endsWith('.md')) throw vscode.FileSystemError.FileNotFound(uri);
    const client = await this.#session.running();
    try {
      const params = { uri: client.code2ProtocolConverter.asUri(uri) };
      const { text } = await client.sendRequest<{ text: string }>('workspace/textDocumentContent', params);
      return new TextEncoder().encode(text);
    } catch {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
  }

  /** Has whoever shows a page read it again. */
  touch(page: string): void {
    const uri = vscode.Uri.parse(page);
    this.#times.set(uri.toString(), Date.now());
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

/** Opens a page beside the text; the manifest makes the Markdown preview the editor of our scheme. */
export async function openPage(uri: string): Promise<void> {
  const page = vscode.Uri.parse(uri, true);
  // The command is open to every extension and keybinding: it opens our pages and nothing else.
  if (page.scheme !== PAGE_SCHEME) throw new Error(`${uri} is no page of Container Tutor.`);
  const options = { viewColumn: vscode.ViewColumn.Beside, preview: true };
  // A hover opened by keyboard would stay and cover the page. Versions before the command leave it to Escape.
  await vscode.commands.executeCommand('editor.action.hideHover').then(undefined, () => {});
  await vscode.commands.executeCommand('vscode.open', page, options);
}
