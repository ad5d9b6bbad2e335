import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from 'vscode-languageserver';
import { canonical } from '../../core/address';
import { lineAt } from '../convert';
import type { Session } from '../session';
import { placeOf } from './place';

/** What can be folded, by whole lines; null leaves it to the editor's own way. */
export async function folding(
  session: Session,
  { textDocument }: FoldingRangeParams,
): Promise<FoldingRange[] | null> {
  const uri = canonical(textDocument.uri);
  await session.settle(uri);
  const document = session.texts.get(uri);
  const { language, model } = session.engine.model(uri) ?? {};
  const folds = document && language?.folds?.(model);
  if (!folds) return null;
  const byStart = new Map<number, FoldingRange>();
  for (const fold of folds) {
    const place = placeOf(session, fold);
    if (!place) continue;
    const written = document.getText().slice(place.start, place.end).trimEnd().length;
    const startLine = lineAt(document, place.start);
    const endLine = lineAt(document, place.start + written);
    const known = byStart.get(startLine);
    // One line folds one thing: the widest.
    if (endLine <= startLine || (known && known.endLine >= endLine)) continue;
    byStart.set(startLine, { startLine, endLine, ...(fold.sort && { kind: KINDS[fold.sort] }) });
  }
  return [...byStart.values()].sort((a, b) => a.startLine - b.startLine);
}

const KINDS = { comment: FoldingRangeKind.Comment, region: FoldingRangeKind.Region };
