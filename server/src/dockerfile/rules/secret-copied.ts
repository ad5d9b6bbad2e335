import type { Finding } from '../../core/rule';
import { type Suspicion, suspectsIn } from '../facts/secret-files';
import { stateBefore } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/secret-copied',
  severity: 'warning',
  scope: 'section',
  what: { ko: '이미지에 복사된 비밀 파일', en: 'A file of secrets copied into the image' },
  why: {
    ko: 'COPY한 파일은 레이어에 남는다. 뒤의 `RUN rm`은 위에 덮을 뿐이라, 이미지를 받은 사람은 아래 레이어에서 그대로 꺼낸다. 최종 이미지가 아닌 stage에 복사해도 builder의 캐시에 남고, 캐시를 registry로 내보내면 함께 나간다.',
    en: 'A copied file stays in its layer. A later `RUN rm` only covers it: whoever pulls the image takes it out of the layer below. In a stage that is not the final image it still stays in the builder’s cache, and goes along wherever that cache is exported.',
  },
  how: {
    ko: '빌드할 때만 필요하면 `RUN --mount=type=secret,id=env,target=/app/.env ...`로 그 명령 동안만 붙인다. 실행할 때 필요하면 `docker run --env-file`이나 Kubernetes Secret으로 넘기고, 파일은 `.dockerignore`에 적는다.',
    en: 'If only the build needs it, mount it for that one command: `RUN --mount=type=secret,id=env,target=/app/.env …`. What the running program needs comes with `docker run --env-file` or a Kubernetes Secret. List the file in `.dockerignore`.',
  },
  messages: {
    image: {
      ko: '`{name}`{name|은} 비밀을 담는 파일이다. 최종 이미지의 레이어에 남아 누구나 꺼낼 수 있다.',
      en: '`{name}` is a file of secrets. It stays in a layer of the final image, where anyone can take it out.',
    },
    stage: {
      ko: '`{name}`{name|은} 비밀을 담는 파일이다. 최종 이미지에는 없지만 이 stage의 캐시에 남는다.',
      en: '`{name}` is a file of secrets. It is not in the final image, but stays in the cache of this stage.',
    },
    maybe: {
      ko: '`{name}`에는 token이나 비밀번호가 들어 있곤 한다. 들어 있다면 레이어에 남는다.',
      en: '`{name}` often holds tokens or passwords; if it does, they stay in the layer.',
    },
  },
  concepts: ['concepts/layer', 'dockerfile/COPY'],
  source: 'https://docs.docker.com/build/building/secrets/',
  also: [],
  examples: [
    {
      bad: 'FROM node:24-slim\nWORKDIR /app\nCOPY package.json «.env» ./\n',
      good: 'FROM node:24-slim\nWORKDIR /app\nCOPY package.json ./\n',
    },
    {
      bad: 'FROM golang:1.25 AS build\nCOPY «id_rsa» /root/.ssh/id_rsa\nRUN go build -o /app\nFROM scratch\nCOPY --from=build /app /app\n',
      good: 'FROM golang:1.25 AS build\nRUN --mount=type=ssh go build -o /app\nFROM scratch\nCOPY --from=build /app /app\n',
      message: 'stage',
    },
    {
      bad: 'FROM node:24-slim\nWORKDIR /app\nCOPY package.json «.npmrc» ./\nRUN npm ci\n',
      good: 'FROM node:24-slim\nWORKDIR /app\nCOPY package.json ./\nRUN --mount=type=secret,id=npmrc,target=/app/.npmrc npm ci\n',
      message: 'maybe',
    },
  ],
  allows: [
    'FROM node:24-slim\nCOPY .env.example .env.sample .env.test id_rsa.pub /app/\n',
    'FROM node:24-slim\nCOPY ca.pem cert.pem fullchain.pem public.key docker.gpg.key /etc/ssl/\n',
    'FROM node:24-slim\nCOPY credentials.go src/env.ts keys/ /app/\n',
    'FROM node:24-slim\nRUN --mount=type=secret,id=env,target=/app/.env npm ci\n',
  ],
  *check(stage) {
    for (const instruction of stage.instructions)
      for (const { source, suspicion } of suspectsIn(instruction, stateBefore(stage, instruction)))
        yield { span: source.span, ...told(suspicion, stage.shipped), values: { name: source.raw } };
  },
});

function told(suspicion: Suspicion, shipped: boolean): Pick<Finding, 'message' | 'severity'> {
  if (suspicion === 'maybe') return { message: 'maybe', severity: 'hint' };
  return shipped ? {} : { message: 'stage', severity: 'info' };
}
