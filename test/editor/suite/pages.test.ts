import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, finding, isKorean, RULE, show, WITHOUT_YES } from './editor';

const page = (path: string) => vscode.Uri.parse(`container-tutor:${path}`);

describe('pages', () => {
  afterEach(closeAll);

  it('open rendered when the code of a finding is followed', async () => {
    const { document } = await show('page/Dockerfile', WITHOUT_YES);
    const { code } = await finding(document.uri);
    assert.ok(typeof code === 'object');
    await opens(code.target, () => vscode.commands.executeCommand('vscode.open', code.target));
  });

  it('open rendered, beside the text, by command', async () => {
    const { viewColumn } = await show('page/Dockerfile', WITHOUT_YES);
    const uri = page('/en/notes/dockerfile/RUN.md');
    await opens(uri, () => vscode.commands.executeCommand('containerTutor.openPage', uri.toString()));
    assert.notEqual(vscode.window.tabGroups.activeTabGroup.viewColumn, viewColumn);
  });

  it('open for what is under the cursor', async () => {
    const editor = await show('page/Dockerfile', WITHOUT_YES);
    const { range, code } = await finding(editor.document.uri);
    editor.selection = new vscode.Selection(range.start, range.start);
    assert.ok(typeof code === 'object');
    const uri = code.target;
    await opens(uri, () => vscode.commands.executeCommand('containerTutor.explain'));
  });

  it('are written in the language of their address, and read-only', async () => {
    for (const language of ['ko', 'en']) {
      const uri = page(`/${language}/rules/${RULE}.md`);
      const text = (await vscode.workspace.openTextDocument(uri)).getText();
      assert.match(text, /^# /);
      assert.equal(isKorean(text), language === 'ko');
      assert.equal((await vscode.workspace.fs.stat(uri)).size, new TextEncoder().encode(text).length);
    }
    assert.equal(vscode.workspace.fs.isWritableFileSystem('container-tutor'), false);
  });

  it('hold the drawing of a concept', async () => {
    for (const language of ['ko', 'en']) {
      const uri = page(`/${language}/notes/concepts/rolling-update.md`);
      const text = (await vscode.workspace.openTextDocument(uri)).getText();
      assert.match(text, new RegExp(`^<svg [^\\n]*role="img" lang="${language}"`, 'm'));
    }
  });

  it('link to pages that exist, relative to themselves', async () => {
    const uri = page(`/ko/rules/${RULE}.md`);
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    const links = [...text.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map((found) => found[1]!);
    assert.ok(links.length > 0);
    for (const link of links) {
      assert.match(link, /^\.\.\//);
      const target = vscode.Uri.joinPath(uri, '..', link);
      assert.match((await vscode.workspace.openTextDocument(target)).getText(), /^# [^`]/, link);
    }
  });

  it('are all the command opens', async () => {
    await assert.rejects(async () =>
      vscode.commands.executeCommand('containerTutor.openPage', 'https://example.com'),
    );
  });
});

/** Waits for the tab that shows a page in the Markdown preview. */
async function opens(uri: vscode.Uri, open: () => Thenable<unknown>): Promise<void> {
  const shown = () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .some(
        ({ input }) =>
          input instanceof vscode.TabInputCustom &&
          input.viewType === 'vscode.markdown.preview.editor' &&
          input.uri.toString() === uri.toString(),
      );
  const opened = new Promise<void>((resolve) => {
    const listening = vscode.window.tabGroups.onDidChangeTabs(() => {
      if (!shown()) return;
      listening.dispose();
      resolve();
    });
  });
  await open();
  if (!shown()) await opened;
}
