import { isOfficial } from '../facts/official-image';
import { type Stage, type StageUse, stateBefore } from '../model';
import { rule } from '../rule';
import { resolvePath } from '../state';

export default rule({
  id: 'dockerfile/copy-whole-filesystem',
  severity: 'warning',
  scope: 'section',
  what: { ko: 'stage를 통째로 `/`에 복사하기', en: 'A whole stage copied over `/`' },
  why: {
    ko: '`COPY --from=build / /`는 그 stage의 파일 전부를 지금 이미지 위에 덮는다. compiler와 캐시, 소스까지 따라오므로 stage를 나눈 보람이 없다. 베이스 이미지의 파일도 같은 이름이면 덮인다. 두 배포판이 섞이면 라이브러리와 패키지 목록이 서로 어긋난다.',
    en: '`COPY --from=build / /` lays every file of that stage over this image. Compilers, caches and sources come along, so that splitting the build into stages gains nothing. Files of the base image with the same names are replaced; where two distributions mix, libraries and package lists no longer fit each other.',
  },
  how: {
    ko: '필요한 것만 가져온다. ex) `COPY --from=build /src/app /usr/local/bin/app`',
    en: 'Take what is needed only, ex) `COPY --from=build /src/app /usr/local/bin/app`.',
  },
  messages: {
    whole: {
      ko: '`{name}`의 파일 전부를 이 이미지 위에 덮는다. 필요한 경로만 가져온다.',
      en: 'This lays all files of `{name}` over the image. Take only the paths that are needed.',
    },
  },
  concepts: ['concepts/multi-stage-build', 'dockerfile/COPY'],
  source: 'https://docs.docker.com/build/building/multi-stage/',
  also: ['hadolint/DL3067'],
  examples: [
    {
      bad: 'FROM golang:1.25 AS build\nRUN go build -o /src/app ./cmd\nFROM debian:13-slim\nCOPY --from=build «/» /\n',
      good: 'FROM golang:1.25 AS build\nRUN go build -o /src/app ./cmd\nFROM debian:13-slim\nCOPY --from=build /src/app /usr/local/bin/app\n',
    },
  ],
  allows: [
    'FROM golang:1.25 AS build\nFROM scratch\nCOPY --from=build / /\n',
    'FROM scratch AS files\nCOPY etc /etc/\nFROM debian:13-slim\nCOPY --from=files / /\n',
    'FROM tonistiigi/xx:1.6.1 AS xx\nFROM debian:13-slim\nCOPY --from=xx / /\n',
    'FROM golang:1.25 AS build\nFROM debian:13-slim\nCOPY --from=build / /rootfs\n',
    'FROM golang:1.25 AS build\nFROM debian:13-slim\nCOPY --from=build --parents / /\n',
  ],
  *check(stage) {
    // On nothing, it makes one layer of many.
    if (stage.base.kind === 'scratch') return;
    for (const { by, word, source } of stage.uses) {
      if (by.keyword !== 'COPY' || by.flags.some(({ name }) => name === 'parents' || name === 'exclude'))
        continue;
      const { scope, workdir } = stateBefore(stage, by);
      const to = by.destination && scope.expand(by.destination).value;
      if (to === undefined || resolvePath(workdir?.path, to) !== '/') continue;
      const whole = by.sources.find((one) => resolvePath('/', scope.expand(one).value ?? '?') === '/');
      const severity = whole && weightOf(source);
      if (!severity) continue;
      yield { span: whole.span, values: { name: word.raw }, ...(severity === 'info' && { severity }) };
    }
  },
});

/** Files put together from nothing, and images made to be laid over others, are meant to be taken whole. */
function weightOf(source: StageUse['source']): 'warning' | 'info' | undefined {
  const stages: readonly Stage[] =
    source.kind === 'stage' ? [source.stage, ...source.stage.inheritsFrom] : [];
  const base = source.kind === 'stage' ? stages.at(-1)!.base : source;
  if (base.kind !== 'image') return base.kind === 'unresolved' ? 'info' : undefined;
  if (/(?:^|\/)tonistiigi\/xx$/.test(base.reference.repository)) return undefined;
  const own = stages.some(({ layers }) => layers.length > 0);
  return own || isOfficial(base.reference) ? 'warning' : 'info';
}
