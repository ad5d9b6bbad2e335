import type { Finding, Fix } from '../../core/rule';
import type { Span } from '../../core/span';
import type { Command } from '../../shell/script';
import { covers, destinationOf, isSmall } from '../facts/added-paths';
import { knownText } from '../facts/known-text';
import {
  type Add,
  type Copy,
  type Dockerfile,
  type Instruction,
  instructionsOf,
  type Run,
  type Stage,
  stateBefore,
} from '../model';
import { rule } from '../rule';
import { resolvePath } from '../state';

export default rule({
  id: 'dockerfile/ownership-in-second-layer',
  severity: 'info',
  scope: 'file',
  what: { ko: '복사한 뒤에 바꾸는 소유자와 권한', en: 'Owner or mode changed after the copy' },
  why: {
    ko: '파일의 소유자나 권한만 바꿔도 레이어에는 파일 전체가 다시 들어간다. COPY로 가져온 500MB를 다음 RUN에서 `chown -R` 하면 이미지는 1GB가 된다. 내용은 한 글자도 달라지지 않았는데 두 벌을 올리고 두 벌을 받는다.',
    en: 'To change only the owner or mode of a file, the whole file goes into the new layer again. COPY 500 MB, run `chown -R` over it in the next RUN, and the image has 1 GB: not a byte of the contents differs, and everything is pushed and pulled twice.',
  },
  how: {
    ko: '복사할 때 정한다. ex) `COPY --chown=node:node . .`, `COPY --chmod=755 run.sh /`. 사용자는 그 앞에서 만들어 두거나 번호로 적는다. WORKDIR이 만든 디렉터리 자체는 root의 것으로 남으니, 프로그램이 거기에 새 파일을 만든다면 `-R` 없이 `RUN chown node /app`만 둔다. RUN이 만든 파일까지 바꾸는 것이라면, 그 RUN 앞에 `USER node`를 두면 처음부터 그 사용자의 것이 된다.',
    en: 'Set it while copying: `COPY --chown=node:node . .`, `COPY --chmod=755 run.sh /`. The user has to exist by then, or be written as a number. The directory that WORKDIR made still belongs to root: if the program creates files in it, keep `RUN chown node /app` without `-R`. For files that a RUN makes, put `USER node` before that RUN and they are owned by it from the start.',
  },
  messages: {
    again: {
      ko: '`{tool} -R`{tool -R|은} COPY로 가져온 {path}의 파일을 한 벌 더 레이어에 넣는다. {flag:은} 복사할 때 정할 수 있다.',
      en: '`{tool} -R` puts the files copied to {path} into a second layer; `{flag}` sets it while copying.',
    },
    copied: { ko: '여기서 가져온 파일이다', en: 'The files come in here' },
  },
  concepts: ['concepts/layer', 'dockerfile/COPY', 'dockerfile/USER'],
  source: 'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM node:24-slim\nWORKDIR /app\nCOPY . .\nRUN «chown» -R node:node /app\nUSER node\n',
      good: 'FROM node:24-slim\nWORKDIR /app\nCOPY --chown=node:node . .\nRUN chown node:node /app\nUSER node\n',
    },
  ],
  allows: [
    'FROM node:24-slim\nCOPY --chown=node:node . /app\nUSER node\n',
    'FROM node:24-slim\nCOPY . /app\nRUN chown -R node /app/data\n',
    'FROM node:24-slim\nCOPY run.sh /\nRUN chmod +x /run.sh\n',
    'FROM node:24-slim\nRUN mkdir /data && chown -R node /data\n',
    'FROM node:24-slim AS build\nCOPY . /app\nRUN chown -R node /app\nFROM node:24-slim\nCOPY --from=build /app /app\n',
  ],
  // What is thrown away costs nobody a download.
  *check(file) {
    for (const [i, stage] of file.finalChain.entries())
      for (const run of instructionsOf(stage, 'RUN')) {
        if (run.onbuild) continue;
        const before = [
          ...file.finalChain.slice(0, i).flatMap((below) => copiesIn(below)),
          ...copiesIn(stage, run),
        ];
        // One RUN makes one layer, whatever it changes there.
        const told = new Set<string>();
        for (const command of run.script?.find(['chown', 'chmod']) ?? []) {
          if (!command.has('-R') || command.inside.length > 0) continue;
          const change = changeOf(command, run, file);
          if (!change || told.has(change.path)) continue;
          told.add(change.path);
          const copies = before.filter((copy) => isBelow(destinationOf(copy, file), change.path));
          if (copies.length > 0) yield findingAt(command, change, copies, run, stage, file);
        }
      }
  },
});

