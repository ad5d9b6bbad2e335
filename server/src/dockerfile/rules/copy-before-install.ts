import type { Fix } from '../../core/rule';
import type { Command } from '../../shell/script';
import { type DependencyInstall, dependencyInstall } from '../facts/dependency-installs';
import type { Add, Copy, Dockerfile, Instruction, Run, Stage } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/copy-before-install',
  severity: 'info',
  scope: 'file',
  what: {
    ko: '의존성 설치보다 먼저 복사한 소스',
    en: 'Sources copied before the dependencies are installed',
  },
  why: {
    ko: '빌드 캐시는 위에서부터 맞춰 보다가 처음 달라진 줄부터 아래를 전부 다시 한다. `COPY . .`은 파일이 하나만 바뀌어도 달라진 것이 된다. 그래서 그 아래에서 의존성을 설치하면, 의존성은 그대로인데 소스 한 글자를 고칠 때마다 처음부터 다시 받는다. 목록 파일만 먼저 복사해서 설치하면 그 목록이 바뀔 때만 다시 설치한다.',
    en: 'The build cache compares line by line from the top; everything below the first line that changed runs again. `COPY . .` counts as changed as soon as one file is another. Dependencies installed below it are downloaded from scratch after every edit of the sources, though none of them changed. Copy the list of dependencies alone and install from it, and the install runs again only when that list changes.',
  },
  how: {
    ko: '목록 파일을 복사하고, 설치하고, 그다음에 소스를 복사한다. ex) `COPY package*.json ./` → `RUN npm ci` → `COPY . .`. 설치하면서 다른 파일도 읽는다면(`.npmrc`, patch, workspace의 package.json) 그것도 함께 먼저 복사한다.',
    en: 'Copy the list, install, then copy the sources, ex) `COPY package*.json ./`, `RUN npm ci`, `COPY . .`. What else the install reads (an `.npmrc`, patches, the package.json of each workspace) goes up with the list.',
  },
  messages: {
    found: {
      ko: '소스를 고칠 때마다 `{command}`{command|을} 다시 한다. {manifests:을} 먼저 복사해 설치하고, 나머지는 그 뒤에 복사한다.',
      en: 'Every edit of the sources runs `{command}` again. Copy {manifests} before it, and the rest behind it.',
    },
    install: { ko: '여기서 설치한다', en: 'Installed here' },
  },
  concepts: ['concepts/build-cache', 'concepts/layer', 'dockerfile/COPY'],
  source: 'https://docs.docker.com/build/cache/optimize/#order-your-layers',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM node:24-slim\nWORKDIR /app\nCOPY «.» .\nRUN npm ci\nCMD ["node", "server.js"]\n',
      good: 'FROM node:24-slim\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nCMD ["node", "server.js"]\n',
    },
    {
      bad: 'FROM python:3.14-slim\nWORKDIR /app\nCOPY --chown=app «.» /app\n# all of them\nRUN pip install --no-cache-dir -r requirements.txt\n',
      good: 'FROM python:3.14-slim\nWORKDIR /app\nCOPY --chown=app requirements.txt /app/\n# all of them\nRUN pip install --no-cache-dir -r requirements.txt\nCOPY --chown=app . /app\n',
    },
  ],
  allows: [
    'FROM node:24-slim\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build\n',
    'FROM node:24-slim\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN npm ci --omit=dev\n',
    'FROM python:3.14-slim\nCOPY . .\nRUN pip install --no-cache-dir .\n',
    'FROM golang:1.25 AS build\nCOPY . .\nRUN --mount=type=cache,target=/go/pkg/mod go mod download && go build -o /app .\n',
    'FROM node:24-slim\nCOPY . .\nRUN npm install -g serve\n',
  ],
  *check(file) {
    const told = new Set<Instruction>();
    for (const stage of file.stages)
      for (const late of stage.reachable ? lateInstalls(stage) : []) {
        const { copy, run, command, install } = late;
        if (told.has(copy)) continue;
        told.add(copy);
        const words = [command.tool, ...(command.subcommand?.words ?? []).map(({ value }) => value)];
        yield {
          span: copy.sources.find(({ text }) => SOURCES.test(text))!.span,
          values: { command: words.join(' '), manifests: install.manifests.map((name) => `\`${name}\``) },
          related: [
            { span: { part: run.part, ...(command.subcommand ?? command.name!).range }, message: 'install' },
          ],
          fixes: fixes(file, late),
        };
      }
  },
});

