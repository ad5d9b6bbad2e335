import type { Fix } from '../../core/rule';
import type { Command } from '../../shell/script';
import { type Archived, archivedIn, REDIRECTED, redirecting } from '../facts/archived';
import { type Told, unconfigured } from '../facts/configured';
import { isMounted } from '../facts/mounts';
import type { Stage } from '../model';
import { prepended } from '../prepend';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/archived-apt-repository',
  severity: 'warning',
  scope: 'section',
  what: {
    ko: '저장소가 옮겨 간 Debian·Ubuntu에서 쓰는 apt',
    en: 'apt in a Debian or Ubuntu whose repositories have moved away',
  },
  why: {
    ko: '지원이 끝난 release의 저장소는 얼마 뒤 평소의 서버에서 지워지고 보관용 서버(`archive.debian.org`, `old-releases.ubuntu.com`)로 옮겨진다. 그런데 이미지 안의 `/etc/apt/sources.list`는 옛 주소 그대로다. 그래서 `apt-get update`가 404를 받고 `does not have a Release file`로 실패한다. 캐시가 있는 컴퓨터에서만 빌드되는 Dockerfile이 이렇게 생긴다. 2026-11까지 확인한 표를 따른다.',
    en: 'Some time after a release has ended, its repositories are deleted from the usual servers and kept on another one (`archive.debian.org`, `old-releases.ubuntu.com`). The `/etc/apt/sources.list` in the image still has the old address, so `apt-get update` gets a 404 and fails with `does not have a Release file`. Such a Dockerfile builds only where its layers are still cached. The table was checked up to 2026-11.',
  },
  how: {
    ko: '지원되는 release의 이미지로 옮긴다. ex) `debian:buster` → `debian:trixie`. 꼭 그 release여야 한다면 update 앞에서 `sources.list`의 주소를 보관용 서버로 바꾼다. 그래도 보안 수정은 더 오지 않는다.',
    en: 'Move to the image of a supported release, ex) `debian:buster` → `debian:trixie`. If it has to be that release, point `sources.list` to the archive before the update; security fixes will not come back with it.',
  },
  messages: {
    moved: {
      ko: '{name} {version}의 저장소는 늦어도 {month}에 {host:으로} 옮겨졌다. 이 `{tool} update`는 옛 서버에 물어서 404로 실패한다.',
      en: 'The repositories of {name} {version} had moved to {host} by {month}: this `{tool} update` asks the old server and fails with a 404.',
    },
    base: { ko: '{name} {version} 이미지', en: 'An image of {name} {version}' },
  },
  concepts: ['concepts/base-image-lifetime', 'concepts/package-manager', 'dockerfile/RUN'],
  source: 'https://www.debian.org/distrib/archive',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM debian:buster-slim\nRUN apt-get «update» && apt-get install -y nginx\n',
      good: "FROM debian:buster-slim\nRUN sed -i -e 's|//deb.debian.org|//archive.debian.org|' -e 's|//security.debian.org[^ ]*|//archive.debian.org/debian-security|' -e '/-updates/d' /etc/apt/sources.list && apt-get update && apt-get install -y nginx\n",
    },
    {
      bad: 'FROM ubuntu:23.04\nRUN apt-get «update» \\\n    && apt-get install -y nginx\n',
      good: "FROM ubuntu:23.04\nRUN sed -i -E 's#//(archive|security|ports).ubuntu.com/ubuntu(-ports)?#//old-releases.ubuntu.com/ubuntu#' /etc/apt/sources.list \\\n    && apt-get update \\\n    && apt-get install -y nginx\n",
    },
  ],
  allows: [
    'FROM debian:trixie\nRUN apt-get update && apt-get install -y nginx\n',
    'FROM ubuntu:20.04\nRUN apt-get update && apt-get install -y nginx\n',
    'FROM debian:buster\nRUN sed -i s/deb.debian.org/archive.debian.org/ /etc/apt/sources.list\nRUN apt-get update\n',
    'FROM debian:buster\nCOPY sources.list /etc/apt/\nRUN apt-get update\n',
    'FROM debian/eol:buster\nRUN apt-get update && apt-get install -y nginx\n',
  ],
  *check(stage) {
    // The build stops at the first one.
    const one = stage.inheritsFrom.some(asking) ? undefined : asking(stage);
    const { base, from } = stage.inheritsFrom.at(-1) ?? stage;
    const archived = one && base.kind === 'image' ? archivedIn(base.reference) : undefined;
    if (!one || !archived || !from?.image) return;
    const { command, run } = one;
    const { ended, host, month } = archived;
    const { version, product } = ended;
    const release = { name: product.name, version };
    const fix = fixOf(one, archived);
    yield {
      span: { part: run.part, ...command.subcommand!.range },
      values: { ...release, host, month, tool: command.tool },
      related: [{ span: from.image.span, message: 'base', values: release }],
      fixes: fix ? [fix] : [],
    };
  },
});

/** The first command of a stage that asks the servers its image names. */
function asking(stage: Stage): Told | undefined {
  for (const one of unconfigured(stage, REDIRECTED)) if (asksOldServer(one)) return one;
  return undefined;
}

/** Unless its failure is taken care of. */
function asksOldServer({ command, run }: Told): boolean {
  const { subcommand, after, negated } = command;
  const caught = after === '||' || negated || command.within('condition');
  return subcommand?.name === 'update' && !caught && !isMounted(run, '/etc/apt/sources.list');
}

function fixOf({ command, run }: Told, archived: Archived): Fix | undefined {
  const redirection = redirecting(archived);
  if (!redirection || !isPlain(command) || run.form === 'json') return undefined;
  return {
    title: {
      ko: '저장소 주소를 {host:으로} 바꾸기',
      en: 'Point apt to {host}',
    },
    values: { host: archived.host },
    kind: 'choice',
    edits: [prepended(run, command, redirection)],
  };
}

function isPlain({ name, via, pipeline }: Command): boolean {
  return name?.exact === true && via.length === 0 && !pipeline;
}
