import type { Finding } from '../../core/rule';
import type { Edit } from '../../core/span';
import type { Command } from '../../shell/script';
import { mayHoldOptions } from '../facts/answers';
import { runsAfter } from '../facts/later';
import { isMounted } from '../facts/mounts';
import { deletes } from '../facts/removal';
import { wordBehind } from '../insert';
import type { Run } from '../model';
import { rule } from '../rule';
import { shippedRuns } from '../shipped';

export default rule({
  id: 'dockerfile/apk-cache-kept',
  severity: 'info',
  scope: 'file',
  what: { ko: '이미지에 남은 apk 목록', en: 'The apk index left in the image' },
  why: {
    ko: '`apk add`는 저장소의 목록(`APKINDEX`)을 받아 `/var/cache/apk`에 둔다. 받은 목록은 설치가 끝나면 쓸모가 없지만 레이어에는 몇 MB로 남는다. 알맹이가 몇 MB뿐인 Alpine 이미지에서는 적지 않은 몫이다. `--no-cache`를 주면 목록을 그때그때 새로 받아 쓰고 파일로 남기지 않는다. 그래서 앞에 `apk update`도 필요 없다.',
    en: '`apk add` fetches the index of every repository (`APKINDEX`) into `/var/cache/apk`. After the install nothing reads it, yet it stays in the layer: a few megabytes, which is a lot next to an Alpine image of a few megabytes. With `--no-cache` apk fetches the index for this one command and stores nothing, so no `apk update` is needed before it either.',
  },
  how: {
    ko: '`apk add --no-cache`로 쓰고 앞의 `apk update`는 지운다. 캐시를 빌드 사이에 살려 두고 싶으면 `RUN --mount=type=cache,target=/var/cache/apk`를 쓴다. 같은 RUN에서 `rm -rf /var/cache/apk/*`로 지워도 된다.',
    en: 'Write `apk add --no-cache` and drop the `apk update` before it. To keep a cache between builds use `RUN --mount=type=cache,target=/var/cache/apk`. Deleting it in the same RUN with `rm -rf /var/cache/apk/*` is fine too.',
  },
  messages: {
    add: {
      ko: '`apk add`에 `--no-cache`가 없다. 받은 목록이 이 레이어의 `/var/cache/apk`에 남는다.',
      en: '`apk add` lacks `--no-cache`: the index it fetches stays in this layer, in `/var/cache/apk`.',
    },
    update: {
      ko: '`apk update`가 받은 목록이 이 레이어에 남는다. `--no-cache`를 준 명령은 목록을 스스로 받으니 이것은 없어도 된다.',
      en: 'The index that `apk update` fetches stays in this layer; a command with `--no-cache` fetches its own and does not need it.',
    },
  },
  concepts: ['concepts/layer', 'concepts/package-manager', 'dockerfile/RUN'],
  source: 'https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper',
  also: ['hadolint/DL3019'],
  fix: 'safe',
  examples: [
    {
      bad: 'FROM alpine:3.24\nRUN apk «add» nginx\n',
      good: 'FROM alpine:3.24\nRUN apk add --no-cache nginx\n',
    },
    {
      bad: 'FROM alpine:3.24\nRUN apk update && apk «add» \\\n    nginx\n',
      good: 'FROM alpine:3.24\nRUN apk add --no-cache \\\n    nginx\n',
    },
    {
      bad: 'FROM alpine:3.24\nRUN apk «update» && apk add --no-cache nginx\n',
      good: 'FROM alpine:3.24\nRUN apk add --no-cache nginx\n',
      message: 'update',
    },
  ],
  allows: [
    'FROM alpine:3.24\nRUN apk add --no-cache nginx\n',
    'FROM alpine:3.24\nRUN apk add --update nginx && rm -rf /var/cache/apk/*\n',
    'FROM alpine:3.24\nRUN --mount=type=cache,target=/var/cache/apk apk add nginx\n',
    'FROM alpine:3.24 AS build\nRUN apk add gcc\nFROM alpine:3.24\nCOPY --from=build /app /app\n',
  ],
  *check(file) {
    for (const { run } of shippedRuns(file)) {
      const kept = keptIn(run).filter((command) => !mayHoldOptions(command, file.states.get(run)));
      const adds = kept.filter(({ subcommand }) => subcommand?.name === 'add');
      for (const add of adds) yield addAt(add, run, add === adds[0] ? removals(run, kept) : []);
      if (adds.length === 0)
        for (const update of kept.filter(({ subcommand }) => subcommand?.name === 'update'))
          yield updateAt(update, run, removals(run, [update]));
    }
  },
});

const CACHE_PATH = /^\/var\/cache(?:\/(?:\*|apk(?:\/.*)?)?)?$/;

/** The commands that leave an index behind. */
function keptIn(run: Run): Command[] {
  const { script } = run;
  if (!script) return [];
  if (isMounted(run, '/var/cache/apk') || isMounted(run, '/etc/apk/cache')) return [];
  return script.find('apk', 'add', 'update').filter((command) => {
    if (command.has('--no-cache', '--no-network', '-s') || command.option('-p', '--cache-dir')) return false;
    return !deletes(runsAfter(command, script.commands), CACHE_PATH);
  });
}

/** Takes the updates away that stand right before another command, where all who read the index can do without. */
function removals({ part, partText, script, form }: Run, kept: readonly Command[]): Edit[] {
  const { commands } = script!;
  const others = script!.find('apk').filter(({ subcommand }) => !OWN_INDEX.test(subcommand?.name ?? ''));
  if (form === 'json' || others.length > 0) return [];
  return kept.flatMap((update) => {
    const next = commands[commands.indexOf(update) + 1];
    if (update.subcommand?.name !== 'update' || !next || !isPlain(update)) return [];
    const { start } = update.range;
    const end = next.range.start;
    return partText.slice(start, end).includes('#') ? [] : [{ span: { part, start, end }, text: '' }];
  });
}

const OWN_INDEX = /^(?:add|del|update)$/;

/** Nothing but `apk update &&`, which another command follows. */
function isPlain({ after, inside, via, redirects, operands, options, name }: Command): boolean {
  const quiet = options.every(({ names }) =>
    names.some((one) => ['-q', '-v', '--no-progress'].includes(one)),
  );
  return (
    (after === '&&' || after === ';') &&
    [inside, via, redirects, operands].every(({ length }) => length === 0) &&
    quiet &&
    name!.exact
  );
}

function addAt(add: Command, run: Run, removed: Edit[]): Finding {
  const word = add.subcommand!.words[0]!;
  const title = { ko: '`--no-cache` 붙이기', en: 'Add `--no-cache`' };
  const edits = [...removed, wordBehind(run, word, '--no-cache')];
  return {
    span: { part: run.part, ...word.range },
    fixes: word.exact ? [{ title, kind: 'safe', edits }] : [],
  };
}

/** Without a name of hadolint's, which looks at `apk add` only. */
function updateAt({ subcommand }: Command, { part }: Run, removed: Edit[]): Finding {
  const title = { ko: '`apk update` 지우기', en: 'Remove `apk update`' };
  return {
    span: { part, ...subcommand!.range },
    message: 'update',
    severity: 'hint',
    also: [],
    fixes: removed.length > 0 ? [{ title, kind: 'safe', edits: removed }] : [],
  };
}
