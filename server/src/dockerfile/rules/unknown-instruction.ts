import { closest } from '../../core/closest';
import { once } from '../../core/once';
import type { Fix } from '../../core/rule';
import type { Span } from '../../core/span';
import { KEYWORDS } from '../facts/instructions';
import { problemsIn } from '../facts/rejected';
import type { Instruction, Stage } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/unknown-instruction',
  severity: 'error',
  scope: 'file',
  what: { ko: '없는 instruction', en: 'An unknown instruction' },
  why: {
    ko: '한 줄의 첫 단어는 instruction이고, Dockerfile이 아는 것은 18개뿐이다. 다른 단어가 나오면 BuildKit은 "unknown instruction"이라며 한 줄도 실행하지 않는다. 오타이거나, 윗줄 끝의 `\\`가 빠져 명령의 나머지가 새 instruction이 된 경우가 많다.',
    en: 'The first word of a line is its instruction, and Dockerfiles have 18 of them. At any other word BuildKit says "unknown instruction" and runs nothing at all. It is a typo, or the rest of a command that became a line of its own because the line above lacks its `\\`.',
  },
  how: {
    ko: '이름을 고친다. 윗줄에서 이어지는 명령이면 윗줄 끝에 `\\`를 붙인다.',
    en: 'Correct the name. If the line continues the one above, end that one with `\\`.',
  },
  messages: {
    near: {
      ko: '{name:이라}는 instruction은 없다. {near:을} 쓰려던 것인가?',
      en: 'There is no instruction {name}. Did you mean {near}?',
    },
    unknown: {
      ko: '{name:은} instruction이 아니다. Dockerfile의 명령은 `FROM`이나 `RUN` 같은 instruction으로 시작한다.',
      en: '{name} is no instruction. What a Dockerfile says begins with one, such as `FROM` or `RUN`.',
    },
    conflict: {
      ko: 'Git이 합치지 못한 자리의 표시다. 위아래 내용에서 남길 것을 고르고 이 표시를 모두 지운다.',
      en: 'This marks what Git could not merge. Keep the lines that are right and delete all of these marks.',
    },
    continued: {
      ko: '{name:은} instruction이 아니다. 윗줄에서 이어지는 명령이면 윗줄 끝에 `\\`가 빠졌다.',
      en: '{name} is no instruction. If it continues the command above, that line lacks a `\\` at its end.',
    },
  },
  concepts: ['concepts/image', 'dockerfile/RUN'],
  source: 'https://docs.docker.com/reference/dockerfile/#overview',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM node:24-slim\n«COYP» app.js /app/\n',
      good: 'FROM node:24-slim\nCOPY app.js /app/\n',
    },
    {
      bad: 'FROM debian:13\nRUN apt-get update\n    «&&» apt-get install -y nginx\n',
      good: 'FROM debian:13\nRUN apt-get update \\\n    && apt-get install -y nginx\n',
      message: 'continued',
    },
    {
      bad: '«version:» "3"\nservices:\n  web:\n',
      good: 'FROM nginx:1.30\n',
      message: 'unknown',
    },
    {
      bad: 'FROM debian:13\n«<<<<<<<» HEAD\nCMD ["app"]\n«=======»\nCMD ["app", "-v"]\n«>>>>>>>» main\n',
      good: 'FROM debian:13\nCMD ["app", "-v"]\n',
      message: 'conflict',
    },
  ],
  allows: ['from node:24-slim\ncopy app.js /app/\n', 'FROM debian:13\nRUN a \\\n  && b\n'],
  *check({ instructions, outside, stages }) {
    if (!outside.some(isUnknown) && !stages.some(holdsUnknown)) return;
    let goesOn = false;
    for (const written of instructions) {
      const problems = problemsIn(written, UNKNOWN);
      if (problems.length === 0) goesOn = false;
      for (const { instruction, problem, lowered } of problems) {
        const name = instruction.written;
        // Of a short word too many others are near.
        const near = name.length > 2 ? closest(name, KEYWORDS) : undefined;
        // Lines of one command, or of a template: the first says what is wrong with all.
        const conflict = /^([<=>|])\1{6}$/.test(name);
        const told = goesOn && !near && !conflict;
        goesOn = !near;
        if (told) continue;
        const above = written !== instructions[0] && instruction === written;
        const other = conflict ? 'conflict' : above ? 'continued' : 'unknown';
        yield {
          span: problem.span,
          message: near ? 'near' : other,
          values: { name, ...(near && { near }) },
          fixes: near ? [toNear(near, name, problem.span)] : [],
          ...lowered,
        };
      }
    }
  },
});

const UNKNOWN = 'instruction-unknown';

function isUnknown(instruction: Instruction): boolean {
  return problemsIn(instruction, UNKNOWN).length > 0;
}

const holdsUnknown = once(({ instructions }: Stage) => instructions.some(isUnknown));

function toNear(near: string, written: string, span: Span): Fix {
  const text = written === written.toLowerCase() ? near.toLowerCase() : near;
  return {
    title: { ko: '{near:으로} 바꾸기', en: 'Change to {near}' },
    values: { near: text },
    kind: 'choice',
    edits: [{ span, text }],
  };
}
