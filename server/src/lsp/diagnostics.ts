import {
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import type { Resolved } from '../config/resolve';
import { canonical } from '../core/address';
import { sameValue } from '../core/store';
import { toDiagnostic } from './diagnostic';
import { eachFinding } from './guard';
import type { Session } from './session';

/** What is wrong with a document. The id stays the same while nothing changes. */
interface Report {
  readonly id: string;
  readonly items: Diagnostic[];
  /** What it was worked out from: with the same there is nothing to do. */
  readonly from: readonly [version: number, shellChecks: number, resolved: Resolved];
}

/**
 * Tells the client what is wrong: when it asks (pull), or by itself where the client cannot ask (push). After
 * every change all open documents are looked at, since findings depend on other files.
 */
export class Diagnostics {
  readonly #session: Session;
  readonly #connection: Connection;
  readonly #reports = new Map<string, Report>();
  /** The report the client has, or was asked to fetch, and the version of the text it is about. */
  readonly #told = new Map<string, { readonly id: string; readonly version: number }>();
  #serial = 0;
  #sweep?: Promise<void>;

  constructor(session: Session, connection: Connection) {
    this.#session = session;
    this.#connection = connection;
  }

  async pull({
    textDocument,
    previousResultId,
  }: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
    const uri = canonical(textDocument.uri);
    const report = await this.#report(uri);
    if (!report) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const { id, items } = report;
    this.#tell(uri, id);
    return id === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
      : { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
  }

  /** Something findings depend on may have changed. Changes that follow at once are answered together. */
  changed(): void {
    this.#sweep ??= new Promise<void>((resolve) => setTimeout(resolve, DELAY))
      .then(() => {
        this.#sweep = undefined;
        const pulls = this.#session.client.textDocument?.diagnostic !== undefined;
        return pulls ? this.#refresh() : this.#push();
      })
      .catch((error) => this.#session.log(`Diagnostics could not be brought up to date: ${error}`));
  }

  closed(uri: string, clientUri: string): void {
    const shown = this.#reports.get(uri)?.items.length;
    this.#reports.delete(uri);
    const pushed = this.#told.delete(uri) && this.#session.client.textDocument?.diagnostic === undefined;
    if (pushed && shown) void this.#connection.sendDiagnostics({ uri: clientUri, diagnostics: [] });
  }

  async #push(): Promise<void> {
    for (const uri of this.#session.texts.uris) {
      const before = this.#reports.get(uri);
      const report = await this.#report(uri);
      const document = this.#session.texts.get(uri);
      if (!report || !document || this.#told.get(uri)?.id === report.id) continue;
      this.#tell(uri, report.id);
      // A document without findings needs no word at first.
      if (!before && report.items.length === 0) continue;
      const { items: diagnostics } = report;
      await this.#connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
    }
  }

  /** Asks the client to ask again if some answer is another one now: once for each new answer. */
  async #refresh(): Promise<void> {
    if (!this.#session.client.workspace?.diagnostics?.refreshSupport) return;
    let stale = false;
    for (const [uri, told] of [...this.#told]) {
      // About what is being typed in, the client asks by itself.
      if (this.#session.texts.get(uri)?.version !== told.version) continue;
      const report = await this.#report(uri);
      if (!report || report.id === this.#told.get(uri)?.id) continue;
      this.#tell(uri, report.id);
      stale = true;
    }
    if (stale) this.#connection.languages.diagnostics.refresh();
  }

  #tell(uri: string, id: string): void {
    const version = this.#session.texts.get(uri)?.version;
    if (version !== undefined) this.#told.set(uri, { id, version });
  }

  async #report(uri: string): Promise<Report | undefined> {
    const session = this.#session;
    const resolved = await session.settle(uri);
    if (!session.texts.get(uri)) return undefined;
    const before = this.#reports.get(uri);
    const from = [session.workspace.version, session.shellChecks.version, resolved] as const;
    if (before?.from.every((one, i) => one === from[i])) return before;
    const items = eachFinding(session, session.diagnose(uri, resolved), (diagnosis) =>
      toDiagnostic(session, uri, diagnosis),
    );
    const same = before && sameValue(before.items, items);
    const report = same ? { ...before, from } : { id: String(++this.#serial), items, from };
    this.#reports.set(uri, report);
    return report;
  }
}

/** Milliseconds; enough to answer a burst of file events once. */
const DELAY = 15;
