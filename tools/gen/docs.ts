import path from 'node:path';
import { renderCoursePage } from '../../server/src/core/course-page';
import { SEVERITY } from '../../server/src/core/labels';
import type { AnyLanguage, AnyRule } from '../../server/src/core/language';
import { Notes, type NotesFile } from '../../server/src/core/note';
import { renderNotePage } from '../../server/src/core/note-page';
import { type Look, pagePath, type Target } from '../../server/src/core/page';
import { renderRulePage } from '../../server/src/core/rule-page';
import type { Lang } from '../../server/src/core/text';
import type { Output } from './files';
import { peerPage } from './peers/page';
import { PEERS } from './peers/peers';

const LANGS: readonly Lang[] = ['ko', 'en'];
const WRITTEN = '<!-- Written by `npm run gen`. -->\n';

/** docs/<lang>/rules, docs/<lang>/notes and the course: the pages the editor shows, for a browser. */
export function writeDocs(output: Output, languages: readonly AnyLanguage[], file: NotesFile): void {
  const notes = new Notes(file);
  const rules = languages.flatMap((language) => language.rules);
  const written = new Set<string>();
  const page = (name: string, text: string) => {
    written.add(name);
    output.file(name, WRITTEN + text);
  };
  for (const lang of LANGS) {
    const look = (from: string): Look => ({
      lang,
      note: (id) => notes.get(id),
      link: (target) => path.posix.relative(path.posix.dirname(from), pathOf(lang, target)),
    });
    for (const language of languages)
      for (const rule of language.rules) {
        const name = pathOf(lang, { rule: rule.id });
        page(name, renderRulePage(rule, language, look(name)));
      }
    for (const peer of PEERS)
      page(
        `docs/${lang}/${peer.page}.md`,
        peerPage(peer, languages, lang, ({ id }) => `rules/${id}.md`),
      );
    for (const note of notes.all) {
      if (note.brief) continue;
      const name = pathOf(lang, { note: note.id });
      page(name, renderNotePage(note, notes, rules, look(name)));
    }
    const course = pathOf(lang, { course: true });
    page(course, renderCoursePage(notes.course, look(course)));
  }
  for (const lang of LANGS) {
    output.prune(`docs/${lang}`, '.md', written);
    const readme = lang === 'ko' ? 'README.ko.md' : 'README.md';
    output.region(readme, '<!-- rules -->', '<!-- /rules -->', ruleTable(languages, lang));
  }
}

function pathOf(lang: Lang, target: Target): string {
  return `docs/${lang}/${pagePath(target)}`;
}

function ruleTable(languages: readonly AnyLanguage[], lang: Lang): string {
  const head =
    lang === 'ko'
      ? '| 규칙 | 기본값 | 무엇을 보나 | 고침 | 다른 이름 |\n|---|---|---|---|---|'
      : '| Rule | Default | What it is about | Fix | Other names |\n|---|---|---|---|---|';
  const rows = languages
    .flatMap((language) => language.rules)
    .map((rule) =>
      [
        `[\`${rule.id}\`](${pathOf(lang, { rule: rule.id })})`,
        SEVERITY[rule.severity][lang],
        rule.what[lang],
        fixes(rule, lang),
        rule.also.map((name) => `\`${name}\``).join(' '),
      ].join(' | '),
    );
  return [head, ...rows.map((row) => `| ${row} |`)].join('\n');
}

function fixes(rule: AnyRule, lang: Lang): string {
  if (!rule.fix) return '';
  return { safe: { ko: '자동', en: 'safe' }, choice: { ko: '골라서', en: 'choice' } }[rule.fix][lang];
}
