import * as vscode from 'vscode';
import { activateTutor } from './activate';
import { ID, NAME } from './identity';
import type { Launch } from './session';
import { systemLanguages } from './systemLanguages';

/** Desktop and remote hosts: the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): void {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist/desktop.js').fsPath;
  const launch: Launch = async (onGaveUp) => {
    // Not at the top: an editor with nothing of ours open pays for neither library nor server.
    const [{ LanguageClient, TransportKind }, { clientOptions }, { Beside }, { askWhenTrusted }] =
      await Promise.all([
        import('vscode-languageclient/node'),
        import('./client'),
        import('./beside'),
        import('./trust'),
      ]);
    const beside = new Beside();
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    const client = new LanguageClient(ID, NAME, { run, debug }, clientOptions(onGaveUp, beside));
    beside.join(client);
    askWhenTrusted(client, vscode.workspace);
    return client;
  };
  activateTutor(context, { launch, spoken: systemLanguages(process.env) });
}
