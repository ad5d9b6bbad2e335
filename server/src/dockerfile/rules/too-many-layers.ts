import { rule } from '../rule';

/** The official images with most layers, php with Apache, have 14 of their own. */
const MOST = 14;

export default rule<{ maxLayers: number }>({
  id: 'dockerfile/too-many-layers',
  severity: 'info',
  scope: 'file',
  what: { ko: '레이어가 너무 많은 이미지', en: 'An image of too many layers' },
  why: {
    ko: 'RUN, COPY, ADD와 `/`가 아닌 WORKDIR은 레이어를 하나씩 쌓는다(ENV, EXPOSE, CMD는 설정만 바꾼다). 레이어는 앞 레이어를 지우지 못하고 위에 덮기만 한다. 그래서 앞줄에서 받고 뒷줄에서 지운 파일도 이미지에 남고, 고친 파일은 두 번 들어간다. 잘게 나눌수록 이런 자국이 쌓이고, 올리고 받을 조각도 늘어난다.',
    en: 'RUN, COPY, ADD and a WORKDIR other than `/` each stack one layer (ENV, EXPOSE and CMD only change settings). A layer cannot remove anything below it, it only covers it. So a file fetched on one line and deleted on a later one stays in the image, and a changed one is in it twice. The finer you cut, the more of this piles up, and the more pieces there are to push and pull.',
  },
  how: {
    ko: '같이 바뀌는 RUN은 `&&`나 heredoc으로 묶고, 목적지가 같은 COPY는 한 줄에 모은다. 빌드에만 필요한 단계는 앞 stage로 옮기면 최종 이미지의 레이어에서 빠진다. 캐시를 살리려고 나눈 줄(ex. `COPY package.json`과 `COPY .`)은 그대로 두는 편이 낫다.',
    en: 'Join RUNs that change together with `&&` or a heredoc, and COPYs with the same destination into one. Steps that only the build needs can move to an earlier stage; their layers are then not in the final image. Lines kept apart for the cache, ex) `COPY package.json` and `COPY .`, are better left so.',
  },
  messages: {
    crossed: {
      ko: '이 {keyword:으로} 레이어가 {max}개를 넘는다. 최종 이미지에는 FROM의 것 말고도 {count}개가 쌓인다.',
      en: 'This {keyword} takes the final image past its limit of {max}: it stacks {count} layers on top of those of FROM.',
    },
    layer: { ko: '{number}번째 레이어', en: 'Layer {number}' },
  },
  concepts: ['concepts/layer', 'concepts/multi-stage-build', 'dockerfile/RUN'],
  source: 'https://docs.docker.com/engine/storage/drivers/#images-and-layers',
  also: [],
  options: {
    maxLayers: {
      default: MOST,
      minimum: 1,
      what: {
        ko: '최종 이미지에 이 파일이 쌓아도 되는 레이어 수. FROM의 레이어는 세지 않는다.',
        en: 'How many layers the file may stack in its final image. Those of FROM are not counted.',
      },
    },
  },
  examples: [
    {
      bad: {
        files: {
          Dockerfile:
            'FROM debian:13\nRUN apt-get update && apt-get install -y curl\nRUN mkdir /srv/app\nRUN touch /srv/app/log\n«COPY» app.sh /srv/app/\nCMD ["/srv/app/app.sh"]\n',
        },
        settings: { options: { 'dockerfile/too-many-layers': { maxLayers: 3 } } },
      },
      good: {
        files: {
          Dockerfile:
            'FROM debian:13\nRUN apt-get update && apt-get install -y curl\nRUN mkdir /srv/app && touch /srv/app/log\nCOPY app.sh /srv/app/\nCMD ["/srv/app/app.sh"]\n',
        },
        settings: { options: { 'dockerfile/too-many-layers': { maxLayers: 3 } } },
      },
    },
  ],
  allows: [
    `FROM debian:13\n${'RUN true\n'.repeat(MOST)}ENV A=b\nWORKDIR /\nCMD ["true"]\n`,
    `FROM debian:13 AS build\n${'RUN make\n'.repeat(30)}FROM scratch\nCOPY --from=build /app /app\n`,
  ],
  *check({ finalChain }, { options: { maxLayers } }) {
    const layers = finalChain.flatMap((stage) => stage.layers);
    const crossing = layers[maxLayers];
    if (!crossing) return;
    yield {
      span: crossing.keywordSpan,
      values: { keyword: crossing.keyword, max: maxLayers, count: layers.length },
      related: layers.map(({ keywordSpan }, i) => ({
        span: keywordSpan,
        message: 'layer',
        values: { number: i + 1 },
      })),
    };
  },
});
