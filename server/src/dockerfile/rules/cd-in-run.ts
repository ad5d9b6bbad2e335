import type { Finding, Fix } from '../../core/rule';
import type { Command } from '../../shell/script';
import { knownText } from '../facts/known-text';
import { lineAbove, lineBelow } from '../insertion';
import { type Dockerfile, instructionsOf, type Run, stateBefore } from '../model';
import { resolvePath } from '../path';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/cd-in-run',
  severity: 'warning',
  scope: 'file',
  what: { ko: 'WORKDIR 대신 쓴 cd', en: '`cd` where WORKDIR belongs' },
  why: {
    ko: 'RUN은 줄마다 새 셸에서 실행된다. `RUN cd /app`으로 옮긴 디렉터리는 그 줄이 끝나면 잊히고, 다음 명령은 다시 WORKDIR에서 시작한다. `RUN cd /app && make`처럼 한 줄 안에서는 맞게 돌지만, 어디에서 실행되는지가 줄마다 숨어 있어 읽는 사람이 찾아야 한다.',
    en: 'Each RUN starts a new shell. The directory that `RUN cd /app` goes to is forgotten at the end of the line, and the next instruction starts in WORKDIR again. `RUN cd /app && make` does work, but where things happen is then hidden in every line.',
  },
  how: {
    ko: '`WORKDIR /app`을 적으면 그 아래 RUN, COPY, CMD가 모두 그 디렉터리에서 시작한다. 없는 디렉터리는 만들어 준다. 한 RUN 안에서 여러 곳을 오가는 cd, 임시 디렉터리로 가는 cd, 괄호 안의 cd는 그대로 두어도 된다.',
    en: 'Write `WORKDIR /app`: every RUN, COPY and CMD below starts there, and it is created if need be. A `cd` among several in one RUN, into a temporary directory or inside parentheses is fine.',
  },
  messages: {
    forgotten: {
      ko: '이 cd는 효과가 없다. RUN이 끝나면 디렉터리는 잊히고, 다음 명령은 다시 WORKDIR에서 시작한다.',
      en: 'This `cd` has no effect: the directory is forgotten when the RUN ends, and the next instruction starts in WORKDIR again.',
    },
    leading: {
      ko: '이 RUN은 cd로 시작한다. WORKDIR로 적으면 어디에서 실행되는지 드러난다.',
      en: 'This RUN begins with a `cd`; WORKDIR would say openly where it runs.',
    },
  },
  concepts: ['dockerfile/WORKDIR', 'dockerfile/RUN'],
  source: 'https://docs.docker.com/build/building/best-practices/#workdir',
  also: ['hadolint/DL3003'],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM node:24-slim\nCOPY . /app\n«RUN cd /app»\nRUN npm ci\n'.replace(
        '«RUN cd /app»',
        'RUN «cd» /app',
      ),
      good: 'FROM node:24-slim\nCOPY . /app\nWORKDIR /app\nRUN npm ci\n',
    },
    {
      bad: 'FROM node:24-slim\nWORKDIR /app\nCOPY . .\n# the pages\nRUN «cd» web && npm ci\nCMD ["node", "server.js"]\n',
      good: 'FROM node:24-slim\nWORKDIR /app\nCOPY . .\nWORKDIR /app/web\n# the pages\nRUN npm ci\nWORKDIR /app\nCMD ["node", "server.js"]\n',
      message: 'leading',
    },
  ],
  allows: [
    'FROM debian:13\nRUN cd /tmp && ./install.sh\n',
    'FROM debian:13\nRUN curl -O https://example.com/a.tgz && tar -xzf a.tgz && cd a && make\n',
    'FROM debian:13\nRUN cd a && make && cd ../b && make\n',
    'FROM debian:13\nRUN (cd a && make) && (cd b && make)\n',
    'FROM debian:13\nRUN cd "$(mktemp -d)" && make\n',
    'FROM debian:13\nRUN make && cd /\n',
  ],
  *check(file) {
    for (const stage of file.stages)
      for (const run of instructionsOf(stage, 'RUN')) {
        const commands = run.script?.commands ?? [];
        const own = commands.filter(({ inside, via }) => inside.length === 0 && via.length === 0);
        const cd = own.findLast(({ tool }) => tool === 'cd');
        if (!cd) continue;
        const [first] = own.filter(({ tool }) => tool !== 'set');
        if (commands.at(-1) === cd && !isReturn(cd)) yield findingAt(cd, 'forgotten', run, file, own);
        else if (cd === first && !leavesAgain(commands, cd) && isPlace(cd))
          yield findingAt(cd, 'leading', run, file, own);
      }
  },
});

