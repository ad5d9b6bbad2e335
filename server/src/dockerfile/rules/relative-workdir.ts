import { type Stage, stateBefore, type Workdir } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/relative-workdir',
  severity: 'warning',
  scope: 'section',
  what: { ko: '기준이 없는 상대 경로 WORKDIR', en: 'A relative WORKDIR with nothing to stand on' },
  why: {
    ko: '상대 경로 WORKDIR은 앞 WORKDIR에 이어 붙는다. 앞에 아무것도 없으면 베이스 이미지가 정한 디렉터리에 붙는다. 그 값은 이 파일에 보이지 않고, 베이스 이미지가 바뀌면 말없이 따라 바뀐다. 그러면 COPY한 파일과 CMD가 찾는 파일이 어긋난다.',
    en: 'A relative WORKDIR is added to the one before. With none in the file it is added to the directory the base image chose, which nobody sees here and which may change with the base image. Then files are copied to one place and looked for in another.',
  },
  how: {
    ko: 'stage의 첫 WORKDIR은 `/`로 시작하는 경로로 적는다. ex) `WORKDIR /app`. 그 뒤는 상대 경로여도 된다.',
    en: 'Make the first WORKDIR of a stage an absolute path, ex) `WORKDIR /app`. Those after it may be relative.',
  },
  messages: {
    relative: {
      ko: 'WORKDIR {path:이} 상대 경로라, 어느 디렉터리가 될지는 베이스 이미지에 달렸다.',
      en: 'WORKDIR {path} is relative: which directory that is depends on the base image.',
    },
  },
  concepts: ['dockerfile/WORKDIR', 'concepts/image'],
  source: 'https://docs.docker.com/reference/build-checks/workdir-relative-path/',
  also: ['hadolint/DL3000', 'buildkit/WorkdirRelativePath'],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM node:24-slim\nWORKDIR «app»\nCOPY . .\n',
      good: 'FROM node:24-slim\nWORKDIR /app\nCOPY . .\n',
    },
  ],
  allows: [
    'FROM node:24-slim\nWORKDIR /srv\nWORKDIR app\n',
    'FROM node:24-slim AS base\nWORKDIR /srv\nFROM base\nWORKDIR app\n',
    'FROM node:24-slim\nENV HOME=/home/node\nWORKDIR $HOME/app\n',
    'FROM node:24-slim\nWORKDIR $HOME/app\n',
    '# escape=`\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nWORKDIR C:\\app\n',
  ],
  // BuildKit names the first WORKDIR of a chain of stages only: the later ones are mended with it.
  *check(stage) {
    const first = stage.instructions.find(({ keyword }) => keyword === 'WORKDIR') as Workdir | undefined;
    if (!first?.path || stateBefore(stage, first).workdir) return;
    const { path } = first;
    const { value, unset } = stateBefore(stage, first).scope.expand(path);
    // A variable nothing sets is another rule's.
    if (value === undefined || unset.length > 0 || /^[/\\]|^[A-Za-z]:/.test(value)) return;
    const plain = /^(?:\.\/)?\w[\w./-]*$/.test(path.raw) && !onWindows(stage);
    const absolute = `/${path.raw.replace(/^\.\//, '')}`;
    yield {
      span: path.span,
      values: { path: path.raw },
      fixes: plain
        ? [
            {
              title: { ko: '`{absolute}`{absolute|으로} 바꾸기', en: 'Change to `{absolute}`' },
              values: { absolute },
              kind: 'choice',
              edits: [{ span: path.span, text: absolute }],
            },
          ]
        : [],
    };
  },
});

function onWindows({ state }: Stage): boolean {
  return state.shell.family === 'cmd' || state.shell.family === 'powershell';
}
