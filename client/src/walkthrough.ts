import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { isOurs } from './ours';
import { expand, sameText } from './snippetText';

/** The steps of the walkthrough; each completes when `containerTutor.did.<step>` is set. */
export type Step = 'example' | 'hover' | 'fix' | 'snippet' | 'concept' | 'find';

/** Somebody did, in whatever way, what a step asks for. VS Code remembers it. */
export function done(step: Step): void {
  void vscode.commands.executeCommand('setContext', `containerTutor.did.${step}`, true);
}

export const provideHover: NonNullable<Middleware['provideHover']> = async (
  document,
  position,
  token,
  next,
) => {
  const hover = await next(document, position, token);
  if (hover) done('hover');
  return hover;
};

/** A text to try things on that belongs to nobody: the first of our labs, never saved. */
export async function openExample({ extensionUri }: vscode.ExtensionContext): Promise<void> {
  const content = await read(vscode.Uri.joinPath(extensionUri, 'labs/01-first-dockerfile/start/Dockerfile'));
  const document = await vscode.workspace.openTextDocument({ language: 'dockerfile', content });
  await vscode.window.showTextDocument(document);
  done('example');
}

/** Offers the snippets for the text at hand, or for a new manifest where there is none of ours. */
export async function insertSnippet(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isOurs(editor.document)) {
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: '' });
    await vscode.window.showTextDocument(document);
  }
  await vscode.commands.executeCommand('editor.action.insertSnippet');
}

/** VS Code does not tell that a snippet was inserted: what was inserted has to be one. */
export function watchSnippets(context: vscode.ExtensionContext): vscode.Disposable {
  let bodies: Promise<readonly string[]> | undefined;
  const watching = vscode.workspace.onDidChangeTextDocument(async ({ document, contentChanges }) => {
    // Typed text has one line.
    const inserted = contentChanges.filter(({ text }) => text.includes('\n'));
    if (inserted.length === 0 || !isOurs(document)) return;
    bodies ??= readSnippets(context);
    const all = await bodies;
    if (!inserted.some(({ text }) => all.some((body) => sameText(body, text)))) return;
    watching.dispose();
    done('snippet');
  });
  return watching;
}

async function readSnippets({ extension }: vscode.ExtensionContext): Promise<readonly string[]> {
  const files = (extension.packageJSON.contributes.snippets as { path: string }[]).map(({ path }) =>
    read(vscode.Uri.joinPath(extension.extensionUri, path)),
  );
  return (await Promise.all(files)).flatMap((text) =>
    Object.values<{ body: readonly string[] }>(JSON.parse(text)).map(({ body }) => expand(body)),
  );
}

async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
