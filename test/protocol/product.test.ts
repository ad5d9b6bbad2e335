import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  type ClientCapabilities,
  type CodeAction,
  type CompletionList,
  type DocumentLink,
  FileChangeType,
  type FoldingRange,
  type Hover,
  type SelectionRange,
  type TextDocumentEdit,
} from 'vscode-languageserver-protocol/node';
import { bundle, SERVER } from './bundle';
import { Client, PULLS, type Start } from './client';
import { Folder } from './folder';

// The real product from end to end: a few findings a reader would look for first, over every door.

const DOCKERFILE = 'FROM debian:13\nRUN apt-get update && apt-get install curl\nCMD ["curl"]\n';
const WITHOUT_YES = 'dockerfile/apt-get-without-yes 1:30-1:37';

const deployment = (label: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  selector:
    matchLabels:
      app: ${label}
  template:
    metadata:
      labels:
        app: ${label}
    spec:
      containers:
        - name: web
          image: nginx:1.29
`;
const SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
`;

const WIDGET = 'apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: web\nspec:\n  size: 3\n';
const CRD = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: widgets.example.com
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Widget, plural: widgets }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                size: { type: integer, description: How large it gets. }
`;

describe('the server', () => {
  let script: string;
  const clients: Client[] = [];
  before(async () => {
    script = await bundle(SERVER, 'server');
  });
  after(() => Promise.all(clients.map((client) => client.stop())));

  async function start(options?: Start): Promise<Client> {
    const client = await Client.start(script, options);
    clients.push(client);
    return client;
  }

  it('says where and under which names others may report the same', async () => {
    const client = await start({ options: { diagnosticData: true } });
    const uri = 'untitled:Untitled-2';
    client.open(uri, 'FROM debian:13\nRUN apt-get update \\\n && apt-get install curl\n', 'dockerfile');
    const found = (await client.items(uri)).find(({ code }) => `${code}` === WITHOUT_YES.split(' ')[0]);
    assert.deepEqual(found?.data, { also: ['hadolint/DL3014'], lines: [1, 2] });
  });

  it('says nothing of a Dockerfile where the setting is off, and everything where it is on', async () => {
    const client = await start();
    const uri = 'untitled:Untitled-4';
    client.open(uri, DOCKERFILE, 'dockerfile');
    assert.ok((await client.found(uri)).includes(WITHOUT_YES));
    client.changeSettings({ dockerfile: { lint: 'off' } });
    await client.eventually(uri);
    const at = { textDocument: { uri }, position: { line: 0, character: 1 } };
    assert.match(JSON.stringify(await client.request('textDocument/hover', at)), /FROM/);
    const refreshed = client.refreshed();
    client.changeSettings({ dockerfile: { lint: 'on' } });
    await refreshed;
    assert.ok((await client.found(uri)).includes(WITHOUT_YES));
  });

  it('explains flags, mounts, variables and directives', async () => {
    const client = await start();
    const uri = 'untitled:Untitled-5';
    const lines = [
      '# syntax=docker/dockerfile:1',
      'FROM --platform=$BUILDPLATFORM debian:13.2-slim',
      'ENV HOME_DIR=/srv/app',
      'RUN --mount=type=cache,target=/root/.cache true',
      'WORKDIR ${HOME_DIR}',
    ];
    client.open(uri, `${lines.join('\n')}\n`, 'dockerfile');
    for (const [line, word, says] of [
      [0, 'syntax', /syntax/],
      [1, 'platform', /--platform/],
      [1, 'BUILDPLATFORM', /BUILDPLATFORM/],
      [3, 'cache', /cache/],
      [3, 'target', /target/],
      [4, 'HOME_DIR', /\/srv\/app/],
    ] as const) {
      const position = { line, character: lines[line]!.indexOf(word) + 1 };
      const hover = await client.request<Hover | null>('textDocument/hover', {
        textDocument: { uri },
        position,
      });
      assert.match(JSON.stringify(hover?.contents), says, word);
      assert.equal(hover?.range?.start.line, line);
    }
  });

  it('offers what the API knows at the cursor', async () => {
    const client = await start();
    const uri = 'untitled:Untitled-9';
    client.open(uri, 'apiVersion: apps/v1\nkind: Deployment\nspec:\n  re\n', 'yaml');
    const offered = await client.request<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 3, character: 4 },
    });
    const replicas = offered.items.find(({ label }) => label === 'replicas');
    assert.deepEqual(replicas?.textEdit, {
      range: { start: { line: 3, character: 2 }, end: { line: 3, character: 4 } },
      newText: 'replicas: ${1:1}',
    });
    assert.match(JSON.stringify(replicas.documentation), /Number of desired pods/);
  });

  it('says of the schema only what nobody else says, or nothing where the setting is off', async () => {
    const client = await start();
    const uri = 'untitled:Untitled-11';
    client.open(uri, `${deployment('web')}colour: blue\n`, 'yaml');
    const unknown = 'kubernetes/unknown-field 17:0-17:6';
    assert.ok((await client.found(uri)).includes(unknown));
    const on = (line: number, character: number) => ({
      textDocument: { uri },
      position: { line, character },
    });
    const hover = async (more: object = {}) =>
      JSON.stringify(await client.request('textDocument/hover', { ...on(5, 4), ...more }));
    const offered = async (more: object = {}) =>
      (await client.request<CompletionList | null>('textDocument/completion', { ...on(5, 4), ...more }))
        ?.items.length ?? 0;
    assert.match(await hover(), /Number of desired pods/);
    assert.ok((await offered()) > 0);
    const elsewhere = { schemaElsewhere: true };
    assert.match(await hover(elsewhere), /replicas/);
    assert.doesNotMatch(await hover(elsewhere), /Number of desired pods/);
    assert.equal(await offered(elsewhere), 0);
    const refreshed = client.refreshed();
    client.changeSettings({ kubernetes: { schema: 'off' } });
    await refreshed;
    assert.ok(!(await client.found(uri)).includes(unknown));
    assert.doesNotMatch(await hover(), /Number of desired pods/);
    assert.equal(await offered(), 0);
  });

  it('says everything of the schema where the setting is on', async () => {
    const client = await start({ settings: { kubernetes: { schema: 'on' } } });
    const uri = 'untitled:Untitled-12';
    client.open(uri, deployment('web'), 'yaml');
    const at = { textDocument: { uri }, position: { line: 5, character: 4 }, schemaElsewhere: true };
    assert.match(JSON.stringify(await client.request('textDocument/hover', at)), /Number of desired pods/);
  });

  it('checks a custom resource by the definition of the workspace, also after that was edited', async () => {
    const property = (name: string) => CRD.replace('size', name);
    const folder = new Folder({ 'widget.yaml': WIDGET, 'crds/widgets.yaml': property('colour') });
    const client = await start({ folders: [folder.uri] });
    const uri = folder.uriOf('widget.yaml');
    client.open(uri, WIDGET, 'yaml');
    await client.eventually(uri, 'kubernetes/unknown-field 5:2-5:6');
    client.change(uri, WIDGET.replace('size', 'colour'));
    await client.eventually(uri);
    client.change(uri, WIDGET);
    await client.eventually(uri, 'kubernetes/unknown-field 5:2-5:6');
    const changed = folder.write('crds/widgets.yaml', property('size'));
    client.filesChanged(FileChangeType.Changed, changed);
    await client.eventually(uri);
    const hover = await client.request('textDocument/hover', {
      textDocument: { uri },
      position: { line: 5, character: 3 },
    });
    assert.match(JSON.stringify(hover), /Widget\.spec\.size.*How large it gets/);
  });

  it('outlines, folds, selects and links, and leaves other YAML alone', async () => {
    const lines = ['apiVersion: v1', 'kind: Pod', 'metadata:', '  name: web', 'spec:', '  containers:'];
    const pod = [...lines, '    - name: web', '      image: nginx:1.29', ''].join('\n');
    const tree: ClientCapabilities = {
      ...PULLS,
      textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
    };
    for (const [capabilities, names] of [
      [tree, ['Pod web']],
      [PULLS, ['Pod web', 'web']],
    ] as const) {
      const client = await start({ capabilities });
      const textDocument = { uri: 'untitled:Untitled-11' };
      client.open(textDocument.uri, pod, 'yaml');
      const ask = <T>(feature: string, more = {}) =>
        client.request<T>(`textDocument/${feature}`, { textDocument, ...more });
      const symbols = await ask<{ name: string; children?: unknown[] }[]>('documentSymbol');
      assert.deepEqual(
        symbols.map(({ name }) => name),
        names,
      );
      assert.equal(symbols[0]!.children?.length, capabilities === tree ? 1 : undefined);
      const folds = await ask<FoldingRange[]>('foldingRange');
      assert.deepEqual(
        folds.map(({ startLine, endLine }) => [startLine, endLine]),
        [
          [0, 7],
          [2, 3],
          [4, 7],
          [5, 7],
          [6, 7],
        ],
      );
      const links = await ask<DocumentLink[]>('documentLink');
      assert.deepEqual(
        links.map(({ target, range }) => [range.start.line, target]),
        [
          [0, 'https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.35/#pod-v1-core'],
          [1, 'https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.35/#pod-v1-core'],
          [7, 'https://hub.docker.com/_/nginx'],
        ],
      );
      const [chain] = await ask<SelectionRange[]>('selectionRange', {
        positions: [{ line: 3, character: 9 }],
      });
      let widest = chain!;
      for (; widest.parent; widest = widest.parent);
      assert.deepEqual(widest.range, { start: { line: 0, character: 0 }, end: { line: 8, character: 0 } });
      const other = { uri: 'untitled:Untitled-12' };
      client.open(other.uri, 'services:\n  web:\n    image: nginx\n', 'yaml');
      for (const feature of ['documentSymbol', 'foldingRange'])
        assert.equal(await client.request(`textDocument/${feature}`, { textDocument: other }), null);
    }
  });

  it('says for which Kubernetes a manifest is checked, and where that is said', async () => {
    const folder = new Folder({ 'own/.container-tutor.yaml': 'kubernetesVersion: 1.37\n' });
    const client = await start({ folders: [folder.uri], options: { reconfigured: true } });
    const versionOf = async (name: string, text: string) => {
      const textDocument = { uri: folder.uriOf(name) };
      client.open(textDocument.uri, text, 'yaml');
      return client.request('containerTutor/kubernetesVersion', { textDocument });
    };
    const versions = ['1.34', '1.35', '1.36', '1.37'];
    assert.deepEqual(await versionOf('a.yaml', SERVICE), { version: '1.35', versions });
    const file = folder.uriOf('own/.container-tutor.yaml');
    assert.deepEqual(await versionOf('own/a.yaml', SERVICE), { version: '1.37', versions, file });
    const others = ['services:\n  web: {}\n', '', 'apiVersion: example.com/v1\nkind: Widget\n'];
    for (const [i, other] of others.entries()) assert.equal(await versionOf(`other${i}.yaml`, other), null);
    const told = new Promise<void>((done) => {
      client.connection.onNotification('containerTutor/reconfigured', done);
    });
    client.changeSettings({ kubernetesVersion: '1.36' });
    await told;
    assert.deepEqual(await versionOf('b.yaml', SERVICE), { version: '1.36', versions });
  });

  it('asks an installed ShellCheck if it is switched on, and says when there is none', async () => {
    const folder = new Folder();
    const program = path.join(folder.path, 'shellcheck');
    const said = `{ line: 2, endLine: 2, column: 7, endColumn: 9, level: 'info', code: 2086, message: 'Quote it.' }`;
    writeFileSync(
      program,
      `#!${process.execPath}\nconsole.log(JSON.stringify({ comments: [${said}] }));process.exit(1)`,
    );
    chmodSync(program, 0o755);
    const client = await start();
    const uri = 'untitled:Untitled-3';
    client.open(uri, 'FROM debian:13.2-slim\nRUN echo \\\n $X\n', 'dockerfile');
    await client.eventually(uri);
    client.changeSettings({ dockerfile: { shellcheck: true, shellcheckPath: program } });
    await client.eventually(uri, 'shellcheck/SC2086 2:1-2:3');
    const [found] = await client.items(uri);
    assert.equal(found?.message, 'Quote it.');
    assert.deepEqual(found?.codeDescription, { href: 'https://www.shellcheck.net/wiki/SC2086' });
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 2, character: 1 },
    });
    assert.match(JSON.stringify(hover.contents), /shellcheck\.net\/wiki\/SC2086/);
    const warned = client.warned('no/such/program');
    client.changeSettings({ dockerfile: { shellcheck: true, shellcheckPath: 'no/such/program' } });
    await client.pull(uri);
    await warned;
    await client.eventually(uri);
  });

  it('finds, explains and repairs in a Dockerfile', async () => {
    const client = await start();
    const uri = 'untitled:Untitled-1';
    client.open(uri, DOCKERFILE, 'dockerfile');
    const [found] = (await client.items(uri)).filter(({ code }) => `${code}` === WITHOUT_YES.split(' ')[0]);
    assert.equal(found?.severity, 2);
    const position = found.range.start;
    const hover = await client.request<Hover>('textDocument/hover', { textDocument: { uri }, position });
    assert.match((hover.contents as { value: string }).value, /Nobody|nobody/);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: found.range,
      context: { diagnostics: [found] },
    });
    const preferred = actions.filter(({ isPreferred }) => isPreferred);
    assert.equal(preferred.length, 1);
    const [change] = preferred[0]!.edit!.documentChanges as TextDocumentEdit[];
    assert.deepEqual(
      change!.edits.map((edit) => ('newText' in edit ? edit.newText : '')),
      [' -y'],
    );
    assert.deepEqual(preferred[0]!.diagnostics, [found]);
    assert.ok(actions.some(({ title }) => title.includes('dockerfile/apt-get-without-yes')));
  });

  it('compares a Service with Deployments in other files, open and on disk', async () => {
    const folder = new Folder({ 'deployment.yaml': deployment('website') });
    const client = await start({ folders: [folder.uri] });
    const [service, other] = [folder.uriOf('service.yaml'), folder.uriOf('deployment.yaml')];
    const miss = 'kubernetes/service-near-miss 6:9-6:12';
    client.open(service, SERVICE, 'yaml');
    await client.eventually(service, miss);
    const [finding] = await client.items(service);
    assert.equal(finding?.relatedInformation?.[0]?.location.uri, other);
    client.open(other, deployment('web'), 'yaml');
    await client.eventually(service);
    client.close(other);
    await client.eventually(service, miss);
    client.filesChanged(FileChangeType.Changed, folder.write('deployment.yaml', deployment('web')));
    await client.eventually(service);
  });

  it('speaks Korean and English, from one moment to the next', async () => {
    const client = await start({ locale: 'ko' });
    const uri = 'untitled:Dockerfile';
    client.open(uri, DOCKERFILE, 'dockerfile');
    const messages = async () => (await client.items(uri)).map(({ message }) => message).join();
    assert.match(await messages(), /[가-힣]/);
    const refreshed = client.refreshed();
    client.changeSettings({ language: 'en' });
    await refreshed;
    assert.doesNotMatch(await messages(), /[가-힣]/);
  });

  it('bears half-typed text of every kind', async () => {
    const client = await start({ capabilities: { ...PULLS, textDocument: { diagnostic: {} } } });
    const texts = [
      [
        'dockerfile',
        `${DOCKERFILE}RUN <<EOF\napt-get install x\nEOF\nCOPY --from=build ["a", "b"]\nONBUILD RUN x\n`,
      ],
      ['yaml', `${deployment('web')}---\n${SERVICE}---\n{{ if x }}\na: [1, "b\n`],
    ] as const;
    for (const [languageId, text] of texts) {
      const uri = `untitled:${languageId}`;
      client.open(uri, '', languageId);
      const answers = [];
      for (let end = 0; end <= text.length; end += 3) {
        client.change(uri, text.slice(0, end));
        const line = text.slice(0, end).split('\n').length - 1;
        const at = { textDocument: { uri }, position: { line, character: 1 } };
        answers.push(client.pull(uri), client.request('textDocument/hover', at));
        for (const feature of ['documentSymbol', 'foldingRange', 'documentLink'])
          answers.push(client.request(`textDocument/${feature}`, at));
        answers.push(client.request('textDocument/selectionRange', { ...at, positions: [at.position] }));
      }
      await Promise.all(answers);
    }
    assert.deepEqual(client.log, []);
  });

  it('shows a page for every rule and note it points at', async () => {
    const client = await start({ options: { commandLinks: true, pages: true } });
    const seen = new Set<string>();
    const read = async (uri: string): Promise<void> => {
      if (seen.has(uri)) return;
      seen.add(uri);
      const { text } = await client.request<{ text: string }>('workspace/textDocumentContent', { uri });
      assert.doesNotMatch(text, /There is no page|페이지는 없다|undefined(?!-)/, uri);
      const base = uri.slice(uri.indexOf(':') + 1);
      for (const [, link] of text.matchAll(/\]\(((?!https?:)[^)\s]+\.md)\)/g))
        await read(`container-tutor:${path.posix.join(path.posix.dirname(base), link!)}`);
    };
    for (const lang of ['ko', 'en']) {
      await read(`container-tutor:/${lang}/rules/dockerfile/apt-get-without-yes.md`);
      await read(`container-tutor:/${lang}/rules/kubernetes/service-near-miss.md`);
      await read(`container-tutor:/${lang}/course.md`);
    }
    assert.ok(seen.size > 10, [...seen].join());
  });
});

