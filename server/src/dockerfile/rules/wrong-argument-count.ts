import { once } from '../../core/once';
import { dispatchedAs, type Problematic, problemsIn } from '../facts/rejected';
import type { Instruction, Stage } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/wrong-argument-count',
  severity: 'error',
  scope: 'file',
  what: { ko: '모자라거나 남는 인자', en: 'Too few or too many arguments' },
  why: {
    ko: 'instruction은 저마다 받는 인자의 수가 있다. `WORKDIR`은 경로 하나, `EXPOSE`는 포트 하나 이상이 있어야 하고, `HEALTHCHECK NONE`은 아무것도 받지 않는다. 수가 맞지 않으면 BuildKit은 파일을 읽다가 멈추고, 앞에 있는 멀쩡한 줄도 실행하지 않는다. RUN, CMD, ENTRYPOINT는 비어 있어도 받아 주지만, `RUN []`은 실행할 것이 없어 멈춘다.',
    en: 'Each instruction takes a certain number of arguments: `WORKDIR` a path, `EXPOSE` at least one port, `HEALTHCHECK NONE` nothing. If the number is wrong BuildKit stops while it reads the file, and the sound lines above are not run either. RUN, CMD and ENTRYPOINT may be empty, but `RUN []` stops: there is nothing to run.',
  },
  how: {
    ko: '빠진 인자를 적거나, 남는 인자를 지운다. 쓰지 않을 줄이면 줄을 지운다.',
    en: 'Write the missing argument or remove the one too many. Delete the line if nothing is meant.',
  },
  messages: {
    missing: { ko: '{keyword}에 {argument:이} 없다.', en: '{keyword} lacks {argument}.' },
    extra: { ko: 'HEALTHCHECK NONE은 인자를 받지 않는다.', en: 'HEALTHCHECK NONE takes no arguments.' },
  },
  concepts: ['dockerfile/WORKDIR', 'dockerfile/EXPOSE', 'dockerfile/HEALTHCHECK'],
  source: 'https://docs.docker.com/reference/dockerfile/#workdir',
  also: [],
  examples: [
    {
      bad: 'FROM node:24-slim\n«WORKDIR»\nCOPY app.js ./\n',
      good: 'FROM node:24-slim\nWORKDIR /app\nCOPY app.js ./\n',
    },
    {
      bad: 'FROM node:24-slim\nHEALTHCHECK NONE «--interval=30s»\n',
      good: 'FROM node:24-slim\nHEALTHCHECK NONE\n',
      message: 'extra',
    },
  ],
  allows: [
    'FROM a\nRUN\nCMD\nENTRYPOINT\n',
    // Another rule speaks of it.
    'FROM a\nCOPY app.js\n',
    'FROM a\nENV a\n',
  ],
  *check(file) {
    const { globalArgs, outside, stages } = file;
    const all = [...[...globalArgs, ...outside].flatMap(miscounted), ...stages.flatMap(miscountedIn)];
    for (const { instruction, problem, lowered } of all) {
      const { keyword, words } = instruction;
      if ((keyword === 'COPY' || keyword === 'ADD') && words.length === 1) continue;
      const { span, code } = problem;
      if (code === 'arguments-too-many') yield { span, message: 'extra', ...lowered };
      else yield { span, values: { keyword, argument: WANTED[keyword] ?? ARGUMENT }, ...lowered };
    }
    // The parser takes it; the step that would run nothing does not.
    for (const { instruction, lowered } of stages.flatMap((stage) => dispatchedAs(stage, 'RUN'))) {
      const { keyword, keywordSpan: span } = instruction;
      if (instruction.form === 'json' && instruction.words.length === 0)
        yield { span, values: { keyword, argument: COMMAND }, ...lowered };
    }
  },
});

function miscounted(instruction: Instruction): readonly Problematic[] {
  return problemsIn(instruction, 'argument-missing', 'arguments-too-many');
}

const miscountedIn = once(({ from, instructions }: Stage) =>
  [...(from ? [from] : []), ...instructions].flatMap(miscounted),
);

const COMMAND = { ko: '명령', en: 'a command' };
const ARGUMENT = { ko: '인자', en: 'an argument' };
const PATHS = { ko: '원본과 목적지', en: 'a source and a destination' };
const PAIR = { ko: '`이름=값`', en: '`name=value`' };

const WANTED: Readonly<Partial<Record<Instruction['keyword'], typeof ARGUMENT>>> = {
  FROM: { ko: '이미지', en: 'an image' },
  COPY: PATHS,
  ADD: PATHS,
  ENV: PAIR,
  LABEL: PAIR,
  ARG: { ko: '변수 이름', en: 'the name of a variable' },
  EXPOSE: { ko: '포트', en: 'a port' },
  WORKDIR: { ko: '디렉터리', en: 'a directory' },
  USER: { ko: '사용자', en: 'a user' },
  VOLUME: { ko: '경로', en: 'a path' },
  STOPSIGNAL: { ko: '신호', en: 'a signal' },
  MAINTAINER: { ko: '이름', en: 'a name' },
  SHELL: { ko: 'shell 명령의 JSON 배열', en: 'a shell as a JSON array' },
  ONBUILD: { ko: '나중에 실행할 instruction', en: 'an instruction to run later' },
  HEALTHCHECK: { ko: '검사할 명령', en: 'a command to check with' },
};
