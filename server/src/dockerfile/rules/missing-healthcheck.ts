import { rule } from '../rule';

export default rule({
  id: 'dockerfile/missing-healthcheck',
  severity: 'off',
  scope: 'file',
  what: { ko: 'HEALTHCHECK가 없는 이미지', en: 'An image without a HEALTHCHECK' },
  why: {
    ko: 'Docker는 프로세스가 살아 있는지만 안다. 서버가 멈춘 채 요청에 답하지 않아도 컨테이너는 계속 "running"이다. HEALTHCHECK가 있으면 Docker가 주기적으로 물어보고 `healthy`, `unhealthy`를 표시하고, Compose의 `depends_on: condition: service_healthy`도 그것을 기다린다. Kubernetes는 HEALTHCHECK를 보지 않고 probe를 쓰며, 한 번 돌고 끝나는 도구에는 필요가 없어서 이 규칙은 꺼져 있다.',
    en: 'Docker only knows whether the process is alive. A server that hangs and answers nobody is "running" all the same. With a HEALTHCHECK Docker keeps asking it and shows `healthy` or `unhealthy`, and `depends_on: condition: service_healthy` in Compose waits for that. Kubernetes ignores it in favour of probes, and a tool that runs once needs none, so this rule is off by default.',
  },
  how: {
    ko: '서버라면 최종 stage에 적는다. ex) `HEALTHCHECK CMD ["wget", "-qO-", "http://localhost:8080/healthz"]`. 일부러 두지 않는다면 `HEALTHCHECK NONE`이라고 적는다.',
    en: 'For a server write one in the last stage, ex) `HEALTHCHECK CMD ["wget", "-qO-", "http://localhost:8080/healthz"]`. `HEALTHCHECK NONE` says that there is none on purpose.',
  },
  messages: {
    missing: {
      ko: '이 이미지에 HEALTHCHECK가 없다. 서버가 멈춰도 Docker는 모른다.',
      en: 'This image has no HEALTHCHECK: Docker does not notice when the server hangs.',
    },
  },
  concepts: ['dockerfile/HEALTHCHECK', 'concepts/process'],
  source: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  also: ['hadolint/DL3057'],
  examples: [
    {
      bad: '«FROM» nginx:1.29\nCOPY site /usr/share/nginx/html\n',
      good: 'FROM nginx:1.29\nCOPY site /usr/share/nginx/html\nHEALTHCHECK CMD ["curl", "-f", "http://localhost/"]\n',
    },
  ],
  allows: [
    'FROM a:1 AS build\nFROM b:1\nHEALTHCHECK NONE\n',
    'FROM a:1 AS base\nHEALTHCHECK CMD b\nFROM base\n',
    'RUN a\n',
  ],
  *check({ finalStage, finalChain }) {
    const has = finalChain.some(({ instructions }) =>
      instructions.some(({ keyword }) => keyword === 'HEALTHCHECK'),
    );
    if (finalStage?.from && !has) yield { span: finalStage.from.keywordSpan };
  },
});
