import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { canonical } from '../../core/address';
import { renderMessage } from '../../core/text';
import { toRange } from '../convert';
import type { Session } from '../session';

/** Words that lead to a page outside. */
export async function links(
  session: Session,
  { textDocument }: DocumentLinkParams,
): Promise<DocumentLink[] | null> {
  const uri = canonical(textDocument.uri);
  const { config } = await session.settle(uri);
  const document = session.texts.get(uri);
  const at = session.engine.at(uri, 0);
  if (!document || !at?.language.links) return null;
  const around = { facts: at.facts, kubernetesVersion: config.kubernetesVersion };
  const takesTips = session.client.textDocument?.documentLink?.tooltipSupport;
  return at.language.links(at.model, around).flatMap(({ span, target, tip }) => {
    const place = session.engine.locate(span);
    if (!place) return [];
    const tooltip = takesTips ? { tooltip: renderMessage(tip, session.lang) } : {};
    return [{ range: toRange(document, place), target, ...tooltip }];
  });
}