/** At the end of a RUN it only tidies up, or depends on what went before. */
function isReturn({ operands: [to], after, before }: Command): boolean {
  return (
    !to ||
    /^(?:-|\/|~|\.\.?(?:\/\.\.)*\/?)$/.test(to.value) ||
    after === '&' ||
    before === '|' ||
    before === '||'
  );
}

/** A RUN that goes from place to place. */
function leavesAgain(commands: readonly Command[], cd: Command): boolean {
  return commands.some((command) => command !== cd && command.is('cd', 'pushd'));
}

/** Where a WORKDIR could go: no temporary directory, nothing computed. */
function isPlace({ operands: [to], after }: Command): boolean {
  if (!to || after === '||' || after === '|' || to.expansions.some(({ kind }) => kind !== 'parameter'))
    return false;
  return !/^(?:-$|\/(?:var\/)?tmp(?:\/|$)|\$\{?(?:\w*tmp|\w*temp|OLDPWD))/i.test(to.value);
}

function findingAt(
  cd: Command,
  message: 'forgotten' | 'leading',
  run: Run,
  file: Dockerfile,
  own: readonly Command[],
): Finding {
  const path = directory(cd, run, file);
  const fix = path === undefined ? undefined : fixFor(cd, message, run, file, own, path);
  return {
    span: { part: run.part, ...cd.name!.range },
    message,
    ...(message === 'leading' && { severity: 'hint' as const }),
    ...(run.onbuild && { also: [] }),
    fixes: fix ? [fix] : [],
  };
}

/** As WORKDIR takes it: absolute. */
function directory({ operands: [to], options }: Command, run: Run, file: Dockerfile): string | undefined {
  const { scope, workdir } = stateBefore(file, run);
  const value = to && knownText(to, scope);
  const path = value === undefined ? undefined : resolvePath(workdir?.path, value);
  return options.length === 0 && path && /^[\w./@+-]+$/.test(path) ? path : undefined;
}

function fixFor(
  cd: Command,
  message: 'forgotten' | 'leading',
  run: Run,
  file: Dockerfile,
  own: readonly Command[],
  path: string,
): Fix | undefined {
  const { part, form, onbuild, span, flags } = run;
  if (form !== 'shell' || onbuild || run.heredocs.length > 0) return undefined;
  const title = { ko: '`WORKDIR {path}` 쓰기', en: 'Use `WORKDIR {path}`' };
  const values = { path };
  if (message === 'forgotten') {
    const alone = own.length === 1 && flags.length === 0;
    return alone ? { title, values, kind: 'choice', edits: [{ span, text: `WORKDIR ${path}` }] } : undefined;
  }
  const next = own[own.indexOf(cd) + 1];
  const behind = next ?? run.script!.commands.find(({ range }) => range.start > cd.range.end);
  if (own[0] !== cd || !next || next !== behind || cd.after === '&') return undefined;
  const back = stateBefore(file, run).workdir?.path;
  return {
    title,
    values,
    kind: 'choice',
    edits: [
      lineAbove(file, run, `WORKDIR ${path}`),
      { span: { part, start: cd.range.start, end: next.range.start }, text: '' },
      // What follows starts where it did.
      ...(back !== undefined && isFollowed(file, run) ? [lineBelow(file, run, `WORKDIR ${back}`)] : []),
    ],
  };
}

/** Whether something in the stage, before its next WORKDIR, may depend on the directory. */
function isFollowed({ stages }: Dockerfile, run: Run): boolean {
  const stage = stages.find(({ instructions }) => instructions.includes(run));
  const next = stage?.instructions.slice(stage.instructions.indexOf(run) + 1) ?? [];
  return next[0]?.keyword !== 'WORKDIR';
}
