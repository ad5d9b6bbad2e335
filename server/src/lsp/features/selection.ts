import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { canonical } from '../../core/address';
import type { Range } from '../../core/span';
import { toOffset, toRange } from '../convert';
import type { Session } from '../session';
import { placeOf } from './place';

/** For each position what it lies in, from the narrowest outwards to the file. */
export async function selections(
  session: Session,
  { textDocument, positions }: SelectionRangeParams,
): Promise<SelectionRange[] | null> {
  const uri = canonical(textDocument.uri);
  await session.settle(uri);
  const document = session.texts.get(uri);
  if (!document) return null;
  const found = positions.map((position) => chainAt(session, uri, toOffset(document, position)));
  if (found.every((chain) => chain.length === 0)) return null;
  return found.map((chain, i) => {
    const here = { start: positions[i]!, end: positions[i]! };
    const nested = chain.reduceRight<SelectionRange | undefined>(
      (parent, range) => ({ range: toRange(document, range), ...(parent && { parent }) }),
      undefined,
    );
    return nested ?? { range: here };
  });
}

/** Each wider than the one before and around it. */
function chainAt(session: Session, uri: string, offset: number): readonly Range[] {
  const at = session.engine.at(uri, offset);
  const reaches = at?.language.around?.(at.model, at.part.id, at.offset) ?? [];
  if (reaches.length === 0) return [];
  const file = { start: 0, end: session.engine.text(uri)!.length };
  const chain: Range[] = [];
  for (const range of [...reaches.map((one) => placeOf(session, one)), file]) {
    const last = chain.at(-1);
    const isAround = range && (!last || (range.start <= last.start && range.end >= last.end));
    const isWider = range && (!last || range.end - range.start > last.end - last.start);
    if (isAround && isWider) chain.push(range);
  }
  return chain;
}
