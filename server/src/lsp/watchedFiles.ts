import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  FileChangeType,
  WatchKind,
} from 'vscode-languageserver';
import { isConfig } from '../config/kind';
import { canonical } from '../core/address';
import { LAB_FILE } from '../core/lab-folder';
import type { Session } from './session';

/** The names under which texts of ours are found; which of them really are is for the languages to say. */
export const OUR_FILES =
  '**/{*.yaml,*.yml,[Dd]ockerfile,[Dd]ockerfile.*,*.[Dd]ockerfile,[Cc]ontainerfile,[Cc]ontainerfile.*,*.[Cc]ontainerfile}';

/** Asks the client to tell when files change, where it can. */
export async function watchFiles({ client }: Session, connection: Connection): Promise<void> {
  if (!client.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      { globPattern: OUR_FILES },
      { globPattern: '**/.gitignore' },
      { globPattern: '**/*.dockerignore' },
      // When a folder goes, editors name the folder and not what was in it.
      { globPattern: '**', kind: WatchKind.Create | WatchKind.Delete },
    ],
  });
}

/** What file events ask for. */
export interface Seen {
  /** Texts of ours were read again or are gone. */
  readonly texts: boolean;
  /** A configuration file changed. */
  readonly config: boolean;
  /** What is ignored may have changed: only a new scan can tell. */
  readonly ignored: boolean;
}

/** Brings the workspace in step with what changed on disk. */
export async function filesChanged(
  { workspace, host, engine }: Session,
  { changes }: DidChangeWatchedFilesParams,
): Promise<Seen> {
  const seen = { texts: false, config: false, ignored: false };
  const known = new Map(changes.map(({ uri, type }) => [canonical(uri), type]));
  for (const [uri, type] of known) {
    const name = uri.slice(uri.lastIndexOf('/') + 1);
    const gone = type === FileChangeType.Deleted;
    // A configuration may have been in the folder that is gone.
    if (isConfig(uri) || (gone && mayBeFolder(name))) seen.config = true;
    // What a lab is made of is a world of its own, and only a scan tells where those are.
    if (name === '.gitignore' || (name === LAB_FILE && type !== FileChangeType.Changed)) seen.ignored = true;
    if (await workspace.changedBeside(uri)) seen.texts = true;
    if (gone) seen.texts = workspace.deleted(uri) || seen.texts;
    else if (engine.languageOf(workspace.info(uri)))
      seen.texts = (await workspace.changed(uri)) || seen.texts;
    else if (type === FileChangeType.Created && mayBeFolder(name) && workspace.folderOf(uri) !== undefined)
      for await (const inside of host.files.list(uri, (uri) => !!engine.languageOf(workspace.info(uri))))
        seen.texts = (await workspace.changed(inside)) || seen.texts;
  }
  return seen;
}

/** `charts`, `app-1.2`: names that folders have and files of other kinds seldom do. */
function mayBeFolder(name: string): boolean {
  return name !== 'node_modules' && /^[^.]+(\.\d+)*$/.test(name);
}
