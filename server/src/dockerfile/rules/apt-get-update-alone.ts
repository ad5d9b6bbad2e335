import type { Finding, Fix } from '../../core/rule';
import type { Command } from '../../shell/script';
import { APT, READING_LISTS } from '../facts/apt';
import { behind, deletesLists, type LoneUpdate, loneUpdates } from '../facts/apt-lists';
import type { Run } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/apt-get-update-alone',
  severity: 'warning',
  scope: 'file',
  what: { ko: '따로 떨어져 있는 `apt-get update`', en: '`apt-get update` alone in its RUN' },
  why: {
    ko: '`apt-get update`는 패키지 목록을 받아 오고, 그 목록은 레이어에 남는다. 이 줄은 글자가 그대로인 한 캐시에서 나온다. 석 달 뒤 install 줄에 패키지를 하나 더해도 목록은 석 달 전 것이라, 이미 지워진 버전을 찾다가 404로 실패하거나 옛 버전을 깐다.',
    en: '`apt-get update` fetches the package lists, and they stay in the layer. As long as the line keeps its text it comes from the cache. Add a package to the install line three months later and the lists are still three months old: apt asks for a version that is gone and gets a 404, or installs an outdated one.',
  },
  how: {
    ko: 'update와 install을 한 RUN에 `&&`로 잇는다. ex) `RUN apt-get update && apt-get install -y nginx`. 그러면 install을 고칠 때 update도 다시 실행된다.',
    en: 'Join update and install in one RUN with `&&`, ex) `RUN apt-get update && apt-get install -y nginx`. Then editing the install runs the update again.',
  },
  messages: {
    stale: {
      ko: '`{tool} update`만 따로 있는 RUN이다. 이 레이어가 캐시에 남아서, 뒤의 `{subcommand}` 줄을 고쳐도 옛 목록을 쓴다.',
      en: '`{tool} update` stands alone in its RUN: its layer stays in the cache, so the `{subcommand}` below keeps using the old lists, even after you edit it.',
    },
    unused: {
      ko: '이 `{tool} update`가 받은 목록을 쓰는 apt 명령이 뒤에 없다. 목록만 레이어에 남는다.',
      en: 'No apt command below uses the lists this `{tool} update` fetches; they only stay in the layer.',
    },
    gone: {
      ko: '`{tool} update`가 받은 목록을 같은 RUN에서 지운다. 뒤의 `{subcommand}` 줄에는 목록이 없다.',
      en: 'The RUN of this `{tool} update` deletes the lists again, so the `{subcommand}` below has none.',
    },
    reader: { ko: '여기서 그 목록을 쓴다', en: 'The lists are used here' },
  },
  concepts: ['concepts/build-cache', 'concepts/package-manager', 'dockerfile/RUN'],
  source: 'https://docs.docker.com/build/building/best-practices/#apt-get',
  // Lists that nothing uses are only kept.
  also: ['hadolint/DL3009'],
  fix: 'safe',
  examples: [
    {
      bad: 'FROM debian:13\n# the web server\nRUN apt-get «update»\nRUN apt-get install -y \\\n    nginx\n',
      good: 'FROM debian:13\n# the web server\nRUN apt-get update && apt-get install -y \\\n    nginx\n',
    },
  ],
  allows: [
    'FROM debian:13\nRUN apt-get update && apt-get install -y nginx\n',
    'FROM debian:13\nRUN apt-get update && ./install.sh\n',
    'FROM debian:13\nRUN <<EOF\napt-get update\napt-get install -y nginx\nEOF\n',
    'FROM debian:13\nRUN --mount=type=cache,target=/var/lib/apt apt-get update\n',
  ],
  *check(file) {
    for (const lone of loneUpdates(file)) {
      const { run, reader, place } = lone;
      const fix = reader && place !== 'above' && joined(run, reader, place === 'next' ? 'safe' : 'choice');
      yield findingAt(lone, fix || undefined);
    }
  },
});

function findingAt({ run, update, reader }: LoneUpdate, fix: Fix | undefined): Finding {
  const { tool, subcommand } = update;
  const read = reader?.script?.find(APT, ...READING_LISTS)[0]?.subcommand;
  return {
    span: { part: run.part, ...subcommand!.range },
    values: { tool, subcommand: read?.name ?? '' },
    ...(reader && read
      ? {
          ...(deletesLists(behind(run, update)) && { message: 'gone' }),
          related: [{ span: { part: reader.part, ...read.range }, message: 'reader' }],
          also: [],
        }
      : { message: 'unused', severity: 'info' }),
    fixes: fix ? [fix] : [],
  };
}

/** The update moved to the front of the RUN that reads; all else there must run only if it succeeds. */
function joined(run: Run, reader: Run, kind: Fix['kind']): Fix | undefined {
  const { part, partText } = run;
  const { start, end } = run.argumentsSpan;
  const alone = partText.slice(start, end);
  if (!isOneCommand(run, alone) || !isPlain(run) || !isPlain(reader)) return undefined;
  if (!reader.script?.commands.every(isConditional) || reader.script.faults.length > 0) return undefined;
  if (reader.command.text.trimEnd().endsWith('&')) return undefined;
  const front = { ...reader.argumentsSpan, end: reader.argumentsSpan.start };
  return {
    title: {
      ko: '이 update를 install이 있는 RUN으로 옮기기',
      en: 'Move this update into the RUN that installs',
    },
    kind,
    edits: [
      { span: { part, start: 0, end: partText.length }, text: '' },
      { span: front, text: `${alone} && ` },
    ],
  };
}

/** Nothing but the update is there: no operator, no comment and nothing unread that would swallow what follows. */
function isOneCommand({ script, argumentsSpan }: Run, text: string): boolean {
  const [command, ...more] = script?.commands ?? [];
  if (!command || more.length > 0 || script!.faults.length > 0 || /[\\`]\s*$/.test(text)) return false;
  const { range, inside, negated } = command;
  const from = argumentsSpan.start + (text.length - text.trimStart().length);
  const whole = range.start === from && range.end === from + text.trim().length;
  return whole && inside.length === 0 && !negated;
}

function isPlain({ form, flags, heredocs, onbuild, shell }: Run): boolean {
  return form === 'shell' && flags.length === 0 && heredocs.length === 0 && !onbuild && !shell.set;
}

function isConditional({ inside, via, before }: Command): boolean {
  return via.length > 0 || ['start', '&&', '|'].includes(inside[0]?.before ?? before);
}
