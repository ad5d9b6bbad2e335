import {
  LSPErrorCodes,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { renderMessage, type Text } from '../../core/text';
import { toRange } from '../convert';
import { toWorkspaceEdit } from '../edits';
import type { Session } from '../session';
import { whereIn } from './look';
import { meaningAt } from './meaning';

/** The word that would be renamed; an error the editor shows where nothing can be. */
export async function prepareRename(
  session: Session,
  params: TextDocumentPositionParams,
): Promise<PrepareRenameResult | null> {
  const asked = await meaningAt(session, params);
  const place = asked?.meaning.rename && session.engine.locate(asked.meaning.at);
  if (!place) return null;
  return { range: toRange(asked.document, place), placeholder: asked.meaning.text };
}

/** The edits that call a thing otherwise in every file of the workspace. */
export async function rename(session: Session, params: RenameParams): Promise<WorkspaceEdit | null> {
  const asked = await meaningAt(session, params);
  const renaming = asked?.meaning.rename?.(params.newName.trim());
  if (!renaming) return null;
  if ('problem' in renaming) throw refusal(renderMessage(renaming.problem, session.lang, whereIn(session)));
  const edits = session.engine.edits(renaming.edits);
  if (!edits) throw refusal(CHANGED[session.lang]);
  return toWorkspaceEdit(session, edits);
}

function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

const CHANGED: Text = {
  ko: '그사이 파일이 바뀌었다. 다시 시도한다.',
  en: 'A file has changed in the meantime; try again.',
};
