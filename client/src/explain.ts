import * as vscode from 'vscode';
import { EXPLAIN, type ExplainParams, type ExplainResult } from '../../server/src/lsp/protocol';
import { isOurs } from './ours';
import { openPage } from './pages';
import { say } from './say';
import type { Session } from './session';

/** Opens the page of what stands under the cursor. */
export async function explain(session: Session): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const page = editor && isOurs(editor.document) ? await pageAt(session, editor) : undefined;
  if (page) await openPage(page.uri);
  else void vscode.window.showInformationMessage(say('There is nothing to explain here.'));
}

async function pageAt(session: Session, { document, selection }: vscode.TextEditor): Promise<ExplainResult> {
  const client = await session.running();
  const { line, character } = selection.active;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const params: ExplainParams = { textDocument: { uri }, position: { line, character } };
  return client.sendRequest<ExplainResult>(EXPLAIN, params);
}
