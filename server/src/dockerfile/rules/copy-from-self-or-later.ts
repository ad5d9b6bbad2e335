import type { Stage } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/copy-from-self-or-later',
  severity: 'error',
  scope: 'file',
  what: { ko: '자기 자신이나 뒤의 stage에서 가져오기', en: 'Taking files from this stage or a later one' },
  why: {
    ko: '`COPY --from`과 `RUN --mount=from`은 앞에서 만든 stage의 파일을 가져온다. 자기 자신에서 가져오면 끝나지 않는 고리가 되어 BuildKit이 "circular dependency"라고 한다. 아래에 있는 stage도 그 줄에서는 아직 없다.',
    en: '`COPY --from` and `RUN --mount=from` take files of a stage that is made before. A stage that takes from itself never ends: BuildKit says "circular dependency". A stage further down does not exist yet at that line.',
  },
  how: {
    ko: '가져올 stage를 이 stage 위로 옮긴다. 같은 stage 안에서 복사하려면 `RUN cp`를 쓴다.',
    en: 'Move that stage above this one. To copy inside one stage, use `RUN cp`.',
  },
  messages: {
    self: {
      ko: '`{name}`{name|은} 지금 이 stage다. 자기 자신에서는 가져올 수 없다.',
      en: '`{name}` is this very stage; a stage cannot take files from itself.',
    },
    later: {
      ko: 'stage `{name}`{name|은} 이 stage보다 뒤에 있다. 앞에 있는 stage에서만 가져올 수 있다.',
      en: 'The stage `{name}` comes after this one; files come from stages above only.',
    },
    stage: { ko: '여기가 `{name}` stage', en: 'The stage `{name}`' },
  },
  concepts: ['concepts/multi-stage-build', 'dockerfile/COPY'],
  source: 'https://docs.docker.com/reference/dockerfile/#copy---from',
  also: ['hadolint/DL3023', 'hadolint/DL3022'],
  examples: [
    {
      bad: 'FROM node:24 AS build\nCOPY --from=«build» /app/a /app/b\n',
      good: 'FROM node:24 AS build\nRUN cp /app/a /app/b\n',
    },
    {
      bad: 'FROM node:24-slim\nCOPY --from=«build» /app /app\nFROM node:24 AS build\nFROM node:24-slim\nCOPY --from=0 /app /app\n',
      good: 'FROM node:24 AS build\nFROM node:24-slim\nCOPY --from=build /app /app\n',
      message: 'later',
    },
  ],
  allows: [
    'FROM a AS b\nFROM c\nCOPY --from=b /d /e\nCOPY --from=0 /d /e\nRUN --mount=from=b,target=/f g\n',
    'FROM a AS b\nFROM b\nCOPY --from=nginx:1.29 /d /e\n',
  ],
  *check({ stages }) {
    for (const stage of stages)
      for (const { by, word, source } of stage.uses) {
        if (source.kind !== 'self' && source.kind !== 'later') continue;
        const { from } = source.stage;
        const name = word.raw;
        const peer = source.kind === 'self' ? ('hadolint/DL3023' as const) : ('hadolint/DL3022' as const);
        // Only a circle is looked for in a stage that the build does not need.
        const rejected = stage.reachable || needs(source.stage, stage);
        yield {
          span: word.span,
          message: source.kind,
          values: { name },
          also: by.keyword === 'COPY' ? [peer] : [],
          ...(source.kind === 'later' &&
            from && {
              related: [{ span: from.name?.span ?? from.keywordSpan, message: 'stage', values: { name } }],
            }),
          ...(!rejected && { severity: 'warning' as const }),
        };
      }
  },
});

/** Whether a stage takes files of another, over any number of steps. What it is built on does not count here. */
function needs(stage: Stage, other: Stage, seen = new Set<Stage>()): boolean {
  if (stage === other) return true;
  if (seen.has(stage)) return false;
  seen.add(stage);
  return stage.uses.some(({ source }) => 'stage' in source && needs(source.stage, other, seen));
}
