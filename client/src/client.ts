import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import { COMMANDS, type InitializationOptions } from '../../server/src/lsp/protocol';
import type { Beside } from './beside';
import { isTold, TOLD } from './ours';
import { configurationIn } from './trust';
import { provideHover } from './walkthrough';
import { sendRequest } from './yaml';

/** What the client tells the library and the server; the same for a process and a worker. */
export function clientOptions(
  onGaveUp: () => void,
  beside: Beside,
  host: InitializationOptions = {},
): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    displayLanguage: vscode.env.language,
    pages: true,
    drawings: true,
    commandLinks: true,
    diagnosticData: true,
    reconfigured: true,
    ...host,
  };
  return {
    documentSelector: TOLD,
    initializationOptions,
    middleware: {
      ...middleware,
      provideDiagnostics: beside.provideDiagnostics,
      provideHover,
      sendRequest,
      workspace: { configuration: configurationIn(vscode.workspace) },
    },
    errorHandler: new Crashes(onGaveUp),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // Links in our hovers may run these commands of ours, and nothing else.
    markdown: { isTrusted: { enabledCommands: Object.values(COMMANDS) } },
  };
}

/** The server answers nothing about a text it was never told of, so that keeping it from the server is enough. */
const middleware: Middleware = {
  didOpen: async (document, next) => {
    if (isTold(document)) await next(document);
  },
  didChange: async (event, next) => {
    if (isTold(event.document)) await next(event);
  },
  didClose: async (document, next) => {
    if (isTold(document)) await next(document);
  },
};

const MOST_CRASHES = 4;
const WITHIN = 3 * 60 * 1000;

/** Restarts a server that crashes now and then, and leaves one alone that crashes again and again. */
class Crashes implements ErrorHandler {
  readonly #onGaveUp: () => void;
  readonly #times: number[] = [];

  constructor(onGaveUp: () => void) {
    this.#onGaveUp = onGaveUp;
  }

  /**
   * A message that got lost is no reason to stop the server: when it dies, some always do before the end of the
   * connection is seen, and a client that is stopping by then would not start it again.
   */
  error() {
    return { action: ErrorAction.Continue, handled: true };
  }

  closed() {
    const now = Date.now();
    this.#times.push(now);
    const recent = this.#times.filter((time) => now - time < WITHIN);
    if (recent.length <= MOST_CRASHES) return { action: CloseAction.Restart, handled: true };
    this.#onGaveUp();
    return { action: CloseAction.DoNotRestart, handled: true };
  }
}
