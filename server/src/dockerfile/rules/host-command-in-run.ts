import type { Command } from '../../shell/script';
import { instructionsOf, type Run } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/host-command-in-run',
  severity: 'info',
  scope: 'section',
  what: { ko: '컨테이너 안에서 의미 없는 명령', en: 'Commands that mean nothing in a container' },
  why: {
    ko: 'RUN은 빌드용 임시 컨테이너에서 혼자 실행된다. 볼 프로세스도, mount할 장치도, 끌 컴퓨터도 없고, vim이나 top을 조작할 사람도 없다. 이런 명령은 로그에 몇 줄을 남기거나 실패하거나 멈춰 있을 뿐, 이미지에 남기는 것이 없다.',
    en: 'A RUN is alone in a temporary container. There are no processes to look at, no devices to mount, no machine to shut down and nobody to type into vim or top. Such a command prints something, fails or hangs; it leaves nothing in the image.',
  },
  how: {
    ko: '그 줄을 뺀다. 실행 중인 컨테이너를 보려면 밖에서 `docker top`, `docker stats`, `docker exec`를 쓴다. ssh key가 필요하면 `RUN --mount=type=ssh`로 넘긴다.',
    en: 'Leave it out. To look at a running container use `docker top`, `docker stats` or `docker exec` from outside. Where a step needs an ssh key, pass it with `RUN --mount=type=ssh`.',
  },
  messages: {
    pointless: {
      ko: '`{tool}`{tool|은} 빌드 중에 할 일이 없다. 이미지에 남는 것도 없다.',
      en: '`{tool}` has nothing to do during a build and leaves nothing in the image.',
    },
    interactive: {
      ko: '`{tool}`{tool|은} 사람이 조작하는 프로그램인데, 빌드 중에는 터미널도 사람도 없다.',
      en: '`{tool}` waits for somebody at a terminal; a build has neither.',
    },
    denied: {
      ko: '`{tool}`{tool|은} 빌드 중에 권한이 없어 실패하고, 된다 해도 이 RUN이 끝나면 사라진다.',
      en: '`{tool}` is not permitted during a build, and what it does would end with this RUN.',
    },
  },
  concepts: ['concepts/container', 'concepts/process', 'dockerfile/RUN'],
  source: 'https://docs.docker.com/build/building/best-practices/#create-ephemeral-containers',
  also: ['hadolint/DL3001'],
  examples: [
    {
      bad: 'FROM debian:13\nRUN apt-get update && «free» -m && apt-get install -y nginx\n',
      good: 'FROM debian:13\nRUN apt-get update && apt-get install -y nginx\n',
    },
    {
      bad: 'FROM debian:13\nRUN «vim» /etc/hosts\n',
      good: 'FROM debian:13\nCOPY app.conf /etc/\n',
      message: 'interactive',
    },
    {
      bad: 'FROM debian:13\nRUN «mount» -t nfs server:/data /data\n',
      good: 'FROM debian:13\nVOLUME /data\n',
      message: 'denied',
    },
  ],
  allows: [
    'FROM debian:13\nRUN apt-get update && apt-get install -y vim ssh\n',
    'FROM debian:13\nRUN vim +PlugInstall +qall\n',
    'FROM debian:13\nRUN server & sleep 5 && curl -f localhost; kill $!\n',
    'FROM debian:13\nRUN --mount=type=ssh ssh -T git@github.com || true\n',
    'FROM debian:13\nRUN --security=insecure mount -t proc proc /mnt\n',
    'FROM debian:13\nRUN command -v ps\n',
  ],
  *check(stage) {
    for (const run of instructionsOf(stage, 'RUN'))
      for (const command of run.script?.commands ?? []) {
        const message = MESSAGES[command.tool];
        if (!message || !command.name || hasReason(command, run)) continue;
        yield {
          span: { part: run.part, ...command.name.range },
          message,
          values: { tool: command.tool },
          ...(!HADOLINT.has(command.tool) && { also: [] }),
        };
      }
  },
});

type Message = 'pointless' | 'interactive' | 'denied';

const MESSAGES: Readonly<Record<string, Message>> = {
  free: 'pointless',
  kill: 'pointless',
  ps: 'pointless',
  uptime: 'pointless',
  reboot: 'denied',
  shutdown: 'denied',
  mount: 'denied',
  umount: 'denied',
  ssh: 'pointless',
  top: 'interactive',
  htop: 'interactive',
  nano: 'interactive',
  vi: 'interactive',
  vim: 'interactive',
};
const HADOLINT = new Set('free kill mount ps shutdown ssh top vim'.split(' '));

/** What makes such a command sensible after all. */
function hasReason({ tool, args, inside, before, via }: Command, { script, flags, mounts }: Run): boolean {
  const has = (pattern: RegExp) => args.some(({ value }) => pattern.test(value));
  // In a function or a script text it may be for later; behind `|` it reads what it is given.
  if (inside.some(({ kind }) => kind === 'function') || via.some((one) => one.is('trap'))) return true;
  if (has(/^(?:--version|--help|-V)$/)) return true;
  switch (tool) {
    case 'kill':
    case 'ps':
      // Something was started to be used here.
      return script!.commands.some(
        (command) => command.after === '&' || command.is('service', 'nohup', 'setsid'),
      );
    case 'mount':
    case 'umount':
      return flags.some(({ name }) => name === 'security');
    case 'ssh':
      return mounts.some(({ type }) => type === 'ssh' || type === 'secret');
    case 'vi':
    case 'vim':
      return before === '|' || has(/^(?:\+|-c|-e|-E|-s|-es|-Es|-u|--cmd|-S)/);
    case 'top':
      return has(/^-\w*b/);
    default:
      return false;
  }
}
