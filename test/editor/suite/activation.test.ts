import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, EXTENSION, findings, show, WITHOUT_YES } from './editor';

const extension = () => {
  const found = vscode.extensions.getExtension(EXTENSION);
  assert.ok(found, 'the extension is not installed');
  return found;
};

describe('activation', () => {
  after(closeAll);

  it('waits for a text of ours', async () => {
    await show('notes.txt', 'RUN apt-get install curl\n');
    assert.equal(extension().isActive, false);
  });

  it('comes with a Dockerfile', async () => {
    const { document } = await show('Dockerfile', WITHOUT_YES);
    assert.equal(document.languageId, 'dockerfile');
    await findings(document.uri, (found) => found.length > 0);
    assert.ok(extension().isActive);
  });

  it('works in workspaces that are not trusted or not on a disk', () => {
    const { capabilities, browser } = extension().packageJSON;
    assert.deepEqual(capabilities, { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
    assert.ok(browser);
  });
});
