import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  LIST_FILES,
  type ListFilesParams,
  type ListFilesResult,
  READ_FILE,
  type ReadFileParams,
  type ReadFileResult,
} from '../../server/src/lsp/protocol';

/** Files for a server without a disk. */
export function serveFiles(client: BaseLanguageClient): void {
  client.onRequest(READ_FILE, async ({ uri }: ReadFileParams): Promise<ReadFileResult> => {
    try {
      const bytes = await vscode.workspace.fs.readFile(client.protocol2CodeConverter.asUri(uri));
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    } catch {
      return { text: null };
    }
  });
  client.onRequest(LIST_FILES, async ({ folder, include }: ListFilesParams): Promise<ListFilesResult> => {
    const base = client.protocol2CodeConverter.asUri(folder);
    const found = await vscode.workspace.findFiles(new vscode.RelativePattern(base, include));
    return { uris: found.map((uri) => client.code2ProtocolConverter.asUri(uri)) };
  });
}
