import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ObjectsParams, ObjectsResult } from '../../server/src/lsp/views/drawingProtocol';
import { WORLD } from '../course';
import { bundle, SERVER } from './bundle';
import { Client, PULLS } from './client';
import { Folder } from './folder';

describe('objects over the wire', () => {
  const folder = new Folder(WORLD);
  let client: Client;
  before(async () => {
    const script = await bundle(SERVER, 'server');
    client = await Client.start(script, {
      folders: [folder.uri],
      capabilities: PULLS,
      options: { displayLanguage: 'ko' },
    });
  });
  after(() => client.stop());

  const ask = (params: ObjectsParams) => client.request<ObjectsResult>('containerTutor/objects', params);
  const changed = () =>
    new Promise<void>((resolve) => {
      const heard = client.connection.onNotification('containerTutor/objectsChanged', () => {
        heard.dispose();
        resolve();
      });
    });

  /** Asks until all files are read: the server says when to ask again. */
  async function whole(params: ObjectsParams, isWhole: (result: ObjectsResult) => boolean) {
    for (;;) {
      const again = changed();
      const result = await ask(params);
      if (isWhole(result)) return result!;
      await again;
    }
  }
  const hasAll = (result: ObjectsResult) =>
    result?.edges.some(({ state }) => state === 'broken') === true &&
    result.nodes.filter(({ sort }) => sort === 'written').length === 18;

  it('says what there is, where it stands, and what is wrong with it', async () => {
    const uri = folder.uriOf('ingress.yaml');
    client.open(uri, WORLD['ingress.yaml']!, 'yaml');
    const { nodes, edges, areas, notes, summary } = await whole({ scope: 'workspace' }, hasAll);
    assert.deepEqual(
      areas.map(({ label }) => label),
      ['default', 'cluster 전체'],
    );
    assert.match(summary, /^오브젝트 18개, 어긋난 연결 \d개$/);
    const ingress = nodes.find(({ kind }) => kind === 'Ingress')!;
    assert.deepEqual(
      [ingress.label, ingress.badge, ingress.family, ingress.sort, ingress.place?.label, ingress.lines],
      ['web', 'ing', 'network', 'written', 'ingress.yaml:3', [0, 17]],
    );
    assert.ok(ingress.findings.some(({ message }) => /8443/.test(message)));
    assert.match(notes[ingress.note!]!.page, /^container-tutor:\/notes\/kubernetes\/Ingress\.md$/);
    const closed = nodes.find(({ kind, label }) => kind === 'Deployment' && label === 'web')!;
    assert.deepEqual([closed.place?.label, closed.lines, closed.findings], ['web.yaml:3', undefined, []]);
    const pods = nodes.find(({ kind, label }) => kind === 'Pod' && label === 'web-…-…')!;
    assert.deepEqual([pods.sort, pods.count, pods.place], ['made', '× 1…9', undefined]);
    const toService = edges.filter(({ from }) => from === ingress.id);
    assert.deepEqual(
      toService.map(({ state }) => state),
      ['broken', 'unknown'],
    );
    assert.match(
      toService[0]!.ways.find(({ state }) => state === 'broken')!.reasons[0]!,
      /포트 `8443`이 없다/,
    );
  });

  it('is told anew when a text changes, and of one file where that is asked', async () => {
    const uri = folder.uriOf('ingress.yaml');
    client.change(uri, WORLD['ingress.yaml']!.replace('{number: 8443}', '{number: 81}'));
    const { nodes, edges } = await whole(
      { textDocument: { uri }, scope: 'file' },
      (result) => result?.edges.every(({ state }) => state !== 'broken') === true,
    );
    assert.deepEqual(nodes.map(({ kind, label }) => `${kind} ${label}`).toSorted(), [
      'Ingress web',
      'Service other',
      'Service web',
    ]);
    assert.deepEqual(
      edges.map(({ state }) => state),
      ['ok', 'unknown'],
    );
  });

  it('knows the workspace from a Dockerfile too', async () => {
    const uri = folder.uriOf('Dockerfile');
    client.open(uri, 'FROM nginx:1.29\n', 'dockerfile');
    assert.ok(hasAll(await whole({ textDocument: { uri }, scope: 'file' }, hasAll)));
  });
});