describe('the command line', () => {
  let cli: string;
  before(async () => {
    cli = path.resolve(await bundle('server/src/cli/program.ts', 'cli'));
  });
  const run = (cwd: string, args: readonly string[], input = '') =>
    spawnSync(process.execPath, [cli, ...args], { cwd, input, encoding: 'utf8' });

  it('finds the same, in the same places', () => {
    const folder = new Folder({
      Dockerfile: DOCKERFILE,
      'k8s/service.yaml': SERVICE,
      'k8s/web.yaml': deployment('website'),
    });
    const { stdout, status } = run(folder.path, ['lint', '--format', 'json', '.']);
    assert.equal(status, 1);
    const { files, findings } = JSON.parse(stdout);
    assert.equal(files, 3);
    const of = (rule: string) => findings.find((one: { rule: string }) => one.rule === rule);
    const yes = of('dockerfile/apt-get-without-yes');
    assert.deepEqual([yes.file, yes.line, yes.column, yes.endColumn], ['Dockerfile', 2, 31, 38]);
    assert.ok(yes.also.includes('hadolint/DL3014'));
    assert.deepEqual(of('kubernetes/service-near-miss').object, { kind: 'Service', name: 'web' });
  });

  it('repairs, and finds nothing to repair the second time', () => {
    const folder = new Folder({ Dockerfile: DOCKERFILE });
    run(folder.path, ['lint', '--fix', '--only', 'DL3014']);
    assert.match(readFileSync(path.join(folder.path, 'Dockerfile'), 'utf8'), /install -y curl/);
    assert.equal(run(folder.path, ['lint', '--only', 'DL3014']).status, 0);
  });

  it('lints what comes over stdin under its name', () => {
    const args = ['lint', '--format', 'json', '--only', 'DL3014', '--stdin-name', 'sub/Dockerfile', '-'];
    const { findings } = JSON.parse(run('.', args, DOCKERFILE).stdout);
    assert.deepEqual(
      findings.map(({ file, rule }: { file: string; rule: string }) => [file, rule]),
      [['sub/Dockerfile', 'dockerfile/apt-get-without-yes']],
    );
  });

  it('explains everything it lists', () => {
    const { rules } = JSON.parse(run('.', ['rules', '--format', 'json']).stdout);
    const { stdout, status } = run('.', ['explain', rules[0].id]);
    assert.equal(status, 0);
    assert.ok(stdout.includes(rules[0].what));
  });
});
