import type { Fix } from '../../core/rule';
import type { Span } from '../../core/span';
import { dispatchedIn } from '../facts/rejected';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/invalid-file-mode',
  severity: 'error',
  scope: 'section',
  what: { ko: '권한이 아닌 `--chmod`', en: '`--chmod` with something that is no mode' },
  why: {
    ko: '`--chmod`는 `755` 같은 8진수나 `u+x` 같은 기호를 받는다. 8진수에는 8과 9가 없고 7777까지다. 어긋나면 BuildKit은 "invalid chmod parameter"라며 멈춘다.',
    en: '`--chmod` takes an octal number such as `755`, or symbols such as `u+x`. Octal numbers have no 8 or 9 and go up to 7777. BuildKit stops at anything else: "invalid chmod parameter".',
  },
  how: { ko: '8진수로 적는다. ex) `--chmod=755`', en: 'Write it in octal, ex) `--chmod=755`.' },
  messages: {
    invalid: {
      ko: '`{mode}`{mode|은} 파일 권한이 아니다. `755` 같은 8진수로 적는다.',
      en: '`{mode}` is no file mode. Write it in octal, such as `755`.',
    },
  },
  concepts: ['dockerfile/COPY', 'dockerfile/ADD'],
  source: 'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM node:24-slim\nCOPY --chmod=«0o755» run.sh /app/\n',
      good: 'FROM node:24-slim\nCOPY --chmod=755 run.sh /app/\n',
    },
    {
      bad: 'FROM node:24-slim\nCOPY --chmod=«rwx» run.sh /app/\n',
      good: 'FROM node:24-slim\nCOPY --chmod=u=rwx run.sh /app/\n',
    },
  ],
  allows: [
    'FROM a\nCOPY --chmod=0755 b c\nADD --chmod=u=rwX,go=rX b c\nCOPY --chmod= b c\n',
    'FROM a\nARG M=9\nCOPY --chmod=$M b c\n',
  ],
  *check(stage) {
    for (const { instruction, state, lowered } of dispatchedIn(stage)) {
      if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
      const value = instruction.flags.find(({ name }) => name === 'chmod')?.value;
      const { value: mode, overridable = true } = value ? state.scope.expand(value) : {};
      if (!value || !mode || overridable || isMode(mode)) continue;
      const prefix = value.raw === mode && /^0o[0-7]{3,4}$/.test(mode);
      const fixes = prefix ? [octal(value.span, mode.slice(2))] : [];
      yield { span: value.span, values: { mode }, fixes, ...lowered };
    }
  },
});

/** Source: Parse in github.com/tonistiigi/dchapes-mode. */
function isMode(text: string): boolean {
  if (/^[0-7]+$/.test(text)) return Number.parseInt(text, 8) <= 0o7777;
  return text.split(',').every((clause) => /^[augo]*(?:[-+=][rwxXstugo]*)+$/.test(clause));
}

function octal(span: Span, mode: string): Fix {
  return {
    title: { ko: '`{mode}`{mode|으로} 바꾸기', en: 'Change to `{mode}`' },
    values: { mode },
    kind: 'choice',
    edits: [{ span, text: mode }],
  };
}
