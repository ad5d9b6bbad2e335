import { asInstruction } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/stage-name-casing',
  severity: 'info',
  scope: 'part',
  what: { ko: '대문자가 든 stage 이름', en: 'A stage name with capitals' },
  why: {
    ko: 'BuildKit은 stage 이름을 소문자로 바꿔서 기억한다. 그래서 `COPY --from=Build`는 찾지만, `FROM Build`는 적은 그대로 찾다가 없으면 registry의 이미지로 여기고, 대문자가 있는 이미지 이름은 없으니 빌드가 실패한다.',
    en: 'BuildKit remembers stage names in lower case. `COPY --from=Build` still finds the stage, but `FROM Build` is looked up as written, is then taken for an image in a registry, and fails, since image names have no capitals.',
  },
  how: {
    ko: 'stage 이름은 모두 소문자로 적는다. ex) `FROM golang:1.27 AS build`',
    en: 'Write stage names in lower case, ex) `FROM golang:1.27 AS build`.',
  },
  messages: {
    capitals: {
      ko: 'stage 이름 {name}에 대문자가 있다. `FROM {name}`{name|으로}는 찾지 못한다.',
      en: 'The stage name {name} has capitals; `FROM {name}` would not find it.',
    },
  },
  concepts: ['concepts/multi-stage-build', 'dockerfile/FROM'],
  source: 'https://docs.docker.com/reference/build-checks/stage-name-casing/',
  also: ['buildkit/StageNameCasing'],
  fix: 'safe',
  examples: [
    {
      bad: 'FROM golang:1.27 AS «Build»\nFROM scratch\nCOPY --from=Build /app /app\n',
      good: 'FROM golang:1.27 AS build\nFROM scratch\nCOPY --from=Build /app /app\n',
    },
  ],
  allows: ['FROM golang:1.27 AS build-2\n', 'FROM golang:1.27\n'],
  *check(unit) {
    const from = asInstruction(unit, 'FROM');
    // What is no name at all is `invalid-stage-name`.
    const name = from?.problems.some(({ code }) => code === 'stage-name-invalid') ? undefined : from?.name;
    const lower = name?.raw.toLowerCase();
    if (!name || lower === undefined || lower === name.raw) return;
    yield {
      span: name.span,
      values: { name: name.raw },
      fixes: [
        {
          title: { ko: '`{lower}`{lower|으로} 바꾸기', en: 'Change to `{lower}`' },
          values: { lower },
          kind: 'safe',
          edits: [{ span: name.span, text: lower }],
        },
      ],
    };
  },
});
