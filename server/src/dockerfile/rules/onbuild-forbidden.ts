import type { Fix } from '../../core/rule';
import { problemsIn } from '../facts/rejected';
import type { Instruction } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/onbuild-forbidden',
  severity: 'error',
  scope: 'part',
  what: { ko: 'ONBUILD에 넣을 수 없는 instruction', en: 'An instruction ONBUILD does not take' },
  why: {
    ko: 'ONBUILD에 적은 instruction은 이 이미지를 FROM으로 쓰는 빌드에서 FROM 바로 다음에 실행된다. 거기에서 또 FROM을 할 수는 없고, 다음 이미지로 한 번 더 넘기는 `ONBUILD ONBUILD`도 없다. MAINTAINER도 받지 않는다.',
    en: 'What ONBUILD holds runs in a build that starts FROM this image, right behind that FROM. Another FROM makes no sense there, and `ONBUILD ONBUILD`, to pass it on once more, does not exist. MAINTAINER is not taken either.',
  },
  how: {
    ko: '`ONBUILD`를 한 번만 적는다. FROM과 MAINTAINER는 ONBUILD 밖에 적는다.',
    en: 'Write `ONBUILD` once. FROM and MAINTAINER stand outside of it.',
  },
  messages: {
    chained: { ko: '`ONBUILD ONBUILD`는 쓸 수 없다.', en: '`ONBUILD ONBUILD` is not allowed.' },
    forbidden: {
      ko: 'ONBUILD에는 {keyword:을} 넣을 수 없다.',
      en: 'ONBUILD does not take {keyword}.',
    },
  },
  concepts: ['dockerfile/ONBUILD'],
  source: 'https://docs.docker.com/reference/dockerfile/#onbuild-limitations',
  also: ['hadolint/DL3043'],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM node:24\nONBUILD «ONBUILD» RUN npm ci\n',
      good: 'FROM node:24\nONBUILD RUN npm ci\n',
    },
    {
      bad: 'FROM node:24\nONBUILD «FROM» node:24-slim\n',
      good: 'FROM node:24\nFROM node:24-slim\n',
      message: 'forbidden',
    },
  ],
  allows: ['FROM a\nONBUILD RUN b\nONBUILD COPY c d\n'],
  *check(unit) {
    for (const { instruction, problem } of problemsIn(unit, 'onbuild-chained', 'onbuild-trigger-forbidden')) {
      const trigger = instruction.keyword === 'ONBUILD' ? instruction.trigger : undefined;
      const keyword = trigger?.keyword ?? '';
      yield {
        span: problem.span,
        message: problem.code === 'onbuild-chained' ? 'chained' : 'forbidden',
        values: { keyword },
        fixes: [withoutOnbuild(instruction, problem.span.start)],
      };
    }
  },
});

function withoutOnbuild({ keywordSpan }: Instruction, end: number): Fix {
  return {
    title: { ko: '`ONBUILD` 하나 지우기', en: 'Remove one `ONBUILD`' },
    kind: 'choice',
    edits: [{ span: { ...keywordSpan, end }, text: '' }],
  };
}
