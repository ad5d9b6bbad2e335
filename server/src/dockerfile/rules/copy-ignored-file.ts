import { type Ignoring, ignoringOf } from '../facts/ignored';
import { asTransfer, contextPath, sourceKind } from '../facts/transfer';
import { excludedBy } from '../ignore-file';
import { stateBefore } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/copy-ignored-file',
  severity: 'warning',
  scope: 'section',
  what: { ko: '.dockerignore가 뺀 파일을 복사하기', en: 'Copying what .dockerignore leaves out' },
  why: {
    ko: '`.dockerignore`에 걸린 파일은 builder에게 가지 않는다. 디스크에 있어도 COPY에는 없는 파일이라 "not found"라며 멈춘다. `*.log` 같은 pattern으로 복사하면 멈추지도 않고 아무것도 복사하지 않는다. Dockerfile 이름에 `.dockerignore`를 붙인 파일이 있으면 그것만 쓰인다.',
    en: 'Files that match `.dockerignore` are never sent to the builder. They may be on disk, but to COPY they are "not found" and the build stops. Copied by a pattern such as `*.log`, it does not even stop: nothing is copied. A file named after the Dockerfile with `.dockerignore` behind it takes the place of `.dockerignore`.',
  },
  how: {
    ko: '복사해야 할 파일이면 `.dockerignore`에서 그 줄을 지우거나 `!`로 되살린다. 아니면 COPY에서 뺀다.',
    en: 'If it is needed, remove the line from `.dockerignore` or take the file back in with `!`. Otherwise leave it out of the COPY.',
  },
  messages: {
    ignored: {
      ko: '`{path}`{path|은} `{file}`의 `{pattern}`에 걸려 build context에 없다.',
      en: '`{path}` is not in the build context: `{pattern}` in `{file}` leaves it out.',
    },
    all: {
      ko: '`{file}`의 `{pattern}`{pattern|이} 모두 빼서 복사할 것이 없다.',
      en: '`{pattern}` in `{file}` leaves everything out; there is nothing to copy.',
    },
  },
  concepts: ['dockerfile/COPY'],
  source: 'https://docs.docker.com/reference/build-checks/copy-ignored-file/',
  also: ['buildkit/CopyIgnoredFile'],
  examples: [
    {
      bad: {
        files: {
          Dockerfile: 'FROM node:24-slim\nWORKDIR /app\nCOPY package.json «dist/app.js» ./\n',
          '.dockerignore': 'node_modules\ndist\n',
        },
      },
      good: {
        files: {
          Dockerfile: 'FROM node:24-slim\nWORKDIR /app\nCOPY package.json dist/app.js ./\n',
          '.dockerignore': 'node_modules\n',
        },
      },
    },
    {
      bad: { files: { Dockerfile: 'FROM node:24-slim\nCOPY «.» /app\n', '.dockerignore': '*\n' } },
      good: { files: { Dockerfile: 'FROM node:24-slim\nCOPY . /app\n', '.dockerignore': '*\n!src\n' } },
      message: 'all',
    },
  ],
  allows: [
    { files: { Dockerfile: 'FROM node:24-slim\nCOPY dist /app\n', '.dockerignore': 'dist\n!dist/app.js\n' } },
    { files: { Dockerfile: 'FROM node:24-slim\nCOPY dist /app\n', '.dockerignore': '# dist\n/src\n' } },
    {
      files: {
        'web.Dockerfile': 'FROM node:24-slim\nCOPY dist /app\n',
        '.dockerignore': 'dist\n',
        'web.Dockerfile.dockerignore': 'src\n',
      },
    },
    {
      files: {
        Dockerfile: 'FROM node:24 AS build\nFROM node:24-slim\nCOPY --from=build /dist /app\n',
        '.dockerignore': 'dist\n',
      },
    },
    'FROM node:24-slim\nCOPY dist /app\n',
  ],
  *check(stage, { facts, path }) {
    let ignoring: Ignoring | null | undefined;
    for (const instruction of stage.instructions) {
      const transfer = asTransfer(instruction);
      if (!transfer || (transfer.keyword === 'COPY' && transfer.from)) continue;
      ignoring ??= ignoringOf(path, facts);
      if (!ignoring) return;
      const state = stateBefore(stage, instruction);
      for (const source of transfer.sources) {
        const { value } = state.scope.expand(source);
        if (!value || ['url', 'git'].includes(sourceKind(source, state))) continue;
        const inContext = contextPath(value);
        const pattern = excludedBy(ignoring, inContext);
        if (pattern)
          yield {
            span: source.span,
            ...(inContext === '.' && { message: 'all' }),
            values: { path: inContext, file: ignoring.name, pattern: pattern.text },
          };
      }
    }
  },
});
