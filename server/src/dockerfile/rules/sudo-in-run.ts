import type { Finding, Fix } from '../../core/rule';
import type { Command } from '../../shell/script';
import { buildsAsRoot, isRoot } from '../facts/running-user';
import { holdsComment } from '../insert';
import { instructionsOf, type Run, type Stage, stateBefore } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/sudo-in-run',
  severity: 'warning',
  scope: 'section',
  what: { ko: 'RUN 안의 sudo', en: 'sudo in a RUN' },
  why: {
    ko: 'RUN은 USER로 바꾸지 않는 한 이미 root다. sudo는 보탤 것이 없는데도 패키지로 깔리고, 이미지에 남은 sudo는 컨테이너에 들어온 사람이 root로 올라가는 사다리가 된다. sudo는 환경 변수도 대부분 지워서, 앞에 적은 ENV가 그 명령에는 닿지 않는다. 신호와 터미널을 다루는 방식도 달라 예상 밖으로 멈추기도 한다.',
    en: 'Unless USER says otherwise a RUN is root already. sudo adds nothing, yet has to be installed, and in the image it is a ladder to root for whoever gets into the container. It also drops most of the environment, so the command does not see your ENV, and it handles signals and terminals in its own way.',
  },
  how: {
    ko: 'sudo를 뺀다. USER를 이미 바꿨다면 그 앞으로 옮기거나 `USER root` … `USER app`으로 감싼다. 다른 사용자로 실행하려면 USER를 쓰고, 시작 script 안이라면 gosu나 setpriv를 쓴다.',
    en: 'Leave sudo out. Below a USER, move the command above it or put `USER root` … `USER app` around it. To become another user write USER; in a start script use gosu or setpriv.',
  },
  messages: {
    root: {
      ko: '`{tool}`{tool|은} 필요 없다. USER로 바꾸지 않았다면 RUN은 이미 root로 실행된다.',
      en: '`{tool}` adds nothing here: without a USER, a RUN is root already.',
    },
    base: {
      ko: '베이스 이미지가 USER를 바꾸지 않았다면 RUN은 이미 root라서 `{tool}`{tool|이} 필요 없다. 바꿨다면 앞에 `USER root`를 둔다.',
      en: 'Unless the base image sets a USER, a RUN is root already and `{tool}` adds nothing; if it does, put `USER root` before it.',
    },
    user: {
      ko: '여기서는 사용자가 {user:이}라서 `{tool}`{tool|을} 썼다. 이 명령 앞에 `USER root`를 두면 `{tool}` 없이 된다.',
      en: '`{tool}` is here because the user is {user}; with `USER root` before it the command needs no `{tool}`.',
    },
    other: {
      ko: '`{tool}`{tool|으로} 다른 사용자가 된다. 빌드에서는 USER로 사용자를 바꾼다.',
      en: '`{tool}` becomes another user here; in a build that is what USER does.',
    },
  },
  concepts: ['dockerfile/USER', 'dockerfile/RUN'],
  source: 'https://docs.docker.com/build/building/best-practices/#user',
  also: ['hadolint/DL3004'],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM ubuntu:26.04\nRUN «sudo» apt-get update && sudo -E apt-get install -y curl\n',
      good: 'FROM ubuntu:26.04\nRUN apt-get update && apt-get install -y curl\n',
    },
    {
      bad: 'FROM ubuntu:26.04\nUSER app\nRUN «sudo» mkdir /srv/app\n',
      good: 'FROM ubuntu:26.04\nUSER root\nRUN mkdir /srv/app\nUSER app\n',
      message: 'user',
    },
  ],
  allows: [
    'FROM ubuntu:26.04\nRUN apt-get update && apt-get install -y sudo\n',
    'FROM ubuntu:26.04\nRUN echo "app ALL=(ALL) NOPASSWD:ALL" > /etc/sudoers.d/app && command -v sudo\n',
    'FROM ubuntu:26.04\nRUN usermod -aG sudo app\n',
  ],
  // Once for each reason in a RUN: the repair is one.
  *check(stage) {
    for (const run of instructionsOf(stage, 'RUN')) {
      const current = stateBefore(stage, run).user;
      const user = current ? (current.value ?? current.by.user?.raw) : firstUser(stage);
      const uses = (run.script?.find(TOOLS) ?? []).map((command) => useOf(command, run, user));
      for (const message of ['root', 'base', 'user', 'other'] as const) {
        const alike = uses.filter((use) => use.message === message);
        if (alike.length > 0) yield findingAt(alike, run, user);
      }
    }
  },
});

const TOOLS = ['sudo', 'doas'];

/** They only keep something or ask nothing. */
const HARMLESS = /^(?:-[EHnS]+|--(?:preserve-env|set-home|non-interactive|stdin)(?:=.*)?)$/;
const OTHER_USER = /^(?:-[A-Za-z]*[ugi]|--(?:user|group|login)(?:=|$))/;

interface Use {
  readonly command: Command;
  readonly message: 'root' | 'base' | 'user' | 'other';
  /** What it runs, where the command means the same without it. */
  readonly runs: Command | undefined;
}

function useOf(command: Command, { script }: Run, user: string | undefined): Use {
  const runs = script!.commands.find(({ via }) => via.at(-1) === command);
  const own = command.args.filter(({ range }) => !runs || range.start < runs.range.start);
  const other = own.some(({ value }) => OTHER_USER.test(value));
  const plain = command.name!.exact && own.every(({ value }) => HARMLESS.test(value));
  const here = user === undefined ? 'base' : isRoot(user) ? 'root' : 'user';
  return { command, message: other ? 'other' : here, runs: plain ? runs : undefined };
}

/** Whose commands run where no USER stands above them; nothing where only the base image knows. */
function firstUser({ base }: Stage): string | undefined {
  if (base.kind === 'stage') return firstUser(base.stage);
  return base.kind === 'scratch' || (base.kind === 'image' && buildsAsRoot(base.reference))
    ? 'root'
    : undefined;
}

function findingAt(uses: readonly Use[], run: Run, user = ''): Finding {
  const { command, message } = uses[0]!;
  const { tool, name } = command;
  return {
    span: { part: run.part, ...name!.range },
    message,
    values: { tool, user },
    ...(message === 'base' && { severity: 'info' as const }),
    ...(tool === 'doas' && { also: [] }),
    fixes: message === 'root' && run.form !== 'json' ? without(uses, run) : [],
  };
}

function without(uses: readonly Use[], run: Run): Fix[] {
  const { part } = run;
  const { tool } = uses[0]!.command;
  const edits = uses.flatMap(({ command, runs }) =>
    runs ? [{ span: { part, start: command.name!.range.start, end: runs.range.start }, text: '' }] : [],
  );
  if (edits.length < uses.length || edits.some(({ span }) => holdsComment(run, span))) return [];
  const title = { ko: '`{tool}` 빼기', en: 'Leave `{tool}` out' };
  return [{ title, values: { tool }, kind: 'choice', edits }];
}
