import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { LayersResult } from '../../server/src/lsp/views/drawingProtocol';
import { bundle, SERVER } from './bundle';
import { Client, PULLS } from './client';

describe('layers over the wire', () => {
  let client: Client;
  before(async () => {
    const script = await bundle(SERVER, 'server');
    client = await Client.start(script, { capabilities: PULLS, options: { displayLanguage: 'ko' } });
  });
  after(() => client.stop());

  const ask = (uri: string, before?: string) =>
    client.request<LayersResult>('containerTutor/layers', { textDocument: { uri }, before });

  it('says what is stacked up, what is wrong with it, and what an edit breaks', async () => {
    const uri = 'untitled:Dockerfile';
    const text = 'FROM debian:13.2-slim\nRUN apt-get update && apt-get install curl\nCMD ["curl"]\n';
    client.open(uri, text, 'dockerfile');
    const [stage] = (await ask(uri, text.replace('curl\n', 'jq\n')))!.stages;
    assert.ok(stage);
    assert.deepEqual([stage.role, stage.base.label], ['final', 'FROM debian:13.2-slim']);
    const [run, cmd] = stage.steps;
    assert.deepEqual([run?.sort, run?.keyword, cmd?.sort, cmd?.keyword], ['layer', 'RUN', 'setting', 'CMD']);
    assert.equal(run?.changed?.where, 'here');
    assert.equal(cmd?.changed, undefined);
    assert.deepEqual(run?.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 42 } });
    assert.ok(run?.findings.some(({ severity, message }) => severity === 'warning' && /-y/.test(message)));
    assert.match(run?.explained?.answer ?? '', /레이어/);
    assert.match(run?.explained?.page ?? '', /^container-tutor:\/notes\/dockerfile\/RUN\.md$/);
  });

  it('has nothing to draw of a manifest', async () => {
    const uri = 'untitled:pod.yaml';
    client.open(uri, 'apiVersion: v1\nkind: Pod\n', 'yaml');
    assert.equal(await ask(uri), null);
  });
});
