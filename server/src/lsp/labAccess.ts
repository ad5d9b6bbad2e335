import type { LabAccess } from '../labs/folder';
import type { Session } from './session';

/** How a session reaches labs: what is being written counts before it is saved. */
export function accessOf({ host, engine, texts }: Session): LabAccess {
  const { files, languages } = host;
  return { files, languages, names: engine.names, open: (uri) => texts.get(uri)?.getText() };
}
