import type { Fix } from '../../core/rule';
import { appended } from '../append';
import { type KeptCache, keptCaches } from '../facts/package-caches';
import { wordBehind } from '../insert';
import type { Dockerfile, Run } from '../model';
import { rule } from '../rule';
import { shippedRuns } from '../shipped';

export default rule({
  id: 'dockerfile/package-cache-kept',
  severity: 'info',
  strict: 'warning',
  scope: 'file',
  what: {
    ko: '이미지에 남는 pip, npm, yarn의 캐시',
    en: 'A cache of pip, npm or yarn left in the image',
  },
  why: {
    ko: 'pip, npm, yarn 같은 도구는 받은 패키지의 사본을 홈 폴더 아래 캐시에 남겨 둔다. 다음에 또 깔 때 빨라지라는 것인데, 이미지에서는 다음이 없다. 설치는 이 RUN에서 한 번뿐이고, 사본은 레이어에 담겨 올리고 받을 때마다 따라다닌다. 뒤의 RUN에서 지우면 가려질 뿐 크기는 줄지 않는다.',
    en: 'Tools such as pip, npm and yarn keep a copy of every package they download in a cache below the home folder, so that the next install is faster. In an image there is no next install: this RUN is the only one, and the copies travel with its layer on every push and pull. Deleting them in a later RUN only hides them.',
  },
  how: {
    ko: '캐시를 아예 안 쓰게 하거나(`pip install --no-cache-dir`, `uv sync --no-cache`, `composer install --no-cache`) 같은 RUN의 끝에서 지운다(`npm cache clean --force`, `yarn cache clean`, `conda clean -afy`). 빌드도 빨라지는 쪽은 cache mount다. ex) `RUN --mount=type=cache,target=/root/.cache/pip pip install …`. 레이어 밖에 두고 다음 빌드에서 다시 쓴다.',
    en: 'Do without the cache (`pip install --no-cache-dir`, `uv sync --no-cache`, `composer install --no-cache`) or delete it at the end of the same RUN (`npm cache clean --force`, `yarn cache clean`, `conda clean -afy`). A cache mount makes builds faster as well: `RUN --mount=type=cache,target=/root/.cache/pip pip install …` keeps the cache outside the layer and has it back in the next build.',
  },
  messages: {
    option: {
      ko: '{tool}의 캐시(`{folder}`)가 레이어에 남는다. `{remedy:을}` 붙이면 만들지 않는다.',
      en: '{tool} leaves its cache (`{folder}`) in the layer; with `{remedy}` it makes none.',
    },
    clean: {
      ko: '{tool}의 캐시(`{folder}`)가 레이어에 남는다. 같은 RUN의 끝에서 `{remedy:으로}` 지운다.',
      en: '{tool} leaves its cache (`{folder}`) in the layer; delete it at the end of this RUN with `{remedy}`.',
    },
  },
  concepts: ['concepts/layer', 'concepts/package-manager', 'dockerfile/RUN'],
  source: 'https://docs.docker.com/build/cache/optimize/#use-cache-mounts',
  also: ['hadolint/DL3042', 'hadolint/DL3060'],
  fix: 'safe',
  examples: [
    {
      bad: 'FROM python:3.14-slim\nCOPY requirements.txt ./\nRUN pip «install» -r requirements.txt\n',
      good: 'FROM python:3.14-slim\nCOPY requirements.txt ./\nRUN pip install --no-cache-dir -r requirements.txt\n',
    },
    {
      bad: 'FROM node:24-slim\nCOPY package*.json ./\nRUN npm «ci» --omit=dev\n',
      good: 'FROM node:24-slim\nCOPY package*.json ./\nRUN npm ci --omit=dev && npm cache clean --force\n',
      message: 'clean',
    },
    {
      bad: 'FROM node:24-slim\nCOPY package.json yarn.lock ./\nRUN yarn «install» --frozen-lockfile\n',
      good: 'FROM node:24-slim\nCOPY package.json yarn.lock ./\nRUN yarn install --frozen-lockfile && yarn cache clean\n',
      message: 'clean',
    },
  ],
  allows: [
    'FROM python:3.14-slim\nENV PIP_NO_CACHE_DIR=1\nRUN pip install flask\n',
    'FROM python:3.14-slim\nRUN --mount=type=cache,target=/root/.cache/pip pip install flask\n',
    'FROM python:3.14-slim\nRUN pip install flask && rm -rf ~/.cache/pip\n',
    'FROM python:3.14 AS build\nRUN pip install --target=/app flask\nFROM python:3.14-slim\nCOPY --from=build /app /app\n',
    'FROM node:24-slim\nRUN npm ci && npm cache clean --force\n',
    'FROM node:24-slim\nCOPY .yarnrc.yml package.json yarn.lock ./\nRUN yarn install --immutable\n',
  ],
  *check(file) {
    for (const { run } of shippedRuns(file))
      for (const kept of keptCaches(file, run)) {
        const { cache, command, folder } = kept;
        const message = cache.clean ? 'clean' : 'option';
        const remedy = cache.clean ? `${command.tool} ${cache.clean}` : cache.off[0]!;
        yield {
          span: { part: run.part, ...(command.subcommand ?? command.name!).range },
          message,
          values: { tool: command.tool, folder, remedy },
          also: cache.also ? [cache.also] : [],
          ...(cache.also !== 'hadolint/DL3042' && { severity: 'info' }),
          fixes: fixes(file, run, kept, remedy),
        };
      }
  },
});

function fixes(file: Dockerfile, run: Run, { cache, command }: KeptCache, remedy: string): Fix[] {
  const word = command.subcommand?.words.at(-1);
  if (!cache.clean) {
    const title = { ko: '`{remedy}` 붙이기', en: 'Add `{remedy}`' };
    return word?.exact
      ? [{ title, values: { remedy }, kind: 'safe', edits: [wordBehind(run, word, remedy)] }]
      : [];
  }
  const { commands } = run.script!;
  // The tool may be gone at the end of the RUN.
  const removed = commands.some(({ subcommand }) =>
    /^(?:del|erase|remove|purge|uninstall)$/.test(subcommand?.name ?? ''),
  );
  const edit = command.via.length > 0 || removed ? undefined : appended(file, run, remedy);
  if (!edit) return [];
  const title = { ko: '같은 RUN의 끝에서 캐시 지우기', en: 'Delete the cache at the end of this RUN' };
  // A Yarn of another version keeps in its cache what it runs.
  const kind = command.is('yarn') && !command.has('--frozen-lockfile', '--production') ? 'choice' : 'safe';
  return [{ title, kind, edits: [edit] }];
}
