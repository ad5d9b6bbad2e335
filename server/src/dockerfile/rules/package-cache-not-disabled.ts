import { keptCaches, nameOf } from '../facts/kept-caches';
import { OPTIONAL } from '../facts/package-caches';
import { wordBehind } from '../insert';
import { rule } from '../rule';
import { shippedRuns } from '../shipped';

export default rule({
  id: 'dockerfile/package-cache-not-disabled',
  severity: 'info',
  strict: 'warning',
  scope: 'file',
  what: {
    ko: '이미지에 남은 pip·uv·Composer 캐시',
    en: 'A pip, uv or Composer cache left in the image',
  },
  why: {
    ko: 'pip은 받은 패키지와 직접 만든 wheel의 사본을 홈 폴더 아래(`~/.cache/pip`)에 남겨 둔다. uv와 Composer도 마찬가지다. 다음에 깔 때 빨라지라는 것인데 이미지에는 다음이 없다. 설치는 이 RUN에서 한 번뿐이고, 사본은 레이어에 담겨 올리고 받을 때마다 따라다닌다. 뒤의 RUN에서 지우면 가려질 뿐 크기는 줄지 않는다.',
    en: 'pip keeps a copy of what it downloads, and of the wheels it builds, below the home folder (`~/.cache/pip`); uv and Composer do the same. That makes the next install faster, but in an image there is no next install: this RUN is the only one, and the copies travel with its layer on every push and pull. Deleting them in a later RUN only hides them.',
  },
  how: {
    ko: '캐시를 쓰지 않게 한다: `pip install --no-cache-dir`, `uv sync --no-cache`, `composer install --no-cache`. 파일 전체에는 `ENV PIP_NO_CACHE_DIR=1`. 빌드까지 빠르게 하려면 cache mount를 쓴다. ex) `RUN --mount=type=cache,target=/root/.cache/pip pip install …`. 캐시가 레이어 밖에 있어 다음 빌드에서 다시 쓴다.',
    en: 'Switch the cache off: `pip install --no-cache-dir`, `uv sync --no-cache`, `composer install --no-cache`; for the whole file `ENV PIP_NO_CACHE_DIR=1`. A cache mount makes builds faster as well: `RUN --mount=type=cache,target=/root/.cache/pip pip install …` keeps the cache outside the layer and has it back in the next build.',
  },
  messages: {
    found: {
      ko: '`{command}`의 캐시(`{folder}`)가 이 레이어에 남는다. `{remedy}`{remedy|을} 붙이면 생기지 않는다.',
      en: 'The cache of `{command}` (`{folder}`) stays in this layer: with `{remedy}` there is none.',
    },
  },
  concepts: ['concepts/layer', 'concepts/package-manager', 'dockerfile/RUN'],
  source: 'https://pip.pypa.io/en/stable/topics/caching/',
  also: ['hadolint/DL3042'],
  fix: 'safe',
  examples: [
    {
      bad: 'FROM python:3.14-slim\nCOPY requirements.txt ./\nRUN pip «install» -r requirements.txt\n',
      good: 'FROM python:3.14-slim\nCOPY requirements.txt ./\nRUN pip install --no-cache-dir -r requirements.txt\n',
    },
    {
      bad: 'FROM php:8.4-cli\nCOPY composer.* ./\nRUN composer «install» --no-dev\n',
      good: 'FROM php:8.4-cli\nCOPY composer.* ./\nRUN composer install --no-cache --no-dev\n',
    },
  ],
  allows: [
    'FROM python:3.14-slim\nENV PIP_NO_CACHE_DIR=1\nRUN pip install flask\n',
    'FROM python:3.14-slim\nRUN --mount=type=cache,target=/root/.cache/pip pip install flask\n',
    'FROM python:3.14-slim\nRUN pip install flask && rm -rf ~/.cache/pip\n',
    'FROM python:3.14 AS build\nRUN pip install --target=/app flask\nFROM python:3.14-slim\nCOPY --from=build /app /app\n',
  ],
  *check(file) {
    for (const { run } of shippedRuns(file))
      for (const { cache, command, folder, moved } of keptCaches(file, run, OPTIONAL)) {
        const { also, remedy } = cache;
        const word = command.subcommand!.words.at(-1)!;
        const fix = {
          title: { ko: '`{remedy}` 붙이기', en: 'Add `{remedy}`' },
          values: { remedy },
          kind: 'safe',
          edits: [wordBehind(run, word, remedy)],
        } as const;
        yield {
          span: { part: run.part, ...command.subcommand!.range },
          values: { command: nameOf(command), folder, remedy },
          also: also ? [also] : [],
          // Behind `--no-cache-dir` a `--cache-dir` would bring it back.
          fixes: word.exact && !moved ? [fix] : [],
        };
      }
  },
});
