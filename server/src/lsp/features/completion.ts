import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type Position,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { canonical } from '../../core/address';
import type { Suggestion } from '../../core/completion';
import type { Notes } from '../../core/note';
import { renderMessage } from '../../core/text';
import { toOffset, toRange, toTextEdit } from '../convert';
import type { Elsewhere } from '../protocol';
import type { Session } from '../session';
import { whereIn } from './look';

/**
 * A space asks only where a value or item begins, others only in the languages that say so; letters ask by
 * themselves.
 */
export function triggersOf({ engine }: Session): string[] {
  return [' ', ...engine.languages.flatMap(({ triggers = [] }) => triggers)];
}

/** What could be written at the cursor. */
export async function complete(
  session: Session,
  { textDocument, position, context, ...elsewhere }: CompletionParams & Elsewhere,
): Promise<CompletionList | null> {
  const uri = canonical(textDocument.uri);
  const document = session.texts.get(uri);
  const typed = context?.triggerKind === CompletionTriggerKind.TriggerCharacter && context.triggerCharacter;
  // Most spaces are those of a sentence: they cost nothing but this look.
  if (!document || (typed === ' ' && !beginsValue(document, position))) return null;
  await session.explaining();
  const { config, ignored } = await session.settle(uri);
  if (ignored) return null;
  const offset = toOffset(document, position);
  const at = session.engine.at(uri, offset);
  if (typed && typed !== ' ' && !at?.language.triggers?.includes(typed)) return null;
  const around = at && { facts: at.facts, kubernetesVersion: config.kubernetesVersion };
  const found = around && at.language.complete?.(at.model, at.part.id, at.offset, around);
  const place = found && session.engine.locate(found.span);
  const left = session.leavesOutSchema(uri, elsewhere);
  const items = left ? found?.items.filter(({ sort }) => sort === 'name') : found?.items;
  if (!place || !items?.length) return null;
  const range = toRange(document, place);
  const digits = String(items.length).length;
  return {
    isIncomplete: false,
    items: items.map((one, i) => ({
      ...toItem(session, at.language.id, one),
      // The order is ours: what has to be there comes first.
      sortText: String(i).padStart(digits, '0'),
      textEdit: { range, newText: one.body },
      ...(one.edits && { additionalTextEdits: editsOf(session, document, one) }),
    })),
  };
}

/** Behind `key: ` and `- `, not behind every space of a text or comment. */
function beginsValue(document: TextDocument, position: Position): boolean {
  const line = document.getText({ start: { line: position.line, character: 0 }, end: position });
  return /(?::|^\s*(?:- )*-) $/.test(line) && !/^\s*#/.test(line);
}

function toItem(session: Session, language: string, one: Suggestion): CompletionItem {
  const { lang, notes } = session;
  const documentation = docsOf(one, notes, language, lang);
  return {
    label: one.label,
    kind: KINDS[one.sort],
    insertTextFormat: InsertTextFormat.Snippet,
    insertTextMode: InsertTextMode.adjustIndentation,
    ...(one.detail && { detail: renderMessage(one.detail, lang, whereIn(session)) }),
    ...(documentation && { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
  };
}

/** What it is: our one line where a note has one, then what the reference says. */
function docsOf({ place, text }: Suggestion, notes: Notes, language: string, lang: 'ko' | 'en'): string {
  const answer = place && notes.at(language, place)?.body[lang].answer;
  return [answer, text?.replaceAll('<', '&lt;')].filter(Boolean).join('\n\n');
}

function editsOf({ engine }: Session, document: TextDocument, { edits = [] }: Suggestion) {
  return [...(engine.edits(edits)?.values() ?? [])].flat().map((edit) => toTextEdit(document, edit));
}

const KINDS: Readonly<Record<Suggestion['sort'], CompletionItemKind>> = {
  field: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  kind: CompletionItemKind.Class,
  item: CompletionItemKind.Struct,
  name: CompletionItemKind.Reference,
};
