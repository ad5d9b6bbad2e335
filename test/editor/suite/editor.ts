import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export const EXTENSION = 'container-tutor.container-tutor';

/** Needs a `-y`, which is both a finding and a safe fix. */
export const WITHOUT_YES = 'FROM debian:13.2-slim\nRUN apt-get update && apt-get install curl\n';
export const RULE = 'dockerfile/apt-get-without-yes';

/** Writes a file into the workspace, which is a copy made for this run, and shows it. */
export async function show(name: string, text: string): Promise<vscode.TextEditor> {
  const uri = await write(name, text);
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

export async function write(name: string, text: string): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  const uri = vscode.Uri.joinPath(folder.uri, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export function ours(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'container-tutor');
}

export function idOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until the findings of a document are as wanted. */
export async function findings(
  uri: vscode.Uri,
  wanted: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  if (wanted(ours(uri))) return ours(uri);
  // Made here, so that its stack says who waits.
  const timeout = new Error();
  return new Promise((resolve, reject) => {
    // Sooner than mocha, and with what there was instead.
    const timer = setTimeout(() => {
      listening.dispose();
      const said = ours(uri).map((one) => `${idOf(one)}: ${one.message}`);
      timeout.message = `${uri.path} still has ${JSON.stringify(said)}`;
      reject(timeout);
    }, 20_000);
    const listening = vscode.languages.onDidChangeDiagnostics(() => {
      if (!wanted(ours(uri))) return;
      clearTimeout(timer);
      listening.dispose();
      resolve(ours(uri));
    });
  });
}

/** Waits until a document has a finding of a rule. */
export async function finding(uri: vscode.Uri, rule = RULE): Promise<vscode.Diagnostic> {
  const found = await findings(uri, (all) => all.some((one) => idOf(one) === rule));
  return found.find((one) => idOf(one) === rule)!;
}

/** Asks until the answer is as wanted, for what tells no event. Each question is a trip to the server. */
export async function eventually<T>(ask: () => Thenable<T>, wanted: (answer: T) => boolean): Promise<T> {
  for (const until = Date.now() + 15_000; ; ) {
    const answer = await ask();
    if (wanted(answer) || Date.now() > until) {
      assert.ok(wanted(answer), `still ${JSON.stringify(answer)}`);
      return answer;
    }
  }
}

export async function hoverAt(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  const texts = hovers.flatMap(({ contents }) => contents);
  return texts.map((one) => (typeof one === 'string' ? one : one.value)).join('\n');
}

/** Changes a setting for as long as a test takes. */
export async function setting<T>(name: string, value: unknown, during: () => Promise<T>): Promise<T> {
  const settings = vscode.workspace.getConfiguration();
  const before = settings.inspect(name)?.globalValue;
  await settings.update(name, value, vscode.ConfigurationTarget.Global);
  try {
    return await during();
  } finally {
    await settings.update(name, before, vscode.ConfigurationTarget.Global);
  }
}

export const isKorean = (text: string) => /[가-힣]/.test(text);

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