/** The whole context, or a folder by whose name it holds what is edited all day. */
const SOURCES = /^(?:\.?\/?\*?|(?:\.\/)?(?:src|source|sources|app)\/?\.?)$/;

interface LateInstall {
  readonly copy: Copy | Add;
  readonly run: Run;
  readonly command: Command;
  readonly install: DependencyInstall;
}

/** Installs below a COPY of sources, where nothing of their kind was installed before it. */
function* lateInstalls({ inheritsFrom, instructions }: Stage): Iterable<LateInstall> {
  const installed = new Set<string>();
  let copy: Copy | Add | undefined;
  for (const instruction of [
    ...inheritsFrom.toReversed().flatMap((below) => below.instructions),
    ...instructions,
  ]) {
    if (!copy && copiesSources(instruction)) copy = instruction;
    if (instruction.keyword !== 'RUN') continue;
    for (const command of instruction.script?.commands ?? []) {
      const install = dependencyInstall(command);
      if (!install || command.within('then', 'else', 'case')) continue;
      if (copy && !installed.has(install.ecosystem) && instruction.mounts.length === 0)
        yield { copy, run: instruction, command, install };
      installed.add(install.ecosystem);
    }
  }
}

function copiesSources(instruction: Instruction): instruction is Copy | Add {
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return false;
  const { flags, sources } = instruction;
  return (
    !flags.some(({ name }) => name === 'from' || name === 'exclude') &&
    sources.some(({ text }) => SOURCES.test(text))
  );
}

/** The COPY takes the lists, and stands again behind the RUN that is nothing but the install. */
function fixes(file: Dockerfile, { copy, run, install }: LateInstall): Fix[] {
  const [source, ...others] = copy.sources;
  const { destination } = copy;
  const written = copy.partText.slice(copy.span.start, copy.span.end);
  const simple = /^\.\/?$/.test(source!.text) && others.length === 0 && !copy.json && !written.includes('\n');
  if (!simple || !destination || !install.complete || !canSwap(file, copy, run)) return [];
  const slash = destination.raw.endsWith('/') ? '' : '/';
  return [
    {
      title: { ko: '{manifests}만 먼저 복사하기', en: 'Copy {manifests} first' },
      values: { manifests: install.manifests },
      kind: 'choice',
      edits: [
        { span: source!.span, text: install.manifests.join(' ') },
        ...(slash ? [{ span: { ...destination.span, start: destination.span.end }, text: slash }] : []),
        { span: { part: run.part, start: run.span.end, end: run.span.end }, text: `\n${written}` },
      ],
    },
  ];
}

/** Whether the RUN is nothing but the install, and nothing stands between that reads the files or moves them. */
function canSwap({ instructions }: Dockerfile, copy: Copy | Add, run: Run): boolean {
  const between = instructions.slice(instructions.indexOf(copy) + 1, instructions.indexOf(run));
  const absolute = copy.destination?.text.startsWith('/') === true;
  const harmless = ({ keyword }: Instruction) =>
    keyword === 'ENV' || keyword === 'LABEL' || keyword === 'EXPOSE' || (keyword === 'WORKDIR' && absolute);
  const installs = (command: Command) =>
    dependencyInstall(command)?.complete === true || command.subcommand?.name === 'cache clean';
  return between.every(harmless) && run.script!.commands.every(installs);
}
