import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type {
  CodeAction,
  CompletionList,
  Hover,
  TextDocumentEdit,
} from 'vscode-languageserver-protocol/node';
import { bundle, SERVER } from './bundle';
import { Client, type Start } from './client';
import { Folder } from './folder';

// cloudbuild.yaml and app.yaml over every door: whatever is generic has to work for them, too.

const BUILD = `steps:
  - name: gcr.io/cloud-builders/docker
    id: build
    args: [build, -t, 'us-docker.pkg.dev/$PROJECTID/shop/web:1', 8080]
  - name: ubuntu
    waitFor: [biuld]
images: ['us-docker.pkg.dev/$PROJECTID/shop/web:1']
`;
const FOUND = [
  'cloudbuild/unknown-substitution 3:41-3:51',
  'cloudbuild/wrong-type 3:65-3:69',
  'cloudbuild/wait-for-unknown-step 5:14-5:19',
  'cloudbuild/unknown-substitution 6:28-6:38',
];

describe('the server', () => {
  let script: string;
  const clients: Client[] = [];
  before(async () => {
    script = await bundle(SERVER, 'cloudbuildServer');
  });
  after(() => Promise.all(clients.map((client) => client.stop())));

  async function start(options?: Start): Promise<Client> {
    const client = await Client.start(script, options);
    clients.push(client);
    return client;
  }
  const at = (uri: string, text: string, words: string) => {
    const before = text.slice(0, text.indexOf(words)).split('\n');
    return {
      textDocument: { uri },
      position: { line: before.length - 1, character: before.at(-1)!.length + 1 },
    };
  };
  const hover = async (client: Client, uri: string, text: string, words: string) =>
    JSON.stringify(
      (await client.request<Hover | null>('textDocument/hover', at(uri, text, words)))?.contents ?? null,
    );

  it('finds, explains and repairs in a build', async () => {
    const client = await start();
    const uri = 'file:///w/cloudbuild.yaml';
    client.open(uri, BUILD, 'yaml');
    assert.deepEqual(await client.found(uri), FOUND);
    const items = await client.items(uri);
    const { range } = items[0]!;
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [items[0]] },
    });
    const texts = (action: CodeAction | undefined) =>
      (action?.edit?.documentChanges as TextDocumentEdit[] | undefined)?.flatMap(({ edits }) =>
        edits.map((edit) => ('newText' in edit ? edit.newText : '')),
      );
    assert.ok(actions.some((action) => texts(action)?.join() === '$PROJECT_ID'));
    const ignore = actions.find(({ title }) => title.includes('cloudbuild/unknown-substitution'));
    assert.match(texts(ignore)?.join() ?? '', /# container-tutor ignore=cloudbuild\/unknown-substitution\n/);
    assert.match(await hover(client, uri, BUILD, 'waitFor'), /Step 2 of 2/);
    assert.match(await hover(client, uri, BUILD, 'images:'), /pushed/);
  });

  it('says it in Korean, too', async () => {
    const client = await start({ locale: 'ko' });
    const uri = 'untitled:cloudbuild.yaml';
    client.open(uri, BUILD, 'yaml');
    const [first] = await client.items(uri);
    assert.match(String(first!.message), /substitution은 없다/);
    assert.match(await hover(client, uri, BUILD, 'waitFor'), /2개 가운데 2번째 step/);
  });

  it('offers substitutions behind a dollar, there only', async () => {
    const client = await start();
    const context = { triggerKind: 2, triggerCharacter: '$' };
    const offered = async (uri: string, text: string) => {
      client.open(uri, text, 'yaml');
      const line = text.split('\n').findIndex((one) => one.includes('$'));
      const position = { line, character: text.split('\n')[line]!.indexOf('$') + 1 };
      const params = { textDocument: { uri }, position, context };
      const list = await client.request<CompletionList | null>('textDocument/completion', params);
      return list?.items.map(({ label }) => label) ?? [];
    };
    assert.ok(client.initialized.capabilities.completionProvider?.triggerCharacters?.includes('$'));
    const build = await offered('file:///w/cloudbuild.yaml', 'steps:\n  - name: a\n    dir: $\n');
    assert.ok(build.includes('$PROJECT_ID'));
    assert.deepEqual(await offered('file:///w/pod.yaml', 'apiVersion: v1\nkind: Pod\nspec:\n  $\n'), []);
  });

  it('heeds comments, the configuration and the name that a text has', async () => {
    const folder = new Folder({
      '.container-tutor.yaml': 'rules: {cloudbuild/wrong-type: off, wait-for-unknown-step: hint}\n',
    });
    const client = await start({ folders: [folder.uri] });
    const uri = folder.uriOf('ci/cloudbuild.yaml');
    client.open(uri, `# container-tutor ignore-file=unknown-substitution\n${BUILD}`, 'yaml');
    await client.eventually(uri, 'cloudbuild/wait-for-unknown-step 6:14-6:19');
    const trigger = folder.uriOf('ci/cloudbuild-trigger.yaml');
    client.open(trigger, 'name: a\nfilename: cloudbuild.yaml\nsteps_: 1\n', 'yaml');
    assert.deepEqual(await client.found(trigger), []);
  });

  it('explains app.yaml of App Engine, and leaves a manifest of that name to Kubernetes', async () => {
    const client = await start();
    const uri = 'file:///w/app.yaml';
    const app = 'runtime: python312\nautomatic_scaling:\n  max_instances: 3\n';
    client.open(uri, app, 'yaml');
    assert.deepEqual(await client.found(uri), []);
    assert.match(await hover(client, uri, app, 'runtime'), /runtime/);
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: nginx}]}\n';
    client.change(uri, pod);
    assert.match(await hover(client, uri, pod, 'Pod'), /Pod/);
    assert.ok((await client.found(uri)).some((one) => one.startsWith('kubernetes/floating-tag')));
  });
});

