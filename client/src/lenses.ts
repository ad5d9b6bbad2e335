import * as vscode from 'vscode';
import type { Place, Position } from '../../server/src/lsp/protocol';

/** Shows the places a lens leads to; a single one is gone to. */
export async function showPlaces(
  uri: string,
  position: Position,
  locations: readonly Place[],
): Promise<void> {
  const places = locations.map(
    (one) =>
      new vscode.Location(
        vscode.Uri.parse(one.uri),
        new vscode.Range(toPosition(one.range.start), toPosition(one.range.end)),
      ),
  );
  await vscode.commands.executeCommand(
    'editor.action.goToLocations',
    vscode.Uri.parse(uri),
    toPosition(position),
    places,
    places.length === 1 ? 'goto' : 'peek',
  );
}

/** Offers the code actions a lens leads to. */
export async function showSteps(uri: string, position: Position, kind: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const at = toPosition(position);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
  await vscode.commands.executeCommand('editor.action.codeAction', { kind, apply: 'never' });
}

function toPosition({ line, character }: Position): vscode.Position {
  return new vscode.Position(line, character);
}
