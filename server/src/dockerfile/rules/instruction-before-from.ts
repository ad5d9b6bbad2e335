import { rule } from '../rule';

export default rule({
  id: 'dockerfile/instruction-before-from',
  severity: 'error',
  scope: 'file',
  what: { ko: '첫 FROM 앞의 instruction', en: 'An instruction before the first FROM' },
  why: {
    ko: '빌드는 FROM에서 시작한다. 그 앞에는 아직 이미지가 없으므로 ARG와 주석만 올 수 있다. 다른 것이 있으면 BuildKit은 "no build stage in current context"라며 멈춘다.',
    en: 'A build starts at FROM. Before it there is no image yet, so only ARG and comments may stand there. BuildKit stops at anything else: "no build stage in current context".',
  },
  how: {
    ko: 'FROM 아래로 옮긴다. FROM에서 쓸 값이면 ENV 대신 ARG로 적는다. FROM이 아예 없으면 맨 위에 베이스 이미지를 적는다. 다른 파일에 끼워 넣는 조각이라면 이 규칙만 끄면 된다. 나머지는 조각에도 그대로 적용된다.',
    en: 'Move it below FROM. If FROM needs the value, write ARG instead of ENV. Where there is no FROM at all, name the image to start from at the top. In a fragment that is put into other files, silence this rule: all others hold there as well.',
  },
  messages: {
    before: {
      ko: '{keyword:이} 첫 FROM보다 앞에 있다. 그 앞에는 ARG만 올 수 있다.',
      en: '{keyword} stands before the first FROM; only ARG may.',
    },
    none: {
      ko: '이 파일에는 FROM이 없다. 어떤 이미지에서 시작할지 모르므로 {keyword:을} 실행할 수 없다.',
      en: 'There is no FROM in this file: {keyword} has no image to start from.',
    },
  },
  concepts: ['dockerfile/FROM', 'dockerfile/ARG'],
  source: 'https://docs.docker.com/reference/dockerfile/#format',
  also: ['hadolint/DL3061'],
  examples: [
    {
      bad: '«LABEL» org.opencontainers.image.title=web\nFROM nginx:1.29\n',
      good: 'FROM nginx:1.29\nLABEL org.opencontainers.image.title=web\n',
    },
    { bad: '«ENV» TAG=1.29\nFROM nginx:$TAG\n', good: 'ARG TAG=1.29\nFROM nginx:$TAG\n' },
    { bad: '«COPY» app /app\n', good: 'FROM scratch\nCOPY app /app\n', message: 'none' },
  ],
  // The last ones are being begun.
  allows: ['# a\nARG TAG=1.29\nFROM nginx:$TAG\n', '# a\n', 'ARG TAG=1.29\n', 'FRO\n'],
  *check({ outside, stages }) {
    const none = stages.every(({ from }) => !from);
    const lost = none ? stages.flatMap(({ instructions }) => instructions) : outside;
    // All of them are one mistake, and an unknown one has a finding of its own.
    const first = lost.find(({ keyword }) => keyword !== 'UNKNOWN' && keyword !== 'ARG');
    if (first)
      yield {
        span: first.keywordSpan,
        message: none ? 'none' : 'before',
        values: { keyword: first.keyword },
      };
  },
});
