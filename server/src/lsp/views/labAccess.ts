import { canonical } from '../../core/address';
import { START } from '../../core/lab-folder';
import { checkLab, type Result } from '../../labs/check';
import { currentTexts, givenTexts, type LabAccess, type LabFolder, readLabFolder } from '../../labs/folder';
import type { Session } from '../session';

/** How a session reaches labs: what is being written counts before it is saved. */
export function accessOf({ host, engine, texts }: Session): LabAccess {
  const { files, languages } = host;
  return { files, languages, names: engine.names, open: (uri) => texts.get(uri)?.getText() };
}

/** A lab as it stands now; without a result where its lab.yaml is wrong. Undefined where there is none. */
export async function attemptAt(
  session: Session,
  folder: string,
): Promise<{ readonly lab: LabFolder; readonly result?: Result } | undefined> {
  const access = accessOf(session);
  const lab = await readLabFolder(canonical(folder), access);
  if (!lab || lab.problems.length > 0) return lab && { lab };
  const attempt = {
    folder: lab.folder,
    lab: lab.lab,
    start: await givenTexts(lab, START, access),
    now: await currentTexts(lab, access),
  };
  const result = await checkLab(attempt, session.host.languages, (name) => session.asset(name));
  return { lab, result };
}
