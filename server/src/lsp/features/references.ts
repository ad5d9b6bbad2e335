import type { Location, ReferenceParams } from 'vscode-languageserver';
import type { Session } from '../session';
import { locations, meaningAt } from './meaning';

/** Every place that relies on what a word stands for. */
export async function references(session: Session, params: ReferenceParams): Promise<Location[] | null> {
  const asked = await meaningAt(session, params);
  if (!asked) return null;
  const { definitions, uses } = asked.meaning;
  return locations(session, params.context.includeDeclaration ? [...definitions, ...uses] : uses);
}
