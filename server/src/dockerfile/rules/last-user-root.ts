import { isRoot, stepsDown } from '../facts/running-user';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/last-user-root',
  severity: 'warning',
  scope: 'file',
  what: { ko: 'root로 끝나는 USER', en: 'A last USER that is root' },
  why: {
    ko: '마지막 USER가 컨테이너의 프로그램을 돌린다. 컨테이너의 root는 host의 kernel에게도 uid 0이다. 프로그램의 구멍으로 들어온 사람은 이미지의 모든 파일을 고칠 수 있고, kernel이나 runtime의 구멍, mount한 host 디렉터리로 빠져나가면 거기서도 root다.',
    en: 'The last USER runs the container’s program. Root in the container is uid 0 to the host’s kernel too. Whoever gets in through a hole of the program may change every file of the image, and is root again wherever a bug of the kernel or runtime, or a mounted host directory, lets them out.',
  },
  how: {
    ko: 'root로 할 일을 마친 뒤 USER를 한 번 더 적는다. ex) `USER 10001`. 1024 아래의 포트 때문이라면 8080처럼 큰 포트를 쓴다.',
    en: 'Write another USER once the work for root is done, ex) `USER 10001`. If a port below 1024 was the reason, listen on one such as 8080.',
  },
  messages: {
    root: {
      ko: '최종 이미지의 마지막 USER가 root다. 컨테이너의 프로그램이 root로 돈다.',
      en: 'The last USER of the final image is root: the container’s program runs as root.',
    },
    script: {
      ko: '최종 이미지의 마지막 USER가 root다. entrypoint script가 다른 사용자로 바꾸지 않으면 프로그램이 root로 돈다.',
      en: 'The last USER of the final image is root: unless the entrypoint script changes the user, the program runs as root.',
    },
  },
  concepts: ['dockerfile/USER', 'concepts/container'],
  source: 'https://docs.docker.com/build/building/best-practices/#user',
  also: ['hadolint/DL3002'],
  examples: [
    {
      bad: 'FROM node:24-slim\nUSER «root»\nRUN npm install --global pm2\nCMD ["pm2-runtime", "app.js"]\n',
      good: 'FROM node:24-slim\nUSER root\nRUN npm install --global pm2\nUSER 1000\nCMD ["pm2-runtime", "app.js"]\n',
    },
    {
      bad: 'FROM debian:13\nUSER «0:0»\nENTRYPOINT ["/entrypoint.sh"]\n',
      good: 'FROM debian:13\nUSER 10001:10001\nENTRYPOINT ["/entrypoint.sh"]\n',
      message: 'script',
    },
  ],
  allows: [
    'FROM golang:1.25 AS build\nUSER root\nFROM gcr.io/distroless/static:nonroot\nUSER 65532\n',
    'FROM node:24-slim\nARG RUN_AS=root\nUSER $RUN_AS\n',
    'FROM debian:13\nRUN apt-get install -y gosu\nUSER root\nENTRYPOINT ["/entrypoint.sh"]\n',
    'FROM debian:13\nONBUILD USER root\n',
  ],
  *check(file) {
    const { finalStage } = file;
    const user = finalStage?.state.user;
    if (!finalStage?.from || !user?.by.user || user.value === undefined || !isRoot(user.value)) return;
    const { overridable } = finalStage.state.scope.expand(user.by.user);
    if (overridable || stepsDown(file)) return;
    const entrypoint = file.finalChain.flatMap(({ instructions }) =>
      instructions.flatMap((one) => (one.keyword === 'ENTRYPOINT' ? one : [])),
    );
    const script = /\.sh\b|entrypoint|\/init\b/i.test(entrypoint.at(-1)?.joined.text.slice(10) ?? '');
    yield {
      span: user.by.user.span,
      ...(script && { message: 'script', severity: 'info' as const }),
    };
  },
});
