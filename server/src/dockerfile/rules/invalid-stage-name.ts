import type { Fix } from '../../core/rule';
import type { Dockerfile, Stage } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/invalid-stage-name',
  severity: 'error',
  scope: 'file',
  what: { ko: '쓸 수 없는 stage 이름', en: 'An invalid stage name' },
  why: {
    ko: 'stage 이름은 글자로 시작하고 영문자, 숫자, `-`, `_`, `.`만 쓴다. 숫자로 시작하면 `COPY --from=0`처럼 stage를 번호로 부르는 것과 헷갈린다. 이름 자리의 변수는 풀리지 않는다. 어긋나면 BuildKit은 "invalid name for build stage"라며 멈춘다.',
    en: 'The name of a stage begins with a letter and has letters of the English alphabet, digits, `-`, `_` and `.` only. One that began with a digit could be taken for a stage number, as in `COPY --from=0`. Variables are not expanded there. BuildKit stops at any other name: "invalid name for build stage".',
  },
  how: {
    ko: '글자로 시작하는 이름으로 바꾸고, 그 이름을 쓰는 곳도 함께 바꾼다.',
    en: 'Choose a name that begins with a letter, and change the places that use it.',
  },
  messages: {
    invalid: {
      ko: '`{name}`{name|은} stage 이름이 될 수 없다. 글자로 시작하고 영문자, 숫자, `-`, `_`, `.`만 쓴다.',
      en: '`{name}` cannot name a stage: begin with a letter, and use letters, digits, `-`, `_` and `.` only.',
    },
  },
  concepts: ['dockerfile/FROM', 'concepts/multi-stage-build'],
  source: 'https://docs.docker.com/reference/dockerfile/#from',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM node:24 AS «1-build»\nRUN npm ci\nFROM node:24-slim\nCOPY --from=1-build /app /app\n',
      good: 'FROM node:24 AS stage-1-build\nRUN npm ci\nFROM node:24-slim\nCOPY --from=stage-1-build /app /app\n',
    },
    {
      bad: 'FROM node:24 AS «build/app»\nFROM build/app\n',
      good: 'FROM node:24 AS build-app\nFROM build-app\n',
    },
  ],
  allows: ['FROM a AS Build_1.2-x\n', 'FROM a\n'],
  *check(file) {
    for (const { from } of file.stages) {
      const problem = from?.problems.find(({ code }) => code === 'stage-name-invalid');
      const name = from?.words[2]?.raw;
      if (!problem || name === undefined) continue;
      const better = corrected(name);
      const taken = file.stages.some((stage) => stage.name === better.toLowerCase());
      const fixes = better === '' || name.includes('$') || taken ? [] : [rename(file, from!, better)];
      yield { span: problem.span, values: { name }, fixes };
    }
  },
});

function corrected(name: string): string {
  const clean = name.replace(/[^\w.-]+/g, '-').replace(/^[-._]+|[-._]+$/g, '');
  return /^\d/.test(clean) ? `stage-${clean}` : clean;
}

function rename({ stages }: Dockerfile, from: NonNullable<Stage['from']>, better: string): Fix {
  const name = from.words[2]!;
  const lower = name.raw.toLowerCase();
  const uses = stages.flatMap((stage) => [
    ...(stage.from?.image?.raw === name.raw ? [stage.from.image.span] : []),
    ...stage.uses.flatMap(({ word }) => (word.raw.toLowerCase() === lower ? [word.span] : [])),
  ]);
  return {
    title: { ko: '`{better}`{better|으로} 바꾸기', en: 'Change to `{better}`' },
    values: { better },
    kind: 'choice',
    edits: [name.span, ...uses].map((span) => ({ span, text: better })),
  };
}
