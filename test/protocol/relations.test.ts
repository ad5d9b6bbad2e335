import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type {
  CodeAction,
  CodeLens,
  CompletionList,
  DocumentHighlight,
  Hover,
  Location,
  Position,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { WORLD } from '../course';
import { bundle, SERVER } from './bundle';
import { Client, PULLS, type Start } from './client';
import { Folder } from './folder';

// What objects have to do with each other, over the wire: the places are in files nobody has open.

const CAPABLE = { ...PULLS, workspace: { ...PULLS.workspace, codeLens: { refreshSupport: true } } };

describe('relations over the wire', () => {
  let script: string;
  const clients: Client[] = [];
  before(async () => {
    script = await bundle(SERVER, 'server');
  });
  after(() => Promise.all(clients.map((client) => client.stop())));

  /** A client with one file of the world open, once the others are read. */
  async function open(name: string, more: Start = {}, files = WORLD) {
    const folder = new Folder(files);
    const options = { commandLinks: true };
    const client = await Client.start(script, {
      folders: [folder.uri],
      capabilities: CAPABLE,
      options,
      ...more,
    });
    clients.push(client);
    const uri = folder.uriOf(name);
    const text = files[name]!;
    client.open(uri, text, 'yaml');
    const at = (marked: string) => {
      const start = text.indexOf(marked.replace('|', ''));
      assert.ok(start >= 0, marked);
      return { textDocument: { uri }, position: positionOf(text, start + marked.indexOf('|')) };
    };
    /** Asks until all files are read: only then every answer is there. */
    const ask = async <T>(method: string, params: unknown, isThere: (answer: T) => boolean): Promise<T> => {
      for (;;) {
        const answer = await client.request<T>(method, params);
        if (isThere(answer)) return answer;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const short = ({ uri, range }: Location) =>
      `${uri.slice(folder.uri.length + 1)}:${range.start.line + 1}:${range.start.character}`;
    return { client, folder, uri, at, ask, short };
  }

  it('goes to a definition in another file, and finds what uses it', async () => {
    const { at, ask, short } = await open('ingress.yaml');
    const place = at('service: {name: |web, port: {name');
    const found = await ask<Location[] | null>('textDocument/definition', place, (one) => !!one?.length);
    assert.deepEqual(found?.map(short), ['service.yaml:3:17']);
    const used = await ask<Location[] | null>(
      'textDocument/references',
      { ...place, context: { includeDeclaration: true } },
      (one) => one?.length === 4,
    );
    assert.deepEqual(used?.map(short).sort(), [
      'around.yaml:40:27',
      'ingress.yaml:12:38',
      'ingress.yaml:15:38',
      'service.yaml:3:17',
    ]);
  });

  it('renames a key in every file, and says why another name cannot be', async () => {
    const { client, folder, at, ask } = await open('config.yaml');
    const place = at('|color: blue');
    await ask<Location[] | null>(
      'textDocument/references',
      { ...place, context: {} },
      (one) => !!one?.length,
    );
    assert.deepEqual(await client.request('textDocument/prepareRename', place), {
      range: { start: { line: 4, character: 2 }, end: { line: 4, character: 7 } },
      placeholder: 'color',
    });
    assert.equal(await client.request('textDocument/prepareRename', at('kind: |ConfigMap')), null);
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...place, newName: 'tint' });
    const changes = (edit.documentChanges as TextDocumentEdit[]).map(({ textDocument, edits }) => [
      textDocument.uri.slice(folder.uri.length + 1),
      ...edits.map((one) => ('newText' in one ? one.newText : '')),
    ]);
    assert.deepEqual(changes.toSorted(), [
      ['config.yaml', 'tint'],
      ['web.yaml', 'tint'],
    ]);
    for (const [newName, why] of [
      ['size', /has a key `size` already \(config\.yaml:6\)/],
      ['not a key', /cannot stand here/],
    ] as const)
      await assert.rejects(client.request('textDocument/rename', { ...place, newName }), why);
  });

  it('marks the words of one file that stand for the same', async () => {
    const { at, ask } = await open('web.yaml');
    const found = await ask<DocumentHighlight[] | null>(
      'textDocument/documentHighlight',
      at('name: |http, containerPort'),
      (one) => !!one?.length,
    );
    assert.deepEqual(
      found?.map(({ range, kind }) => `${range.start.line + 1} ${kind}`),
      ['17 3', '19 2'],
    );
  });

  it('draws the way to a container, with links to each place', async () => {
    const { at, ask, folder } = await open('service.yaml');
    const says = (pattern: RegExp) => (one: Hover | null) => pattern.test(JSON.stringify(one?.contents));
    await ask<Hover | null>(
      'textDocument/hover',
      at('targetPort: |http'),
      says(/→ Deployment web, containerPort/),
    );
    const hover = await ask<Hover | null>('textDocument/hover', at('|selector'), says(/2 workloads/));
    assert.ok(JSON.stringify(hover).includes(`[web.yaml:3](${folder.uriOf('web.yaml')}#L3)`));
  });

  it('completes a key with where it is written', async () => {
    const { at, ask } = await open('web.yaml');
    const found = await ask<CompletionList | null>(
      'textDocument/completion',
      at('key: |color'),
      (one) => !!one?.items.length,
    );
    assert.deepEqual(
      found?.items.map(({ label, detail }) => `${label} ${detail}`),
      ['color config.yaml:5', 'size config.yaml:6'],
    );
  });

  it('says above the lines in another language at once', async () => {
    const { client, uri, ask } = await open('service.yaml');
    const document = { textDocument: { uri } };
    const titles = async () => {
      const [lens] = await ask<CodeLens[]>('textDocument/codeLens', document, (one) => one.length > 0);
      return (await client.request<CodeLens>('codeLens/resolve', lens)).command?.title;
    };
    assert.equal(await titles(), '→ 2 workloads');
    const refreshed = client.lensesRefreshed();
    client.changeSettings({ ...(client.settings as object), language: 'ko' });
    await refreshed;
    assert.equal(await titles(), '→ workload 2개');
  });

  it('says above the lines where things lead, and asks to be asked when that changes', async () => {
    const { client, folder, uri, ask, short } = await open('service.yaml');
    const document = { textDocument: { uri } };
    const [lens] = await ask<CodeLens[]>('textDocument/codeLens', document, (one) => one.length > 0);
    assert.equal(lens?.command, undefined);
    const resolved = await client.request<CodeLens>('codeLens/resolve', lens);
    assert.equal(resolved.command?.title, '→ 2 workloads');
    assert.equal(resolved.command?.command, 'containerTutor.showPlaces');
    const [from, position, places] = resolved.command.arguments as [string, Position, Location[]];
    assert.deepEqual([from, position.line], [uri, 0]);
    assert.deepEqual(places.map(short), ['canary.yaml:3:17', 'web.yaml:3:17']);

    const refreshed = client.lensesRefreshed();
    client.open(folder.uriOf('canary.yaml'), WORLD['canary.yaml']!.replaceAll('app: web', 'app: x'), 'yaml');
    await refreshed;
    const [again] = await client.request<CodeLens[]>('textDocument/codeLens', document);
    assert.equal(
      (await client.request<CodeLens>('codeLens/resolve', again)).command?.title,
      '→ Deployment web',
    );

    const gone = client.lensesRefreshed();
    client.changeSettings({ codeLens: { relations: false } });
    await gone;
    assert.deepEqual(await client.request('textDocument/codeLens', document), []);
  });

  it('has titles without a command for a client that has none of ours', async () => {
    const { client, uri, ask } = await open('config.yaml', { options: {}, locale: 'ko' });
    const found = await ask<CodeLens[]>(
      'textDocument/codeLens',
      { textDocument: { uri } },
      (one) => one.length > 0,
    );
    const resolved = await Promise.all(found.map((one) => client.request<CodeLens>('codeLens/resolve', one)));
    assert.deepEqual(
      resolved.map(({ command }) => [command?.title, command?.command]),
      [
        ['1곳에서 쓴다', ''],
        ['이 폴더에는 쓰는 곳이 없다', ''],
        ['1곳에서 쓴다', ''],
      ],
    );
  });

  it('offers the steps to the next level of Pod Security where asked for', async () => {
    const settings = { codeLens: { relations: false, podSecurity: true } };
    const { client, uri, ask } = await open('canary.yaml', { settings });
    const document = { textDocument: { uri } };
    const [lens] = await ask<CodeLens[]>('textDocument/codeLens', document, (one) => one.length > 0);
    const { command } = await client.request<CodeLens>('codeLens/resolve', lens);
    assert.equal(command?.title, 'passes Pod Security baseline; 4 steps to restricted');
    const [, position, kind] = command.arguments as [string, Position, string];
    const range = { start: position, end: position };
    const asked = (only?: string[]) =>
      client.request<CodeAction[]>('textDocument/codeAction', {
        ...document,
        range,
        context: { diagnostics: [], ...(only && { only }) },
      });
    const titles = (await asked([kind])).map(({ title }) => title);
    assert.equal(titles.length, 5);
    assert.equal(titles[0], 'Pod Security, step 1: runAsNonRoot: true');
    assert.ok((await asked()).every(({ title }) => !title.startsWith('Pod Security')));
  });
});

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}
