import * as vscode from 'vscode';
import {
  type DrawnRange,
  LAYERS,
  type LayersBlock,
  type LayersParams,
  type LayersResult,
} from '../../../server/src/lsp/views/drawingProtocol';
import { isOurs } from '../ours';
import { openPage } from '../pages';
import type { Session } from '../session';
import { PAUSE, Question } from './question';

/** What the drawing and its tree twin show. */
export interface Layers {
  readonly document: vscode.TextDocument;
  readonly result: NonNullable<LayersResult>;
}

/** The blocks of a result by the ids drawings and trees call them. */
export function blocksOf({ stages, thin }: NonNullable<LayersResult>): ReadonlyMap<string, LayersBlock> {
  return new Map<string, LayersBlock>([
    ['thin', thin],
    ...stages.flatMap(({ base, steps }, s) => [
      [`${s}/base`, base] as const,
      ...steps.map((step, i) => [`${s}/${i}`, step] as const),
    ]),
  ]);
}

/** Follows the Dockerfile at hand: what a build of it makes, again after every pause of the typing. */
export class LayersOfEditor implements vscode.Disposable {
  readonly #session: Session;
  readonly #changed = new vscode.EventEmitter<Layers | undefined>();
  readonly #moved = new vscode.EventEmitter<string | undefined>();
  /** Texts as they were built last, as far as anybody knows: when they were opened, or saved by hand. */
  readonly #built = new WeakMap<vscode.TextDocument, string>();
  readonly #listening: vscode.Disposable;
  readonly #question: Question<Layers | undefined>;
  #now?: Layers;

  /** What is drawn is something else, or nothing any more. */
  readonly onDidChange = this.#changed.event;
  /** The cursor is in another block, or in none. */
  readonly onDidMove = this.#moved.event;

  /** @param isWatched whether anybody looks: else nothing is asked */
  constructor(session: Session, isWatched: () => boolean) {
    this.#session = session;
    this.#question = new Question(
      isWatched,
      () => this.#ask(),
      (layers) => this.#tell(layers),
    );
    const { onDidChangeActiveTextEditor, onDidChangeTextEditorSelection } = vscode.window;
    this.#listening = vscode.Disposable.from(
      session.onDidChange(() => this.soon()),
      onDidChangeActiveTextEditor((editor) => {
        // A side bar with the focus leaves the text where it is.
        if (editor) this.soon();
      }),
      onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document === this.#now?.document) this.#moved.fire(this.here);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.#now?.document) this.soon(PAUSE);
      }),
      vscode.workspace.onDidSaveTextDocument((document) => {
        // Who has the editor save by itself has not built yet.
        const saving = vscode.workspace.getConfiguration('files', document).get('autoSave');
        if (saving === 'off') this.#builtNow(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.#now?.document) this.#tell(undefined);
      }),
    );
  }

  get now(): Layers | undefined {
    return this.#now;
  }

  /** The block the cursor is in. */
  get here(): string | undefined {
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document === this.#now?.document);
    const line = editor?.selection.active.line;
    if (!this.#now || line === undefined) return undefined;
    for (const [id, { range }] of blocksOf(this.#now.result))
      if (range && range.start.line <= line && line <= range.end.line) return id;
    return undefined;
  }

  /** @param pause in milliseconds */
  soon(pause = 0): void {
    this.#question.soon(pause);
  }

  /** The text as it is counts as built: nothing is marked as changed. */
  built(): void {
    if (this.#now) this.#builtNow(this.#now.document);
  }

  async reveal(id: string): Promise<void> {
    const range = this.#now && blocksOf(this.#now.result).get(id)?.range;
    if (!this.#now || !range) return;
    const start = new vscode.Position(range.start.line, range.start.character);
    const column = vscode.window.visibleTextEditors.find(
      ({ document }) => document === this.#now?.document,
    )?.viewColumn;
    const selection = new vscode.Range(start, start);
    await vscode.window.showTextDocument(this.#now.document, {
      selection,
      ...(column !== undefined && { viewColumn: column }),
    });
  }

  async explain(id: string): Promise<void> {
    const page = this.#now && blocksOf(this.#now.result).get(id)?.explained?.page;
    if (page) await openPage(page);
  }

  dispose(): void {
    this.#question.dispose();
    this.#listening.dispose();
    this.#changed.dispose();
    this.#moved.dispose();
  }

  /** The text at hand; where that is none of ours, the one before. */
  #wanted(): vscode.TextDocument | undefined {
    const active = vscode.window.activeTextEditor?.document;
    if (active && isOurs(active)) return active;
    const last = this.#now?.document;
    return last && !last.isClosed
      ? last
      : vscode.window.visibleTextEditors.map((one) => one.document).find(isOurs);
  }

  async #ask(): Promise<Layers | undefined> {
    const document = this.#wanted();
    if (!document) return undefined;
    if (!this.#built.has(document)) this.#built.set(document, document.getText());
    const client = await this.#session.running();
    const params: LayersParams = {
      textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
      before: this.#built.get(document)!,
    };
    const result = await client.sendRequest<LayersResult>(LAYERS, params);
    return result ? { document, result } : undefined;
  }

  #builtNow(document: vscode.TextDocument): void {
    this.#built.set(document, document.getText());
    if (document === this.#now?.document) this.soon();
  }

  #tell(layers: Layers | undefined): void {
    this.#now = layers;
    this.#changed.fire(layers);
  }
}

export function toRange({ start, end }: DrawnRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
