import { decoded, pathOf } from '../../core/address';
import type { Look, Target } from '../../core/page';
import type { Lang, Text, Where } from '../../core/text';
import { lineOf } from '../convert';
import { hasPage, pageUri } from '../pages';
import { COMMANDS } from '../protocol';
import type { Session } from '../session';

/** How a hover points at pages: through the client's command where links may run one, else at official pages. */
export function hoverLook(session: Session): Look {
  const { lang, notes } = session;
  return {
    lang,
    where: whereIn(session),
    linked: linkedIn(session),
    note: (id) => notes.get(id),
    link: (target) =>
      session.options.commandLinks && !('rule' in target && !hasPage(session, target.rule))
        ? commandLink(COMMANDS.openPage, pageUri(target))
        : officialLink(session, target),
  };
}

/** Says where something is written: `web.yaml:12`, or `line 12` in a text without a file. */
export function whereIn(session: Session): Where {
  return (span) => {
    const place = session.engine.locate(span);
    const document = place && session.lines(place.uri);
    if (!document) return '';
    const line = lineOf(document, place.start);
    // What was never saved has no name, and only itself to point at.
    if (!pathOf(document.uri)) return LINE[session.lang].replace('{line}', String(line));
    const name = decoded(document.uri.slice(document.uri.lastIndexOf('/') + 1));
    return `${name}:${line}`;
  };
}

/** The same, and a link to it. */
function linkedIn(session: Session): Where {
  const where = whereIn(session);
  return (span) => {
    const place = session.engine.locate(span);
    const document = place && session.lines(place.uri);
    const name = where(span);
    if (!document || !pathOf(document.uri)) return name;
    return `[${name}](${document.uri}#L${lineOf(document, place.start)})`;
  };
}

/** `한국어 · English`: says everything in the other language from then on. */
export function languageLinks({ lang, options }: Session): string | undefined {
  if (!options.commandLinks) return undefined;
  return Object.entries(NAMES)
    .map(([one, name]) => (one === lang ? name : `[${name}](${commandLink(COMMANDS.setLanguage, one)})`))
    .join(' · ');
}

const LINE: Text = { ko: '줄 {line}', en: 'line {line}' };

const NAMES: Readonly<Record<Lang, string>> = { ko: '한국어', en: 'English' };

function officialLink({ lang, notes, known }: Session, target: Target): string | undefined {
  if ('course' in target) return undefined;
  if ('note' in target) return notes.get(target.note)?.official[lang];
  return known.rules.find(({ id }) => id === target.rule)?.source;
}

function commandLink(command: string, argument: string): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`;
}
