import type { Connection, WorkDoneProgressReporter } from 'vscode-languageserver';
import type { Text } from '../core/text';
import type { Session } from './session';

/** Reads the workspace in the background; shows progress where the client can and it takes long enough to matter. */
export async function scan(
  session: Session,
  connection: Connection,
  folders: readonly string[],
): Promise<boolean> {
  let shown: Promise<WorkDoneProgressReporter> | undefined;
  let percent = -1;
  const done = await session.workspace.scan(folders, ({ read, files }) => {
    if (files < WORTH_SHOWING || !session.client.window?.workDoneProgress) return;
    const now = Math.floor((100 * read) / files);
    if (now === percent) return;
    percent = now;
    shown ??= begin(session, connection);
    void shown.then((progress) => progress.report(now, `${read}/${files}`));
  });
  void shown?.then((progress) => progress.done());
  return done;
}

async function begin({ lang, log }: Session, connection: Connection): Promise<WorkDoneProgressReporter> {
  try {
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin(TITLE[lang], 0);
    return progress;
  } catch (error) {
    log(`Progress could not be shown: ${error}`);
    return { begin() {}, report() {}, done() {} };
  }
}

/** Files; fewer are read before anybody could look. */
const WORTH_SHOWING = 200;
const TITLE: Text = {
  ko: 'Container Tutor: 작업 영역 읽는 중',
  en: 'Container Tutor: reading the workspace',
};
