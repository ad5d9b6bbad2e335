import { rule } from '../rule';

export default rule({
  id: 'dockerfile/invalid-escape-directive',
  severity: 'error',
  scope: 'file',
  what: { ko: '쓸 수 없는 escape 문자', en: 'An escape character that does not exist' },
  why: {
    ko: '`# escape=`는 줄을 잇고 글자를 escape하는 데 쓸 문자를 고른다. `\\`와 백틱, 둘 중 하나만 된다. 다른 값이면 BuildKit은 "invalid escape token"이라며 멈춘다.',
    en: '`# escape=` chooses the character that continues lines and escapes others: `\\` or the backtick. At any other value BuildKit stops: "invalid escape token".',
  },
  how: {
    ko: 'Windows 경로를 쓰려면 백틱을 적고, 아니면 이 줄을 지운다. 기본값은 `\\`다.',
    en: 'Write a backtick if you need Windows paths, or remove the line: `\\` is the default.',
  },
  messages: {
    invalid: {
      ko: 'escape 문자는 `\\`나 백틱만 된다.',
      en: 'The escape character is `\\` or a backtick, nothing else.',
    },
  },
  concepts: ['dockerfile/FROM'],
  source: 'https://docs.docker.com/reference/dockerfile/#escape',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: '# escape=«^»\nFROM debian:13\n',
      good: ['# escape=\\\nFROM debian:13\n', '# escape=`\nFROM debian:13\n'],
    },
  ],
  allows: ['# escape=\\\nFROM a\n', '# escape=`\nFROM a\n'],
  *check({ directiveProblems }) {
    for (const { code, span } of directiveProblems)
      if (code === 'escape-invalid')
        yield {
          span,
          fixes: ['\\', '`'].map((text) => ({
            title: { ko: '{text:으로} 바꾸기', en: 'Change to {text}' },
            values: { text },
            kind: 'choice' as const,
            edits: [{ span, text }],
          })),
        };
  },
});
