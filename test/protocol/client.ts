import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  type FileChangeType,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { InitializationOptions } from '../../server/src/lsp/protocol';

export interface Start {
  readonly folders?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly options?: InitializationOptions;
  readonly settings?: unknown;
  readonly locale?: string;
}

/** What VS Code can; tests take away what a lesser client lacks. */
export const PULLS: ClientCapabilities = {
  textDocument: { diagnostic: {}, codeAction: { resolveSupport: { properties: ['edit'] } } },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
};

/** An editor of our own: a server process and the other end of its protocol. Every wait is for an event. */
export class Client {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly log: string[] = [];
  readonly registered: string[] = [];
  initialized!: InitializeResult;
  /** What `workspace/configuration` answers. */
  settings: unknown;
  #published = new Map<string, Diagnostic[]>();
  #version = 1;
  #waiting = new Set<{ readonly on: string; readonly done: (value: never) => boolean }>();

  private constructor(script: string, args: readonly string[]) {
    const env = { PATH: process.env['PATH'], LANG: 'C.UTF-8', XDG_CACHE_HOME: path.resolve('out/cache') };
    this.process = spawn(process.execPath, [script, ...args], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout!),
      new StreamMessageWriter(this.process.stdin!),
    );
    this.connection.onNotification('window/logMessage', ({ message }) => this.#heard('log', message));
    this.connection.onNotification('window/showMessage', ({ message }) => this.#heard('shown', message));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.#published.set(params.uri, params.diagnostics);
      this.#heard('published', params);
    });
    this.connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(() => this.settings),
    );
    this.connection.onRequest('client/registerCapability', ({ registrations }) => {
      for (const { method } of registrations) this.#heard('registered', method);
    });
    this.connection.onRequest('workspace/diagnostic/refresh', () => this.#heard('refresh', null));
    this.connection.onRequest('workspace/codeLens/refresh', () => this.#heard('lenses', null));
    this.connection.onRequest('window/workDoneProgress/create', () => null);
    this.connection.listen();
  }

  static async start(
    script: string,
    start: Start = {},
    args: readonly string[] = ['--stdio'],
  ): Promise<Client> {
    const client = new Client(script, args);
    client.settings = start.settings ?? {};
    client.initialized = await client.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: (start.folders ?? []).map((uri) => ({ uri, name: uri })),
      capabilities: start.capabilities ?? PULLS,
      initializationOptions: start.options,
      locale: start.locale,
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  async stop(): Promise<number> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    if (this.process.exitCode === null) await once(this.process, 'exit');
    this.connection.dispose();
    return this.process.exitCode!;
  }

  open(uri: string, text: string, languageId = 'tiny'): void {
    const textDocument = { uri, languageId, version: this.#version++, text };
    void this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** Replaces the whole text, or one range of it. */
  change(uri: string, text: string, range?: unknown): void {
    const contentChanges = [range ? { range, text } : { text }];
    const textDocument = { uri, version: this.#version++ };
    void this.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
  }

  close(uri: string): void {
    void this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  filesChanged(type: FileChangeType, ...uris: string[]): void {
    const changes = uris.map((uri) => ({ uri, type }));
    void this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const named = (uris: readonly string[]) => uris.map((uri) => ({ uri, name: uri }));
    const event = { added: named(added), removed: named(removed) };
    void this.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
  }

  changeSettings(settings: unknown): void {
    this.settings = settings;
    void this.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest(method, params);
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      previousResultId,
    });
  }

  async items(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items : [];
  }

  /** The rules found, each with its place: `tiny/bad-word 0:2-0:5`. */
  async found(uri: string): Promise<readonly string[]> {
    return (await this.items(uri)).map(show);
  }

  /** Asks, and again whenever the server asks for it, until the rules found are these. */
  async eventually(uri: string, ...expected: readonly string[]): Promise<void> {
    for (;;) {
      const refreshed = this.#wait('refresh', () => true);
      if ((await this.found(uri)).join() === expected.join()) return;
      await refreshed;
    }
  }

  /** Settles when the server asks to be asked again. */
  refreshed(): Promise<void> {
    return this.#wait('refresh', () => true);
  }

  /** Settles when the server asks to be asked for lenses again. */
  lensesRefreshed(): Promise<void> {
    return this.#wait('lenses', () => true);
  }

  /** Settles with what was published for a document once that fits. */
  published(uri: string, fits: (items: readonly string[]) => boolean): Promise<readonly string[]> {
    const known = this.#published.get(uri)?.map(show);
    if (known && fits(known)) return Promise.resolve(known);
    return this.#wait(
      'published',
      (params: PublishDiagnosticsParams) => params.uri === uri && fits(params.diagnostics.map(show)),
    ).then(() => this.#published.get(uri)!.map(show));
  }

  /** Settles with whatever is published next for a document. */
  publishedNext(uri: string): Promise<readonly Diagnostic[]> {
    const next = this.#wait('published', (params: PublishDiagnosticsParams) => params.uri === uri);
    return next.then(() => this.#published.get(uri)!);
  }

  logged(words: string): Promise<void> {
    if (this.log.some((line) => line.includes(words))) return Promise.resolve();
    return this.#wait('log', (line: string) => line.includes(words));
  }

  /** Settles when the user is shown a message with these words. */
  warned(words: string): Promise<void> {
    return this.#wait('shown', (message: string) => message.includes(words));
  }

  /** Settles when the server has asked to be told of events of a method. */
  hasRegistered(method: string): Promise<void> {
    if (this.registered.includes(method)) return Promise.resolve();
    return this.#wait('registered', (one: string) => one === method);
  }

  #heard(on: string, value: unknown): void {
    if (on === 'log') this.log.push(value as string);
    if (on === 'registered') this.registered.push(value as string);
    for (const one of this.#waiting) if (one.on === on && one.done(value as never)) this.#waiting.delete(one);
  }

  #wait(on: string, fits: (value: never) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const done = (value: never) => {
        if (!fits(value)) return false;
        resolve();
        return true;
      };
      this.#waiting.add({ on, done });
    });
  }
}

export function show({ code, range: { start, end } }: Diagnostic): string {
  return `${code} ${start.line}:${start.character}-${end.line}:${end.character}`;
}
