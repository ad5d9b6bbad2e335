import * as vscode from 'vscode';
import {
  KUBERNETES_VERSION,
  type KubernetesVersionParams,
  type KubernetesVersionResult,
  SECTION,
} from '../../server/src/lsp/protocol';
import { NAME } from './identity';
import { isOurs } from './ours';
import { say } from './say';
import type { Session } from './session';

const SETTING = 'kubernetesVersion';

/** An entry of its own among the language status items, for manifests: the version they are checked for. */
export function showKubernetesVersion(session: Session): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;
  let asked = 0;
  let typing: ReturnType<typeof setTimeout> | undefined;
  const update = async () => {
    const turn = ++asked;
    const known = await versionHere(session).catch(() => undefined);
    if (turn !== asked) return;
    if (!known) item?.dispose();
    item = known && Object.assign(item ?? newItem(), stateOf(known));
  };
  const soon = () => {
    clearTimeout(typing);
    typing = setTimeout(update, PAUSE);
  };
  soon();
  return vscode.Disposable.from(
    session.onDidChange(soon),
    vscode.window.onDidChangeActiveTextEditor(soon),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) soon();
    }),
    new vscode.Disposable(() => {
      clearTimeout(typing);
      item?.dispose();
    }),
  );
}

/** Lets the version be chosen; where a configuration file says it, that is the place to change it. */
export async function pickKubernetesVersion(session: Session): Promise<void> {
  const known = await versionHere(session);
  if (!known) {
    void vscode.window.showInformationMessage(say('This is not a Kubernetes manifest.'));
    return;
  }
  if (known.file) return openFile(vscode.Uri.parse(known.file));
  const items = known.versions.toReversed().map((label) => ({
    label,
    ...(label === known.version && { description: say('in use') }),
  }));
  const placeHolder = say('The Kubernetes version of your cluster');
  const picked = await vscode.window.showQuickPick(items, { placeHolder });
  if (picked) await setVersion(picked.label);
}

/** Where somebody has said it already, else for this workspace: its manifests are written for one cluster. */
async function setVersion(version: string): Promise<void> {
  const settings = vscode.workspace.getConfiguration(SECTION, vscode.window.activeTextEditor?.document);
  const { workspaceFolderValue, workspaceValue, globalValue } = settings.inspect(SETTING) ?? {};
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  const isLoose = !vscode.workspace.workspaceFolders;
  const target =
    workspaceFolderValue !== undefined
      ? WorkspaceFolder
      : workspaceValue === undefined && (globalValue !== undefined || isLoose)
        ? Global
        : Workspace;
  await settings.update(SETTING, version, target);
}

async function openFile(file: vscode.Uri): Promise<void> {
  void vscode.window.showInformationMessage(
    say('{0} says which Kubernetes version it is. Change it there.', nameOf(file)),
  );
  const document = await vscode.workspace.openTextDocument(file);
  const at = /\bkubernetesVersion\b/.exec(document.getText())?.index ?? 0;
  const selection = new vscode.Range(document.positionAt(at), document.positionAt(at));
  await vscode.window.showTextDocument(document, { selection });
}

/** The version of the text at hand; undefined where it is no manifest. */
async function versionHere(session: Session): Promise<NonNullable<KubernetesVersionResult> | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== 'yaml' || !isOurs(document)) return undefined;
  const client = await session.running();
  const params: KubernetesVersionParams = {
    textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
  };
  return (await client.sendRequest<KubernetesVersionResult>(KUBERNETES_VERSION, params)) ?? undefined;
}

function newItem(): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem('containerTutor.status.kubernetes', {
    language: 'yaml',
  });
  item.name = `${NAME}: Kubernetes`;
  return item;
}

function stateOf({ version, file }: NonNullable<KubernetesVersionResult>) {
  const title = file ? say('Open') : say('Choose Version');
  return {
    text: `Kubernetes ${version}`,
    detail: file ? say('from {0}', nameOf(vscode.Uri.parse(file))) : NAME,
    command: { command: 'containerTutor.pickKubernetesVersion', title },
  };
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** As long as somebody types, nothing needs to be said. In milliseconds. */
const PAUSE = 200;
