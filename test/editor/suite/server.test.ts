import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { closeAll, finding, findings, idOf, RULE, show, WITHOUT_YES } from './editor';

describe('the server', () => {
  afterEach(closeAll);

  it('is one process', async () => {
    const { document } = await show('server/Dockerfile', WITHOUT_YES);
    await finding(document.uri);
    assert.equal(servers().length, 1);
  });

  it('comes back after a crash', async () => {
    const editor = await show('crash/Dockerfile', WITHOUT_YES);
    await finding(editor.document.uri);
    const [before] = servers();
    process.kill(before!, 'SIGKILL');
    await works(editor);
    assert.notDeepEqual(servers(), [before]);
  });

  it('can be started anew by command', async () => {
    const editor = await show('restart/Dockerfile', WITHOUT_YES);
    await finding(editor.document.uri);
    const [before] = servers();
    await vscode.commands.executeCommand('containerTutor.restartServer');
    await works(editor);
    assert.notDeepEqual(servers(), [before]);
  });
});

/** What is typed is read: the finding goes, and comes back. */
async function works({ document, edit }: vscode.TextEditor): Promise<void> {
  const end = document.positionAt(document.getText().indexOf(' curl'));
  await edit((change) => change.insert(end, ' -y'));
  await findings(document.uri, (all) => !all.some((one) => idOf(one) === RULE));
  await edit((change) => change.delete(new vscode.Range(end, end.translate(0, 3))));
  await finding(document.uri);
}

/** The extension host that runs this suite is the server's parent. */
function servers(): number[] {
  const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return list.split('\n').flatMap((line) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === process.pid && /container-tutor.*desktop\.js/.test(command)
      ? [Number(pid)]
      : [];
  });
}