function copiesIn({ instructions }: Stage, until?: Run): (Copy | Add)[] {
  const end = until ? instructions.indexOf(until) : instructions.length;
  return instructions
    .slice(0, end)
    .filter((one): one is Copy | Add => one.keyword === 'COPY' || one.keyword === 'ADD');
}

interface Change {
  readonly value: string;
  readonly path: string;
}

/** The owner or mode, and the one path it is given to. */
function changeOf(command: Command, run: Run, file: Dockerfile): Change | undefined {
  const { scope, workdir } = stateBefore(file, run);
  const [value, ...paths] = command.operands.map((word) => knownText(word, scope));
  const [path] = paths;
  if (value === undefined || paths.length !== 1 || path === undefined || /[*?[{]/.test(path))
    return undefined;
  const moved = run.script!.find(['cd', 'pushd']).length > 0;
  const absolute = resolvePath(moved ? undefined : workdir?.path, path);
  return absolute === undefined || absolute === '/' ? undefined : { value, path: absolute };
}

function isBelow(destination: string | undefined, path: string): boolean {
  return destination !== undefined && covers(path, destination);
}

function findingAt(
  command: Command,
  change: Change,
  copies: readonly (Copy | Add)[],
  run: Run,
  stage: Stage,
  file: Dockerfile,
): Finding {
  const flag = command.is('chown') ? '--chown' : '--chmod';
  return {
    span: { part: run.part, ...command.name!.range },
    values: { tool: command.tool, path: change.path, flag },
    related: copies.map(({ keywordSpan }) => ({ span: keywordSpan, message: 'copied' })),
    ...(copies.every(isSmall) && { severity: 'hint' as const }),
    fixes: fixFor(flag, command, change, copies, run, stage, file),
  };
}

/** Only where nothing but copies can have made the files: then the flag says all that the RUN did. */
function fixFor(
  flag: '--chown' | '--chmod',
  command: Command,
  { value, path }: Change,
  copies: readonly (Copy | Add)[],
  run: Run,
  { instructions }: Stage,
  file: Dockerfile,
): Fix[] {
  const first = instructions.indexOf(copies[0]!);
  const between = instructions.slice(first, instructions.indexOf(run));
  const fits = flag === '--chown' ? /^[\w.-]+(?::[\w.-]+)?$/ : /^[0-7]{3,4}$/;
  const alone = run.script!.commands.length === 1 && run.comments.length === 0;
  if (first < 0 || !alone || !fits.test(value) || between.some(({ keyword }) => keyword === 'RUN')) return [];
  if (copies.some(({ flags }) => flags.some(({ name }) => name === flag.slice(2)))) return [];
  if (isShared(path, instructions.slice(0, first))) return [];
  const rest = changeWithout(command, path, run, file);
  if (!rest) return [];
  return [
    {
      title: { ko: 'COPY에 `{option}` 적기', en: 'Write `{option}` on the COPY' },
      values: { option: `${flag}=${value}` },
      kind: 'choice',
      edits: [
        ...copies.map(({ keywordSpan }) => ({
          span: { ...keywordSpan, start: keywordSpan.end },
          text: ` ${flag}=${value}`,
        })),
        { span: { part: run.part, ...rest }, text: '' },
      ],
    },
  ];
}

/** Whether there may be files that no COPY of the stage brought: of packages, or of a RUN that names the place. */
function isShared(path: string, before: readonly Instruction[]): boolean {
  return (
    /^\/(?:etc|usr)(?:\/(?!src\/)|$)/.test(path) ||
    before.some(({ keyword, joined }) => keyword === 'RUN' && joined.text.includes(path))
  );
}

/** All of the RUN; but its `-R` alone where WORKDIR made the directory, which a COPY leaves as it is. */
function changeWithout(
  command: Command,
  path: string,
  run: Run,
  file: Dockerfile,
): Omit<Span, 'part'> | undefined {
  const workdir = stateBefore(file, run).workdir?.path;
  if (workdir === undefined || (workdir !== path && !covers(path, workdir))) {
    return { start: 0, end: run.partText.length };
  }
  const recursive = command.args.findIndex(({ value }) => /^(?:-R|--recursive)$/.test(value));
  const next = command.args[recursive + 1];
  if (recursive < 0 || !next || run.form !== 'shell') return undefined;
  return { start: command.args[recursive]!.range.start, end: next.range.start };
}
