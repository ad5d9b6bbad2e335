import * as vscode from 'vscode';
import { LAB_SCHEME, type LabEntry } from '../../../server/src/lsp/views/labProtocol';
import { openPage, type Pages } from '../pages';
import { onDidChangeLanguage, say } from '../say';
import type { Session } from '../session';
import { done } from '../walkthrough';
import { getLabs, showFolder } from './copies';
import { Labs } from './labs';
import { LabProgress } from './progress';
import { LabTexts, openFiles } from './texts';
import type { LabNode, LabState } from './tree';

const VIEW = 'containerTutor.labs';

/** The Labs view with its commands. Nothing is asked of the server before the view is opened. */
export function showLabs(
  session: Session,
  pages: Pages,
  context: vscode.ExtensionContext,
): vscode.Disposable {
  const texts = new LabTexts(session);
  const labs = new Labs(session, pages, new LabProgress(context.workspaceState));
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: labs, showCollapseAll: true });
  const onLab = (id: string, run: (lab: LabState) => unknown) =>
    vscode.commands.registerCommand(id, async (node?: LabNode) => {
      const [chosen] = view.selection;
      const lab = node
        ? await labs.find(node)
        : ((await labs.atHand()) ?? (chosen && (await labs.find(chosen))));
      if (lab) await run(lab);
      else void vscode.window.showInformationMessage(say('Choose a lab in the Labs view first.'));
    });
  const name = () => {
    view.title = say('Labs');
    view.description = labs.summary;
  };
  name();
  return vscode.Disposable.from(
    view,
    labs,
    labs.onDidChangeTreeData(name),
    onDidChangeLanguage(name),
    vscode.workspace.registerTextDocumentContentProvider(LAB_SCHEME, texts),
    onLab('containerTutor.openLab', ({ entry }) => open(entry)),
    onLab('containerTutor.showLabTask', ({ entry }) => openPage(entry.page)),
    onLab('containerTutor.nextLabHint', (lab) => labs.takeHint(lab)),
    onLab('containerTutor.showLabSolution', ({ entry }) => texts.showSolution(entry)),
    onLab('containerTutor.resetLab', async ({ entry }) => {
      await texts.reset(entry);
      await labs.forget(entry);
    }),
    vscode.commands.registerCommand('containerTutor.checkLabs', () => labs.refresh()),
    vscode.commands.registerCommand('containerTutor.getLabs', async () => {
      const folder = await getLabs(context.extensionUri);
      if (folder) await showFolder(folder);
    }),
  );
}

/** The files with the task beside them. The cursor stays where there is something to write. */
async function open({ page, files, problem }: LabEntry): Promise<void> {
  if (problem) return openFiles([{ name: 'lab.yaml', uri: problem.place.uri }]);
  done('example');
  await openFiles(files);
  await openPage(page, true);
}
