import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, EXTENSION, isKorean, setting, write } from './editor';

const LAB = `title: {ko: 첫 실습, en: A first lab}
task: {ko: 고쳐 보자, en: Repair it}
files: [Dockerfile, .dockerignore]
expect:
  - gone: dockerfile/apt-get-without-yes
  - installs: {packages: [curl]}
  - ignores: {path: node_modules}
hints: [{ko: 옵션이 있다, en: There is an option}]
remark: {ko: 잘했다, en: Well done}
next: concepts/layer
concepts: [dockerfile/RUN]
`;
const START = 'FROM debian:13-slim\nRUN apt-get update && apt-get install curl\n';
const SOLUTION = START.replace('install', 'install -y');

describe('labs', () => {
  let file: vscode.Uri;
  let folder: vscode.Uri;
  before(async () => {
    await write('labs/01-first/start/Dockerfile', START);
    await write('labs/01-first/solution/Dockerfile', SOLUTION);
    await write('labs/01-first/solution/.dockerignore', 'node_modules\n');
    file = await write('labs/01-first/Dockerfile', START);
    folder = vscode.Uri.joinPath(file, '..');
    await write('labs/01-first/lab.yaml', LAB);
    await vscode.commands.executeCommand('containerTutor.labs.focus');
    await vscode.commands.executeCommand('containerTutor.checkLabs');
  });
  beforeEach(async () => {
    await write('labs/01-first/Dockerfile', START);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, '.dockerignore')).then(undefined, () => {});
    await vscode.commands.executeCommand('containerTutor.checkLabs');
  });
  afterEach(closeAll);
  after(() => vscode.workspace.fs.delete(folder, { recursive: true }));

  it('open their files, with the task beside them', async () => {
    await open();
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), file.toString());
    const page = task();
    assert.ok(page, 'the task is not open');
    const text = (await vscode.workspace.openTextDocument(page)).getText();
    assert.match(text, /# A first lab[\s\S]*- ○ To repair: [\s\S]*- ✓ Installed[\s\S]*- ○ .*\.dockerignore/);
  });

  it('are passed by edits alone, and the task says so', async () => {
    await open();
    const page = await vscode.workspace.openTextDocument(task()!);
    const one = says(page, /- ✓ To repair: /);
    await replace(START, SOLUTION);
    await one;
    assert.doesNotMatch(page.getText(), /## Passed\n/);
    const all = says(page, /## Passed\n[\s\S]*Well done[\s\S]*Next:/);
    // A new file, of a language that the server is not told of.
    await create(vscode.Uri.joinPath(folder, '.dockerignore'), 'node_modules\n');
    await all;
    assert.doesNotMatch(page.getText(), /○/);
    const lost = says(page, /○/);
    await replace(SOLUTION, START);
    await lost;
  });

  it('begin anew, and that can be undone', async () => {
    await open();
    await replace(START, SOLUTION);
    await vscode.commands.executeCommand('containerTutor.resetLab');
    const document = await vscode.workspace.openTextDocument(file);
    assert.equal(document.getText(), START);
    assert.ok(!document.isDirty);
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)), START);
    await assert.rejects(async () => vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, '.dockerignore')));
  });

  it('show a solution that nobody can edit, and that is not checked itself', async () => {
    await write('labs/01-first/.dockerignore', 'node_modules\n');
    await open();
    await vscode.commands.executeCommand('containerTutor.showLabSolution');
    const { input } = vscode.window.tabGroups.activeTabGroup.activeTab!;
    assert.ok(input instanceof vscode.TabInputTextDiff);
    assert.equal(input.original.toString(), file.toString());
    assert.equal((await vscode.workspace.openTextDocument(input.modified)).getText(), SOLUTION);
    assert.equal(vscode.workspace.fs.isWritableFileSystem(input.modified.scheme), undefined);
    assert.deepEqual(vscode.languages.getDiagnostics(input.modified), []);
  });

  it('speak the language of the reader', async () => {
    await setting('containerTutor.language', 'ko', async () => {
      await vscode.commands.executeCommand('containerTutor.checkLabs');
      await open();
      const page = await vscode.workspace.openTextDocument(task()!);
      assert.ok(isKorean(page.getText()));
    });
    await vscode.commands.executeCommand('containerTutor.checkLabs');
  });

  it('are looked for in the file at hand, and on the task', async () => {
    await vscode.window.showTextDocument(file);
    await vscode.commands.executeCommand('containerTutor.showLabTask');
    assert.ok(task());
    const { activeTab } = vscode.window.tabGroups.activeTabGroup;
    assert.ok(activeTab?.input instanceof vscode.TabInputCustom);
    await vscode.commands.executeCommand('containerTutor.showLabSolution');
    assert.ok(vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff);
  });

  it('ship with the extension, each as it begins', async () => {
    const { extensionUri } = vscode.extensions.getExtension(EXTENSION)!;
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist/labs.json'));
    const texts: Record<string, string> = JSON.parse(new TextDecoder().decode(bytes));
    const labs = Object.keys(texts).filter((name) => name.endsWith('/lab.yaml'));
    assert.ok(labs.length >= 14);
    for (const name of Object.keys(texts).filter((one) => one.includes('/start/')))
      assert.equal(texts[name.replace('/start/', '/')], texts[name], name);
  });

  /** By the file at hand, as from the Command Palette. */
  async function open(): Promise<void> {
    await vscode.window.showTextDocument(file);
    await vscode.commands.executeCommand('containerTutor.openLab');
  }

  async function replace(before: string, after: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument(file);
    assert.equal(document.getText(), before);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(file, new vscode.Range(0, 0, document.lineCount, 0), after);
    await vscode.workspace.applyEdit(edit);
    assert.ok(await document.save());
  }
});

/** As from the Explorer: an empty file, which is filled and saved. */
async function create(uri: vscode.Uri, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri);
  edit.insert(uri, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
  assert.ok(await (await vscode.workspace.openTextDocument(uri)).save());
}

/** The page that is shown rendered. */
function task(): vscode.Uri | undefined {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) => (input instanceof vscode.TabInputCustom ? [input.uri] : []))
    .find(({ scheme, path }) => scheme === 'container-tutor' && path.includes('/labs/'));
}

/** Waits until a page says something else. */
function says(page: vscode.TextDocument, wanted: RegExp): Promise<void> {
  return new Promise((resolve) => {
    const listening = vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document !== page || !wanted.test(document.getText())) return;
      listening.dispose();
      resolve();
    });
  });
}
