import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { isOurs } from './ours';
import { expand, sameText } from './snippetText';

/** The steps of the walkthrough; each completes by the context `containerTutor.did.<step>`. */
export type Step = 'example' | 'hover' | 'fix' | 'snippet' | 'concept' | 'find';

const happened = new vscode.EventEmitter<Step>();

/** Somebody did, in whatever way, what a step asks for. */
export function done(step: Step): void {
  happened.fire(step);
}

/**
 * Has VS Code complete the steps that were done. It listens for contexts that change, once a walkthrough has been
 * opened, and takes no notice ever again of one that was there before: so each is there for a moment only, and what
 * was done before is told anew when an editor opens that may be the walkthrough. It remembers what is complete.
 */
export function completeSteps(): vscode.Disposable {
  const known = new Set<Step>();
  const tell = async (step: Step) => {
    for (const value of [true, false])
      await vscode.commands.executeCommand('setContext', `containerTutor.did.${step}`, value);
  };
  return vscode.Disposable.from(
    happened.event((step) => {
      if (known.has(step)) return;
      known.add(step);
      void tell(step);
    }),
    vscode.window.tabGroups.onDidChangeTabs(({ opened }) => {
      // Extensions are not told what a walkthrough's editor shows.
      if (opened.some(({ input }) => input === undefined)) for (const step of known) void tell(step);
    }),
  );
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
