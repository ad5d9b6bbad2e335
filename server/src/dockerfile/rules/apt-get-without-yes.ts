import type { Finding, Fix } from '../../core/rule';
import type { Command } from '../../shell/script';
import { isAnswered, mayHoldOptions } from '../facts/answers';
import { ANSWERS, ASKING, ASKING_FOR_MORE, needsNoAnswer } from '../facts/apt';
import { unconfigured } from '../facts/configured';
import { wordBehind } from '../insert';
import type { Run } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/apt-get-without-yes',
  severity: 'warning',
  scope: 'section',
  what: { ko: '`-y` 없는 apt-get', en: 'apt-get without `-y`' },
  why: {
    ko: 'apt-get은 이름을 적은 패키지 말고 더 깔 것이 있으면 "계속할까요? [Y/n]" 하고 묻는다. `remove`나 `upgrade`는 늘 묻는다. 그런데 빌드 중에는 y를 눌러 줄 사람이 없다. 대답을 못 들으면 apt는 `Abort.`를 찍고 끝나고, 빌드도 그 줄에서 멈춘다. `DEBIAN_FRONTEND=noninteractive`는 패키지 설정 질문만 없앤다. 이 질문에는 답해 주지 않는다.',
    en: 'apt-get asks "Do you want to continue? [Y/n]" as soon as it has to install more than the packages you named; `remove` and `upgrade` always ask. During a build nobody can press y. Without an answer apt prints `Abort.` and fails, and the build stops on that line. `DEBIAN_FRONTEND=noninteractive` silences the questions of packages being configured, not this one.',
  },
  how: {
    ko: '`-y`를 붙인다. ex) `apt-get install -y nginx`. `-qq`를 쓰고 있다면 그 안에 `-y`가 들어 있다.',
    en: 'Add `-y`, ex) `apt-get install -y nginx`. With `-qq` it is already implied.',
  },
  messages: {
    more: {
      ko: '`{tool} {subcommand}`에 `-y`가 없다. 더 깔 것이 있으면 물어보는데, 빌드 중에는 답할 사람이 없어 여기서 멈춘다.',
      en: '`{tool} {subcommand}` lacks `-y`: it asks when it needs more than the packages named, nobody can answer during a build, and the build stops here.',
    },
    always: {
      ko: '`{tool} {subcommand}`에 `-y`가 없다. 계속할지 물어보는데, 빌드 중에는 답할 사람이 없어 여기서 멈춘다.',
      en: '`{tool} {subcommand}` lacks `-y`: it asks whether to continue, nobody can answer during a build, and the build stops here.',
    },
  },
  concepts: ['dockerfile/RUN', 'concepts/package-manager'],
  source: 'https://manpages.debian.org/stable/apt/apt-get.8.en.html',
  also: ['hadolint/DL3014'],
  fix: 'safe',
  examples: [
    {
      bad: 'FROM debian:13\nRUN apt-get update && apt-get «install» nginx\n',
      good: 'FROM debian:13\nRUN apt-get update && apt-get install -y nginx\n',
    },
    {
      bad: 'FROM debian:13\nRUN apt-get update \\\n    # the web server\n    && DEBIAN_FRONTEND=noninteractive apt-get «install» --no-install-recommends \\\n        nginx\n',
      good: 'FROM debian:13\nRUN apt-get update \\\n    # the web server\n    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \\\n        nginx\n',
    },
    {
      bad: 'FROM debian:13\nRUN apt-get update && apt-get «upgrade»\n',
      good: 'FROM debian:13\nRUN apt-get update && apt-get upgrade -y\n',
      message: 'always',
    },
  ],
  allows: [
    'FROM debian:13\nRUN apt-get update && apt-get install -y nginx\n',
    'FROM debian:13\nRUN apt-get update && apt-get -qq install nginx\n',
    'FROM debian:13\nRUN apt-get update && yes | apt-get install nginx\n',
    'FROM debian:13\nRUN apt-get update && apt-get install --assume-yes nginx && apt-get clean\n',
    'FROM debian:13\nRUN echo \'APT::Get::Assume-Yes "true";\' > /etc/apt/apt.conf.d/90yes\nRUN apt-get update && apt-get install nginx\n',
    'FROM debian:13\nRUN echo "then run apt-get install nginx"\n',
  ],
  *check(stage) {
    for (const { command, run, state } of unconfigured(stage, ANSWERS))
      if (
        [...ASKING_FOR_MORE, ...ASKING].includes(command.subcommand?.name ?? '') &&
        !needsNoAnswer(command) &&
        !isAnswered(command) &&
        !mayHoldOptions(command, state)
      )
        yield findingAt(command, run);
  },
});

/** What switches the answer off would still do so behind a `-y`, or before it. */
function isSwitchedOff({ options }: Command): boolean {
  const no = ['--no-yes', '--no-assume-yes'];
  return options.some(
    ({ names, off, value = '' }) =>
      (off && names.includes('-y')) ||
      names.some((name) => no.includes(name)) ||
      /\bAPT::Get::Assume-Yes\b/i.test(value),
  );
}

function findingAt(command: Command, run: Run): Finding {
  const { name, words } = command.subcommand!;
  const word = words[0]!;
  const fix: Fix = {
    title: { ko: '`-y` 붙이기', en: 'Add `-y`' },
    kind: 'safe',
    edits: [wordBehind(run, word, '-y')],
  };
  return {
    span: { part: run.part, ...word.range },
    message: ASKING_FOR_MORE.includes(name) ? 'more' : 'always',
    values: { tool: command.tool, subcommand: word.value },
    also: command.tool === 'apt-get' && name === 'install' ? ['hadolint/DL3014'] : [],
    fixes: word.exact && !isSwitchedOff(command) ? [fix] : [],
  };
}
