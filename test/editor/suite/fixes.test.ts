import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, finding, findings, idOf, RULE, setting, show, WITHOUT_YES } from './editor';

const MENDED = WITHOUT_YES.replace('install curl', 'install -y curl');
const CONTINUED = `FROM debian:13.2-slim
RUN apt-get update \\
    # the client of our database
    && apt-get install \\
        # with its headers
        libpq-dev \\
    && rm -rf /var/lib/apt/lists/*
`;

describe('fixes', () => {
  afterEach(closeAll);

  it('mend what was found', async () => {
    const { document } = await show('fix/Dockerfile', WITHOUT_YES);
    const [action] = (await actionsAt(document, vscode.CodeActionKind.QuickFix)).filter(
      (one) => one.isPreferred,
    );
    assert.ok(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    assert.equal(document.getText(), MENDED);
    await findings(document.uri, (all) => !all.some((one) => idOf(one) === RULE));
  });

  it('keep the comments and lines of a continued RUN', async () => {
    const { document } = await show('continued/Dockerfile', CONTINUED);
    await finding(document.uri);
    const [action] = (await actionsAt(document, vscode.CodeActionKind.QuickFix)).filter(
      (one) => one.isPreferred && one.title.includes('-y'),
    );
    assert.ok(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    assert.equal(document.getText(), CONTINUED.replace('install \\', 'install -y \\'));
  });

  it('are not asked for where a comment silences the line', async () => {
    const { document } = await show(
      'silenced/Dockerfile',
      `${CONTINUED.replace('RUN', 'MAINTAINER me\n# hadolint ignore=DL3014\nRUN')}`,
    );
    await finding(document.uri, 'dockerfile/maintainer-deprecated');
    await findings(document.uri, (all) => !all.some((one) => idOf(one) === RULE));
  });

  it('can be refused, in a comment', async () => {
    const { document } = await show('ignore/Dockerfile', WITHOUT_YES);
    const actions = await actionsAt(document, vscode.CodeActionKind.QuickFix);
    const silence = actions.find(({ isPreferred, title }) => !isPreferred && title.includes(RULE));
    assert.ok(silence?.edit);
    await vscode.workspace.applyEdit(silence.edit);
    assert.match(document.getText(), /^# container-tutor ignore=/m);
    await findings(document.uri, (all) => !all.some((one) => idOf(one) === RULE));
  });

  it('come all at once by command', async () => {
    const { document } = await show('all/Dockerfile', WITHOUT_YES);
    await finding(document.uri);
    const changed = new Promise<void>((resolve) => {
      const listening = vscode.workspace.onDidChangeTextDocument(() => {
        listening.dispose();
        resolve();
      });
    });
    await vscode.commands.executeCommand('editor.action.fixAll');
    await changed;
    assert.match(document.getText(), /install -y curl/);
  });

  it('come with saving, where that is asked for', async () => {
    const { document, edit } = await show('save/Dockerfile', WITHOUT_YES);
    await finding(document.uri);
    await setting('editor.codeActionsOnSave', { 'source.fixAll.containerTutor': 'explicit' }, async () => {
      await edit((change) => change.insert(new vscode.Position(2, 0), '# changed\n'));
      await vscode.commands.executeCommand('workbench.action.files.save');
    });
    assert.match(document.getText(), /install -y curl/);
    assert.equal(document.isDirty, false);
  });
});

async function actionsAt(
  document: vscode.TextDocument,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const { range } = await finding(document.uri);
  return eventually(
    () =>
      vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        kind.value,
      ),
    (actions) => actions.length > 0,
  );
}
