import { type Connection, DiagnosticSeverity } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigFile } from '../config/file';
import { isConfig, OWN } from '../config/kind';
import { renderMessage } from '../core/text';
import { toRange } from './convert';
import { SOURCE } from './diagnostic';
import type { Session } from './session';

/**
 * Says what is wrong with the configuration files in use. They are pushed whatever the client prefers, since a
 * file nobody opened cannot be asked about.
 */
export class ConfigProblems {
  readonly #session: Session;
  readonly #connection: Connection;
  /** Files the client was told of. */
  #told = new Set<string>();

  constructor(session: Session, connection: Connection) {
    this.#session = session;
    this.#connection = connection;
  }

  async tell(): Promise<void> {
    const files = await this.#inUse();
    for (const file of files) {
      if (file.problems.length === 0 && !this.#told.has(file.uri)) continue;
      this.#told.add(file.uri);
      await this.#send(file);
    }
    for (const uri of this.#told) {
      if (files.some((file) => file.uri === uri)) continue;
      this.#told.delete(uri);
      await this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    }
  }

  /** The files that hold for an open document, and those that are open themselves. */
  async #inUse(): Promise<readonly ConfigFile[]> {
    const { texts, configFiles } = this.#session;
    const found = new Set<ConfigFile | undefined>();
    for (const uri of texts.uris) {
      if (isConfig(uri)) found.add(await configFiles.at(uri));
      else {
        found.add(await configFiles.nearest(uri));
        for (const file of await this.#session.peers(uri)) found.add(file);
      }
    }
    return [...found].filter((file) => file !== undefined);
  }

  async #send({ uri, text, kind, problems }: ConfigFile): Promise<void> {
    const { texts, lang } = this.#session;
    const open = texts.get(uri);
    const document = TextDocument.create(uri, 'yaml', 0, text);
    const diagnostics = problems.map((problem) => ({
      range: toRange(document, problem),
      severity: kind === OWN ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
      source: SOURCE,
      code: 'config',
      message: renderMessage(problem.message, lang),
    }));
    await this.#connection.sendDiagnostics({ uri: open?.uri ?? uri, version: open?.version, diagnostics });
  }
}
