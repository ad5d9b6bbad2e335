import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, findings } from './editor';

describe('completion', () => {
  afterEach(closeAll);

  it('writes a Deployment from nothing', async () => {
    const editor = await empty();
    await choose(editor, 'Deployment');
    // What the tab stops left open.
    await fill(editor, 'name: \n', 'name: web\n');
    for (const _ of [1, 2]) await fill(editor, '  : \n', '  app: web\n');
    await fill(editor, 'name: \n', 'name: web\n');
    await fill(editor, 'image: ', 'image: nginx:1.29\n          ');
    await choose(editor, 'imagePullPolicy', { typed: 'imageP' });
    assert.equal(
      editor.document.getText().replaceAll('\r\n', '\n'),
      `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 1
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29
          imagePullPolicy: Always`,
    );
    // Thoughts are left: what it may use, and what it may do.
    const isThought = ({ severity }: vscode.Diagnostic) => severity === vscode.DiagnosticSeverity.Hint;
    await findings(editor.document.uri, (found) => found.length > 0 && found.every(isThought));
  });

  it('offers values behind a colon, and nothing in a comment', async () => {
    const editor = await empty('apiVersion: v1\nkind: Service\nspec:\n  type: \n# a: \n');
    const offered = await eventually(
      () => suggestions(editor, new vscode.Position(3, 8), ' '),
      (found) => found.length > 0,
    );
    assert.deepEqual(offered.map(labelOf), ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort']);
    assert.deepEqual(await suggestions(editor, new vscode.Position(4, 5), ' '), []);
  });
});

async function empty(content = ''): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'yaml', content });
  return vscode.window.showTextDocument(document);
}

/** Ours: VS Code offers snippets and words of the text beside them. */
async function suggestions(editor: vscode.TextEditor, at: vscode.Position, trigger?: string) {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    at,
    trigger,
  );
  return items.filter(
    ({ kind, insertText }) =>
      kind !== vscode.CompletionItemKind.Snippet &&
      kind !== vscode.CompletionItemKind.Text &&
      insertText instanceof vscode.SnippetString,
  );
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

/** Types at the cursor's end of the text and takes a suggestion, as its Enter would. */
async function choose(editor: vscode.TextEditor, label: string, { typed = '' } = {}): Promise<void> {
  const end = () => editor.document.positionAt(editor.document.getText().length);
  if (typed) await editor.edit((edit) => edit.insert(end(), typed));
  const offered = await eventually(
    () => suggestions(editor, end()),
    (found) => found.some((one) => labelOf(one) === label),
  );
  const chosen = offered.find((one) => labelOf(one) === label)!;
  const range = chosen.range instanceof vscode.Range ? chosen.range : chosen.range?.replacing;
  await editor.insertSnippet(chosen.insertText as vscode.SnippetString, range ?? end());
}

/** Writes where a tab stop is, the first place that reads so. */
async function fill(editor: vscode.TextEditor, open: string, text: string): Promise<void> {
  const { document } = editor;
  const at = `${document.getText().replaceAll('\r\n', '\n')}\n`.indexOf(open);
  assert.ok(at >= 0, `no ${JSON.stringify(open)} in ${document.getText()}`);
  const range = new vscode.Range(
    document.positionAt(at),
    document.positionAt(at + open.replace(/\n$/, '').length),
  );
  await editor.edit((edit) => edit.replace(range, text.replace(/\n$/, '')));
}
