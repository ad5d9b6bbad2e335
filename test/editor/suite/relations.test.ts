import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { WORLD } from '../../course';
import { closeAll, eventually, hoverAt, setting, write } from './editor';

// A folder as a course builds it up: every object in a file of its own, and what one says of another.
const FOLDER = 'course';

describe('relations', function () {
  this.timeout(60_000);
  before(async () => {
    for (const [name, text] of Object.entries(WORLD)) await write(`${FOLDER}/${name}`, text);
  });
  afterEach(closeAll);

  async function open(name: string) {
    const folder = vscode.workspace.workspaceFolders![0]!;
    const uri = vscode.Uri.joinPath(folder.uri, FOLDER, name);
    const { document } = await vscode.window.showTextDocument(uri, { preview: false });
    const at = (marked: string) => {
      const start = document.getText().indexOf(marked.replace('|', ''));
      assert.ok(start >= 0, marked);
      return document.positionAt(start + marked.indexOf('|'));
    };
    return { document, uri, at };
  }

  const short = ({ uri, range }: vscode.Location) => `${nameOf(uri)}:${range.start.line + 1}`;
  const ask = <T>(feature: string, uri: vscode.Uri, ...rest: unknown[]) =>
    vscode.commands.executeCommand<T>(`vscode.execute${feature}`, uri, ...rest);

  it('lead to definitions and back to what uses them', async () => {
    const { uri, at } = await open('ingress.yaml');
    const place = at('service: {name: |web, port: {name');
    const given = await eventually(
      () => ask<vscode.Location[]>('DefinitionProvider', uri, place),
      (found) => found.map(short).join() === 'service.yaml:3',
    );
    assert.equal(given.length, 1);
    const used = await eventually(
      () => ask<vscode.Location[]>('ReferenceProvider', uri, place),
      (found) => found.length > 3,
    );
    assert.deepEqual(used.map(short).sort(), [
      'around.yaml:40',
      'ingress.yaml:12',
      'ingress.yaml:15',
      'service.yaml:3',
    ]);
  });

  it('are renamed in every file', async () => {
    const { uri, at } = await open('service.yaml');
    const rename = (newName: string) =>
      ask<vscode.WorkspaceEdit>('DocumentRenameProvider', uri, at('targetPort: |http'), newName);
    const edit = await eventually(
      () => rename('web-http'),
      (found) => (found?.size ?? 0) > 2,
    );
    assert.deepEqual(
      edit
        .entries()
        .map(([one, edits]) => `${nameOf(one)} ${edits.length}`)
        .sort(),
      ['canary.yaml 1', 'service.yaml 1', 'web.yaml 2'],
    );
    await assert.rejects(async () => rename('not a name'), /cannot stand here/);
    // The folder stays as it was for the others.
    assert.ok(await vscode.workspace.applyEdit(edit));
    const { document } = await open('web.yaml');
    assert.match(document.getText(), /name: web-http, containerPort: 8080[\s\S]*port: web-http\}/);
    await vscode.commands.executeCommand('workbench.action.files.saveAll');
    for (const [name, text] of Object.entries(WORLD)) await write(`${FOLDER}/${name}`, text);
  });

  it('stand above the lines, and a click leads there', async () => {
    const { uri } = await open('db.yaml');
    const lenses = await eventually(
      () => ask<vscode.CodeLens[]>('CodeLensProvider', uri, 9),
      (found) => found.some(({ command }) => command?.title === '→ StatefulSet db'),
    );
    const { command } = lenses.find((one) => one.command?.title === '→ StatefulSet db')!;
    await vscode.commands.executeCommand(command!.command, ...(command!.arguments ?? []));
    const editor = vscode.window.activeTextEditor!;
    assert.equal(`${nameOf(editor.document.uri)}:${editor.selection.start.line + 1}`, 'db.yaml:11');

    const service = await open('service.yaml');
    const [lens] = await eventually(
      () => ask<vscode.CodeLens[]>('CodeLensProvider', service.uri, 9),
      // Other tests may leave pods with the same labels.
      (found) => /^→ \d workloads$/.test(found[0]?.command?.title ?? ''),
    );
    // Several are shown in a peek, where they can be chosen from.
    await vscode.commands.executeCommand(lens!.command!.command, ...(lens!.command!.arguments ?? []));
    await vscode.commands.executeCommand('closeReferenceSearch');
  });

  it('say which level of Pod Security is passed once that is asked for', async () => {
    const { uri, document } = await open('canary.yaml');
    await setting('containerTutor.codeLens.podSecurity', true, async () => {
      const lenses = await eventually(
        () => ask<vscode.CodeLens[]>('CodeLensProvider', uri, 9),
        (found) => found.some(({ command }) => /Pod Security/.test(command?.title ?? '')),
      );
      const { command } = lenses.find((one) => /Pod Security/.test(one.command?.title ?? ''))!;
      assert.match(command!.title, /baseline.*4/);
      const kind = (command!.arguments as unknown[])[2];
      const actions = await ask<vscode.CodeAction[]>(
        'CodeActionProvider',
        uri,
        new vscode.Range(0, 0, 0, 0),
        kind,
      );
      const last = actions.at(-1);
      assert.ok(last?.edit);
      assert.ok(await vscode.workspace.applyEdit(last.edit));
      assert.match(document.getText(), /runAsNonRoot: true/);
      await eventually(
        () => ask<vscode.CodeLens[]>('CodeLensProvider', uri, 9),
        (found) => found.some((one) => /restricted/.test(one.command?.title ?? '') && !one.command?.command),
      );
    });
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('complete a key, with where it is written', async () => {
    const { uri, at } = await open('web.yaml');
    const list = await eventually(
      () => ask<vscode.CompletionList>('CompletionItemProvider', uri, at('name: web-config, key: |color')),
      ({ items }) => items.some(({ label }) => textOf(label) === 'size'),
    );
    const found = list.items.filter(({ label }) => ['color', 'size'].includes(textOf(label)));
    assert.deepEqual(
      found.map(({ detail }) => detail),
      ['config.yaml:5', 'config.yaml:6'],
    );
  });

  it('are drawn in a hover, with links that open', async () => {
    const { uri, at } = await open('ingress.yaml');
    const said = () => hoverAt(uri, at('service: {name: |web, port: {name'));
    assert.match(await eventually(said, (text) => /containerPort/.test(text)), /→ Service web, port main 80/);
    const config = await open('config.yaml');
    const text = await eventually(
      () => hoverAt(config.uri, config.at('name: |web-config')),
      (hover) => /web\.yaml:22/.test(hover),
    );
    assert.match(text, /\[web\.yaml:22\]\([^)]*web\.yaml#L22\)/);
  });
});

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function textOf(label: string | vscode.CompletionItemLabel): string {
  return typeof label === 'string' ? label : label.label;
}
