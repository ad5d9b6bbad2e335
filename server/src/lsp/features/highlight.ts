import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { type Span, uriOf } from '../../core/span';
import type { Session } from '../session';
import { locations, meaningAt } from './meaning';

/** The other words of the document that stand for the same. */
export async function highlights(
  session: Session,
  params: TextDocumentPositionParams,
): Promise<DocumentHighlight[] | null> {
  const asked = await meaningAt(session, params);
  if (!asked) return null;
  const { uri, meaning } = asked;
  const here = (spans: readonly Span[], kind: DocumentHighlightKind) =>
    locations(
      session,
      spans.filter(({ part }) => uriOf(part) === uri),
    ).map(({ range }) => ({ range, kind }));
  return [
    ...here(meaning.definitions, DocumentHighlightKind.Write),
    ...here(meaning.uses, DocumentHighlightKind.Read),
  ];
}
