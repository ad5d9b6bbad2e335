import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type CodeAction, FileChangeType, type TextDocumentEdit } from 'vscode-languageserver-protocol/node';
import { bundle, SERVER } from './bundle';
import { Client } from './client';
import { Folder } from './folder';

// A folder that was linted by hadolint until yesterday.

const DOCKERFILE = 'FROM debian:13\nRUN apt-get update && apt-get install curl\nCMD ["curl"]\n';
const WITHOUT_YES = 'dockerfile/apt-get-without-yes';

describe('the server in a folder with a .hadolint.yaml', () => {
  let script: string;
  let client: Client | undefined;
  before(async () => {
    script = await bundle(SERVER, 'hadolintServer');
  });
  after(() => client?.stop());

  it('honours it, sees it change, come and go, and says what is wrong with it', async () => {
    const folder = new Folder({ 'deep/Dockerfile': DOCKERFILE, '.hadolint.yaml': 'ignored: [DL3014]\n' });
    client = await Client.start(script, { folders: [folder.uri] });
    const uri = folder.uriOf('deep/Dockerfile');
    client.open(uri, DOCKERFILE, 'dockerfile');
    const heard = async () =>
      (await client!.items(uri)).filter(({ code }) => code === WITHOUT_YES).map(({ severity }) => severity);
    const changed = async (type: FileChangeType, config: string) => {
      const refreshed = client!.refreshed();
      client!.filesChanged(type, config);
      await refreshed;
    };
    assert.deepEqual(await heard(), []);

    const config = folder.write('.hadolint.yaml', 'ignored: [DL9999]\noverride: {error: [DL3014]}\n');
    await changed(FileChangeType.Changed, config);
    assert.deepEqual(await heard(), [1]);
    assert.deepEqual(await client.published(config, (items) => items.length > 0), ['config 0:10-0:16']);

    // Nearer, and open in the editor.
    const nearer = folder.write('deep/.hadolint.yml', 'override: {info: [DL3014]}\n');
    await changed(FileChangeType.Created, nearer);
    assert.deepEqual(await heard(), [3]);
    const typed = client.refreshed();
    client.open(nearer, 'override: {style: [DL3014]}\n', 'yaml');
    await typed;
    assert.deepEqual(await heard(), [4]);
    client.close(nearer);

    // Our own file is stronger.
    await changed(FileChangeType.Created, folder.write('.container-tutor.yaml', 'rules: {DL3014: error}\n'));
    assert.deepEqual(await heard(), [1]);
    await changed(FileChangeType.Deleted, folder.remove('.container-tutor.yaml'));
    folder.remove('deep/.hadolint.yml');
    await changed(FileChangeType.Deleted, nearer);
    assert.deepEqual(await heard(), [1]);
    await changed(FileChangeType.Deleted, folder.remove('.hadolint.yaml'));
    assert.deepEqual(await heard(), [2]);
  });
});

