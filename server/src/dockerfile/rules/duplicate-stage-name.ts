import type { From } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/duplicate-stage-name',
  severity: 'warning',
  scope: 'file',
  what: { ko: '두 번 쓴 stage 이름', en: 'A stage name used twice' },
  why: {
    ko: '같은 이름의 stage가 둘이면 그 뒤의 `FROM build`와 `COPY --from=build`는 나중 것을 가리킨다. 앞 stage는 이름으로 부를 수 없게 되고, 대개는 최종 이미지에 아무것도 보태지 못한 채 빠진다. 오류가 나지 않아서 잘못된 파일이 복사되고 나서야 알게 된다.',
    en: 'With two stages of one name, `FROM build` and `COPY --from=build` below mean the later one. The earlier has no name to be called by any more and usually drops out of the build. There is no error: you learn of it when the wrong files are copied.',
  },
  how: {
    ko: 'stage마다 하는 일에 맞는 다른 이름을 준다. ex) `AS deps`, `AS build`. 대소문자만 다른 이름은 같은 이름이다.',
    en: 'Give each stage a name for what it does, ex) `AS deps`, `AS build`. Names that differ in case only are the same.',
  },
  messages: {
    again: {
      ko: 'stage 이름 {name:이} 이미 쓰였다. 이 뒤에서 {name:은} 이 stage를 가리킨다.',
      en: 'The stage name {name} is taken; from here on it means this stage.',
    },
    first: { ko: '같은 이름의 앞 stage', en: 'The earlier stage of that name' },
  },
  concepts: ['concepts/multi-stage-build', 'dockerfile/FROM'],
  source: 'https://docs.docker.com/reference/build-checks/duplicate-stage-name/',
  also: ['hadolint/DL3024', 'buildkit/DuplicateStageName'],
  examples: [
    {
      bad: 'FROM node:24 AS build\nRUN npm ci\nFROM golang:1.27 AS «build»\nRUN go build .\nFROM scratch\nCOPY --from=build /app /app\n',
      good: 'FROM node:24 AS deps\nRUN npm ci\nFROM golang:1.27 AS build\nRUN go build .\nFROM scratch\nCOPY --from=build /app /app\n',
    },
  ],
  allows: ['FROM node:24 AS build\nFROM node:24-slim AS run\n', 'FROM node:24\nFROM node:24\n'],
  *check({ stages }) {
    const taken = new Map<string, From>();
    for (const { name, from } of stages) {
      if (name === undefined || !from?.name) continue;
      const earlier = taken.get(name);
      if (earlier?.name)
        yield {
          span: from.name.span,
          values: { name: from.name.raw },
          related: [{ span: earlier.name.span, message: 'first' }],
        };
      taken.set(name, from);
    }
  },
});
