import type { PeerName } from '../../core/rule';
import type { Command } from '../../shell/script';
import { appended } from '../append';
import { runsAfter } from '../facts/later';
import { isMounted } from '../facts/mounts';
import { CACHES, cleansCache, installs, isElsewhere } from '../facts/rpm';
import type { Run } from '../model';
import { rule } from '../rule';
import { shippedRuns } from '../shipped';

export default rule({
  id: 'dockerfile/rpm-cache-kept',
  severity: 'info',
  strict: 'warning',
  scope: 'file',
  what: { ko: '이미지에 남은 dnf·yum·zypper 캐시', en: 'A dnf, yum or zypper cache left in the image' },
  why: {
    ko: 'dnf, yum, zypper는 설치하기 전에 저장소의 메타데이터를 받아 `/var/cache` 아래에 둔다. 받은 rpm까지 남는 설정도 있다. 컨테이너가 도는 동안에는 아무도 쓰지 않는 수십 MB다. 레이어는 RUN이 끝난 순간의 파일을 담으므로, 다음 RUN에서 지우면 이미 늦다.',
    en: 'Before they install, dnf, yum and zypper fetch the metadata of every repository and keep it below `/var/cache`; some set-ups keep the packages too. These are tens of megabytes that a running container never uses. A layer holds the files as they are when its RUN ends, so the next RUN is too late to delete them.',
  },
  how: {
    ko: '설치하는 RUN의 끝에서 비운다. ex) `&& dnf clean all`, zypper는 `&& zypper clean --all`. `RUN --mount=type=cache,target=/var/cache/dnf`(dnf5는 `/var/cache/libdnf5`)를 쓰면 캐시는 빌드 사이에 살아 있으면서 레이어에는 들어가지 않는다.',
    en: 'Empty it at the end of the RUN that installs, ex) `&& dnf clean all`, with zypper `&& zypper clean --all`. With `RUN --mount=type=cache,target=/var/cache/dnf` (dnf5: `/var/cache/libdnf5`) the cache lives on between builds and stays out of the layer.',
  },
  messages: {
    kept: {
      ko: '`{tool} {subcommand}`의 캐시가 이 레이어에 남는다. 같은 RUN의 끝에 `{clean}`을 붙인다.',
      en: 'The cache of `{tool} {subcommand}` stays in this layer: end the same RUN with `{clean}`.',
    },
    later: {
      ko: '`{tool} {subcommand}`의 캐시를 뒤의 RUN에서 비운다. 이 레이어에는 이미 들어간 뒤다. 같은 RUN의 끝에 `{clean}`을 붙인다.',
      en: 'The cache of `{tool} {subcommand}` is emptied in a later RUN, when it is in this layer already: end the same RUN with `{clean}`.',
    },
    removal: { ko: '여기서는 가려지기만 한다', en: 'This only hides it' },
  },
  concepts: ['concepts/layer', 'concepts/package-manager', 'dockerfile/RUN'],
  source: 'https://dnf.readthedocs.io/en/latest/command_ref.html#clean-command',
  also: ['hadolint/DL3032', 'hadolint/DL3036', 'hadolint/DL3040'],
  fix: 'safe',
  examples: [
    {
      bad: 'FROM almalinux:9\nRUN dnf «install» -y nginx\n',
      good: 'FROM almalinux:9\nRUN dnf install -y nginx && dnf clean all\n',
    },
    {
      bad: 'FROM opensuse/leap:15.6\nRUN zypper --non-interactive «install» \\\n    nginx\n',
      good: 'FROM opensuse/leap:15.6\nRUN zypper --non-interactive install \\\n    nginx \\\n    && zypper clean --all\n',
    },
    {
      bad: 'FROM almalinux:9\nRUN yum «install» -y nginx\nRUN yum clean all\n',
      good: 'FROM almalinux:9\nRUN yum install -y nginx && yum clean all\nRUN yum clean all\n',
      message: 'later',
    },
  ],
  allows: [
    'FROM almalinux:9\nRUN dnf install -y nginx && dnf clean all\n',
    'FROM almalinux:9\nRUN microdnf install -y nginx && rm -rf /var/cache/yum\n',
    'FROM fedora:43\nRUN --mount=type=cache,target=/var/cache/libdnf5 dnf install -y nginx\n',
    'FROM almalinux:9 AS build\nRUN dnf install -y gcc\nFROM scratch\nCOPY --from=build /app /app\n',
  ],
  *check(file) {
    for (const { run, later } of shippedRuns(file)) {
      const command = lastKept(run);
      if (!command) continue;
      const { tool } = command;
      const { words, range } = command.subcommand!;
      const clean = tool === 'zypper' ? 'zypper clean --all' : `${tool} clean all`;
      const edit = appended(run, clean);
      const title = { ko: '같은 RUN의 끝에서 캐시 비우기', en: 'Empty the cache at the end of this RUN' };
      const removal = later.flatMap((other) => removalIn(other) ?? [])[0];
      yield {
        span: { part: run.part, ...range },
        values: { tool, subcommand: words.map(({ value }) => value).join(' '), clean },
        also: [nameOf(tool)],
        ...(removal && { message: 'later', related: [{ span: removal, message: 'removal' }] }),
        fixes: edit ? [{ title, kind: 'safe', edits: [edit] }] : [],
      };
    }
  },
});

function nameOf(tool: string): PeerName {
  return tool === 'yum' ? 'hadolint/DL3032' : tool === 'zypper' ? 'hadolint/DL3036' : 'hadolint/DL3040';
}

/** The last command that fills the cache, unless it is emptied behind it. */
function lastKept(run: Run): Command | undefined {
  const commands = run.script?.commands ?? [];
  const last = commands.findLast((command) => installs(command) && !isElsewhere(command));
  if (!last || CACHES.some((path) => isMounted(run, path))) return undefined;
  if (last.options.some(({ value = '' }) => value.startsWith('cachedir='))) return undefined;
  return cleansCache(runsAfter(last, commands)) ? undefined : last;
}

/** A RUN that empties a cache it has not filled. */
function removalIn({ script, part }: Run) {
  if (!script || script.commands.some(installs)) return undefined;
  const removal = script.commands.find((command) => cleansCache([command]));
  return removal && { part, ...removal.range };
}
