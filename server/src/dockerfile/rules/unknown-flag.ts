import { closest } from '../../core/closest';
import type { Fix } from '../../core/rule';
import { flagKind, flagNames, KEYWORDS } from '../facts/instructions';
import { readFlags } from '../facts/read-flags';
import { instructionsIn } from '../facts/rejected';
import type { Flag } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/unknown-flag',
  severity: 'error',
  scope: 'part',
  what: { ko: '없는 플래그', en: 'An unknown flag' },
  why: {
    ko: 'instruction 바로 뒤의 `--`로 시작하는 단어는 그 instruction의 플래그다. 아는 플래그가 아니면 BuildKit은 "unknown flag"라며 빌드를 시작하지 않는다. 플래그는 instruction마다 다르고 대소문자를 가린다. `CMD --port 80`처럼 프로그램에 줄 옵션을 맨 앞에 적어도 플래그로 읽힌다.',
    en: 'A word with `--` right behind an instruction is a flag of that instruction. BuildKit stops at one it does not know: "unknown flag". Each instruction has its own, and case matters. An option meant for a program is taken for a flag too if it comes first, as in `CMD --port 80`.',
  },
  how: {
    ko: '플래그 이름을 고치거나 지운다. 프로그램의 옵션이면 JSON 형식으로 적는다. ex) `CMD ["--port", "80"]`',
    en: 'Correct the flag or remove it. Write options of a program in JSON form, ex) `CMD ["--port", "80"]`.',
  },
  messages: {
    near: {
      ko: '{keyword}에는 `--{name}` 플래그가 없다. `--{near}`{near|을} 쓰려던 것인가?',
      en: '{keyword} has no flag `--{name}`. Did you mean `--{near}`?',
    },
    elsewhere: {
      ko: '`--{name}`{name|은} {owner}의 플래그고 {keyword}에는 없다.',
      en: '`--{name}` is a flag of {owner}; {keyword} does not have it.',
    },
    program: {
      ko: '`--{name}`{name|은} {keyword}의 플래그로 읽히는데, 그런 플래그는 없다. 프로그램의 옵션이면 JSON 형식으로 적는다.',
      en: '`--{name}` is read as a flag of {keyword}, which has no such flag. Write an option of a program in JSON form.',
    },
    unknown: {
      ko: '{keyword}에는 `--{name}` 플래그가 없다.',
      en: '{keyword} has no flag `--{name}`.',
    },
  },
  concepts: ['dockerfile/COPY', 'dockerfile/RUN', 'dockerfile/HEALTHCHECK'],
  source: 'https://docs.docker.com/reference/dockerfile/#copy',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM node:24-slim\nCOPY «--chwon»=node:node app.js /app/\n',
      good: 'FROM node:24-slim\nCOPY --chown=node:node app.js /app/\n',
    },
    {
      bad: 'FROM node:24-slim\nRUN «--from»=build make\n',
      good: 'FROM node:24-slim\nRUN --mount=from=build,target=/src make\n',
      message: 'elsewhere',
    },
    {
      bad: 'FROM nginx:1.29\nCMD «--port» 80\n',
      good: 'FROM nginx:1.29\nCMD ["--port", "80"]\n',
      message: 'program',
    },
  ],
  allows: [
    'FROM --platform=$BUILDPLATFORM node:24\nRUN --network=none --mount=type=cache,target=/a b\n',
    'FROM a\nADD --keep-git-dir --unpack=false --checksum=sha256:0 --link --exclude=x --exclude=y b c\n',
    'FROM a\nRUN make --from=b\n',
  ],
  *check(unit) {
    for (const { instruction, lowered } of instructionsIn(unit)) {
      const { keyword } = instruction;
      for (const flag of readFlags(instruction)) {
        if (flagKind(keyword, flag.name)) continue;
        const near = closest(flag.name, flagNames(keyword));
        const owner = KEYWORDS.find((other) => flagKind(other, flag.name));
        const command = keyword === 'CMD' || keyword === 'ENTRYPOINT';
        const message = near ? 'near' : owner ? 'elsewhere' : command ? 'program' : 'unknown';
        const span = { ...flag.span, end: flag.nameSpan.end };
        const values = { keyword, name: flag.name, ...(near && { near }), ...(owner && { owner }) };
        yield { span, message, values, fixes: near ? [rename(flag, near)] : [], ...lowered };
      }
    }
  },
});

function rename({ nameSpan }: Flag, near: string): Fix {
  return {
    title: { ko: '`--{near}`{near|으로} 바꾸기', en: 'Change to `--{near}`' },
    values: { near },
    kind: 'choice',
    edits: [{ span: nameSpan, text: near }],
  };
}
