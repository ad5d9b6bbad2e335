import * as vscode from 'vscode';
import {
  OBJECTS,
  OBJECTS_CHANGED,
  type ObjectsNode,
  type ObjectsParams,
  type ObjectsPlace,
  type ObjectsResult,
} from '../../../server/src/lsp/views/drawingProtocol';
import { isOurs } from '../ours';
import { openPage } from '../pages';
import type { Session } from '../session';
import { toRange } from './layers';
import { PAUSE, Question } from './question';

/** Follows the objects of the workspace: what they have to do with each other, again after every pause of the typing. */
export class ObjectsOfWorkspace implements vscode.Disposable {
  readonly #session: Session;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #moved = new vscode.EventEmitter<void>();
  readonly #listening: vscode.Disposable;
  readonly #question: Question<ObjectsResult>;
  #now?: NonNullable<ObjectsResult>;
  /** The objects by the text they stand in. */
  #byText = new Map<string, ObjectsNode[]>();
  #editor = vscode.window.activeTextEditor;
  #scope: ObjectsParams['scope'] = 'workspace';

  /** What is drawn is something else, or nothing any more. */
  readonly onDidChange = this.#changed.event;
  /** The cursor may be in another object, or in none. */
  readonly onDidMove = this.#moved.event;

  /** @param isWatched whether anybody looks: else nothing is asked */
  constructor(session: Session, isWatched: () => boolean) {
    this.#session = session;
    this.#question = new Question(
      isWatched,
      () => this.#ask(),
      (result) => this.#tell(result),
    );
    this.#listening = vscode.Disposable.from(
      session.onDidChange(() => this.soon()),
      session.onDidStart((client) => client.onNotification(OBJECTS_CHANGED, () => this.soon(PAUSE))),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        // A side bar with the focus leaves the text where it is.
        if (!editor) return;
        this.#editor = editor;
        const folders = vscode.workspace.workspaceFolders?.length ?? 0;
        if (this.#scope === 'file' || folders !== 1) this.soon();
        else this.#moved.fire();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === this.#editor) this.#moved.fire();
      }),
    );
  }

  get now(): NonNullable<ObjectsResult> | undefined {
    return this.#now;
  }

  get scope(): ObjectsParams['scope'] {
    return this.#scope;
  }

  set scope(scope: ObjectsParams['scope']) {
    this.#scope = scope;
    this.soon();
  }

  /** The object the cursor is in. */
  get here(): string | undefined {
    const line = this.#editor?.selection.active.line;
    const uri = this.#editor?.document.uri.toString();
    if (line === undefined || uri === undefined) return undefined;
    const here = (this.#byText.get(uri) ?? []).find(
      ({ lines }) => lines && lines[0] <= line && line <= lines[1],
    );
    return here?.id;
  }

  /** @param pause in milliseconds */
  soon(pause = 0): void {
    this.#question.soon(pause);
  }

  /** Goes to the text of an object; of what stands in none to that of its maker, or of who names it. */
  async reveal(id: string): Promise<void> {
    const place = this.#placeOf(id);
    if (!place) return;
    const uri = vscode.Uri.parse(place.uri);
    const isShown = ({ document }: vscode.TextEditor) => document.uri.toString() === uri.toString();
    const beside = vscode.window.visibleTextEditors.find(isShown) ?? this.#editor;
    const selection = toRange({ start: place.range.start, end: place.range.start });
    await vscode.window.showTextDocument(uri, {
      selection,
      viewColumn: beside?.viewColumn ?? vscode.ViewColumn.One,
    });
  }

  async explain(id: string): Promise<void> {
    const note = this.#now?.nodes.find((node) => node.id === id)?.note;
    const page = note === undefined ? undefined : this.#now?.notes[note]?.page;
    if (page) await openPage(page);
  }

  dispose(): void {
    this.#question.dispose();
    this.#listening.dispose();
    this.#changed.dispose();
    this.#moved.dispose();
  }

  #placeOf(id: string, seen: readonly string[] = []): ObjectsPlace | undefined {
    if (!this.#now || seen.includes(id)) return undefined;
    const { nodes, areas, edges } = this.#now;
    const node = nodes.find((one) => one.id === id);
    if (!node) return areas.find((area) => `area:${area.id}` === id)?.place;
    if (node.place || node.sort === 'group') return node.place;
    const from = edges.filter(({ to }) => to === id).toSorted((a, b) => Number(b.makes) - Number(a.makes))[0];
    return from && this.#placeOf(from.from, [...seen, id]);
  }

  #tell(result: ObjectsResult | undefined): void {
    this.#now = result ?? undefined;
    this.#byText = new Map();
    for (const node of result?.nodes ?? []) {
      if (!node.place) continue;
      const uri = vscode.Uri.parse(node.place.uri).toString();
      this.#byText.set(uri, [...(this.#byText.get(uri) ?? []), node]);
    }
    this.#changed.fire();
  }

  async #ask(): Promise<ObjectsResult> {
    const client = await this.#session.running();
    const document = this.#editor?.document;
    const uri = document && isOurs(document) ? client.code2ProtocolConverter.asUri(document.uri) : undefined;
    const params: ObjectsParams = { scope: this.#scope, ...(uri !== undefined && { textDocument: { uri } }) };
    return client.sendRequest<ObjectsResult>(OBJECTS, params);
  }
}
