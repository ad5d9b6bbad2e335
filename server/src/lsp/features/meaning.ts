import type { Location, TextDocumentPositionParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { canonical } from '../../core/address';
import type { Meaning } from '../../core/meaning';
import { type Span, uriOf } from '../../core/span';
import { toOffset, toRange } from '../convert';
import type { Session } from '../session';

/** A word of a document and what it stands for. */
export interface Asked {
  readonly uri: string;
  readonly document: TextDocument;
  readonly meaning: Meaning;
}

/** What the word at a position stands for; undefined where it means nothing elsewhere. */
export async function meaningAt(
  session: Session,
  { textDocument, position }: TextDocumentPositionParams,
): Promise<Asked | undefined> {
  const uri = canonical(textDocument.uri);
  const { config, ignored } = await session.settle(uri);
  const document = session.texts.get(uri);
  const at = document && session.engine.at(uri, toOffset(document, position));
  if (!at || ignored) return undefined;
  const around = { facts: at.facts, kubernetesVersion: config.kubernetesVersion };
  const meaning = at.language.meaning?.(at.model, at.part.id, at.offset, around);
  return meaning && { uri, document, meaning };
}

/** Where spans stand, in whatever document. */
export function locations(session: Session, spans: readonly Span[]): Location[] {
  return spans.flatMap((span) => {
    const place = session.engine.locate(span);
    const document = place && session.lines(uriOf(span.part));
    return document ? [{ uri: document.uri, range: toRange(document, place) }] : [];
  });
}
