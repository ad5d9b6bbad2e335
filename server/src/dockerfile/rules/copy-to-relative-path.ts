import { asTransfer } from '../facts/transfer';
import { stateBefore } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/copy-to-relative-path',
  severity: 'info',
  strict: 'warning',
  scope: 'section',
  what: { ko: 'WORKDIR 없이 상대 경로로 복사하기', en: 'Copying to a relative path without a WORKDIR' },
  why: {
    ko: '상대 경로 목적지는 WORKDIR에서 시작한다. 이 파일에 WORKDIR이 없으면 베이스 이미지가 정해 둔 곳이고, 그것도 없으면 `/`다. 파일이 어디에 놓이는지 이 파일만 보고는 알 수 없고, 베이스 이미지가 바뀌면 말없이 옮겨 간다. 앱의 파일이 `/`에 흩어져 시스템 디렉터리와 섞이기도 한다.',
    en: 'A relative destination starts at the WORKDIR. Without one in the file that is what the base image chose, or else `/`. Nobody reading the file can tell where the files land, and a new base image may move them. Often they end up strewn over `/` among the system’s directories.',
  },
  how: {
    ko: '앞에 `WORKDIR /app`처럼 절대 경로를 두거나, 목적지를 `/app/`처럼 적는다.',
    en: 'Put a WORKDIR with an absolute path before it, ex) `WORKDIR /app`, or write the destination as `/app/`.',
  },
  messages: {
    base: {
      ko: '앞에 WORKDIR이 없어서 `{to}`{to|이} 어디가 될지는 베이스 이미지에 달렸다.',
      en: 'There is no WORKDIR before it, so where `{to}` is depends on the base image.',
    },
    scratch: {
      ko: 'scratch에는 WORKDIR이 없어서 `{to}`{to|은} `/`에서 시작한다.',
      en: 'scratch has no WORKDIR, so `{to}` starts at `/`.',
    },
  },
  concepts: ['dockerfile/WORKDIR', 'dockerfile/COPY'],
  source: 'https://docs.docker.com/reference/dockerfile/#destination',
  also: ['hadolint/DL3045'],
  examples: [
    {
      bad: 'FROM node:24-slim\nCOPY package.json «./»\nCMD ["node", "app.js"]\n',
      good: 'FROM node:24-slim\nWORKDIR /app\nCOPY package.json ./\nCMD ["node", "app.js"]\n',
    },
    {
      bad: 'FROM scratch\nCOPY hello «hello»\n',
      good: 'FROM scratch\nCOPY hello /hello\n',
      message: 'scratch',
    },
  ],
  allows: [
    'FROM node:24-slim\nWORKDIR /app\nCOPY . .\n',
    'FROM node:24-slim AS base\nWORKDIR /app\nFROM base\nCOPY . .\n',
    'FROM node:24-slim\nARG DIR\nCOPY . $DIR\n',
    'FROM node:24-slim\nCOPY . /app\n',
    'FROM node:24-slim\nONBUILD COPY . .\n',
    'WORKDIR /app\nCOPY . .\n',
  ],
  *check(stage) {
    const { from, base, inheritsFrom, instructions } = stage;
    for (const instruction of instructions) {
      const transfer = instruction.keyword === 'ONBUILD' ? undefined : asTransfer(instruction);
      const to = transfer?.destination;
      const { workdir, scope } = stateBefore(stage, instruction);
      if (
        !transfer ||
        !to ||
        to.problem ||
        workdir ||
        transfer.problems.length > 0 ||
        transfer.words.length < 2
      )
        continue;
      const { value } = scope.expand(to);
      if (!value || /^(?:[/\\]|[A-Za-z]:)/.test(value)) continue;
      const scratch = (inheritsFrom.at(-1)?.base ?? base).kind === 'scratch';
      yield {
        span: to.span,
        values: { to: to.raw },
        ...(scratch && { message: 'scratch' }),
        // What a fragment is put behind may set one.
        ...((scratch || !from) && { severity: 'hint' as const }),
        also: transfer.keyword === 'COPY' ? ['hadolint/DL3045'] : [],
      };
    }
  },
});
