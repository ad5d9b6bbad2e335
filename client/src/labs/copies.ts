import * as vscode from 'vscode';
import { say } from '../say';

/** The folder the labs are put in. */
const FOLDER = 'container-tutor-labs';

/** Copies the labs that ship with the extension into a folder of the user's, who is asked which. */
export async function getLabs(extension: vscode.Uri): Promise<vscode.Uri | undefined> {
  const [parent] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      defaultUri: vscode.workspace.workspaceFolders?.[0]?.uri,
      openLabel: say('Put the Labs Here'),
    })) ?? [];
  if (!parent) return undefined;
  const target = vscode.Uri.joinPath(parent, FOLDER);
  await copyLabs(extension, target);
  return target;
}

/** What is there already stays as it is: somebody may have worked on it. */
export async function copyLabs(extension: vscode.Uri, target: vscode.Uri): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist/labs.json'));
  const texts: Readonly<Record<string, string>> = JSON.parse(new TextDecoder().decode(bytes));
  for (const [name, text] of Object.entries(texts)) {
    const file = vscode.Uri.joinPath(target, name);
    if (await exists(file)) continue;
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(file, '..'));
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  }
}

/** Shows a folder: where it lies in the workspace nothing needs to be opened. */
export async function showFolder(folder: vscode.Uri): Promise<void> {
  if (vscode.workspace.getWorkspaceFolder(folder)) {
    await vscode.commands.executeCommand('containerTutor.checkLabs');
    return;
  }
  const isBusy = (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
  await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: isBusy });
}

async function exists(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
