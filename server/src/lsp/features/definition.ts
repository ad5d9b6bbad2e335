import type { Location, TextDocumentPositionParams } from 'vscode-languageserver';
import type { Session } from '../session';
import { locations, meaningAt } from './meaning';

/** Where the thing is given that a word stands for. */
export async function definition(
  session: Session,
  params: TextDocumentPositionParams,
): Promise<Location[] | null> {
  const asked = await meaningAt(session, params);
  return asked ? locations(session, asked.meaning.definitions) : null;
}
