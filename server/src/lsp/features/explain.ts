import { canonical } from '../../core/address';
import type { Note } from '../../core/note';
import type { NoteId } from '../../core/rule';
import { toOffset } from '../convert';
import { hasPage, pageUri } from '../pages';
import type { ExplainParams, ExplainResult } from '../protocol';
import type { Session } from '../session';
import { explainedAt, findingsAt } from './hover';

/** The page about the thing under the cursor: of the finding there, else of the concept. */
export async function explain(
  session: Session,
  { textDocument, position }: ExplainParams,
): Promise<ExplainResult> {
  const uri = canonical(textDocument.uri);
  await session.explaining();
  const resolved = await session.settle(uri);
  const document = session.texts.get(uri);
  if (!document) return null;
  const offset = toOffset(document, position);
  const finding = findingsAt(session.diagnose(uri, resolved), offset).find(({ rule }) =>
    hasPage(session, rule.id),
  );
  const note = finding ? undefined : explainedAt(session, uri, offset, resolved.config)?.note;
  const target = finding ? { rule: finding.rule.id } : note && { note: pageOf(note) };
  return target ? { uri: pageUri(target) } : null;
}

/** A brief note is explained by the page it belongs to. */
function pageOf({ id, brief, related }: Note): NoteId {
  return (brief && related[0]) || id;
}
