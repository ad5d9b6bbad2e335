import { rule } from '../rule';

export default rule({
  id: 'dockerfile/variable-in-copy-from',
  severity: 'error',
  scope: 'section',
  what: { ko: '`--from`에 적은 변수', en: 'A variable in `--from`' },
  why: {
    ko: 'BuildKit은 명령을 실행하기 전에 stage의 순서를 정한다. 그래서 `COPY --from`과 `RUN --mount=from`의 변수는 풀지 않고, 적혀 있으면 "variable expansion is not supported"라며 멈춘다. FROM에서는 변수를 쓸 수 있다.',
    en: 'BuildKit puts the stages in order before it runs anything. So variables in `COPY --from` and `RUN --mount=from` are not expanded, and it stops at one: "variable expansion is not supported". FROM may use variables.',
  },
  how: {
    ko: '변수는 FROM에서 쓰고, 그 stage의 이름을 적는다. ex) `ARG TAG=3` `FROM alpine:$TAG AS tools` 뒤에 `COPY --from=tools`',
    en: 'Use the variable in a FROM and take the name of that stage: `ARG TAG=3`, `FROM alpine:$TAG AS tools`, then `COPY --from=tools`.',
  },
  messages: {
    variable: {
      ko: '`{from}`의 변수는 여기에서 풀리지 않는다. `FROM {from} AS 이름`으로 stage를 만들고 그 이름을 적는다.',
      en: 'The variable in `{from}` is not expanded here. Make a stage, `FROM {from} AS name`, and use its name.',
    },
  },
  concepts: ['concepts/multi-stage-build', 'dockerfile/COPY', 'dockerfile/ARG'],
  source: 'https://docs.docker.com/reference/dockerfile/#copy---from',
  also: ['hadolint/DL3022'],
  examples: [
    {
      bad: 'ARG TAG=1.29\nFROM debian:13\nCOPY --from=«nginx:$TAG» /etc/nginx /etc/nginx\n',
      good: 'ARG TAG=1.29\nFROM nginx:$TAG AS nginx\nFROM debian:13\nCOPY --from=nginx /etc/nginx /etc/nginx\n',
    },
  ],
  allows: ['ARG TAG\nFROM a:$TAG AS b\nFROM c\nCOPY --from=b --chown=$U d e\n'],
  *check({ uses }) {
    for (const { by, word, source } of uses)
      if (source.kind === 'variable')
        yield {
          span: word.span,
          values: { from: word.raw },
          ...(by.keyword !== 'COPY' && { also: [] }),
        };
  },
});
