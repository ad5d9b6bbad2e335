import * as vscode from 'vscode';
import type { LayersResult } from '../../../server/src/lsp/views/drawingProtocol';
import { onDidChangeLanguage, say } from '../say';
import type { Session } from '../session';
import { LayersOfEditor } from './layers';
import { LayersTree } from './layersTree';
import { DrawingView, saveDrawing } from './webview';

/** What the script draws. */
export interface LayersShown {
  readonly result?: NonNullable<LayersResult>;
  /** The block the cursor is in. */
  readonly here?: string;
  /** Why there is nothing to draw, where there is nothing. */
  readonly empty: string;
}

/** The layers of the Dockerfile at hand: drawn, and as a tree that says the same. */
export function showLayers(session: Session, extension: vscode.Uri): vscode.Disposable {
  const drawing = new DrawingView<LayersShown>(extension, 'layers-view', () => say('Layers'));
  const layers: LayersOfEditor = new LayersOfEditor(session, () => drawing.visible || tree.visible);
  const provider = new LayersTree(layers);
  const tree = vscode.window.createTreeView('containerTutor.layersTree', { treeDataProvider: provider });
  const name = () => {
    tree.title = say('Layers (list)');
  };
  name();
  const show = () => {
    const { now, here } = layers;
    drawing.show({
      ...(now && { result: now.result }),
      ...(here !== undefined && { here }),
      empty: say('Open a Dockerfile to see the layers it makes.'),
    });
  };
  return vscode.Disposable.from(
    drawing,
    layers,
    provider,
    tree,
    onDidChangeLanguage(name),
    vscode.window.registerWebviewViewProvider('containerTutor.layers', drawing),
    vscode.commands.registerCommand('containerTutor.showLayers', () => drawing.openBeside()),
    vscode.commands.registerCommand('containerTutor.layers.reveal', (id: string) => layers.reveal(id)),
    layers.onDidChange(show),
    layers.onDidMove(show),
    drawing.onDidChangeVisibility(() => layers.soon()),
    tree.onDidChangeVisibility(() => layers.soon()),
    drawing.onDidReceive((message) => {
      if (message.type === 'reveal') void layers.reveal(message.id);
      if (message.type === 'explain') void layers.explain(message.id);
      if (message.type === 'built') layers.built();
      if (message.type === 'export') void saveDrawing(message.svg, 'layers.svg');
    }),
  );
}
