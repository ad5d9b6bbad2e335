import { rule } from '../rule';

export default rule({
  id: 'dockerfile/directive-repeated',
  severity: 'error',
  scope: 'file',
  what: { ko: '두 번 적은 directive', en: 'A parser directive given twice' },
  why: {
    ko: '파일 맨 위의 `# syntax=`, `# escape=`, `# check=`는 주석이 아니라 directive다. 하나에 한 번씩만 적을 수 있고, 두 번째가 나오면 BuildKit은 "only one syntax parser directive can be used"라며 멈춘다.',
    en: '`# syntax=`, `# escape=` and `# check=` at the top of a file are parser directives, not comments. Each may be given once; BuildKit stops at the second: "only one syntax parser directive can be used".',
  },
  how: {
    ko: '하나만 남긴다. `check`의 값은 `;`로 이어 한 줄에 적는다.',
    en: 'Keep one. Values of `check` go into one line, joined by `;`.',
  },
  messages: {
    repeated: {
      ko: '`# {name}=` directive가 앞에 이미 있다. 한 번만 적을 수 있다.',
      en: '`# {name}=` is given above; it may be given once only.',
    },
  },
  concepts: ['dockerfile/FROM'],
  source: 'https://docs.docker.com/reference/dockerfile/#parser-directives',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: '# syntax=docker/dockerfile:1\n«# syntax=docker/dockerfile:1.20»\nFROM debian:13\n',
      good: '# syntax=docker/dockerfile:1\nFROM debian:13\n',
    },
  ],
  allows: ['# syntax=docker/dockerfile:1\n# escape=`\n# check=skip=all\nFROM a\n'],
  *check({ directiveProblems, parts }) {
    for (const { code, span, name } of directiveProblems) {
      if (code !== 'directive-repeated') continue;
      const text = parts.find(({ id }) => id === span.part)!.text;
      const line = {
        start: text.lastIndexOf('\n', span.start - 1) + 1,
        end: text.indexOf('\n', span.end) + 1,
      };
      yield {
        span,
        values: { name },
        fixes: [
          {
            title: { ko: '이 줄 지우기', en: 'Remove this line' },
            kind: 'choice',
            edits: [{ span: { ...span, ...line, end: line.end || text.length }, text: '' }],
          },
        ],
      };
    }
  },
});
