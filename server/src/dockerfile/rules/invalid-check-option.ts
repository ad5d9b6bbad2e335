import { closest } from '../../core/closest';
import type { Fix } from '../../core/rule';
import type { Span } from '../../core/span';
import { checkComments } from '../checks';
import { BUILD_CHECKS } from '../facts/build-checks';
import { rule } from '../rule';

const OPTIONS = ['skip', 'error', 'experimental'];

export default rule({
  id: 'dockerfile/invalid-check-option',
  severity: 'error',
  scope: 'file',
  what: { ko: '`# check=`의 잘못된 옵션', en: 'A `# check=` option that does not exist' },
  why: {
    ko: '`# check=`는 `skip=`, `error=`, `experimental=`만 알고, 여럿이면 `;`로 나눈다. 파일 맨 위에 다른 것이 있으면 빌드는 첫 줄도 읽기 전에 `failed to parse check options`로 끝난다. instruction 위에 있으면 빌드는 되지만 그 주석 전체가 없는 것과 같다.',
    en: '`# check=` knows `skip=`, `error=` and `experimental=`, with `;` between them. Anything else at the top of the file ends the build before its first line: `failed to parse check options`. Above an instruction the build goes on as if the whole comment were not there.',
  },
  how: {
    ko: '`# check=skip=JSONArgsRecommended;error=true`처럼 쓴다. `error`의 값은 true나 false다.',
    en: 'Write it like `# check=skip=JSONArgsRecommended;error=true`. `error` is true or false.',
  },
  messages: {
    fails: {
      ko: '`{option}`{option|은} `check`의 옵션이 아니어서 빌드가 시작하자마자 끝난다.',
      en: '`{option}` is no option of `check`, and the build ends before it begins.',
    },
    ignored: {
      ko: '`{option}`{option|은} `check`의 옵션이 아니어서 BuildKit이 이 주석을 통째로 무시한다.',
      en: '`{option}` is no option of `check`, so BuildKit passes over the whole comment.',
    },
  },
  concepts: ['concepts/suppression'],
  source: 'https://docs.docker.com/reference/dockerfile/#check',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: '# check=«JSONArgsRecommended»\nFROM nginx:1.29\nCMD ["nginx"]\n',
      good: '# check=skip=JSONArgsRecommended\nFROM nginx:1.29\nCMD ["nginx"]\n',
    },
    {
      bad: '# check=skip=all;«errors=true»\nFROM nginx:1.29\n',
      good: '# check=skip=all;error=true\nFROM nginx:1.29\n',
    },
    {
      bad: '# check=«error=yes»\nFROM nginx:1.29\n',
      good: '# check=error=true\nFROM nginx:1.29\n',
    },
  ],
  allows: [
    '# check=error=true;skip=all;experimental=all\nFROM nginx:1.29\n',
    'FROM nginx:1.29\n# check=skip=JSONArgsRecommended // as agreed\nCMD nginx\n',
    '# syntax=docker/dockerfile:1\n# check=error=1\nFROM nginx:1.29\n',
  ],
  *check(file) {
    for (const { comment, trivia, instruction, fault } of checkComments(file)) {
      if (!fault) continue;
      const from = trivia.text.indexOf(comment.text, comment.span.start + 1);
      const span = { ...comment.span, start: from + fault.start, end: from + fault.end };
      const option = comment.text.slice(fault.start, fault.end);
      yield {
        span,
        message: instruction ? 'ignored' : 'fails',
        values: { option },
        ...(instruction && { severity: 'warning' as const }),
        fixes: repair(span, option),
      };
    }
  },
});

function repair(span: Span, option: string): Fix[] {
  const text = repaired(option);
  if (text === undefined) return [];
  return [
    {
      title: { ko: '`{text}`로 고치기', en: 'Write `{text}`' },
      values: { text },
      kind: 'choice',
      edits: [{ span, text }],
    },
  ];
}

function repaired(option: string): string | undefined {
  const equals = option.indexOf('=');
  if (equals < 0) {
    const names = option.split(',').map((name) => name.trim());
    return names.every((name) => name === 'all' || BUILD_CHECKS.has(name)) ? `skip=${option}` : undefined;
  }
  const [key, value] = [option.slice(0, equals).trim(), option.slice(equals + 1)];
  const near = closest(key, OPTIONS);
  if (near === undefined) return undefined;
  if (near !== 'error') return `${near}=${value}`;
  const yes = /^(?:y|yes|on|true)$/i.test(value.trim());
  return yes || /^(?:n|no|off|false)$/i.test(value.trim()) ? `error=${yes}` : undefined;
}
