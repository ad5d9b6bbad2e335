import type { Finding } from '../../core/rule';
import type { Command } from '../../shell/script';
import { directoryOf, isForgotten, ownCommands } from '../facts/directory-change';
import { keywordLike } from '../keyword-case';
import { instructionsOf, type Run, type Stage, stateBefore } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/cd-without-effect',
  severity: 'warning',
  scope: 'section',
  what: { ko: '효과 없는 cd', en: 'A `cd` without effect' },
  why: {
    ko: 'RUN은 줄마다 새 shell에서 실행된다. `RUN cd /app`으로 옮긴 디렉터리는 그 줄이 끝나면 잊히고, 다음 명령은 다시 WORKDIR에서 시작한다. 빌드는 오류 없이 지나가고, 파일이 엉뚱한 곳에 생기거나 다음 줄이 "No such file"로 실패한다.',
    en: 'Each RUN starts a new shell. The directory that `RUN cd /app` goes to is forgotten at the end of the line, and the next instruction starts in WORKDIR again. Nothing fails there; files end up elsewhere, or a later line says "No such file".',
  },
  how: {
    ko: '`WORKDIR /app`을 적는다. 그 아래 RUN, COPY, CMD가 모두 그 디렉터리에서 시작한다.',
    en: 'Write `WORKDIR /app`: every RUN, COPY and CMD below starts there.',
  },
  messages: {
    forgotten: {
      ko: '이 cd는 효과가 없다. RUN이 끝나면 디렉터리는 잊히고, 다음 명령은 다시 WORKDIR에서 시작한다.',
      en: 'This `cd` has no effect: the directory is forgotten when the RUN ends, and the next instruction starts in WORKDIR again.',
    },
  },
  concepts: ['dockerfile/WORKDIR', 'dockerfile/RUN'],
  source: 'https://docs.docker.com/reference/dockerfile/#workdir',
  also: ['hadolint/DL3003'],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM node:24-slim\nCOPY . /app\nRUN «cd» /app\nRUN npm ci\n',
      good: 'FROM node:24-slim\nCOPY . /app\nWORKDIR /app\nRUN npm ci\n',
    },
  ],
  allows: [
    'FROM node:24-slim\nRUN cd /app && npm ci\n',
    'FROM node:24-slim\nRUN make && cd ..\n',
    'FROM node:24-slim\nRUN (cd /app)\n',
  ],
  *check(stage) {
    for (const run of instructionsOf(stage, 'RUN')) {
      const cd = ownCommands(run).at(-1);
      if (cd?.tool === 'cd' && isForgotten(cd, run)) yield findingAt(cd, run, stage);
    }
  },
});

function findingAt(cd: Command, run: Run, stage: Stage): Finding {
  const path = directoryOf(cd, stateBefore(stage, run));
  const alone =
    run.script!.commands.length === 1 && run.flags.length === 0 && run.form === 'shell' && !run.onbuild;
  return {
    span: { part: run.part, ...cd.name!.range },
    ...(run.onbuild && { also: [] }),
    fixes:
      path !== undefined && alone
        ? [
            {
              title: { ko: '`WORKDIR {path}`{path|으로} 바꾸기', en: 'Change to `WORKDIR {path}`' },
              values: { path },
              kind: 'choice',
              edits: [{ span: run.span, text: `${keywordLike(run, 'WORKDIR')} ${path}` }],
            },
          ]
        : [],
  };
}
