import type { Command } from '../../shell/script';
import { appended } from '../append';
import { APT } from '../facts/apt';
import { deletesLists, LISTS, loneUpdate, loneUpdates, readsOldLists, runsBehind } from '../facts/apt-lists';
import { runsAfter } from '../facts/later';
import { isMounted } from '../facts/mounts';
import type { Dockerfile, Run } from '../model';
import { rule } from '../rule';
import { shippedRuns } from '../shipped';

export default rule({
  id: 'dockerfile/apt-lists-kept',
  severity: 'info',
  scope: 'file',
  what: { ko: '이미지에 남은 apt 목록', en: 'apt lists left in the image' },
  why: {
    ko: '`apt-get update`가 받은 패키지 목록은 `/var/lib/apt/lists`에 수십 MB로 남는다. 설치가 끝나면 쓸 일이 없고, 시간이 지나면 낡기만 한다. 레이어는 RUN이 끝난 순간의 파일을 그대로 담으므로, 다음 RUN에서 지워도 크기는 줄지 않는다.',
    en: 'The package lists that `apt-get update` fetches take tens of megabytes in `/var/lib/apt/lists`. After the install nothing needs them, they only grow old. A layer holds the files as they are when its RUN ends, so deleting them in a later RUN makes nothing smaller.',
  },
  how: {
    ko: '같은 RUN의 끝에서 지운다. ex) `&& rm -rf /var/lib/apt/lists/*`. 새 apt(2.7부터)는 `apt-get dist-clean`도 된다. `RUN --mount=type=cache,target=/var/lib/apt/lists`로 받으면 처음부터 레이어에 들어가지 않는다.',
    en: 'Delete them at the end of the same RUN, ex) `&& rm -rf /var/lib/apt/lists/*`; a recent apt (2.7) also has `apt-get dist-clean`. With `RUN --mount=type=cache,target=/var/lib/apt/lists` they never enter the layer.',
  },
  messages: {
    kept: {
      ko: '`{tool} update`가 받은 목록이 이 레이어에 남는다. 같은 RUN의 끝에서 `/var/lib/apt/lists/*`를 지운다.',
      en: 'The lists that `{tool} update` fetches stay in this layer: delete `/var/lib/apt/lists/*` at the end of the same RUN.',
    },
    later: {
      ko: '`{tool} update`가 받은 목록을 뒤의 RUN에서 지운다. 이 레이어에는 이미 들어간 뒤라 이미지는 작아지지 않는다.',
      en: 'The lists that `{tool} update` fetches are deleted in a later RUN. They are in this layer by then, and the image gets no smaller.',
    },
    removal: { ko: '여기서는 가려지기만 한다', en: 'This only hides them' },
  },
  concepts: ['concepts/layer', 'concepts/package-manager', 'dockerfile/RUN'],
  source: 'https://docs.docker.com/build/building/best-practices/#apt-get',
  also: ['hadolint/DL3009'],
  fix: 'safe',
  examples: [
    {
      bad: 'FROM debian:13\nRUN apt-get «update» && apt-get install -y nginx\n',
      good: 'FROM debian:13\nRUN apt-get update && apt-get install -y nginx && rm -rf /var/lib/apt/lists/*\n',
    },
    {
      bad: 'FROM debian:13\nRUN apt-get «update» \\\n    # the web server\n    && apt-get install -y \\\n        nginx\n',
      good: 'FROM debian:13\nRUN apt-get update \\\n    # the web server\n    && apt-get install -y \\\n        nginx \\\n    && rm -rf /var/lib/apt/lists/*\n',
    },
    {
      bad: 'FROM debian:13\nRUN apt-get «update» && apt-get install -y nginx\nRUN rm -rf /var/lib/apt/lists/*\n',
      good: 'FROM debian:13\nRUN apt-get update && apt-get install -y nginx && rm -rf /var/lib/apt/lists/*\nRUN rm -rf /var/lib/apt/lists/*\n',
      message: 'later',
    },
  ],
  allows: [
    'FROM debian:13\nRUN apt-get update && apt-get install -y nginx && rm -rf /var/lib/apt/lists/*\n',
    'FROM debian:13\nRUN apt-get update && apt-get install -y nginx && apt-get dist-clean\n',
    'FROM debian:13\nRUN --mount=type=cache,target=/var/lib/apt apt-get update && apt-get install -y nginx\n',
    'FROM debian:13 AS build\nRUN apt-get update && apt-get install -y gcc\nFROM debian:13\nCOPY --from=build /app /app\n',
  ],
  *check(file) {
    const told = new Set([...loneUpdates(file)].map(({ run }) => run));
    for (const { run, later } of shippedRuns(file)) {
      const update = told.has(run) ? undefined : keptLists(run);
      if (!update) continue;
      const { tool, subcommand } = update;
      const removal = later.flatMap((other) => removalIn(other) ?? [])[0];
      yield {
        span: { part: run.part, ...subcommand!.range },
        values: { tool },
        ...(removal && { message: 'later', related: [{ span: removal, message: 'removal' }] }),
        fixes: fixes(file, run),
      };
    }
  },
});

/** The last update whose lists are there when the RUN ends. */
function keptLists(run: Run): Command | undefined {
  const update = run.script?.find([...APT, 'aptitude'], 'update').at(-1);
  if (!update || isMounted(run, LISTS) || update.has('-s', '--print-uris')) return undefined;
  return deletesLists(runsAfter(update, run.script!.commands)) ? undefined : update;
}

/** A RUN that deletes lists it has not fetched. */
function removalIn(run: Run) {
  const { script, part } = run;
  if (!script || script.find([...APT, 'aptitude'], 'update').length > 0) return undefined;
  const removal = script.commands.find((command) => deletesLists([command]));
  return removal && { part, ...removal.range };
}

/** None where somebody reads the lists, or nothing would be left of the RUN. */
function fixes(file: Dockerfile, run: Run) {
  const below = runsBehind(file, run);
  const edit = loneUpdate(run) || below.some(readsOldLists) ? undefined : appended(run, `rm -rf ${LISTS}/*`);
  if (!edit) return [];
  const title = { ko: '같은 RUN의 끝에서 목록 지우기', en: 'Delete the lists at the end of this RUN' };
  return [{ title, kind: below.some(runsScript) ? 'choice' : 'safe', edits: [edit] } as const];
}

/** A script of its own may count on the lists. */
function runsScript({ script }: Run): boolean {
  return (
    script?.commands.some(({ name, args }) => [name, ...args].some((word) => word?.value.endsWith('.sh'))) ??
    true
  );
}
