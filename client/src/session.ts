import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { RECONFIGURED } from '../../server/src/lsp/protocol';

/** Makes a client for the server of this host. `onGaveUp` is called when the server crashed too often. */
export type Launch = (onGaveUp: () => void) => Promise<BaseLanguageClient>;

/** The server of this window: started when first needed, at most once at a time. */
export class Session implements vscode.Disposable {
  readonly #launch: Launch;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #started = new vscode.EventEmitter<BaseLanguageClient>();
  #client?: Promise<BaseLanguageClient>;
  #gaveUp = false;

  /** Whether the server gave up or runs again, or what holds for texts. */
  readonly onDidChange = this.#changed.event;

  /** A client is about to start: what it is to listen to is said now. */
  readonly onDidStart = this.#started.event;

  constructor(launch: Launch) {
    this.#launch = launch;
  }

  /** The server crashed too often and waits to be restarted by hand. */
  get gaveUp(): boolean {
    return this.#gaveUp;
  }

  /** Starts the server if it does not run. */
  running(): Promise<BaseLanguageClient> {
    this.#client ??= this.#start().catch((error) => {
      this.#client = undefined;
      throw error;
    });
    return this.#client;
  }

  async restart(): Promise<void> {
    await this.#stop();
    await this.running();
  }

  dispose(): Promise<void> {
    this.#changed.dispose();
    this.#started.dispose();
    return this.#stop();
  }

  async #start(): Promise<BaseLanguageClient> {
    const client = await this.#launch(() => this.#say(true));
    this.#started.fire(client);
    client.onNotification(RECONFIGURED, () => this.#changed.fire());
    await client.start();
    this.#say(false);
    return client;
  }

  async #stop(): Promise<void> {
    const stopping = this.#client;
    this.#client = undefined;
    try {
      await (await stopping)?.dispose();
    } catch {
      // It did not start, or does not answer any more: gone is what it should be.
    }
  }

  #say(gaveUp: boolean): void {
    this.#gaveUp = gaveUp;
    this.#changed.fire();
  }
}
