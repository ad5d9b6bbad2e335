import { rule } from '../rule';

export default rule({
  id: 'dockerfile/missing-stage-number',
  severity: 'error',
  scope: 'file',
  what: { ko: '없는 stage 번호', en: 'A stage number that does not exist' },
  why: {
    ko: '`COPY --from`에 숫자를 적으면 stage 번호로 읽고, 첫 FROM이 0이다. 그 번호의 stage가 없으면 BuildKit은 "invalid stage index"라며 멈춘다. stage를 하나 지우거나 옮기면 번호가 모두 밀린다.',
    en: 'A number in `COPY --from` counts the stages, and the first FROM is 0. BuildKit stops if there is no such stage: "invalid stage index". Removing or moving one stage shifts the numbers of the others.',
  },
  how: {
    ko: '`FROM 이미지 AS 이름`으로 이름을 붙이고 그 이름을 쓴다.',
    en: 'Name the stage, `FROM image AS name`, and use the name.',
  },
  messages: {
    missing: {
      ko: '{index}번 stage는 없다. 이 파일의 stage는 0번부터 {last}번까지다.',
      en: 'There is no stage {index}: the stages of this file are 0 to {last}.',
    },
    only: {
      ko: '{index}번 stage는 없다. 이 파일의 stage는 0번 하나다.',
      en: 'There is no stage {index}: the only stage of this file is 0.',
    },
  },
  concepts: ['concepts/multi-stage-build', 'dockerfile/COPY'],
  source: 'https://docs.docker.com/reference/dockerfile/#copy---from',
  also: ['hadolint/DL3022'],
  examples: [
    {
      bad: 'FROM node:24\nRUN npm ci\nFROM node:24-slim\nCOPY --from=«2» /app /app\n',
      good: 'FROM node:24\nRUN npm ci\nFROM node:24-slim\nCOPY --from=0 /app /app\n',
    },
    {
      bad: 'FROM node:24-slim\nCOPY --from=«1» /app /app\n',
      good: 'FROM node:24-slim\nCOPY /app /app\n',
      message: 'only',
    },
  ],
  allows: ['FROM a\nFROM b\nCOPY --from=0 c d\nRUN --mount=from=7,target=/a b\n'],
  *check({ stages }) {
    if (!stages[0]?.from) return;
    const last = stages.length - 1;
    for (const { uses } of stages)
      for (const { word, source } of uses)
        if (source.kind === 'no-such-index')
          yield {
            span: word.span,
            message: last > 0 ? 'missing' : 'only',
            values: { index: source.index, last },
          };
  },
});
