import { once } from '../../core/once';
import type { Finding, Fix } from '../../core/rule';
import type { Command } from '../../shell/script';
import { directoryOf, isForgotten, ownCommands } from '../facts/directory-change';
import { holdsComment } from '../insert';
import { lineAbove, lineBelow } from '../lines-around';
import {
  type Dockerfile,
  type Instruction,
  instructionsOf,
  type Run,
  type Stage,
  stateBefore,
} from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/cd-in-run',
  severity: 'hint',
  strict: 'warning',
  scope: 'file',
  what: { ko: 'WORKDIR 대신 쓴 cd', en: '`cd` where WORKDIR belongs' },
  why: {
    ko: '`RUN cd /app && make`는 맞게 돈다. 다만 cd는 그 RUN에서만 통하므로, 다음 줄에도 또 적어야 하고 하나라도 빠뜨리면 엉뚱한 곳에서 실행된다. WORKDIR은 한 번 적으면 그 아래 모두에 통하고, 어디에서 일하는지가 눈에 보인다.',
    en: '`RUN cd /app && make` works. But a `cd` holds for its own RUN only: the next line needs it again, and the one that forgets it runs somewhere else. WORKDIR is written once, holds for everything below, and shows where the work is done.',
  },
  how: {
    ko: '`WORKDIR /app`을 적으면 그 아래 RUN, COPY, CMD가 모두 그 디렉터리에서 시작한다. 없는 디렉터리는 만들어 준다. 한 RUN 안에서 여러 곳을 오가는 cd, 임시 디렉터리로 가는 cd, 괄호 안의 cd는 그대로 두어도 된다.',
    en: 'Write `WORKDIR /app`: every RUN, COPY and CMD below starts there, and it is created if need be. A `cd` among several in one RUN, into a temporary directory or inside parentheses is fine.',
  },
  messages: {
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
      bad: 'FROM node:24-slim\nWORKDIR /app\nCOPY . .\n# the pages\nRUN «cd» web && npm ci\nCMD ["node", "server.js"]\n',
      good: 'FROM node:24-slim\nWORKDIR /app\nCOPY . .\nWORKDIR /app/web\n# the pages\nRUN npm ci\nWORKDIR /app\nCMD ["node", "server.js"]\n',
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
    for (const { run, cd } of file.stages.flatMap(movesIn)) yield findingAt(cd, run, file);
  },
});

/** The `cd`s that WORKDIR could stand in for. */
const movesIn = once((stage: Stage) =>
  instructionsOf(stage, 'RUN').flatMap((run) => {
    const cd = ownCommands(run).find(({ tool }) => tool !== 'set');
    if (cd?.tool !== 'cd' || isForgotten(cd, run)) return [];
    return !leavesAgain(run, cd) && isPlace(cd) ? [{ run, cd }] : [];
  }),
);

/** A RUN that goes from place to place. */
function leavesAgain({ script }: Run, cd: Command): boolean {
  return script!.commands.some((command) => command !== cd && command.is('cd', 'pushd'));
}

/** Where a WORKDIR could go: no temporary directory, nothing computed. */
function isPlace({ operands: [to], after }: Command): boolean {
  if (!to || after === '||' || after === '|' || to.expansions.some(({ kind }) => kind !== 'parameter'))
    return false;
  return !/^(?:-$|\/(?:var\/)?tmp(?:\/|$)|\$\{?(?:\w*tmp|\w*temp|OLDPWD))/i.test(to.value);
}

function findingAt(cd: Command, run: Run, file: Dockerfile): Finding {
  const path = directoryOf(cd, stateBefore(file, run));
  return {
    span: { part: run.part, ...cd.name!.range },
    ...(run.onbuild && { also: [] }),
    fixes: path === undefined ? [] : withWorkdir(cd, path, run, file),
  };
}

function withWorkdir(cd: Command, path: string, run: Run, file: Dockerfile): Fix[] {
  const { part, form, onbuild, script } = run;
  const [first, next] = script!.commands;
  // What `set` comes first, or a construct without a name, is in the way.
  if (form !== 'shell' || onbuild || first !== cd || !next || next.inside.length > 0) return [];
  if (!['&&', ';'].includes(cd.after) || next.before !== cd.after) return [];
  const dropped = { part, start: cd.range.start, end: next.range.start };
  if (holdsComment(run, dropped)) return [];
  const back = stateBefore(file, run).workdir?.path;
  return [
    {
      title: { ko: '`WORKDIR {path}` 쓰기', en: 'Use `WORKDIR {path}`' },
      values: { path },
      kind: 'choice',
      edits: [
        lineAbove(file, run, 'WORKDIR', path),
        { span: dropped, text: '' },
        // What follows starts where it did.
        ...(back !== undefined && !isWorkdir(behind(file, run)) ? [lineBelow(run, 'WORKDIR', back)] : []),
      ],
    },
  ];
}

function behind({ stages }: Dockerfile, run: Run): Instruction | undefined {
  const all = stages.find(({ instructions }) => instructions.includes(run))?.instructions ?? [];
  return all[all.indexOf(run) + 1];
}

function isWorkdir(next: Instruction | undefined): boolean {
  return next?.keyword === 'WORKDIR';
}
