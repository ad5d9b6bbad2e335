import * as vscode from 'vscode';
import { COMMANDS, PAGE_SCHEME } from '../../server/src/lsp/protocol';
import { Catalogue } from './concepts/catalogue';
import { showConcepts } from './concepts/concepts';
import { find } from './concepts/find';
import { explain } from './explain';
import { pickKubernetesVersion, showKubernetesVersion } from './kubernetesVersion';
import { showLabs } from './labs/commands';
import { setLanguage, switchLanguage } from './language';
import { showPlaces, showSteps } from './lenses';
import { isOurs } from './ours';
import { openPage, Pages } from './pages';
import { type Launch, Session } from './session';
import { showStatus } from './statusItem';
import { showLayers } from './views/layersView';
import { showObjects } from './views/objectsView';
import { completeSteps, done, insertSnippet, openExample, watchSnippets } from './walkthrough';

/** What differs between a desktop and a browser. */
export interface Host {
  readonly launch: Launch;
  /** The languages of the system. */
  readonly spoken: readonly string[];
}

/** What both hosts share. Cheap: whatever needs the server waits until there is something for it to read. */
export function activateTutor(context: vscode.ExtensionContext, { launch, spoken }: Host): void {
  const session = new Session(launch);
  const catalogue = new Catalogue(session);
  const pages = new Pages(session);
  const command = (id: string, run: (...args: never[]) => unknown) =>
    vscode.commands.registerCommand(id, run);
  context.subscriptions.push(
    session,
    vscode.workspace.registerFileSystemProvider(PAGE_SCHEME, pages, { isReadonly: true }),
    pages,
    command(COMMANDS.openPage, (uri: string) => openPage(uri)),
    command(COMMANDS.setLanguage, setLanguage),
    command(COMMANDS.showPlaces, showPlaces),
    command(COMMANDS.showSteps, showSteps),
    command(COMMANDS.fixed, () => done('fix')),
    command('containerTutor.openExample', () => openExample(context)),
    command('containerTutor.insertSnippet', insertSnippet),
    command('containerTutor.explain', () => explain(session)),
    command('containerTutor.find', () => find(catalogue)),
    command('containerTutor.switchLanguage', switchLanguage),
    command('containerTutor.pickKubernetesVersion', () => pickKubernetesVersion(session)),
    command('containerTutor.restartServer', () => session.restart()),
    completeSteps(),
    watchSnippets(context),
    showConcepts(session, catalogue),
    showStatus(session, spoken),
    showKubernetesVersion(session),
    showLabs(session, pages, context),
    showLayers(session, context.extensionUri),
    showObjects(session, context.extensionUri),
    startWithFirstText(session),
  );
}

function startWithFirstText(session: Session): vscode.Disposable {
  // In a turn of its own, so that loading the library holds up nobody's activation. A failure to start is reported
  // by the client; nothing here depends on it.
  const start = () => setTimeout(() => session.running().catch(() => {}));
  if (vscode.workspace.textDocuments.some(isOurs)) {
    start();
    return new vscode.Disposable(() => {});
  }
  const waiting = vscode.workspace.onDidOpenTextDocument((document) => {
    if (!isOurs(document)) return;
    waiting.dispose();
    start();
  });
  return waiting;
}
