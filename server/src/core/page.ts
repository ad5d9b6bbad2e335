import type { Diagnosis } from './diagnosis';
import type { AnyLanguage, AnyRule } from './language';
import { filesOf, readMarks } from './marked';
import type { Card, Note, NoteBody } from './note';
import { renderQuote, renderSignature } from './reference';
import type { NoteId, Sample } from './rule';
import { type Lang, render, renderMessage, type Text, type Where } from './text';

/** What a page or hover may point at. The edge decides what such a link looks like where it is read. */
export type Target = { readonly rule: string } | { readonly note: NoteId };

export interface Look {
  readonly lang: Lang;
  /** A URL for a target; undefined where there is nowhere to go. */
  readonly link: (target: Target) => string | undefined;
  readonly note: (id: NoteId) => Note | undefined;
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

export function renderNotePage(note: Note, look: Look): string {
  const { lang } = look;
  const body = note.body[lang];
  const related = readOn(look, note.related);
  const sources = note.sources.filter((url) => url !== note.official[lang]);
  return `${[
    `# ${body.title}`,
    sentence(body.answer),
    body.picture,
    body.bullets.map((bullet) => `- ${bullet}`).join('\n'),
    question(body, lang),
    body.example,
    misconception(body, lang),
    related && `**${LABELS.related[lang]}** ${related}`,
    `**${LABELS.sources[lang]}** ${[official(note, lang), ...new Set(sources.map((url) => `<${url}>`))].join(' · ')}`,
  ]
    .filter(Boolean)
    .join('\n\n')}\n`;
}

export function renderRulePage(
  rule: AnyRule,
  { usualName, fence: fenceLang }: Pick<AnyLanguage, 'usualName' | 'fence'>,
  look: Look,
): string {
  const { lang } = look;
  const sample = (text: Sample) =>
    filesOf(text, usualName)
      .map(
        ([name, content], _, all) =>
          (all.length > 1 ? `\`${name}\`\n` : '') + fence(fenceLang, readMarks(content).text),
      )
      .join('\n\n');
  const examples = rule.examples.flatMap(({ bad, good }) => [
    `### ${LABELS.wrong[lang]}`,
    sample(bad),
    `### ${LABELS.right[lang]}`,
    ...(Array.isArray(good) ? good : [good]).map(sample),
  ]);
  const related = readOn(look, rule.concepts);
  const options = Object.entries(rule.options ?? {}) as [string, { default: unknown; what: Text }][];
  return `${[
    `# ${rule.what[lang]}`,
    `\`${rule.id}\` · ${SEVERITY[rule.severity][lang]}`,
    `## ${LABELS.why[lang]}`,
    rule.why[lang],
    `## ${LABELS.how[lang]}`,
    rule.how[lang],
    ...examples,
    options.length > 0 && `## ${LABELS.options[lang]}`,
    options
      .map(([name, spec]) => `- \`${name}\` (${JSON.stringify(spec.default)}): ${spec.what[lang]}`)
      .join('\n'),
    rule.allows.length > 0 && `## ${LABELS.allows[lang]}`,
    ...rule.allows.slice(0, MOST_ALLOWED).map(sample),
    `## ${LABELS.silence[lang]}`,
    fence(fenceLang, `# container-tutor ignore=${rule.id} -- ${LABELS.reason[lang]}`),
    rule.also.length > 0 && `**${LABELS.also[lang]}** ${rule.also.map((name) => `\`${name}\``).join(' · ')}`,
    related && `**${LABELS.related[lang]}** ${related}`,
    `**${LABELS.sources[lang]}** <${rule.source}>`,
  ]
    .filter(Boolean)
    .join('\n\n')}\n`;
}

/** A page shows what a rule is silent on, not its whole table. */
const MOST_ALLOWED = 4;

function drawing({ picture }: Card, { lang, where }: Look): string | undefined {
  return picture && fence('text', picture.map((line) => renderMessage(line, lang, where)).join('\n'));
}

function answer(body: NoteBody): string {
  return `**${body.title}** — ${body.answer}`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function question({ question }: NoteBody, lang: Lang): string | undefined {
  return (
    question && `*${LABELS.question[lang]} ${question.asked}*\n> ${question.answer.replaceAll('\n', '\n> ')}`
  );
}

function misconception({ misconception }: NoteBody, lang: Lang): string | undefined {
  return misconception && `**${LABELS.misconception[lang]}** ${misconception}`;
}

function official(note: Note, lang: Lang): string {
  return `[${LABELS.official[lang]}](${note.official[lang]})`;
}

/** Links to notes; where no link leads anywhere, what the notes are called. */
function readOn(look: Look, ids: readonly NoteId[]): string {
  return ids.flatMap((id) => (look.note(id) ? (noteLink(look, id) ?? id) : [])).join(' · ');
}

function noteLink(look: Look, id: NoteId): string | undefined {
  const note = look.note(id);
  return note && link(look, { note: id }, note.body[look.lang].title);
}

function link(look: Look, target: Target, label: string): string | undefined {
  const url = look.link(target);
  return url && `[${label}](${url})`;
}

function fence(language: string, code: string): string {
  return `\`\`\`${language}\n${code.replace(/\n$/, '')}\n\`\`\``;
}

export const SEVERITY: Readonly<Record<AnyRule['severity'], Text>> = {
  error: { ko: '오류', en: 'error' },
  warning: { ko: '경고', en: 'warning' },
  info: { ko: '제안', en: 'info' },
  hint: { ko: '힌트', en: 'hint' },
  off: { ko: '꺼짐', en: 'off' },
};

const LABELS = {
  why: { ko: '왜?', en: 'Why' },
  how: { ko: '어떻게?', en: 'How' },
  wrong: { ko: '이렇게 쓰면', en: 'Wrong' },
  right: { ko: '이렇게 고친다', en: 'Right' },
  allows: { ko: '이럴 땐 조용하다', en: 'Silent on' },
  silence: { ko: '이 규칙을 따르지 않을 때', en: 'When you decide otherwise' },
  reason: { ko: '이유', en: 'the reason' },
  options: { ko: '설정', en: 'Options' },
  also: { ko: '다른 도구에서는', en: 'Elsewhere' },
  related: { ko: '함께 볼 것', en: 'Read on' },
  sources: { ko: '출처', en: 'Sources' },
  source: { ko: '출처', en: 'Source' },
  official: { ko: '공식 문서', en: 'Official docs' },
  rulePage: { ko: '이 규칙 자세히', en: 'About this rule' },
  more: { ko: '더 보기', en: 'More' },
  question: { ko: '궁금한 점:', en: 'Wait:' },
  misconception: { ko: '흔한 오해:', en: 'Common misconception:' },
} satisfies Record<string, Text>;
