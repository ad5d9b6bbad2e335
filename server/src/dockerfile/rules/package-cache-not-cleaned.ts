import type { Fix } from '../../core/rule';
import { appended } from '../append';
import { type KeptCache, keptCaches, nameOf } from '../facts/kept-caches';
import { CLEANABLE } from '../facts/package-caches';
import type { Run } from '../model';
import { rule } from '../rule';
import { shippedRuns } from '../shipped';

export default rule({
  id: 'dockerfile/package-cache-not-cleaned',
  severity: 'info',
  scope: 'file',
  what: {
    ko: '이미지에 남은 npm·yarn·conda 캐시',
    en: 'An npm, yarn or conda cache left in the image',
  },
  why: {
    ko: 'npm은 받은 패키지의 압축 파일을 모두 `~/.npm`에 모아 둔다. Yarn 1과 conda도 마찬가지다. 실행할 때 쓰는 것은 풀어 놓은 쪽(`node_modules`)이고, 캐시는 다음 설치를 위한 것이다. 이미지에는 다음 설치가 없으니 레이어만 무거워진다. 뒤의 RUN에서 지우면 가려질 뿐이라, 설치한 그 RUN 안에서 지워야 한다.',
    en: 'npm collects every package it downloads in `~/.npm`, still packed; Yarn 1 and conda have such a place too. What runs is the unpacked copy in `node_modules`; the cache is there for the next install. An image has no next install, only a heavier layer. A later RUN can merely hide it, so it has to go in the RUN that installs.',
  },
  how: {
    ko: '같은 RUN의 끝에서 지운다: `npm cache clean --force`, `yarn cache clean`, `conda clean -afy`. 또는 cache mount로 레이어 밖에 둔다. ex) `RUN --mount=type=cache,target=/root/.npm npm ci`. 이쪽은 다음 빌드도 빨라진다. 설치하는 stage와 실행하는 stage를 나누고 `COPY --from`으로 결과만 옮겨도 된다.',
    en: 'Delete it at the end of the same RUN: `npm cache clean --force`, `yarn cache clean`, `conda clean -afy`. Or keep it outside the layer with a cache mount, `RUN --mount=type=cache,target=/root/.npm npm ci`, which speeds up the next build too. Installing in a stage of its own and taking only the result with `COPY --from` works as well.',
  },
  messages: {
    found: {
      ko: '`{command}`의 캐시(`{folder}`)가 이 레이어에 남는다. 같은 RUN의 끝에 `{remedy}`{remedy|을} 붙인다.',
      en: 'The cache of `{command}` (`{folder}`) stays in this layer: end the same RUN with `{remedy}`.',
    },
  },
  concepts: ['concepts/layer', 'concepts/package-manager', 'dockerfile/RUN'],
  source: 'https://docs.docker.com/build/cache/optimize/#use-cache-mounts',
  also: ['hadolint/DL3060'],
  fix: 'safe',
  examples: [
    {
      bad: 'FROM node:24-slim\nCOPY package*.json ./\nRUN npm «ci» --omit=dev\n',
      good: 'FROM node:24-slim\nCOPY package*.json ./\nRUN npm ci --omit=dev && npm cache clean --force\n',
    },
    {
      bad: 'FROM node:24-slim\nCOPY package.json yarn.lock ./\nRUN yarn «install» --frozen-lockfile\n',
      good: 'FROM node:24-slim\nCOPY package.json yarn.lock ./\nRUN yarn install --frozen-lockfile && yarn cache clean\n',
    },
  ],
  allows: [
    'FROM node:24-slim\nRUN npm ci && npm cache clean --force\n',
    'FROM node:24-slim\nRUN --mount=type=cache,target=/root/.npm npm ci\n',
    'FROM node:24-slim\nCOPY .yarnrc.yml package.json yarn.lock ./\nRUN yarn install --immutable\n',
    'FROM node:24 AS build\nRUN npm ci && npm run build\nFROM nginx:1.29\nCOPY --from=build /dist /usr/share/nginx/html\n',
  ],
  *check(file) {
    for (const { run } of shippedRuns(file)) {
      // One command cleans up after all that filled a cache.
      const last = new Map(keptCaches(file, run, CLEANABLE).map((kept) => [kept.cache, kept]));
      for (const kept of last.values()) {
        const { cache, command, folder, moved } = kept;
        const remedy = moved ? `rm -rf ${folder}` : `${command.name!.value} ${cache.remedy}`;
        yield {
          span: { part: run.part, ...(command.subcommand ?? command.name!).range },
          values: { command: nameOf(command), folder, remedy },
          also: cache.also ? [cache.also] : [],
          fixes: fixes(run, kept, remedy),
        };
      }
    }
  },
});

function fixes(run: Run, { command, moved }: KeptCache, remedy: string): Fix[] {
  // The tool may be gone at the end of the RUN.
  const removes = /^(?:del|erase|remove|purge)$/;
  const removed = run.script!.commands.some(({ subcommand }) => removes.test(subcommand?.name ?? ''));
  const edit = command.via.length > 0 || removed ? undefined : appended(run, remedy);
  if (!edit || !/^[\w ./-]+$/.test(remedy)) return [];
  // A Yarn of another version keeps in its cache what it runs, and another folder may hold more than the cache.
  const doubtful = moved || (command.is('yarn') && !command.has('--frozen-lockfile', '--production'));
  const title = { ko: '같은 RUN의 끝에서 캐시 비우기', en: 'Empty the cache at the end of this RUN' };
  return [{ title, kind: doubtful ? 'choice' : 'safe', edits: [edit] }];
}
