import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import {
  CHECK_LAB,
  type CheckLabResult,
  LAB_CHANGED,
  LAB_TEXT,
  LABS,
  type LabsResult,
  type LabTextResult,
} from '../../server/src/lsp/views/labProtocol';
import { folders, textsIn } from '../labs';
import { bundle, SERVER } from './bundle';
import { Client, type Start } from './client';
import { Folder } from './folder';

// Labs as a terminal and as an editor meet them.

const NAME = '02-apt-get-yes';
const files = Object.fromEntries(
  [...textsIn(`labs/${NAME}`)].map(([name, text]) => [`${NAME}/${name}`, text]),
);
const solution = files[`${NAME}/solution/Dockerfile`]!;
const start = files[`${NAME}/start/Dockerfile`]!;

describe('container-tutor lab', () => {
  let cli: string;
  before(async () => {
    cli = path.resolve(await bundle('server/src/cli/program.ts', 'labsCli'));
  });

  function run(cwd: string, ...args: string[]) {
    const env = { PATH: process.env['PATH'], LANG: 'C.UTF-8' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'lab', ...args], {
      cwd,
      env,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  it('says what holds and what does not, and ends with 1 until all does', () => {
    const folder = new Folder(files);
    const before = run(folder.path, 'check', NAME);
    assert.deepEqual([before.status, before.stderr], [1, '']);
    assert.match(before.stdout, /✗ To repair: [\s\S]*Dockerfile:2:31 .*-y/);
    assert.match(before.stdout, /✓ Installed in the final image: curl, ca-certificates/);
    folder.write(`${NAME}/Dockerfile`, solution);
    const after = run(folder.path, 'check', `${NAME}/`, '--language', 'ko');
    assert.deepEqual([after.status, after.stderr], [0, '']);
    assert.match(after.stdout, /통과\.[\s\S]*concepts\/layer/);
    assert.doesNotMatch(after.stdout, /✗/);
  });

  it('gives one hint more each time it is asked', () => {
    const folder = new Folder(files);
    const hints = (...args: string[]) =>
      run(folder.path, 'check', NAME, ...args).stdout.match(/^ {2}\? /gm)?.length ?? 0;
    assert.deepEqual([hints(), hints('--hint'), hints('--hint', '--hint')], [0, 1, 2]);
    assert.match(run(folder.path, 'check', NAME, ...Array(9).fill('--hint')).stdout, /no more hints/);
  });

  it('tells a program the same', () => {
    const folder = new Folder(files);
    const { status, stdout } = run(folder.path, 'check', NAME, '--format', 'json', '--hint');
    const report = JSON.parse(stdout);
    assert.equal(status, 1);
    assert.deepEqual([report.version, report.lab, report.passed, report.hints.length], [1, NAME, false, 1]);
    assert.deepEqual(
      Object.keys(report.checks[0]).sort(),
      'column done endColumn endLine file goal line told'.split(' '),
    );
    assert.deepEqual(
      [report.checks[0].file, report.checks[0].line, report.checks[0].done],
      ['Dockerfile', 2, false],
    );
  });

  it('lists the labs below a directory', () => {
    const listed = run('.', 'list', 'labs', '--format', 'json');
    assert.deepEqual([listed.status, listed.stderr], [0, '']);
    assert.deepEqual(
      JSON.parse(listed.stdout).labs.map(({ lab }: { lab: string }) => lab),
      folders.toSorted(),
    );
    const one = new Folder(files);
    assert.match(run(one.path, 'list').stdout, new RegExp(`· ${NAME} .*Nobody[\\s\\S]*0 of 1`));
  });

  it('puts a lab back to how it began', () => {
    const folder = new Folder(files);
    folder.write(`${NAME}/Dockerfile`, solution);
    assert.equal(run(folder.path, 'reset', NAME).status, 0);
    assert.equal(readFileSync(path.join(folder.path, NAME, 'Dockerfile'), 'utf8'), start);
  });

  it('says what is wrong, where, and what to do, and ends with 2', () => {
    const folder = new Folder(files);
    folder.write('broken/lab.yaml', 'title: {ko: 가, en: a}\nhint: []\n');
    folder.write('empty/notes.txt', '');
    for (const [args, says] of [
      [['check', 'missing'], /missing: there is no such directory/],
      [['check', 'empty'], /empty: has no lab\.yaml/],
      [['check', 'broken'], /broken\/lab\.yaml:2:1: .*`hints`/],
      [['check'], /needs the directory/],
      [['list', 'empty'], /empty: there are no labs/],
      [['chek', NAME], /Did you mean lab check/],
      [[], /check, list, reset/],
      [['check', NAME, '--format', 'xml'], /--format/],
    ] as const) {
      const { status, stdout, stderr } = run(folder.path, ...args);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, says);
    }
  });
});

describe('labs over the protocol', () => {
  let script: string;
  const clients: Client[] = [];
  before(async () => {
    script = await bundle(SERVER, 'server');
  });
  after(() => Promise.all(clients.map((client) => client.stop())));

  async function begin(folder: Folder, options: Start = {}): Promise<[Client, LabsResult]> {
    const client = await Client.start(script, { folders: [folder.uri], ...options });
    clients.push(client);
    return [client, await client.request<LabsResult>(LABS, null)];
  }

  it('are listed in the language of the reader', async () => {
    const folder = new Folder(files);
    const [client, [lab, ...more]] = await begin(folder, { settings: { language: 'ko' } });
    assert.deepEqual(more, []);
    assert.equal(lab!.folder, folder.uriOf(NAME));
    assert.match(lab!.title, /[가-힣]/);
    assert.equal(lab!.hints.length, 3);
    assert.deepEqual(lab!.files, [{ name: 'Dockerfile', uri: folder.uriOf(`${NAME}/Dockerfile`) }]);
    const page = await client.request<{ text: string }>('workspace/textDocumentContent', { uri: lab!.page });
    assert.match(page.text, /^# y를 눌러[\s\S]*## 이러면 통과[\s\S]*notes\/dockerfile\/RUN\.md/);
  });

  it('are checked as they are being written', async () => {
    const folder = new Folder(files);
    const [client, [lab]] = await begin(folder);
    const check = () => client.request<CheckLabResult>(CHECK_LAB, { folder: lab!.folder });
    const first = await check();
    assert.equal(first!.passed, false);
    assert.deepEqual(first!.checks[0]!.place!.range.start, { line: 1, character: 30 });
    client.open(lab!.files[0]!.uri, start, 'dockerfile');
    client.change(lab!.files[0]!.uri, solution);
    const second = await check();
    assert.deepEqual(
      second!.checks.filter(({ done }) => !done),
      [],
    );
    assert.equal(second!.remark!.page, 'container-tutor:/notes/concepts/layer.md');
  });

  it('show how they began and one solution, and no other file', async () => {
    const folder = new Folder({ ...files, secret: 'x' });
    const [client, [lab]] = await begin(folder);
    const text = async (name: string, side: string) =>
      (await client.request<LabTextResult>(LAB_TEXT, { folder: lab!.folder, name, side })).text;
    assert.equal(await text('Dockerfile', 'solution'), solution);
    assert.equal(await text('Dockerfile', 'start'), start);
    assert.equal(await text('lab.yaml', '.'), null);
    assert.equal(await text('../../secret', 'start'), null);
  });

  it('tell when they changed on disk', async () => {
    const folder = new Folder(files);
    const [client, [lab]] = await begin(folder);
    const { uri } = lab!.files[0]!;
    const told = () =>
      new Promise((resolve) => {
        const listening = client.connection.onNotification(LAB_CHANGED, (params) => {
          listening.dispose();
          resolve(params);
        });
      });
    client.open(uri, start, 'dockerfile');
    const changed = told();
    client.filesChanged(FileChangeType.Changed, uri);
    assert.deepEqual(await changed, { folder: lab!.folder });
    const relisted = told();
    client.filesChanged(FileChangeType.Changed, folder.uriOf(`${NAME}/lab.yaml`));
    assert.deepEqual(await relisted, {});
  });

  it('say what is wrong with a lab.yaml', async () => {
    const folder = new Folder({ ...files, [`${NAME}/lab.yaml`]: 'titel: x\n' });
    const [client, [lab]] = await begin(folder);
    assert.match(lab!.problem!.told, /`title`/);
    assert.deepEqual(lab!.problem!.place.range.end, { line: 0, character: 5 });
    assert.equal(await client.request(CHECK_LAB, { folder: lab!.folder }), null);
  });

  it('know nothing of each other, nor of their solutions', async () => {
    const labs = ['08-labels-and-selectors', '11-rolling-update'];
    const folder = new Folder(
      Object.fromEntries(
        labs.flatMap((name) => [...textsIn(`labs/${name}`)].map(([file, text]) => [`${name}/${file}`, text])),
      ),
    );
    const [client] = await begin(folder);
    const uri = folder.uriOf('08-labels-and-selectors/nginx-service.yaml');
    client.open(uri, textsIn('labs/08-labels-and-selectors').get('nginx-service.yaml')!, 'yaml');
    // The Deployment of the solution has the label this Service looks for; the one that is being written has not.
    const loud = [
      'kubernetes/service-near-miss',
      'kubernetes/selector-near-miss',
      'kubernetes/selects-nothing',
    ];
    for (;;) {
      const refreshed = client.refreshed();
      const found = (await client.items(uri)).map(({ code }) => String(code));
      if (found.some((code) => loud.includes(code))) return;
      await refreshed;
    }
  });
});
