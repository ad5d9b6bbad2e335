import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { expand } from '../../snippet';
import { closeAll, EXTENSION, eventually } from './editor';

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly body: readonly string[];
}

describe('snippets', () => {
  afterEach(closeAll);

  for (const [language, file] of [
    ['yaml', 'kubernetes'],
    ['dockerfile', 'dockerfile'],
  ] as const) {
    it(`for ${language} are offered by each of their prefixes`, async () => {
      const snippets = await read(file);
      const document = await vscode.workspace.openTextDocument({ language, content: '' });
      const { items } = await eventually(
        () =>
          vscode.commands.executeCommand<vscode.CompletionList>(
            'vscode.executeCompletionItemProvider',
            document.uri,
            new vscode.Position(0, 0),
          ),
        (found) => found.items.length > 0,
      );
      const offered = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      for (const { prefix } of Object.values(snippets))
        for (const one of [prefix].flat()) assert.ok(offered.includes(one), `${one} is not among ${offered}`);
    });

    it(`for ${language} insert what they say`, async () => {
      for (const [name, { body }] of Object.entries(await read(file))) {
        const document = await vscode.workspace.openTextDocument({ language, content: '' });
        await vscode.window.showTextDocument(document);
        await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: language, name });
        assert.equal(document.getText().replaceAll('\r\n', '\n'), expand(body), name);
        await closeAll();
      }
      // An editor for each of them.
    }).timeout(120_000);
  }
});

async function read(file: string): Promise<Record<string, Snippet>> {
  const { extensionUri } = vscode.extensions.getExtension(EXTENSION)!;
  const all = await Promise.all(
    ['', '.en', '.ko'].map(async (lang) => {
      const uri = vscode.Uri.joinPath(extensionUri, 'snippets', `${file}${lang}.json`);
      return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
    }),
  );
  return Object.assign({}, ...all);
}
