import * as vscode from 'vscode';
import {
  LAB_SCHEME,
  LAB_TEXT,
  type LabEntry,
  type LabFile,
  type LabTextParams,
  type LabTextResult,
} from '../../../server/src/lsp/views/labProtocol';
import { say } from '../say';
import type { Session } from '../session';

/** The solutions of labs as documents that nobody can edit, and the way back to how a lab began. */
export class LabTexts implements vscode.TextDocumentContentProvider {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async provideTextDocumentContent({ path, query }: vscode.Uri): Promise<string> {
    if (query === NOTHING) return '';
    const { folder, name } = JSON.parse(query) as { folder: string; name: string };
    if (!path.endsWith(`/${name}`)) throw new Error(`${path} is no file of a lab.`);
    return (await this.#text({ folder, name, side: 'solution' })) ?? '';
  }

  /** Shows how the files as they are differ from a solution. */
  async showSolution(lab: LabEntry): Promise<void> {
    const pairs: [vscode.Uri, vscode.Uri, vscode.Uri][] = [];
    for (const { name, uri } of lab.files) {
      const now = vscode.Uri.parse(uri);
      const [left, right] = [
        await textAt(now),
        await this.#text({ folder: lab.folder, name, side: 'solution' }),
      ];
      if (left === right || (left === undefined && right === undefined)) continue;
      const solution = now.with({
        scheme: LAB_SCHEME,
        authority: '',
        path: `/${lab.id}/${name}`,
        query: JSON.stringify({ folder: lab.folder, name }),
      });
      // An empty side stands for a file that is not there yet.
      pairs.push([now, left === undefined ? solution.with({ query: NOTHING }) : now, solution]);
    }
    const [only] = pairs;
    if (!only) void vscode.window.showInformationMessage(say('Your files are the same as the solution.'));
    else if (pairs.length === 1) {
      const title = say('{0}: yours and one solution', lab.title);
      await vscode.commands.executeCommand('vscode.diff', only[1], only[2], title);
    } else await vscode.commands.executeCommand('vscode.changes', lab.title, pairs);
  }

  /** Puts the files back to how they began. It can be undone like any edit. */
  async reset({ folder, files }: LabEntry): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    const open: vscode.TextDocument[] = [];
    for (const { name, uri } of files) {
      const file = vscode.Uri.parse(uri);
      const [now, start] = [await textAt(file), await this.#text({ folder, name, side: 'start' })];
      if (start === undefined) {
        if (now !== undefined) edit.deleteFile(file, { ignoreIfNotExists: true });
      } else if (now === undefined) {
        edit.createFile(file, { overwrite: true, contents: new TextEncoder().encode(start) });
      } else {
        const document = await vscode.workspace.openTextDocument(file);
        const end = document.lineAt(document.lineCount - 1).range.end;
        edit.replace(file, new vscode.Range(new vscode.Position(0, 0), end), start);
        open.push(document);
      }
    }
    if (!(await vscode.workspace.applyEdit(edit))) throw new Error(say('The files could not be put back.'));
    for (const document of open) await document.save();
  }

  async #text(params: LabTextParams): Promise<string | undefined> {
    const client = await this.#session.running();
    const { text } = await client.sendRequest<LabTextResult>(LAB_TEXT, params);
    return text ?? undefined;
  }
}

/** In the place of a folder: a document without text. */
const NOTHING = 'nothing';

/** Opens the files of a lab that are there, the first one in front. */
export async function openFiles(files: readonly LabFile[]): Promise<void> {
  for (const { uri } of files.toReversed()) {
    const file = vscode.Uri.parse(uri);
    if ((await textAt(file)) === undefined) continue;
    await vscode.window.showTextDocument(file, { preview: false, viewColumn: vscode.ViewColumn.One });
  }
}

/** As it is being written, else as it is stored; undefined where there is none. */
async function textAt(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
