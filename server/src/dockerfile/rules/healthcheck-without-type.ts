import { closest } from '../../core/closest';
import type { Fix } from '../../core/rule';
import type { Span } from '../../core/span';
import { problemsIn } from '../facts/rejected';
import { asInstruction } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/healthcheck-without-type',
  severity: 'error',
  scope: 'part',
  what: { ko: 'CMD도 NONE도 아닌 HEALTHCHECK', en: 'HEALTHCHECK without CMD or NONE' },
  why: {
    ko: 'HEALTHCHECK는 플래그 다음에 `CMD`와 명령, 또는 `NONE`을 받는다. 명령을 바로 적으면 명령의 첫 단어를 종류로 읽고, BuildKit은 "Unknown type"이라며 멈춘다.',
    en: 'Behind its flags, HEALTHCHECK takes `CMD` and a command, or `NONE`. If the command follows at once, its first word is read as that type, and BuildKit stops: "Unknown type".',
  },
  how: {
    ko: '명령 앞에 `CMD`를 적는다. ex) `HEALTHCHECK CMD curl -f http://localhost/`',
    en: 'Write `CMD` before the command, ex) `HEALTHCHECK CMD curl -f http://localhost/`.',
  },
  messages: {
    command: {
      ko: '`{word}` 앞에 `CMD`가 없다. HEALTHCHECK는 `CMD 명령`이나 `NONE`을 받는다.',
      en: '`CMD` is missing before `{word}`: HEALTHCHECK takes `CMD command` or `NONE`.',
    },
    near: {
      ko: 'HEALTHCHECK는 `CMD`나 `NONE`을 받는다. `{word}` 대신 {near:을} 쓰려던 것인가?',
      en: 'HEALTHCHECK takes `CMD` or `NONE`. Did you mean {near} instead of `{word}`?',
    },
  },
  concepts: ['dockerfile/HEALTHCHECK'],
  source: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM nginx:1.29\nHEALTHCHECK --interval=30s «curl» -f http://localhost/\n',
      good: 'FROM nginx:1.29\nHEALTHCHECK --interval=30s CMD curl -f http://localhost/\n',
    },
    {
      bad: 'FROM nginx:1.29\nHEALTHCHECK «CDM» curl -f http://localhost/\n',
      good: 'FROM nginx:1.29\nHEALTHCHECK CMD curl -f http://localhost/\n',
      message: 'near',
    },
  ],
  allows: ['FROM a\nHEALTHCHECK none\n', 'FROM a\nHEALTHCHECK cmd ["a"]\n', 'FROM a\nHEALTHCHECK\n'],
  *check(unit) {
    for (const { instruction, problem, lowered } of problemsIn(unit, 'healthcheck-type')) {
      const word = asInstruction(instruction, 'HEALTHCHECK')?.type?.raw ?? '';
      const near = /^[a-z]{3,5}$/i.test(word) ? closest(word, ['CMD', 'NONE']) : undefined;
      yield {
        span: problem.span,
        message: near ? 'near' : 'command',
        values: { word, ...(near && { near }) },
        fixes: [near ? replace(problem.span, near) : insert(problem.span)],
        ...lowered,
      };
    }
  },
});

function insert(span: Span): Fix {
  return {
    title: { ko: '`CMD` 넣기', en: 'Insert `CMD`' },
    kind: 'choice',
    edits: [{ span: { ...span, end: span.start }, text: 'CMD ' }],
  };
}

function replace(span: Span, near: string): Fix {
  return {
    title: { ko: '{near:으로} 바꾸기', en: 'Change to {near}' },
    values: { near },
    kind: 'choice',
    edits: [{ span, text: near }],
  };
}
