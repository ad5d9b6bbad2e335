import { decoded, nameOf } from '../core/address';
import { closest } from '../core/closest';
import { renderCoursePage } from '../core/course-page';
import { renderNotePage } from '../core/note-page';
import { pagePath, type Target } from '../core/page';
import { renderRulePage } from '../core/rule-page';
import type { Lang, Text } from '../core/text';
import { renderLabPage } from '../labs/page';
import { PAGE_SCHEME } from './protocol';
import type { Session } from './session';
import { attemptAt } from './views/labAccess';

/** The document of our scheme that explains something, in the language that is spoken when it is read. */
export function pageUri(target: Target | { readonly lab: string }): string {
  const path = 'lab' in target ? labPath(target.lab) : pagePath(target);
  return `${PAGE_SCHEME}:/${path}`;
}

/** A lab is known by its folder; its name is for people. */
function labPath(folder: string): string {
  return `labs/${nameOf(folder)}.md?${encodeURIComponent(folder)}`;
}

/** ShellCheck's rules have their pages elsewhere. */
export function hasPage({ known }: Session, ruleId: string): boolean {
  return known.rules.some(({ id }) => id === ruleId);
}

/** The text of a page. An address that means nothing gives a page that says so and where to go instead. */
export async function readPage(session: Session, uri: string): Promise<string> {
  await session.explaining();
  const { engine, notes, known } = session;
  const [address = '', query = ''] = uri.slice(uri.indexOf(':') + 1).split('?');
  const path = decoded(address).replace(/^\/+/, '');
  const [, written, kind, id = ''] =
    /^(?:(ko|en)\/)?(?:(rules|notes|labs)\/)?(.*?)(?:\.md)?$/.exec(path) ?? [];
  const lang: Lang = written === 'ko' || written === 'en' ? written : session.lang;
  const language = engine.languages.find(({ rules }) => rules.some((rule) => rule.id === id));
  const rule = language?.rules.find((rule) => rule.id === id);
  // Pages of one language lie in one tree, so that links between them work wherever Markdown is shown.
  const up = '../'.repeat(Math.max(0, path.split('/').length - (written ? 2 : 1)));
  const look = {
    lang,
    drawn: session.options.drawings === true,
    link: (target: Target) => up + pagePath(target),
    note: (id: string) => notes.get(id),
  };
  const { lab, result } = (kind === 'labs' && (await attemptAt(session, decoded(query)))) || {};
  if (lab && result) return renderLabPage(lab, result, look);
  const note = notes.get(id);
  if (kind !== 'notes' && rule && language) return renderRulePage(rule, language, look);
  if (kind !== 'rules' && note) return renderNotePage(note, notes, known.rules, look);
  if (id === 'course' && !kind) return renderCoursePage(notes.course, look);
  const near = closest(id, [...known.rules.map((rule) => rule.id), ...notes.all.map((note) => note.id)]);
  const target = near && (notes.get(near) ? { note: near } : { rule: near });
  const hint = target ? MEANT[lang].replace('{link}', `[${near}](${up + pagePath(target)})`) : '';
  return `# ${MISSING[lang].replace('{id}', `\`${id}\``)}\n\n${hint || NOTHING[lang]}\n`;
}

const MISSING: Text = { ko: '{id} 페이지는 없다', en: 'There is no page {id}' };
const MEANT: Text = { ko: '찾던 것이 {link}일까?', en: 'Were you looking for {link}?' };
const NOTHING: Text = {
  ko: '`container-tutor rules`가 모든 규칙의 이름을 보여 준다.',
  en: '`container-tutor rules` lists the names of all rules.',
};
