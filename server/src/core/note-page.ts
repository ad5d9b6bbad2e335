import type { Standing } from './course';
import { renderDrawing } from './drawing-svg';
import { LABELS } from './labels';
import type { AnyRule } from './language';
import type { Note, Notes } from './note';
import { type Look, link, misconception, noteLink, official, question, readOn } from './page';

/** All there is to say about a note: where it stands in the course, and which rules are about it. */
export function renderNotePage(
  note: Note,
  notes: Pick<Notes, 'standing' | 'drawings'>,
  rules: readonly AnyRule[],
  look: Look,
): string {
  const { lang } = look;
  const body = note.body[lang];
  const standing = notes.standing(note.id);
  const related = readOn(look, note.related);
  const about = rules.filter(({ concepts }) => concepts.includes(note.id));
  const sources = note.sources.filter((url) => url !== note.official[lang]);
  return `${[
    `# ${body.title}`,
    standing && place(standing, look),
    body.answer.charAt(0).toUpperCase() + body.answer.slice(1),
    picture(note, notes, look),
    body.bullets.map((bullet) => `- ${bullet}`).join('\n'),
    question(body, lang),
    body.example,
    misconception(body, lang),
    related && `**${LABELS.related[lang]}** ${related}`,
    about.length > 0 && `**${LABELS.rules[lang]}**`,
    about
      .map(({ id, what }) => `- ${link(look, { rule: id }, what[lang]) ?? `${what[lang]} (\`${id}\`)`}`)
      .join('\n'),
    `**${LABELS.sources[lang]}** ${[official(note, lang), ...new Set(sources.map((url) => `<${url}>`))].join(' · ')}`,
    standing && neighbours(standing, look),
  ]
    .filter(Boolean)
    .join('\n\n')}\n`;
}

/** The drawing where it can be seen, and what it says in letters for whoever would rather read it. */
function picture(
  { drawing, body }: Note,
  { drawings }: Pick<Notes, 'drawings'>,
  { lang, drawn }: Look,
): string | undefined {
  const letters = body[lang].picture;
  const found = drawn && drawing !== undefined && drawings[drawing];
  if (!found || !letters) return letters;
  const summary = `<summary>${LABELS.letters[lang]}</summary>`;
  return [renderDrawing(found, lang), `<details>${summary}`, letters, '</details>'].join('\n\n');
}

/** The chapter, and whether the note goes further than the course does. */
function place({ chapter, number, isBeyond }: Standing, look: Look): string {
  const title = `${number}. ${chapter.title[look.lang]}`;
  const named = link(look, { course: true }, title) ?? title;
  return isBeyond ? `${named} · ${LABELS.beyond[look.lang]}` : named;
}

function neighbours({ previous, next }: Standing, look: Look): string {
  return (['previous', 'next'] as const)
    .flatMap((side) => {
      const id = { previous, next }[side];
      const named = id !== undefined && noteLink(look, id);
      return named ? `${LABELS[side][look.lang]}: ${named}` : [];
    })
    .join(' · ');
}
