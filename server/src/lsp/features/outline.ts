import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { canonical } from '../../core/address';
import type { Entry, EntrySort } from '../../core/view';
import { toRange } from '../convert';
import type { Session } from '../session';
import { placeOf } from './place';

/** What a document is made of; null leaves the outline to whoever else knows the text. */
export async function outline(
  session: Session,
  { textDocument }: DocumentSymbolParams,
): Promise<DocumentSymbol[] | SymbolInformation[] | null> {
  const uri = canonical(textDocument.uri);
  await session.settle(uri);
  const document = session.texts.get(uri);
  const { language, model } = session.engine.model(uri) ?? {};
  const entries = document && language?.outline?.(model);
  if (!entries) return null;
  const found = entries.flatMap((entry) => symbolOf(session, document, entry) ?? []);
  const isTree = session.client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport;
  return isTree ? found : found.flatMap((one) => flat(one, textDocument.uri));
}

function symbolOf(session: Session, document: TextDocument, entry: Entry): DocumentSymbol | undefined {
  const whole = placeOf(session, entry);
  const at = session.engine.locate(entry.at);
  if (!whole || !at) return undefined;
  const isInside = whole.start <= at.start && at.end <= whole.end;
  return {
    name: entry.name,
    ...(entry.detail && { detail: entry.detail }),
    kind: KINDS[entry.sort],
    range: toRange(document, whole),
    // The protocol wants it inside the range.
    selectionRange: toRange(document, isInside ? at : { start: whole.start, end: whole.start }),
    children: entry.entries.flatMap((one) => symbolOf(session, document, one) ?? []),
  };
}

/** For clients that know no trees. */
function flat(
  { name, kind, range, children = [] }: DocumentSymbol,
  uri: string,
  parent?: string,
): SymbolInformation[] {
  const own = { name, kind, location: { uri, range }, ...(parent && { containerName: parent }) };
  return [own, ...children.flatMap((child) => flat(child, uri, name))];
}

const KINDS: Readonly<Record<EntrySort, SymbolKind>> = {
  object: SymbolKind.Class,
  stage: SymbolKind.Class,
  instruction: SymbolKind.Method,
  container: SymbolKind.Module,
  port: SymbolKind.Interface,
  volume: SymbolKind.Package,
  variable: SymbolKind.Variable,
  key: SymbolKind.Key,
  rule: SymbolKind.Function,
  item: SymbolKind.Field,
};
