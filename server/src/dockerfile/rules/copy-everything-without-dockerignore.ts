import { once } from '../../core/once';
import { ignoringOf } from '../facts/ignored';
import { asTransfer, contextPath } from '../facts/transfer';
import { type Stage, stateBefore } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/copy-everything-without-dockerignore',
  severity: 'hint',
  scope: 'file',
  what: { ko: '.dockerignore 없이 전부 복사하기', en: 'Copying everything without a .dockerignore' },
  why: {
    ko: '`COPY . .`는 build context의 파일을 모두 담는다. `.git`에는 지운 비밀까지 남아 있고, `.env`에는 지금의 비밀이 있다. host에서 설치한 `node_modules`는 이미지에서 설치한 것을 덮는다. 상관없는 파일 하나만 바뀌어도 여기부터 캐시가 깨진다.',
    en: '`COPY . .` takes every file of the build context. `.git` still holds secrets that were deleted long ago, `.env` those of today. A `node_modules` installed on the host replaces the one installed in the image. And any change to a file that has nothing to do with the image breaks the cache from here on.',
  },
  how: {
    ko: 'Dockerfile 옆(context의 맨 위)에 `.dockerignore`를 두고 `.git`, `.env`, `node_modules`처럼 이미지에 필요 없는 것을 적는다.',
    en: 'Put a `.dockerignore` beside the Dockerfile, at the top of the context, and list what the image does not need: `.git`, `.env`, `node_modules`.',
  },
  messages: {
    missing: {
      ko: '전부 복사하는데 Dockerfile 옆에 `.dockerignore`가 없다. `.git`이나 `.env`까지 이미지에 들어갈 수 있다.',
      en: 'Everything is copied and there is no `.dockerignore` beside this Dockerfile: `.git` and `.env` may end up in the image.',
    },
  },
  concepts: ['dockerfile/COPY', 'concepts/build-cache'],
  source: 'https://docs.docker.com/build/building/best-practices/#exclude-with-dockerignore',
  also: [],
  examples: [
    {
      bad: 'FROM node:24-slim\nWORKDIR /app\nCOPY «.» .\n',
      good: {
        files: {
          Dockerfile: 'FROM node:24-slim\nWORKDIR /app\nCOPY . .\n',
          '.dockerignore': '.git\n.env\nnode_modules\n',
        },
      },
    },
  ],
  allows: [
    'FROM node:24-slim\nWORKDIR /app\nCOPY src ./\n',
    'FROM node:24-slim AS build\nFROM node:24-slim\nCOPY --from=build . /app\n',
    'FROM node:24-slim\nWORKDIR /app\nCOPY --exclude=.git . .\n',
    { files: { 'docker/Dockerfile': 'FROM node:24-slim\nWORKDIR /app\nCOPY . .\n' } },
  ],
  *check(file, { facts, path }) {
    // In a folder of Dockerfiles the context is most likely another one.
    if (!path || ELSEWHERE.test(path)) return;
    const whole = file.stages.flatMap(wholeIn)[0];
    if (whole && ignoringOf(path, facts) === null) yield { span: whole.span };
  },
});

/** The sources by which a stage copies all of the context. */
const wholeIn = once((stage: Stage) =>
  stage.instructions.flatMap((instruction) => {
    const transfer = asTransfer(instruction);
    if (!transfer || transfer.flags.some(({ name }) => name === 'from' || name === 'exclude')) return [];
    const { scope } = stateBefore(stage, instruction);
    return transfer.sources.filter((source) => {
      const { value } = scope.expand(source);
      return value && contextPath(value) === '.';
    });
  }),
);

const ELSEWHERE =
  /\/(?:\.devcontainer|\.?dockers?|dockerfiles?|containers?|images?|deploy(?:ment)?|build|ci|\.ci)\/[^/]*$/i;