describe('the command line', () => {
  let cli: string;
  before(async () => {
    cli = path.resolve(await bundle('server/src/cli/program.ts', 'cloudbuildCli'));
  });
  const run = (cwd: string, args: readonly string[], input = '') =>
    spawnSync(process.execPath, [cli, ...args], { cwd, input, encoding: 'utf8' });

  it('finds the same, in every format and both languages', () => {
    const folder = new Folder({ 'ci/cloudbuild.yaml': BUILD, 'app.yaml': 'runtime: python312\n' });
    const { stdout, status } = run(folder.path, ['lint', '--format', 'json', '.']);
    assert.equal(status, 1);
    const places = JSON.parse(stdout).findings.map(
      (one: Record<string, string | number>) =>
        `${one['rule']} ${Number(one['line']) - 1}:${Number(one['column']) - 1}-${Number(one['endLine']) - 1}:${Number(one['endColumn']) - 1}`,
    );
    assert.deepEqual(places, FOUND);
    const sarif = JSON.parse(run(folder.path, ['lint', '--format', 'sarif', '.']).stdout);
    assert.equal(sarif.runs[0].results.length, FOUND.length);
    assert.match(
      run(folder.path, ['lint', '--format', 'github', '.']).stdout,
      /^::error file=ci\/cloudbuild\.yaml,line=4/m,
    );
    assert.match(run(folder.path, ['lint', '--language', 'ko', '.']).stdout, /따옴표|문자열/);
    assert.equal(run(folder.path, ['lint', '--only', 'cloudbuild/no-steps', '.']).status, 0);
  });

  it('repairs what is safe, also over stdin under its name', () => {
    const folder = new Folder({ 'cloudbuild.yaml': BUILD });
    run(folder.path, ['lint', '--fix', '.']);
    assert.match(readFileSync(path.join(folder.path, 'cloudbuild.yaml'), 'utf8'), /"8080"/);
    const args = ['lint', '--format', 'json', '--stdin-name', 'x/staging.cloudbuild.yaml', '-'];
    assert.equal(JSON.parse(run('.', args, BUILD).stdout).findings.length, FOUND.length);
  });

  it('explains its rules and notes', () => {
    assert.match(run('.', ['explain', 'cloudbuild/image-not-pushed', '--language', 'en']).stdout, /pushed/);
    assert.equal(run('.', ['explain', 'cloudbuild/wait-for']).status, 0);
  });
});
