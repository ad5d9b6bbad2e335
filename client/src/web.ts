import * as vscode from 'vscode';
import { activateTutor } from './activate';
import { ID, NAME } from './identity';
import type { Launch } from './session';

/** vscode.dev and the like: no processes and no disk. The server is a worker that asks us for files. */
export function activate(context: vscode.ExtensionContext): void {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/server.js');
  const launch: Launch = async (onGaveUp) => {
    const [{ LanguageClient }, { clientOptions }, { Beside }, { serveFiles }] = await Promise.all([
      import('vscode-languageclient/browser'),
      import('./client'),
      import('./beside'),
      import('./serveFiles'),
    ]);
    const beside = new Beside();
    const options = clientOptions(onGaveUp, beside, {
      clientFiles: true,
      assets: vscode.Uri.joinPath(context.extensionUri, 'dist').toString(),
    });
    const client = new LanguageClient(ID, NAME, new Worker(await workerUrl(script)), options);
    serveFiles(client);
    beside.join(client);
    return client;
  };
  activateTutor(context, { launch, spoken: navigator.languages });
}

/** A worker's script comes over HTTP; where the extension lies elsewhere, such as on a remote machine, it is handed over. */
async function workerUrl(script: vscode.Uri): Promise<string> {
  if (/^https?$/.test(script.scheme)) return script.toString(true);
  const text = await vscode.workspace.fs.readFile(script);
  return URL.createObjectURL(new Blob([new Uint8Array(text)], { type: 'application/javascript' }));
}
