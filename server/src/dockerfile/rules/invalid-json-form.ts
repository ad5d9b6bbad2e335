import type { Fix } from '../../core/rule';
import { problemsIn } from '../facts/rejected';
import type { Instruction } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/invalid-json-form',
  severity: 'error',
  scope: 'part',
  what: { ko: '받아 주지 않는 JSON 형식', en: 'A JSON form the builder rejects' },
  why: {
    ko: '대괄호로 적는 형식은 JSON 배열이고, 안에는 큰따옴표로 감싼 문자열만 들어간다. 숫자나 `true`가 들어 있으면 BuildKit은 "arrays must be comprised of strings only"라며 멈춘다. SHELL은 이 형식만 받는다. 다른 instruction은 JSON이 아니면 shell 명령이나 경로로 읽는다.',
    en: 'The form with brackets is a JSON array, and it holds strings in double quotes only. At a number or `true` BuildKit stops: "arrays must be comprised of strings only". SHELL takes this form alone; other instructions read what is no JSON as a shell command or as paths.',
  },
  how: {
    ko: '단어마다 큰따옴표로 감싼다. ex) `SHELL ["/bin/bash", "-c"]`',
    en: 'Put each word in double quotes, ex) `SHELL ["/bin/bash", "-c"]`.',
  },
  messages: {
    shell: {
      ko: 'SHELL은 큰따옴표로 감싼 문자열의 JSON 배열만 받는다.',
      en: 'SHELL takes a JSON array of strings in double quotes only.',
    },
    strings: {
      ko: '{keyword}의 JSON 배열에 문자열이 아닌 것이 있다. 모두 큰따옴표로 감싼다.',
      en: 'The JSON array of {keyword} holds something else than strings. Put all of it in double quotes.',
    },
  },
  concepts: ['dockerfile/SHELL', 'dockerfile/CMD'],
  source: 'https://docs.docker.com/reference/dockerfile/#shell',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM debian:13\nSHELL «/bin/bash -o pipefail -c»\n',
      good: 'FROM debian:13\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\n',
    },
    {
      bad: "FROM debian:13\nSHELL «['/bin/bash', '-c']»\n",
      good: 'FROM debian:13\nSHELL ["/bin/bash", "-c"]\n',
    },
    {
      bad: 'FROM debian:13\nCMD «["sleep", 60]»\n',
      good: 'FROM debian:13\nCMD ["sleep", "60"]\n',
      message: 'strings',
    },
  ],
  allows: ['FROM a\nSHELL ["b", "c"]\n', 'FROM a\nCMD []\n', 'FROM a\nRUN [ -f b ]\n', 'FROM a\nSHELL []\n'],
  *check(unit) {
    for (const { instruction, problem, lowered } of problemsIn(unit, 'shell-not-json', 'json-not-strings')) {
      const array = problem.code === 'json-not-strings' ? mixed(instruction) : words(instruction);
      yield {
        span: problem.span,
        message: problem.code === 'json-not-strings' ? 'strings' : 'shell',
        values: { keyword: instruction.keyword },
        fixes: array ? [rewrite(instruction, array)] : [],
        ...lowered,
      };
    }
  },
});

function writtenIn({ joined, argumentsSpan }: Instruction): string {
  const length = argumentsSpan.end - argumentsSpan.start;
  const text = joined.text.slice(joined.text.length - length);
  return text.includes('\n') ? '' : text;
}

/** The scalars of a mixed array as strings; undefined for nested ones. */
function mixed(instruction: Instruction): readonly string[] | undefined {
  try {
    const values = JSON.parse(writtenIn(instruction)) as unknown[];
    return values.every((value) => value !== null && typeof value !== 'object')
      ? values.map(String)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Words with blanks between them, or an array in the wrong quotes. */
function words(instruction: Instruction): readonly string[] | undefined {
  const text = writtenIn(instruction);
  const list = /^\[(.*)\]$/.exec(text)?.[1];
  const found = (list?.split(',') ?? text.split(/\s+/)).map((word) =>
    word.trim().replace(/^(['"])(.*)\1$/, '$2'),
  );
  return found.every((word) => /^[\w./:=@%+\\-]+$/.test(word)) ? found : undefined;
}

function rewrite({ argumentsSpan }: Instruction, array: readonly string[]): Fix {
  const text = `[${array.map((word) => JSON.stringify(word)).join(', ')}]`;
  return {
    title: { ko: 'JSON 배열로 바꾸기', en: 'Change to a JSON array' },
    kind: 'choice',
    edits: [{ span: argumentsSpan, text }],
  };
}
