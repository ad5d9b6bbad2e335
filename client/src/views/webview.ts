import * as vscode from 'vscode';
import { language, onDidChangeLanguage } from '../say';

/** What the script of a view may send. Nothing of it is run: places and pages are looked up in what it was shown. */
export type FromView =
  | { readonly type: 'ready' }
  /** Go to the text of a drawn thing. */
  | { readonly type: 'reveal'; readonly id: string }
  /** Open the page about it. */
  | { readonly type: 'explain'; readonly id: string }
  /** What was changed counts as built. */
  | { readonly type: 'built' }
  /** Draw all of the workspace, or what belongs to the text at hand. */
  | { readonly type: 'scope'; readonly scope: 'workspace' | 'file' }
  | { readonly type: 'export'; readonly svg: string };

/** One drawing: a script of ours, themed, that shows what it is sent, in the side bar and beside the text. */
export class DrawingView<Shown> implements vscode.WebviewViewProvider, vscode.Disposable {
  readonly #assets: vscode.Uri;
  readonly #script: string;
  readonly #heard = new vscode.EventEmitter<FromView>();
  readonly #shown = new vscode.EventEmitter<void>();
  readonly #views = new Set<vscode.WebviewView | vscode.WebviewPanel>();
  readonly #title: () => string;
  readonly #renaming: vscode.Disposable;
  #last?: Shown;

  readonly onDidReceive = this.#heard.event;
  /** It came up somewhere, or went away. */
  readonly onDidChangeVisibility = this.#shown.event;

  /**
   * @param script the name of a file in dist/
   * @param title in the language that is spoken now
   */
  constructor(extension: vscode.Uri, script: string, title: () => string) {
    this.#assets = vscode.Uri.joinPath(extension, 'dist');
    this.#script = script;
    this.#title = title;
    this.#renaming = onDidChangeLanguage(() => {
      for (const view of this.#views) view.title = title();
    });
  }

  get visible(): boolean {
    return [...this.#views].some(({ visible }) => visible);
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#add(view);
    view.onDidChangeVisibility(() => this.#shown.fire());
  }

  /** Opens it in a column of its own, where there is more room than in a side bar. */
  openBeside(): void {
    const open = [...this.#views].find((view) => 'reveal' in view);
    if (open) {
      (open as vscode.WebviewPanel).reveal(undefined, true);
      return;
    }
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel('containerTutor.drawing', this.#title(), where);
    this.#add(panel);
    panel.onDidChangeViewState(() => this.#shown.fire());
  }

  /** Kept for a script that is still being loaded. */
  show(shown: Shown): void {
    this.#last = shown;
    for (const { webview } of this.#views) void webview.postMessage(shown);
  }

  /** What was shown with something else in it: only that is sent. */
  change(part: Partial<Shown>): void {
    if (this.#last === undefined) return;
    this.#last = { ...this.#last, ...part };
    for (const { webview } of this.#views) void webview.postMessage(part);
  }

  dispose(): void {
    this.#renaming.dispose();
    for (const view of this.#views) if ('reveal' in view) view.dispose();
    this.#heard.dispose();
    this.#shown.dispose();
  }

  #add(view: vscode.WebviewView | vscode.WebviewPanel): void {
    const { webview } = view;
    this.#views.add(view);
    view.title = this.#title();
    webview.options = { enableScripts: true, localResourceRoots: [this.#assets] };
    webview.onDidReceiveMessage((message: FromView) => {
      if (message.type === 'ready' && this.#last !== undefined) void webview.postMessage(this.#last);
      this.#heard.fire(message);
    });
    view.onDidDispose(() => {
      this.#views.delete(view);
      this.#shown.fire();
    });
    webview.html = this.#page(webview);
    this.#shown.fire();
  }

  #page(webview: vscode.Webview): string {
    const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(this.#assets, name));
    const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
    const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
    return `<!DOCTYPE html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Container Tutor</title>
<link rel="stylesheet" href="${file(`${this.#script}.css`)}">
</head>
<body><main id="drawing"></main><script nonce="${nonce}" src="${file(`${this.#script}.js`)}"></script></body>
</html>`;
  }
}

/** Writes a drawing where the reader wants it. */
export async function saveDrawing(svg: string, name: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    filters: { SVG: ['svg'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
  if (target) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(svg));
}
