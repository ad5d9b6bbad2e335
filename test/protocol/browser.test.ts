import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, describe, it } from 'node:test';
import { Worker } from 'node:worker_threads';
import type { DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import {
  LIST_FILES,
  type ListFilesParams,
  READ_FILE,
  type ReadFileParams,
} from '../../server/src/lsp/protocol';
import {
  CHECK_LAB,
  type CheckLabResult,
  LABS,
  type LabsResult,
} from '../../server/src/lsp/views/labProtocol';
import { textsIn } from '../labs';
import { bundle, SERVER } from './bundle';

/** What a browser gives a worker, as far as the server uses it, and nothing of Node. */
const SHIM = `
const { parentPort } = require('node:worker_threads');
for (const name of ['require', 'process', 'Buffer', 'setImmediate']) delete globalThis[name];
globalThis.WorkerGlobalScope = class {};
Object.defineProperty(globalThis, 'navigator', { value: { language: 'en' } });
globalThis.self = {
  postMessage: (data) => parentPort.postMessage(data),
  addEventListener() {},
  set onmessage(listen) { parentPort.on('message', (data) => listen({ data })); },
};`;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** The other end of a worker's protocol: plain messages, no library. */
class WorkerClient {
  readonly worker: Worker;
  readonly files: Map<string, string>;
  readonly asked: unknown[] = [];
  #id = 0;
  #answers = new Map<number, (result: unknown) => void>();
  #refreshes = new Set<() => void>();

  constructor(code: string, files: Record<string, string>) {
    this.files = new Map(Object.entries(files));
    this.worker = new Worker(SHIM + code, { eval: true });
    this.worker.on('message', (message: Message) => this.#heard(message));
  }

  request<T>(method: string, params: unknown): Promise<T> {
    const id = ++this.#id;
    this.worker.postMessage({ jsonrpc: '2.0', id, method, params });
    return new Promise((resolve) => this.#answers.set(id, resolve as (result: unknown) => void));
  }

  notify(method: string, params: unknown): void {
    this.worker.postMessage({ jsonrpc: '2.0', method, params });
  }

  async eventually(uri: string, count: number): Promise<void> {
    for (;;) {
      const refreshed = new Promise<void>((resolve) => this.#refreshes.add(resolve));
      const params = { textDocument: { uri } };
      const report = await this.request<DocumentDiagnosticReport>('textDocument/diagnostic', params);
      if (report.kind === 'full' && report.items.length === count) return;
      await refreshed;
    }
  }

  #heard({ id, method, params, result }: Message): void {
    if (method === undefined) this.#answers.get(id!)?.(result);
    else if (id !== undefined)
      this.worker.postMessage({ jsonrpc: '2.0', id, result: this.#answer(method, params) });
  }

  #answer(method: string, params: unknown): unknown {
    if (method === READ_FILE) return { text: this.files.get((params as ReadFileParams).uri) ?? null };
    if (method === LIST_FILES) {
      this.asked.push((params as ListFilesParams).include);
      return {
        uris: [...this.files.keys()].filter((uri) => uri.startsWith((params as ListFilesParams).folder)),
      };
    }
    if (method === 'workspace/diagnostic/refresh') for (const done of this.#refreshes) done();
    return null;
  }
}

describe('the server in a browser', () => {
  const workers: Worker[] = [];
  after(() => Promise.all(workers.map((worker) => worker.terminate())));

  it('reads files and configuration through the client, from whatever scheme', async () => {
    const script = await bundle(SERVER, 'tinyWorker', { tiny: true });
    const root = 'vscode-vfs://github/o/r';
    const [a, b, config] = [`${root}/a.tiny`, `${root}/b.tiny`, `${root}/.container-tutor.yaml`];
    const client = new WorkerClient(await readFile(script, 'utf8'), { [b]: 'def web\n' });
    workers.push(client.worker);
    await client.request('initialize', {
      processId: null,
      workspaceFolders: [{ uri: root, name: 'r' }],
      capabilities: {
        textDocument: { diagnostic: {} },
        workspace: { diagnostics: { refreshSupport: true } },
      },
    });
    client.notify('initialized', {});
    const textDocument = { uri: a, languageId: 'tiny', version: 1, text: 'use web\nuse other\nbad\n' };
    client.notify('textDocument/didOpen', { textDocument });
    await client.eventually(a, 2);
    assert.match(String(client.asked[0]), /ockerfile/);
    client.files.set(config, 'rules: {bad-word: off}\n');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: config, type: 1 }] });
    await client.eventually(a, 1);
    client.files.set(b, 'def other\n');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: b, type: 2 }] });
    await client.eventually(a, 1);
    client.files.delete(b);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: b, type: 3 }] });
    await client.eventually(a, 2);
  });

  it('needs nothing of Node', async () => {
    const script = await bundle(SERVER, 'worker');
    const client = new WorkerClient(await readFile(script, 'utf8'), {});
    workers.push(client.worker);
    const capabilities = { textDocument: { diagnostic: {} } };
    await client.request('initialize', { processId: null, workspaceFolders: null, capabilities });
    client.notify('initialized', {});
    const found = async (languageId: string, text: string) => {
      const uri = `untitled:${languageId}`;
      client.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
      const params = { textDocument: { uri } };
      const report = await client.request<DocumentDiagnosticReport>('textDocument/diagnostic', params);
      return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
    };
    assert.deepEqual(await found('dockerfile', 'FROM debian:13\nRUN cd /é\n'), [
      'dockerfile/cd-without-effect',
    ]);
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: nginx}]}\n';
    assert.ok((await found('yaml', pod)).includes('kubernetes/floating-tag'));
  });

  it('reads labs through the client', async () => {
    const script = await bundle(SERVER, 'labsWorker');
    const folder = 'vscode-vfs://github/o/r/labs/02-apt-get-yes';
    const texts = [...textsIn('labs/02-apt-get-yes')].map(
      ([name, text]) => [`${folder}/${name}`, text] as const,
    );
    const client = new WorkerClient(await readFile(script, 'utf8'), Object.fromEntries(texts));
    workers.push(client.worker);
    const workspaceFolders = [{ uri: 'vscode-vfs://github/o/r', name: 'r' }];
    await client.request('initialize', { processId: null, workspaceFolders, capabilities: {} });
    client.notify('initialized', {});
    const labs = await client.request<LabsResult>(LABS, null);
    assert.deepEqual(
      labs.map((one) => one.folder),
      [folder],
    );
    const passed = async () => (await client.request<CheckLabResult>(CHECK_LAB, { folder }))?.passed;
    assert.equal(await passed(), false);
    client.files.set(`${folder}/Dockerfile`, client.files.get(`${folder}/solution/Dockerfile`)!);
    assert.equal(await passed(), true);
  });
});
