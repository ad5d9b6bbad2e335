import { SEVERITY } from '../../../server/src/core/labels';
import type { AnyLanguage, AnyRule } from '../../../server/src/core/language';
import type { Lang, Text } from '../../../server/src/core/text';
import { type Peer, WITHOUT_RULE } from './peers';

/** The page that sets another linter's checks beside our rules. */
export function peerPage(
  peer: Peer,
  languages: readonly AnyLanguage[],
  lang: Lang,
  link: (rule: AnyRule) => string,
): string {
  const rules = languages.flatMap((language) => language.rules);
  const { title, intro, head } = peer.words;
  const rows = Object.entries(peer.checks)
    .flatMap(([level, checks]) => checks.map((check) => ({ check, level })))
    .sort((a, b) => (a.check < b.check ? -1 : 1))
    .flatMap(({ check, level }) => {
      const found = rules.filter(({ also }) => also.includes(`${peer.id}/${check}`));
      return found.length > 0
        ? found.map((rule) => row(peer, check, level, rule, lang, link))
        : `| ${check} | ${level} | | | ${(WITHOUT_RULE[`${peer.id}/${check}`] ?? MISSING)[lang]} |`;
    });
  return `# ${title[lang]}\n\n${intro[lang]}\n\n| ${head[lang]} | ${HEAD[lang]} |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
}

function row(
  { isSame }: Peer,
  check: string,
  level: string,
  rule: AnyRule,
  lang: Lang,
  link: (rule: AnyRule) => string,
): string {
  const { severity, strict = severity } = rule;
  const shown = (one: AnyRule['severity']) =>
    isSame(level, one) ? SEVERITY[one][lang] : `**${SEVERITY[one][lang]}**`;
  const name = `[\`${rule.id}\`](${link(rule)})`;
  return `| ${check} | ${level} | ${shown(severity)} | ${shown(strict)} | ${name} |`;
}

const HEAD: Text = {
  ko: '거기서 | 기본값 | `strict` | 여기서는',
  en: 'there | default | `strict` | here',
};

const MISSING: Text = { ko: '아직 없다', en: 'not yet' };
