import * as vscode from 'vscode';
import { USES, type Use, type UsesParams, type UsesResult } from '../../../server/src/lsp/protocol';
import { isOurs } from '../ours';
import type { Session } from '../session';

/** Which notes the files of the open editors meet: kept up to date while somebody looks at it. */
export class Uses implements vscode.Disposable {
  readonly #session: Session;
  readonly #changed = new vscode.EventEmitter<void>();
  #uses: ReadonlyMap<string, Use> = new Map();
  #watching?: vscode.Disposable;
  #typing?: ReturnType<typeof setTimeout>;
  #asked = 0;

  /** Some note is met elsewhere now. */
  readonly onDidChange = this.#changed.event;

  constructor(session: Session) {
    this.#session = session;
  }

  of(note: string): Use | undefined {
    return this.#uses.get(note);
  }

  set isWatched(isWatched: boolean) {
    if (isWatched === (this.#watching !== undefined)) return;
    this.#watching?.dispose();
    this.#watching = isWatched ? this.#watch() : undefined;
  }

  dispose(): void {
    this.isWatched = false;
    this.#changed.dispose();
  }

  #watch(): vscode.Disposable {
    const soon = () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => void this.#update(), PAUSE);
    };
    void this.#update();
    return vscode.Disposable.from(
      this.#session.onDidChange(soon),
      vscode.window.tabGroups.onDidChangeTabs(soon),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (isOurs(document)) soon();
      }),
      new vscode.Disposable(() => clearTimeout(this.#typing)),
    );
  }

  async #update(): Promise<void> {
    const turn = ++this.#asked;
    const found = await this.#ask().catch(() => []);
    if (turn !== this.#asked) return;
    const uses = new Map(found.map((use) => [use.note, use]));
    const isSame = JSON.stringify([...uses]) === JSON.stringify([...this.#uses]);
    this.#uses = uses;
    if (!isSame) this.#changed.fire();
  }

  async #ask(): Promise<readonly Use[]> {
    const open = openTexts();
    if (open.length === 0) return [];
    const client = await this.#session.running();
    const textDocuments = open.map((uri) => ({ uri: client.code2ProtocolConverter.asUri(uri) }));
    const params: UsesParams = { textDocuments };
    return (await client.sendRequest<UsesResult>(USES, params)).uses;
  }
}

/** Those that have a tab: extensions open texts nobody sees. */
function openTexts(): readonly vscode.Uri[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const shown = new Set(
    tabs.flatMap(({ input }) => {
      if (input instanceof vscode.TabInputText) return input.uri.toString();
      return input instanceof vscode.TabInputTextDiff ? input.modified.toString() : [];
    }),
  );
  return vscode.workspace.textDocuments
    .filter((document) => shown.has(document.uri.toString()) && isOurs(document))
    .map(({ uri }) => uri);
}

/** As long as somebody types, nothing needs to be said. In milliseconds. */
const PAUSE = 250;