describe('quick fixes in such a folder', () => {
  let script: string;
  const clients: Client[] = [];
  before(async () => {
    script = await bundle(SERVER, 'hadolintFixes');
  });
  after(() => Promise.all(clients.map((client) => client.stop())));

  /** The new texts of the actions offered at a finding, by what their titles hold. */
  async function offered(text: string, code: string, config: string) {
    const folder = new Folder({ Dockerfile: text, '.hadolint.yaml': config });
    const client = await Client.start(script, { folders: [folder.uri] });
    clients.push(client);
    const uri = folder.uriOf('Dockerfile');
    client.open(uri, text, 'dockerfile');
    const found = (await client.items(uri)).find((item) => item.code === code)!;
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: found.range,
      context: { diagnostics: [found] },
    });
    return async (title: string) => {
      const action = actions.find((one) => one.title.includes(title))!;
      const { edit } = await client.request<CodeAction>('codeAction/resolve', action);
      const { documentChanges = [] } = edit ?? {};
      return (documentChanges as TextDocumentEdit[]).flatMap(({ edits }) =>
        edits.map((edit) => ('newText' in edit ? edit.newText : '')),
      );
    };
  }
  const text =
    '# hadolint global ignore=DL3008\nFROM debian:13\n# hadolint ignore=DL3015\nRUN apt-get install a\n';

  it('extend hadolint’s comments', async () => {
    const edits = await offered(text, WITHOUT_YES, 'ignored: [DL3059]\n');
    assert.deepEqual([await edits('here'), await edits('in this file')], [[',DL3014'], [',DL3014']]);
  });

  it('write our own where hadolint’s are not heard', async () => {
    const edits = await offered(text, WITHOUT_YES, 'disable-ignore-pragma: true\n');
    assert.match((await edits('here')).join(), /^# container-tutor ignore=/);
    assert.match((await edits('in this file')).join(), /^# container-tutor ignore-file=/);
  });

  it('do not skip what fails the build', async () => {
    const broken = '# check=skip=UndefinedVar\n\nFROM $BASE\n';
    const edits = await offered(broken, 'dockerfile/undeclared-arg-in-from', '');
    assert.match((await edits('in this file')).join(), /^# container-tutor ignore-file=/);
  });

  it('repair all of a kind', async () => {
    const twice = 'FROM debian:13\nRUN apt-get remove a\nRUN apt-get remove b\n';
    const edits = await offered(twice, WITHOUT_YES, '');
    assert.deepEqual([(await edits('(2)')).join().match(/ -y/g)?.length, await edits('`-y`')], [2, [' -y']]);
  });
});

describe('the command line in a folder with a .hadolint.yaml', () => {
  let cli: string;
  before(async () => {
    cli = path.resolve(await bundle('server/src/cli/program.ts', 'hadolintCli'));
  });

  function lint(config: string, args: readonly string[] = [], files: Record<string, string> = {}) {
    const folder = new Folder({ Dockerfile: DOCKERFILE, '.hadolint.yaml': config, ...files });
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [cli, 'lint', '--format', 'json', '--only', 'DL3014', ...args],
      { cwd: folder.path, encoding: 'utf8', env: { PATH: process.env['PATH'], LANG: 'C.UTF-8' } },
    );
    const found = (JSON.parse(stdout || '{"findings":[]}') as { findings: { severity: string }[] }).findings;
    return { status, stderr, found: found.map(({ severity }) => severity) };
  }

  it('takes severities and the threshold from it', () => {
    assert.deepEqual(lint('override: {info: [DL3014]}\n'), { status: 0, stderr: '', found: ['info'] });
    assert.equal(lint('override: {info: [DL3014]}\nfailure-threshold: info\n').status, 1);
    assert.equal(lint('override: {style: [DL3014]}\nfailure-threshold: none\n').status, 1);
    assert.equal(lint('failure-threshold: error\n').status, 0);
    assert.equal(lint('no-fail: true\n').status, 0);
  });

  it('is stronger than it', () => {
    assert.equal(lint('failure-threshold: error\n', ['--fail-on', 'warning']).status, 1);
    assert.equal(lint('no-fail: true\n', ['--fail-on=hint']).status, 1);
    assert.equal(
      lint('override: {info: [DL3014]}\nfailure-threshold: info\n', ['--fail-on=warning']).status,
      0,
    );
  });

  it('says what is wrong with it and goes on, as hadolint does', () => {
    const { status, stderr, found } = lint('ignored: [DL9999]\nverbose: true\n');
    assert.deepEqual([status, found], [1, ['warning']]);
    assert.match(stderr, /^\.hadolint\.yaml:1:11: .*DL9999/);
    assert.match(stderr, /^\.hadolint\.yaml:2:1: .*verbose/m);
  });

  it('reads one that is named', () => {
    const ci = { 'ci/hadolint.yaml': 'override: {error: [DL3014]}\n' };
    assert.deepEqual(lint('ignored: [DL3014]\n', ['--config', 'ci/hadolint.yaml'], ci).found, ['error']);
    // Ours, when named, does not hide it.
    const own = { 'own.yaml': 'profile: strict\n' };
    assert.deepEqual(lint('override: {info: [DL3014]}\n', ['--config', 'own.yaml'], own).found, ['info']);
  });

  it('keeps what it says of exit codes to Dockerfiles', () => {
    const manifest = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  name: b\n';
    const { status } = lint('no-fail: true\n', ['--only', 'duplicate-key'], { 'web.yaml': manifest });
    assert.equal(status, 1);
  });
});
