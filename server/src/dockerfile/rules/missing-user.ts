import type { Command } from '../../shell/script';
import { dropsRoot, runsUnprivileged, stepsDown } from '../facts/running-user';
import type { Cmd, Dockerfile, Entrypoint } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/missing-user',
  severity: 'hint',
  scope: 'file',
  what: { ko: 'USER가 없는 최종 이미지', en: 'A final image without USER' },
  why: {
    ko: '베이스 이미지가 정해 두지 않았다면 컨테이너의 프로그램은 root로 돈다. 프로그램의 구멍으로 들어온 사람도 root가 되고, 컨테이너의 root는 kernel에게 host의 root와 같은 uid 0이다. 대부분의 웹 앱은 root일 이유가 없다. 반대로 1024 아래 포트를 열거나 시작할 때 파일 소유자를 바꾸는 이미지는 root로 시작해야 할 때도 있다.',
    en: 'Unless the base image chose a user, the container’s program runs as root. So does whoever gets in through a hole in it, and root in a container is the same uid 0 to the kernel as root on the host. Most web apps have no need for it. An image that changes the owner of files when it starts, on the other hand, may have to begin as root.',
  },
  how: {
    ko: 'CMD 앞에 `USER 10001`처럼 번호로 적는다. node의 `node`(1000)처럼 베이스 이미지가 마련해 둔 사용자도 있다. 쓰기가 필요한 디렉터리는 `COPY --chown`이나 `RUN chown`으로 넘긴다.',
    en: 'Put a number before CMD, ex) `USER 10001`. Some base images have a user ready, such as `node` (1000) in node. Hand over the directories it writes to with `COPY --chown` or `RUN chown`.',
  },
  messages: {
    missing: {
      ko: 'USER가 없다. 베이스 이미지가 정해 두지 않았다면 이 {keyword:은} root로 돈다.',
      en: 'There is no USER: unless the base image sets one, this {keyword} runs as root.',
    },
    scratch: {
      ko: 'USER가 없다. scratch에는 정해진 사용자가 없어서 이 {keyword:은} root로 돈다.',
      en: 'There is no USER, and scratch has none: this {keyword} runs as root.',
    },
  },
  concepts: ['dockerfile/USER', 'concepts/container'],
  source: 'https://docs.docker.com/build/building/best-practices/#user',
  also: [],
  examples: [
    {
      bad: 'FROM node:24-slim\nWORKDIR /app\nCOPY app.js ./\n«CMD» ["node", "app.js"]\n',
      good: 'FROM node:24-slim\nWORKDIR /app\nCOPY app.js ./\nUSER node\nCMD ["node", "app.js"]\n',
    },
    {
      bad: 'FROM scratch\nCOPY hello /\n«ENTRYPOINT» ["/hello"]\n',
      good: 'FROM scratch\nCOPY hello /\nUSER 65532:65532\nENTRYPOINT ["/hello"]\n',
      message: 'scratch',
    },
  ],
  allows: [
    'FROM debian:13 AS base\nUSER 10001\nFROM base\nCMD ["/srv/app"]\n',
    'FROM gcr.io/distroless/static-debian13:nonroot\nCMD ["/app"]\n',
    'FROM bitnami/node:24\nCMD ["node", "app.js"]\n',
    'FROM debian:13\nCOPY --from=tianon/gosu /gosu /usr/local/bin/\nENTRYPOINT ["/entrypoint.sh"]\n',
    'FROM debian:13\nRUN apt-get install -y make\n',
    'FROM debian:13\nRUN apt-get install -y python3\nCMD ["python3"]\n',
    'FROM debian:13\nRUN apt-get install -y nginx\nCMD ["nginx", "-g", "daemon off;"]\n',
    'FROM postgres:18\nCMD ["postgres", "-c", "fsync=off"]\n',
    '# escape=`\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nCMD ["app.exe"]\n',
  ],
  *check(file) {
    const { finalStage, finalChain, uri } = file;
    const base = finalChain[0]?.base;
    if (!finalStage?.from || finalStage.state.user || finalStage.state.shell.family !== 'posix') return;
    if (base?.kind !== 'scratch' && base?.kind !== 'image') return;
    if (base.kind === 'image' && runsUnprivileged(base.reference)) return;
    if (stepsDown(file) || uri.includes('/.devcontainer/')) return;
    const programs = programsOf(file);
    const [program] = programs;
    if (!program || programs.some(isOther)) return;
    yield {
      span: program.keywordSpan,
      values: { keyword: program.keyword },
      ...(base.kind === 'scratch' && { message: 'scratch' }),
    };
  },
});

/** What the container runs; an image without one is made to be built upon. */
function programsOf({ finalChain }: Dockerfile): readonly (Cmd | Entrypoint)[] {
  const all = finalChain.flatMap(({ instructions }) => instructions);
  const entrypoint = all.findLast((one): one is Entrypoint => one.keyword === 'ENTRYPOINT');
  const cmd = all.findLast((one): one is Cmd => one.keyword === 'CMD');
  return [entrypoint, cmd].filter((one) => one !== undefined);
}

/** No program of one's own: an image to build upon or to look around in, or a server that changes its user. */
function isOther({ script }: Cmd | Entrypoint): boolean {
  const all = script?.commands ?? [];
  const commands = all.filter((one) => !all.some(({ via }) => via.includes(one)));
  return commands.length > 0 && commands.every((one) => isPrompt(one) || dropsRoot(one.tool));
}

function isPrompt({ tool, args }: Command): boolean {
  const words = args.map(({ value }) => value).join(' ');
  return (
    (words === '' && /^(?:ba|da|z)?sh$|^(?:python[\d.]*|node|irb|jshell|julia|R|ghci|iex)$/.test(tool)) ||
    (tool === 'php' && words === '-a')
  );
}
