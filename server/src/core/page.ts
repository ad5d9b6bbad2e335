import type { Diagnosis } from './diagnosis';
import { LABELS } from './labels';
import type { AnyRule } from './language';
import type { Card, Note, NoteBody } from './note';
import { renderQuote, renderSignature } from './reference';
import type { NoteId } from './rule';
import { type Lang, render, renderMessage, type Text, type Where } from './text';

/** What a page or hover may point at. The edge decides what such a link looks like where it is read. */
export type Target = { readonly rule: string } | { readonly note: NoteId } | { readonly course: true };

/** Where a page lies among those of its language: in docs/ as in the editor. */
export function pagePath(target: Target): string {
  if ('course' in target) return 'course.md';
  return 'rule' in target ? `rules/${target.rule}.md` : `notes/${target.note}.md`;
}

export interface Look {
  readonly lang: Lang;
  /** A URL for a target; undefined where there is nowhere to go. */
  readonly link: (target: Target) => string | undefined;
  readonly note: (id: NoteId) => Note | undefined;
  /** Pages are shown with the HTML in them: they may hold drawings. */
  readonly drawn?: boolean;
  readonly where?: Where;
  /** The same as a link, where text can hold one. */
  readonly linked?: Where;
}

export type HoverSize = 'compact' | 'full';

export function renderFinding(
  { rule, finding }: Pick<Diagnosis, 'rule' | 'finding'>,
  lang: Lang,
  where?: Where,
): string {
  return render(messageOf(rule, finding.message), lang, finding.values, where);
}

export function messageOf(rule: Pick<AnyRule, 'messages'>, key?: string): Text {
  // A key nobody wrote is caught by the tests; for a reader some words beat none.
  return (key !== undefined && rule.messages[key]) || Object.values(rule.messages)[0]!;
}

/** The hover on a finding: what, why, how, and where to read on. The editor shows the message itself above it. */
export function renderFindingHover(rule: AnyRule, look: Look): string {
  const { lang } = look;
  const links = [
    link(look, { rule: rule.id }, LABELS.rulePage[lang]),
    ...rule.concepts.map((id) => noteLink(look, id)),
  ];
  return [
    rule.why[lang],
    `**${LABELS.how[lang]}** ${rule.how[lang]}`,
    [...links, `[${LABELS.source[lang]}](${rule.source})`].filter(Boolean).join(' · '),
  ].join('\n\n');
}

/** The hover on a place: what the reference says of it, around the concept where a note explains one. */
export function renderCard(card: Card, note: Note | undefined, size: HoverSize, look: Look): string {
  const { lang, where } = look;
  const { reference } = card;
  const facts = (card.facts ?? []).map((fact) => `- ${renderMessage(fact, lang, look.linked ?? where)}`);
  return [
    reference && renderSignature(reference, lang, where),
    ...(note
      ? [renderConcept(card, note, facts, size, look)]
      : [drawing(card, look), facts.slice(0, size === 'full' ? undefined : MOST_FACTS).join('\n')]),
    reference?.text && renderQuote(reference.text, size === 'full'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The answer, facts of this file, a few points, the question, links. */
function renderConcept(
  card: Card,
  note: Note,
  facts: readonly string[],
  size: HoverSize,
  look: Look,
): string {
  const { lang } = look;
  const body = note.body[lang];
  const points = body.bullets.map((bullet) => `- ${bullet}`);
  const full = size === 'full';
  const drawn = drawing(card, look);
  // What these very objects say comes first; a compact card has no room for much beside it.
  const isCrowded = drawn !== undefined || facts.length > COMPACT_POINTS;
  const room = note.brief ? BRIEF_POINTS : isCrowded ? Math.min(facts.length, MOST_FACTS) : COMPACT_POINTS;
  return [
    answer(body),
    drawn ?? (full && body.picture),
    [...facts, ...points]
      .slice(0, full ? undefined : drawn ? Math.min(room, FACTS_BESIDE_PICTURE) : room)
      .join('\n'),
    (full || !isCrowded) && question(body, lang),
    full && body.example,
    full && misconception(body, lang),
    [
      ...note.related.map((id) => noteLink(look, id)),
      !note.brief && link(look, { note: note.id }, LABELS.more[lang]),
      official(note, lang),
    ]
      .filter(Boolean)
      .join(' · '),
  ]
    .filter(Boolean)
    .join('\n\n');
}

const COMPACT_POINTS = 3;
const MOST_FACTS = 5;
const FACTS_BESIDE_PICTURE = 2;
/** A brief note has no question below. */
const BRIEF_POINTS = 6;

function drawing({ picture }: Card, { lang, where }: Look): string | undefined {
  return picture && fence('text', picture.map((line) => renderMessage(line, lang, where)).join('\n'));
}

function answer(body: NoteBody): string {
  return `**${body.title}** — ${body.answer}`;
}

export function question({ question }: NoteBody, lang: Lang): string | undefined {
  return (
    question && `*${LABELS.question[lang]} ${question.asked}*\n> ${question.answer.replaceAll('\n', '\n> ')}`
  );
}

export function misconception({ misconception }: NoteBody, lang: Lang): string | undefined {
  return misconception && `**${LABELS.misconception[lang]}** ${misconception}`;
}

export function official(note: Note, lang: Lang): string {
  return `[${LABELS.official[lang]}](${note.official[lang]})`;
}

/** Links to notes; where no link leads anywhere, what the notes are called. */
export function readOn(look: Look, ids: readonly NoteId[]): string {
  return ids.flatMap((id) => (look.note(id) ? (noteLink(look, id) ?? id) : [])).join(' · ');
}

export function noteLink(look: Look, id: NoteId): string | undefined {
  const note = look.note(id);
  return note && link(look, { note: id }, note.body[look.lang].title);
}

export function link(look: Look, target: Target, label: string): string | undefined {
  const url = look.link(target);
  return url && `[${label}](${url})`;
}

export function fence(language: string, code: string): string {
  return `\`\`\`${language}\n${code.replace(/\n$/, '')}\n\`\`\``;
}
