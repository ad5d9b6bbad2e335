import * as vscode from 'vscode';
import {
  CHECK_LAB,
  type CheckLabResult,
  LAB_CHANGED,
  LABS,
  type LabChangedParams,
  type LabEntry,
  type LabsResult,
} from '../../../server/src/lsp/views/labProtocol';
import { openPage, type Pages } from '../pages';
import { say } from '../say';
import type { Session } from '../session';
import type { LabProgress } from './progress';
import { childrenOf, itemOf, type LabNode, type LabState, plain } from './tree';

type Result = NonNullable<CheckLabResult>;

/** The labs of the workspace, as the view shows them. */
export class Labs implements vscode.TreeDataProvider<LabNode>, vscode.Disposable {
  readonly #session: Session;
  readonly #pages: Pages;
  readonly #progress: LabProgress;
  readonly #changed = new vscode.EventEmitter<void>();
  #results = new Map<string, Result>();
  readonly #subscriptions: vscode.Disposable[] = [];
  #entries?: Promise<LabsResult>;
  /** What the server was asked last. */
  #asked: Promise<unknown> = Promise.resolve();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(session: Session, pages: Pages, progress: LabProgress) {
    this.#session = session;
    this.#pages = pages;
    this.#progress = progress;
    this.#subscriptions.push(
      // Another language, another server: what is shown is asked for again, if it was ever asked for.
      session.onDidChange(() => this.#entries && void this.refresh()),
      session.onDidStart((client) =>
        client.onNotification(
          LAB_CHANGED,
          ({ folder }: LabChangedParams) =>
            void (folder === undefined ? this.refresh() : this.#check(folder, true)),
        ),
      ),
      // The server hears of files on disk, but watching loses folders that come in a burst, as copied labs do.
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#entries && void this.#saved(uri)),
    );
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
    this.#changed.dispose();
  }

  /** `3 of 15`, once they were looked at. */
  get summary(): string | undefined {
    if (this.#results.size === 0) return undefined;
    const passed = [...this.#results.values()].filter((one) => one.passed).length;
    return say('{0} of {1} passed', passed, this.#results.size);
  }

  getTreeItem(node: LabNode): vscode.TreeItem {
    return itemOf(node);
  }

  async getChildren(node?: LabNode): Promise<LabNode[]> {
    if (node) return 'check' in node ? [] : childrenOf(node.lab);
    return (await this.#listed()).map((entry) => ({ lab: this.#state(entry) }));
  }

  find({ lab }: LabNode): Promise<LabState | undefined> {
    return this.#first(({ folder }) => folder === lab.entry.folder);
  }

  /** The lab of the file or task at hand. */
  atHand(): Promise<LabState | undefined> {
    const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
    const isShown = input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom;
    const at = isShown ? input.uri.toString() : undefined;
    return this.#first(
      ({ folder, page }) =>
        at !== undefined && (at === vscode.Uri.parse(page).toString() || isIn(folder, at)),
    );
  }

  async #first(fits: (entry: LabEntry) => boolean): Promise<LabState | undefined> {
    const entry = (await this.#listed()).find(fits);
    return entry && this.#state(entry);
  }

  refresh(): Promise<LabsResult> {
    const entries = this.#inTurn(() => this.#list());
    this.#entries = entries;
    return entries;
  }

  async takeHint({ entry, progress }: LabState): Promise<void> {
    const hints = Math.min(entry.hints.length, progress.hints + 1);
    await this.#progress.set(entry.folder, { hints });
    this.#changed.fire();
    const more = hints < entry.hints.length ? [say('Next Hint')] : [];
    const title = say('Hint {0} of {1}', hints, entry.hints.length);
    const picked = await vscode.window.showInformationMessage(
      `${title}: ${plain(entry.hints[hints - 1]!)}`,
      ...more,
    );
    if (picked) await this.takeHint({ entry, progress: this.#progress.of(entry.folder) });
  }

  async forget({ folder }: LabEntry): Promise<void> {
    await this.#progress.forget(folder);
    await this.#check(folder, false);
  }

  /** What failed is asked for again. */
  #listed(): Promise<LabsResult> {
    return this.#entries?.catch(() => this.refresh()) ?? this.refresh();
  }

  /** One question after the other, so that no answer comes behind a newer one. */
  #inTurn<T>(ask: () => Promise<T>): Promise<T> {
    const answer = this.#asked.then(ask);
    this.#asked = answer.catch(() => {});
    return answer;
  }

  async #list(): Promise<LabsResult> {
    const client = await this.#session.running();
    const entries = await client.sendRequest<LabsResult>(LABS);
    const results = new Map<string, Result>();
    for (const { folder } of entries) {
      const result = await this.#ask(folder);
      if (result) results.set(folder, result);
    }
    this.#results = results;
    this.#changed.fire();
    for (const { page } of entries) this.#pages.touch(page);
    return entries;
  }

  async #ask(folder: string): Promise<CheckLabResult> {
    const client = await this.#session.running();
    const result = await client.sendRequest<CheckLabResult>(CHECK_LAB, { folder });
    if (result?.passed && !this.#progress.of(folder).passed)
      await this.#progress.set(folder, { passed: true });
    return result;
  }

  async #saved(uri: vscode.Uri): Promise<void> {
    const entry = (await this.#listed()).find(({ folder }) => isIn(folder, uri.toString()));
    if (entry) await this.#check(entry.folder, true);
  }

  /** Looks again, and says quietly what is another way now. */
  async #check(folder: string, aloud: boolean): Promise<void> {
    const [before, now] = await this.#inTurn(async () => {
      const before = this.#results.get(folder);
      const now = await this.#ask(folder);
      if (now) this.#results.set(folder, now);
      else this.#results.delete(folder);
      return [before, now];
    });
    this.#changed.fire();
    const entry = (await this.#listed()).find((one) => one.folder === folder);
    if (entry) this.#pages.touch(entry.page);
    if (!aloud || !now || !before) return;
    const goals = new Set(before.checks.filter(({ done }) => done).map(({ goal }) => goal));
    const gained = now.checks.filter(({ done, goal }) => done && !goals.has(goal));
    const lost = now.checks.filter(({ done, goal }) => !done && goals.has(goal));
    const changes = [
      ...gained.map(({ goal }) => `$(pass) ${plain(goal)}`),
      ...lost.map(({ goal }) => `$(circle-slash) ${plain(goal)}`),
    ];
    if (changes.length > 0) vscode.window.setStatusBarMessage(changes.join('  '), SHOWN);
    if (now.remark && !before.passed) await this.#congratulate(now.remark);
  }

  async #congratulate({ text, page, title }: NonNullable<Result['remark']>): Promise<void> {
    const read = say('Read: {0}', title);
    if ((await vscode.window.showInformationMessage(plain(text), read)) === read) await openPage(page);
  }

  #state(entry: LabEntry): LabState {
    const result = this.#results.get(entry.folder);
    return { entry, progress: this.#progress.of(entry.folder), ...(result && { result }) };
  }
}

/** Whether a client's URI lies below a lab's. */
function isIn(folder: string, uri: string): boolean {
  return uri.startsWith(`${vscode.Uri.parse(folder)}/`);
}

/** Milliseconds; long enough to look down. */
const SHOWN = 8000;
