import type { Fix, PeerName } from '../../core/rule';
import type { Span } from '../../core/span';
import { strangersIn } from '../facts/stage-names';
import { rule } from '../rule';

const PEERS: Readonly<Record<string, readonly PeerName[]>> = {
  FROM: ['hadolint/DL3006'],
  COPY: ['hadolint/DL3022'],
};

export default rule({
  id: 'dockerfile/unknown-stage',
  severity: 'warning',
  scope: 'file',
  what: { ko: '없는 stage의 이름', en: 'The name of a stage that does not exist' },
  why: {
    ko: 'FROM, `COPY --from`, `RUN --mount=from`에 적은 이름과 같은 stage가 위에 없으면 BuildKit은 이미지 이름이라고 보고 Docker Hub에서 받으려 한다. 그래서 오타 하나가 "pull access denied"라는 엉뚱한 오류가 되고, 그 이름의 이미지를 누가 올려 두었다면 모르는 사람의 파일이 섞여 들어온다. `--build-context`로 이름을 넘기는 빌드라면 그 이름이 먼저다.',
    en: 'Where no stage above has the name that FROM, `COPY --from` or `RUN --mount=from` asks for, BuildKit takes it for an image and turns to Docker Hub. So a slip of the pen ends as "pull access denied", far from its cause; and if somebody has pushed an image of that name, a stranger’s files get in. A name that the build is given with `--build-context` comes first.',
  },
  how: {
    ko: '위에 있는 stage의 이름을 그대로 적는다. 정말 이미지라면 tag까지 적는다. ex) `COPY --from=nginx:1.29`',
    en: 'Write the name of the stage as it stands above. If an image is meant, give its tag as well, ex) `COPY --from=nginx:1.29`.',
  },
  messages: {
    near: {
      ko: 'stage `{name}`{name|은} 없다. `{near}`{near|을} 쓰려던 것 같다. 이대로면 Docker Hub에서 `{name}` 이미지를 받는다.',
      en: 'There is no stage `{name}`, so an image of that name is pulled from Docker Hub. Did you mean `{near}`?',
    },
    nowhere: {
      ko: '위에 stage `{name}`{name|이} 없다. `--build-context`로 넘기지 않으면 Docker Hub에서 `{name}` 이미지를 받는다.',
      en: 'No stage above is called `{name}`: unless a `--build-context` is, an image of that name is pulled from Docker Hub.',
    },
  },
  concepts: ['concepts/multi-stage-build', 'concepts/registry', 'dockerfile/COPY'],
  source: 'https://docs.docker.com/build/building/multi-stage/#use-an-external-image-as-a-stage',
  also: ['hadolint/DL3022', 'hadolint/DL3006'],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM golang:1.27 AS builder\nRUN go build -o /app .\nFROM scratch\nCOPY --from=«bulider» /app /app\n',
      good: 'FROM golang:1.27 AS builder\nRUN go build -o /app .\nFROM scratch\nCOPY --from=builder /app /app\n',
    },
    {
      bad: 'FROM debian:13-slim\nCOPY --from=«assets» /css /srv/css\n',
      good: 'FROM node:24 AS assets\nRUN npm run build\nFROM debian:13-slim\nCOPY --from=assets /css /srv/css\n',
      message: 'nowhere',
    },
  ],
  allows: [
    'FROM a:1 AS Build\nFROM b:1\nCOPY --from=build /c /d\n',
    'FROM a:1\nCOPY --from=nginx /c /d\nCOPY --from=tools:1 /c /d\nCOPY --from=owner/tools /c /d\n',
    'FROM base\n',
  ],
  *check(file) {
    // In a fragment the stages stand somewhere else.
    if (!file.stages[0]?.from) return;
    for (const { by, word, reference, near } of strangersIn(file)) {
      if (near === undefined && by.keyword === 'FROM') continue;
      yield {
        span: word.span,
        message: near === undefined ? 'nowhere' : 'near',
        values: { name: reference.text, near: near ?? '' },
        also: PEERS[by.keyword] ?? [],
        ...(near === undefined && { severity: 'info' as const }),
        fixes:
          near !== undefined && word.raw === reference.text
            ? [rename(word.span, by.keyword === 'FROM' ? near.toLowerCase() : near)]
            : [],
      };
    }
  },
});

function rename(span: Span, near: string): Fix {
  return {
    title: { ko: '{near:으로} 바꾸기', en: 'Change to {near}' },
    values: { near },
    kind: 'choice',
    edits: [{ span, text: near }],
  };
}
