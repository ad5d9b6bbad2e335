import { rule } from '../rule';

export default rule({
  id: 'dockerfile/instruction-before-from',
  severity: 'error',
  scope: 'file',
  what: { ko: '첫 FROM 앞의 instruction', en: 'An instruction before the first FROM' },
  why: {
    ko: '빌드는 FROM에서 시작한다. 그 앞에는 아직 이미지가 없으므로 ARG와 주석만 올 수 있다. 다른 것이 있으면 BuildKit은 "no build stage in current context"라고 하고 멈춘다.',
    en: 'A build starts at FROM. Before it there is no image yet, so only ARG and comments may stand there. BuildKit stops at anything else: "no build stage in current context".',
  },
  how: {
    ko: 'FROM 아래로 옮긴다. FROM에서 쓸 값이면 ENV 대신 ARG로 적는다.',
    en: 'Move it below FROM. If FROM needs the value, write ARG instead of ENV.',
  },
  messages: {
    before: {
      ko: '{keyword:이} 첫 FROM보다 앞에 있다. 그 앞에는 ARG만 올 수 있다.',
      en: '{keyword} stands before the first FROM; only ARG may.',
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
  ],
  // The last one is a fragment: who includes it is not known.
  allows: ['# a\nARG TAG=1.29\nFROM nginx:$TAG\n', 'RUN a\nCOPY b c\n'],
  *check({ outside }) {
    // All of them are one mistake, and an unknown one has a finding of its own.
    const first = outside.find(({ keyword }) => keyword !== 'UNKNOWN');
    if (first) yield { span: first.keywordSpan, values: { keyword: first.keyword } };
  },
});
