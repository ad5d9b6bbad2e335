import type { Fix } from '../../core/rule';
import { flagKind } from '../facts/instructions';
import { asTransfer, isFolder } from '../facts/transfer';
import { type Add, type Copy, stateBefore, type Word } from '../model';
import { rule } from '../rule';
import { resolvePath } from '../state';

export default rule({
  id: 'dockerfile/copy-many-to-file',
  severity: 'warning',
  scope: 'section',
  what: { ko: '여러 원본을 `/` 없는 목적지로 복사하기', en: 'Several sources copied to a name without `/`' },
  why: {
    ko: '원본이 여럿이면 목적지는 디렉터리여야 하고, `/`로 끝나야 한다. 그 이름의 디렉터리가 아직 없으면 BuildKit은 파일 하나를 그 이름으로 쓰고 다음 원본으로 덮는다. 마지막 파일만 남는데 빌드는 성공한다. 옛 builder는 그 자리에서 멈췄다.',
    en: 'With several sources the destination has to be a directory and end in `/`. Where no such directory exists yet, BuildKit writes the first file under that name and the next one over it: only the last is left, and the build succeeds. The legacy builder stops there.',
  },
  how: {
    ko: '목적지 끝에 `/`를 붙인다. ex) `COPY a.js b.js /app/`',
    en: 'End the destination in `/`, ex) `COPY a.js b.js /app/`.',
  },
  messages: {
    file: {
      ko: '원본이 {count}개인데 목적지 `{to}`{to|이} `/`로 끝나지 않는다. 디렉터리가 없으면 서로 덮어쓴다.',
      en: '{count} sources go to `{to}`, which does not end in `/`: unless that directory exists, they overwrite each other.',
    },
    folder: {
      ko: '원본이 {count}개인데 목적지 `{to}`{to|이} `/`로 끝나지 않는다. WORKDIR라서 되지만 옛 builder는 멈춘다.',
      en: '{count} sources go to `{to}` without a `/` at its end. It works since that is the WORKDIR, but the legacy builder stops.',
    },
  },
  concepts: ['dockerfile/COPY', 'dockerfile/WORKDIR'],
  source: 'https://docs.docker.com/reference/dockerfile/#copy',
  also: ['hadolint/DL3021'],
  fix: 'safe',
  examples: [
    {
      bad: 'FROM node:24-slim\nCOPY package.json package-lock.json «/app»\n',
      good: 'FROM node:24-slim\nCOPY package.json package-lock.json /app/\n',
    },
    {
      bad: 'FROM node:24-slim\nWORKDIR /app\nCOPY package.json package-lock.json «/app»\n',
      good: 'FROM node:24-slim\nWORKDIR /app\nCOPY package.json package-lock.json /app/\n',
      message: 'folder',
    },
  ],
  allows: [
    'FROM node:24-slim\nCOPY package.json package-lock.json /app/\n',
    'FROM node:24-slim\nCOPY a.js b.js .\nCOPY a.js b.js /app/.\nCOPY a.js b.js ..\n',
    'FROM node:24-slim\nARG DIR\nCOPY a.js b.js $DIR\n',
    'FROM node:24-slim\nCOPY src /app\n',
  ],
  *check(stage) {
    for (const instruction of stage.instructions) {
      const transfer = asTransfer(instruction);
      const to = transfer?.destination;
      const count = (transfer?.words.length ?? 0) - 1;
      if (!transfer || !to || count < 2 || isUnfinished(transfer)) continue;
      const { scope, workdir } = stateBefore(stage, instruction);
      const { value } = scope.expand(to);
      const end = value ?? to.template.at(-1);
      if (typeof end !== 'string' || end === '' || isFolder(end) || transfer.problems.length > 0) continue;
      const path = value && resolvePath(workdir?.path, value);
      const known = path !== undefined && path === workdir?.path;
      // Directories give their contents, which seldom meet.
      const folders =
        transfer.sources.every(({ raw }) => raw.endsWith('/')) && transfer.heredocs.length === 0;
      yield {
        span: to.span,
        values: { count, to: to.raw },
        ...(known && { message: 'folder' }),
        ...((known || folders) && { severity: 'info' as const }),
        also: transfer.keyword === 'COPY' ? ['hadolint/DL3021'] : [],
        fixes: [slash(to, transfer.json)],
      };
    }
  },
});

/** With a word that is broken, or a flag whose value may be one of the words. */
function isUnfinished({ keyword, flags, words }: Copy | Add): boolean {
  const open = flags.some(({ name, value }) => !value && flagKind(keyword, name)?.takes !== 'boolean');
  return open || words.some(({ problem }) => problem);
}

function slash({ span, raw }: Word, json: boolean): Fix {
  const quoted = json || /["']$/.test(raw);
  const at = span.end - (quoted ? 1 : 0);
  return {
    title: { ko: '목적지 끝에 `/` 붙이기', en: 'End the destination in `/`' },
    kind: 'safe',
    edits: [{ span: { ...span, start: at, end: at }, text: '/' }],
  };
}
