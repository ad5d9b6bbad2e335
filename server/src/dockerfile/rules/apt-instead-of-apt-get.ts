import type { Finding, Fix } from '../../core/rule';
import type { Command } from '../../shell/script';
import { wordBehind } from '../insert';
import { instructionsOf, type Run } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/apt-instead-of-apt-get',
  severity: 'info',
  strict: 'warning',
  scope: 'section',
  what: { ko: 'script에서 쓴 `apt`', en: '`apt` in a script' },
  why: {
    ko: '`apt`는 사람이 터미널에서 쓰라고 만든 명령이다. 화면에 맞춰 옵션의 기본값과 출력이 버전마다 바뀔 수 있다고 매뉴얼에 적혀 있고, script에서 부르면 "does not have a stable CLI interface"라는 경고를 찍는다. `apt-get`과 `apt-cache`는 예전 동작을 지키는 쪽이다.',
    en: '`apt` is made for people at a terminal. Its manual says that its defaults and output may change from version to version, and in a script it warns that it "does not have a stable CLI interface". `apt-get` and `apt-cache` are the ones that keep their behaviour.',
  },
  how: {
    ko: '`apt-get`으로 바꾼다. install, update, remove는 이름까지 같다. `apt full-upgrade`는 `apt-get dist-upgrade`, `apt upgrade`는 `apt-get upgrade --with-new-pkgs`이고, `apt search`와 `apt show`는 `apt-cache`에 있다.',
    en: 'Use `apt-get`; install, update and remove even have the same names. `apt full-upgrade` is `apt-get dist-upgrade`, `apt upgrade` is `apt-get upgrade --with-new-pkgs`, and `apt search` and `apt show` live in `apt-cache`.',
  },
  messages: {
    get: {
      ko: '`apt {subcommand}`: script에서는 동작이 바뀌지 않는 `apt-get`을 쓴다.',
      en: '`apt {subcommand}`: in scripts use `apt-get`, whose behaviour is stable.',
    },
    cache: {
      ko: '`apt {subcommand}`: script에서는 동작이 바뀌지 않는 `apt-cache`를 쓴다.',
      en: '`apt {subcommand}`: in scripts use `apt-cache`, whose behaviour is stable.',
    },
    people: {
      ko: '`apt {subcommand}`: 사람이 보라고 만든 명령이라 버전마다 출력이 바뀔 수 있다.',
      en: '`apt {subcommand}` is made for people; its output may change from version to version.',
    },
  },
  concepts: ['concepts/package-manager', 'dockerfile/RUN'],
  source:
    'https://manpages.debian.org/stable/apt/apt.8.en.html#SCRIPT_USAGE_AND_DIFFERENCES_FROM_OTHER_APT_TOOLS',
  also: ['hadolint/DL3027'],
  fix: 'safe',
  examples: [
    {
      bad: 'FROM debian:13\nRUN apt-get update && «apt» install -y nginx && rm -rf /var/lib/apt/lists/*\n',
      good: 'FROM debian:13\nRUN apt-get update && apt-get install -y nginx && rm -rf /var/lib/apt/lists/*\n',
    },
    {
      bad: 'FROM debian:13\nRUN apt-get update && «apt» full-upgrade -y && rm -rf /var/lib/apt/lists/*\n',
      good: 'FROM debian:13\nRUN apt-get update && apt-get dist-upgrade -y && rm -rf /var/lib/apt/lists/*\n',
    },
  ],
  allows: [
    'FROM debian:13\nRUN apt-get update && apt-get install -y nginx\n',
    'FROM debian:13\nRUN command -v apt\n',
    'FROM debian:13\nRUN echo apt install nginx\n',
  ],
  *check(stage) {
    for (const run of instructionsOf(stage, 'RUN'))
      for (const command of run.script?.find('apt') ?? [])
        if (command.subcommand) yield findingAt(command, run);
  },
});

/** They mean the same to both, by the subcommand's own name. */
const SAME: ReadonlySet<string> = new Set([
  ...['install', 'reinstall', 'update', 'remove', 'purge', 'autoremove', 'autopurge', 'satisfy', 'build-dep'],
  ...['source', 'download', 'changelog', 'clean', 'distclean', 'autoclean'],
]);
const CACHE: ReadonlySet<string> = new Set([
  ...['search', 'show', 'showsrc', 'policy', 'depends', 'rdepends', 'pkgnames', 'madison'],
]);

function findingAt(command: Command, run: Run): Finding {
  const { name } = command.subcommand!;
  const fix = fixOf(command, run);
  return {
    span: { part: run.part, ...command.name!.range },
    message: CACHE.has(name) ? 'cache' : SAME.has(name) || name.endsWith('upgrade') ? 'get' : 'people',
    values: { subcommand: name },
    fixes: fix ? [fix] : [],
  };
}

function fixOf({ name, subcommand }: Command, run: Run): Fix | undefined {
  const { name: what, words } = subcommand!;
  const word = words[0]!;
  if (!name?.exact || !word.exact || !name.literal || !word.literal) return undefined;
  const { part } = run;
  const get = { span: { part, start: name.range.end, end: name.range.end }, text: '-get' };
  const title = { ko: '`apt-get`으로 바꾸기', en: 'Change to `apt-get`' };
  if (SAME.has(what)) return { title, kind: 'safe', edits: [get] };
  if (what === 'full-upgrade')
    return { title, kind: 'safe', edits: [get, { span: { part, ...word.range }, text: 'dist-upgrade' }] };
  if (what === 'upgrade')
    return { title, kind: 'safe', edits: [get, wordBehind(run, word, '--with-new-pkgs')] };
  return undefined;
}
