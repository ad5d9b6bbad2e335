import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { canonical } from '../../core/address';
import type { Config } from '../../core/config';
import type { Diagnosis } from '../../core/diagnosis';
import type { Card, Note } from '../../core/note';
import { type Look, renderCard, renderFindingHover } from '../../core/page';
import { toOffset, toRange } from '../convert';
import { eachFinding } from '../guard';
import type { Elsewhere } from '../protocol';
import type { Session } from '../session';
import { hoverLook, languageLinks } from './look';

/** The explanation of what is under the cursor: findings first, then the concept. */
export async function hover(
  session: Session,
  { textDocument, position, ...elsewhere }: HoverParams & Elsewhere,
): Promise<Hover | null> {
  const uri = canonical(textDocument.uri);
  await session.explaining();
  const resolved = await session.settle(uri);
  const size = session.settingsFor(uri).hover;
  const document = session.texts.get(uri);
  if (size === 'off' || !document) return null;
  const offset = toOffset(document, position);
  const look = hoverLook(session);
  const found = findingsAt(session.diagnose(uri, resolved), offset);
  const all = explainedAt(session, uri, offset, resolved.config);
  const explained = all && session.leavesOutSchema(uri, elsewhere) ? withoutSchema(all) : all;
  const sections = eachFinding(session, found, ({ rule }) => renderFindingHover(rule, look));
  if (explained) {
    const { card, note } = explained;
    const shown = session.options.commandLinks || !note ? look : withoutMore(look, note);
    sections.push(renderCard(card, note, size, shown));
  }
  if (sections.length === 0) return null;
  const value = [sections.join('\n\n---\n\n'), languageLinks(session)].filter(Boolean).join('\n\n');
  const range = (explained && session.engine.locate(explained.card.span)) ?? found[0];
  return { contents: { kind: MarkupKind.Markdown, value }, range: range && toRange(document, range) };
}

/** The concept, and what this very file says; undefined where neither is left. */
function withoutSchema({ card: { reference, ...card }, note }: Explained): Explained | undefined {
  return note || card.facts?.length || card.picture ? { card, ...(note && { note }) } : undefined;
}

/** Without pages of our own "more" would lead where the official link leads already. */
function withoutMore(look: Look, { id }: Note): Look {
  return {
    ...look,
    link: (target) => ('note' in target && target.note === id ? undefined : look.link(target)),
  };
}

interface Explained {
  readonly card: Card;
  readonly note?: Note;
}

/** What is under the cursor, if there is something to say of it. */
export function explainedAt(
  { engine, notes }: Session,
  uri: string,
  offset: number,
  { kubernetesVersion }: Config,
): Explained | undefined {
  const at = engine.at(uri, offset);
  const card = at?.language.hover?.(at.model, at.part.id, at.offset, { facts: at.facts, kubernetesVersion });
  const note = at && card && notes.of(at.language.id, card);
  const says = note || card?.reference || card?.facts?.length || card?.picture;
  return says && card ? { card, ...(note && { note }) } : undefined;
}

/** The narrowest findings that cover an offset, one of each rule: more than two nobody reads. */
export function findingsAt(diagnoses: readonly Diagnosis[], offset: number): readonly Diagnosis[] {
  const found = diagnoses
    .filter(({ start, end }) => start <= offset && (offset < end || start === end))
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
  return found.filter((one, i) => found.findIndex(({ rule }) => rule === one.rule) === i).slice(0, 2);
}
