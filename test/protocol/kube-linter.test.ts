import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type CodeAction, FileChangeType, type TextDocumentEdit } from 'vscode-languageserver-protocol/node';
import { bundle, SERVER } from './bundle';
import { Client } from './client';
import { Folder } from './folder';

// A folder that was linted by kube-linter until yesterday.

const POD =
  'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: web:1.0\n      ports:\n        - containerPort: 22\n        - containerPort: 80\n';
const SSH = 'kubernetes/ssh-port';
const LOW = 'kubernetes/privileged-port';

describe('the server in a folder with a .kube-linter.yaml', () => {
  let script: string;
  let client: Client | undefined;
  before(async () => {
    script = await bundle(SERVER, 'kubeLinterServer');
  });
  after(() => client?.stop());

  it('honours it, sees it change, come and go, and says what is wrong with it', async () => {
    const folder = new Folder({
      'deep/web.yaml': POD,
      '.kube-linter.yaml': 'checks: {exclude: [ssh-port]}\n',
    });
    client = await Client.start(script, { folders: [folder.uri] });
    const uri = folder.uriOf('deep/web.yaml');
    client.open(uri, POD, 'yaml');
    const heard = async () =>
      (await client!.items(uri))
        .map(({ code }) => code)
        .filter((code) => code === SSH || code === LOW)
        .sort();
    const changed = async (type: FileChangeType, config: string) => {
      const refreshed = client!.refreshed();
      client!.filesChanged(type, config);
      await refreshed;
    };
    assert.deepEqual(await heard(), []);

    const config = folder.write(
      '.kube-linter.yaml',
      'checks: {include: [privileged-ports, nothing-like-it], exclude: []}\ncustomChecks: [{name: mine, template: ports}]\n',
    );
    await changed(FileChangeType.Changed, config);
    assert.deepEqual(await heard(), [LOW, SSH]);
    assert.deepEqual(await client.published(config, (items) => items.length > 0), [
      'config 0:37-0:52',
      'config 1:22-1:26',
    ]);

    // Nearer, and open in the editor.
    const nearer = folder.write('deep/.kube-linter.yml', 'checks: {exclude: [ssh-port]}\n');
    await changed(FileChangeType.Created, nearer);
    assert.deepEqual(await heard(), []);
    const typed = client.refreshed();
    client.open(nearer, 'checks: {include: [privileged-ports]}\n', 'yaml');
    await typed;
    assert.deepEqual(await heard(), [LOW, SSH]);
    const closed = client.refreshed();
    client.close(nearer);
    await closed;
    assert.deepEqual(await heard(), []);
    folder.remove('deep/.kube-linter.yml');
    await changed(FileChangeType.Deleted, nearer);
    assert.deepEqual(await heard(), [LOW, SSH]);

    // Our own file is stronger.
    await changed(
      FileChangeType.Created,
      folder.write('.container-tutor.yaml', 'rules: {privileged-ports: off}\n'),
    );
    assert.deepEqual(await heard(), [SSH]);
    await changed(FileChangeType.Deleted, folder.remove('.container-tutor.yaml'));
    await changed(FileChangeType.Deleted, folder.remove('.kube-linter.yaml'));
    assert.deepEqual(await heard(), [SSH]);
  });
});

describe('a quick fix', () => {
  let script: string;
  let client: Client | undefined;
  before(async () => {
    script = await bundle(SERVER, 'kubeLinterFixes');
  });
  after(() => client?.stop());

  it('adds to the annotations an object has for kube-linter', async () => {
    const text = POD.replace(
      'name: web\n',
      'name: web\n  annotations:\n    ignore-check.kube-linter.io/run-as-non-root: legacy\n',
    );
    const folder = new Folder({ 'web.yaml': text });
    client = await Client.start(script, { folders: [folder.uri] });
    const uri = folder.uriOf('web.yaml');
    client.open(uri, text, 'yaml');
    const found = (await client.items(uri)).find(({ code }) => code === SSH)!;
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: found.range,
      context: { diagnostics: [found] },
    });
    const [action] = actions.filter(({ title }) => title.includes('annotations'));
    assert.equal(action?.title, "Add kube-linter/ssh-port to this object's annotations");
    const [change] = action.edit!.documentChanges as TextDocumentEdit[];
    assert.deepEqual(
      change!.edits.map((edit) => 'newText' in edit && edit.newText),
      ['\n    ignore-check.kube-linter.io/ssh-port: ""'],
    );
    // Ours comes first, and is still there.
    assert.ok(actions.some(({ title }) => title === `Ignore ${SSH} here`));
  });
});

describe('the command line in a folder with a .kube-linter.yaml', () => {
  let cli: string;
  before(async () => {
    cli = path.resolve(await bundle('server/src/cli/program.ts', 'kubeLinterCli'));
  });

  function run(config: string, args: readonly string[] = [], files: Record<string, string> = {}) {
    const folder = new Folder({ 'k8s/web.yaml': POD, '.kube-linter.yaml': config, ...files });
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [cli, 'lint', '--format', 'json', ...args],
      {
        cwd: folder.path,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', HOME: path.dirname(folder.path) },
      },
    );
    const { files: count, findings } = JSON.parse(stdout || '{"findings":[]}') as {
      files: number;
      findings: { rule: string }[];
    };
    const found = findings.map(({ rule }) => rule).filter((rule) => rule === SSH || rule === LOW);
    return { status, stderr, count, found: found.sort(), folder };
  }

  it('includes and excludes', () => {
    const { status, stderr, found } = run('checks: {include: [privileged-ports], exclude: [ssh-port]}\n');
    assert.deepEqual({ status, stderr, found }, { status: 0, stderr: '', found: [LOW] });
    assert.deepEqual(run('checks: {addAllBuiltIn: true}\n').found, [LOW, SSH]);
    assert.deepEqual(run('checks: {doNotAutoAddDefaults: true}\n').found, []);
  });

  it('leaves out paths', () => {
    assert.equal(run('checks: {ignorePaths: ["k8s/**"]}\n').count, 0);
    assert.equal(run('checks: {ignorePaths: ["*.yaml"]}\n').count, 1);
    assert.equal(run('checks: {ignorePaths: ["~/*/k8s/web.yaml"]}\n').count, 0);
  });

  it('says what is wrong with it and goes on', () => {
    const { status, stderr, found } = run('checks: {exclude: [ssh-prt]}\ncustomChecks: [{name: mine}]\n');
    assert.deepEqual([status, found], [0, [SSH]]);
    assert.match(stderr, /^\.kube-linter\.yaml:1:20: .*ssh-port/);
    assert.match(stderr, /^\.kube-linter\.yaml:2:23: .*mine/m);
  });

  it('reads one that is named', () => {
    const ci = { 'ci/kube-linter.yaml': 'checks: {include: [privileged-ports]}\n' };
    const args = ['--config', 'ci/kube-linter.yaml'];
    assert.deepEqual(run('checks: {exclude: [ssh-port]}\n', args, ci).found, [LOW, SSH]);
  });
});
