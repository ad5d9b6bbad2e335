import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { align } from '../core/align';
import type { TextEdit } from '../core/span';
import { toTextEdit } from './convert';
import type { Session } from './session';

/** Edits by document, as the client can apply them. Open documents are named with the version the edits are for. */
export function toWorkspaceEdit(
  session: Session,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
): WorkspaceEdit {
  const byDocument = [...edits].flatMap(([uri, edits]) => {
    const document = session.lines(uri);
    return document ? [{ document, uri, edits: edits.map((edit) => toTextEdit(document, edit)) }] : [];
  });
  if (!session.client.workspace?.workspaceEdit?.documentChanges)
    return { changes: Object.fromEntries(byDocument.map(({ document, edits }) => [document.uri, edits])) };
  const documentChanges: TextDocumentEdit[] = byDocument.map(({ document, uri, edits }) => ({
    textDocument: { uri: document.uri, version: session.texts.get(uri)?.version ?? null },
    edits,
  }));
  return { documentChanges };
}

/** The edits that turn one text into another, line by line, so that what is not touched keeps its place. */
export function difference(before: string, after: string): readonly TextEdit[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const starts = [0];
  for (const line of old) starts.push(starts.at(-1)! + line.length);
  const edits: TextEdit[] = [];
  let from = 0;
  let text = '';
  const flush = (to: number) => {
    const [start, end] = [starts[from]!, starts[to]!];
    if (start !== end || text) edits.push({ start, end, text });
    text = '';
  };
  for (const [i, pair] of align(old, now).entries()) {
    // Lines that moved up past others are written anew.
    if (pair?.same && pair.index >= from) {
      flush(pair.index);
      from = pair.index + 1;
    } else text += now[i]!;
  }
  flush(old.length);
  return edits;
}

/** Lines with their line ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
