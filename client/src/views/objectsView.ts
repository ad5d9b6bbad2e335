import * as vscode from 'vscode';
import type { ObjectsParams, ObjectsResult } from '../../../server/src/lsp/views/drawingProtocol';
import { onDidChangeLanguage, say } from '../say';
import type { Session } from '../session';
import { ObjectsOfWorkspace } from './objects';
import { ObjectsTree } from './objectsTree';
import { DrawingView, saveDrawing } from './webview';

/** What the script draws. */
export interface ObjectsShown {
  readonly result: ObjectsResult;
  readonly scope: ObjectsParams['scope'];
  /** The object the cursor is in. */
  readonly here: string | null;
  /** Why there is nothing to draw, where there is nothing. */
  readonly empty: string;
}

/** The objects of the workspace: drawn, and as a tree that says the same. */
export function showObjects(session: Session, extension: vscode.Uri): vscode.Disposable {
  const drawing = new DrawingView<ObjectsShown>(extension, 'objects-view', () => say('Objects'));
  const objects: ObjectsOfWorkspace = new ObjectsOfWorkspace(session, () => drawing.visible || tree.visible);
  const provider = new ObjectsTree(objects);
  const tree = vscode.window.createTreeView('containerTutor.objectsTree', { treeDataProvider: provider });
  const name = () => {
    tree.title = say('Objects (list)');
  };
  name();
  const here = () => objects.here ?? null;
  return vscode.Disposable.from(
    drawing,
    objects,
    provider,
    tree,
    onDidChangeLanguage(name),
    vscode.window.registerWebviewViewProvider('containerTutor.objects', drawing),
    vscode.commands.registerCommand('containerTutor.showObjects', () => drawing.openBeside()),
    vscode.commands.registerCommand('containerTutor.objects.reveal', (id: string) => objects.reveal(id)),
    objects.onDidChange(() => {
      const empty = say(
        'Open a folder with Kubernetes manifests to see what its objects have to do with each other.',
      );
      drawing.show({ result: objects.now ?? null, scope: objects.scope, here: here(), empty });
    }),
    objects.onDidMove(() => drawing.change({ here: here() })),
    drawing.onDidChangeVisibility(() => objects.soon()),
    tree.onDidChangeVisibility(() => objects.soon()),
    drawing.onDidReceive((message) => {
      if (message.type === 'reveal') void objects.reveal(message.id);
      if (message.type === 'explain') void objects.explain(message.id);
      if (message.type === 'scope') objects.scope = message.scope;
      if (message.type === 'export') void saveDrawing(message.svg, 'objects.svg');
    }),
  );
}
