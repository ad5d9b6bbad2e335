import type { AnyLanguage, AnyRule } from '../../server/src/core/language';
import { SEVERITY } from '../../server/src/core/page';
import type { Lang, Text } from '../../server/src/core/text';

/** The rules of hadolint 2.15.1 by the severity it gives them. https://github.com/hadolint/hadolint#rules */
export const CODES = {
  error: 'DL3000 DL3004 DL3011 DL3012 DL3020 DL3021 DL3023 DL3024 DL3026 DL3043 DL3044 DL3061 DL4000 DL4004',
  warning:
    'DL3002 DL3003 DL3006 DL3007 DL3008 DL3013 DL3014 DL3016 DL3018 DL3022 DL3025 DL3027 DL3028 DL3029 DL3030 DL3032 DL3033 DL3034 DL3035 DL3036 DL3037 DL3038 DL3040 DL3041 DL3042 DL3045 DL3046 DL3051 DL3052 DL3053 DL3054 DL3055 DL3056 DL3058 DL3062 DL3063 DL3064 DL3065 DL3067 DL4001 DL4003 DL4005 DL4006',
  info: 'DL3001 DL3009 DL3010 DL3015 DL3019 DL3047 DL3049 DL3050 DL3059 DL3060 DL3066',
  style: 'DL3048',
  ignore: 'DL1001 DL3057',
} as const;
type Level = keyof typeof CODES;

const SAME: Readonly<Record<Level, AnyRule['severity']>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  style: 'hint',
  ignore: 'off',
};

/** The page that sets hadolint's severities beside ours. */
export function hadolintPage(
  languages: readonly AnyLanguage[],
  lang: Lang,
  link: (rule: AnyRule) => string,
): string {
  const rules = languages.flatMap((language) => language.rules);
  const rows = (Object.keys(CODES) as Level[])
    .flatMap((level) => CODES[level].split(' ').map((code) => ({ code, level })))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .flatMap(({ code, level }) =>
      rules
        .filter(({ also }) => also.includes(`hadolint/${code}`))
        .map((rule) => row(code, level, rule, lang, link)),
    );
  return `# ${TITLE[lang]}\n\n${INTRO[lang]}\n\n${HEAD[lang]}\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
}

function row(code: string, level: Level, rule: AnyRule, lang: Lang, link: (rule: AnyRule) => string): string {
  const { severity, strict = severity } = rule;
  const shown = (one: AnyRule['severity']) =>
    one === SAME[level] ? SEVERITY[one][lang] : `**${SEVERITY[one][lang]}**`;
  const name = `[\`${rule.id}\`](${link(rule)})`;
  return `| ${code} | ${level} | ${shown(severity)} | ${shown(strict)} | ${name} |`;
}

const TITLE: Text = { ko: 'hadolint의 규칙과 심각도', en: 'The rules of hadolint and their severities' };

const INTRO: Text = {
  ko: `hadolint 2.15의 규칙 하나하나가 여기서는 무엇이고 얼마나 크게 말하는지 적었다. hadolint와 다른 것은 굵은 글씨다.
오류는 빌더가 거부하는 것뿐이라서 hadolint의 error 가운데 빌드가 되는 것은 낮아진다. 버전 고정처럼 의견이 갈리는 것은 힌트다. \`profile: strict\`는 hadolint에 가깝게 되돌린다.
한 규칙이 hadolint의 이름 여럿에 답하기도 하고, 찾은 것이 규칙보다 낮게 말할 때도 있다. \`.hadolint.yaml\`의 \`override\`는 hadolint의 이름으로 그대로 듣는다.`,
  en: `What each rule of hadolint 2.15 is here, and how loud. What differs from hadolint is bold.
An error is what the builder rejects and nothing else, so what hadolint calls an error and still builds is lower here. Where opinions differ, as on pinned versions, it is a hint. \`profile: strict\` turns most of it back to what hadolint says.
One rule may answer to several of hadolint's names, and a finding may be lower than its rule. The \`override\` of a \`.hadolint.yaml\` holds by hadolint's names.`,
};

const HEAD: Text = {
  ko: '| hadolint | 거기서 | 기본값 | `strict` | 여기서는 |',
  en: '| hadolint | there | default | `strict` | here |',
};
