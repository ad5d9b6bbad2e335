import type { Finding, Fix, PeerName } from '../../core/rule';
import type { Command } from '../../shell/script';
import { isAnswered, mayHoldOptions } from '../facts/answers';
import { unconfigured } from '../facts/configured';
import { ANSWERS, asks } from '../facts/rpm';
import { wordBehind } from '../insert';
import type { Run } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/package-install-without-yes',
  severity: 'warning',
  scope: 'section',
  what: { ko: '대답 없이 멈추는 dnf·yum·zypper', en: 'dnf, yum or zypper that waits for an answer' },
  why: {
    ko: 'dnf와 yum은 설치할 것을 보여 주고 "Is this ok [y/N]" 하고 묻는다. zypper도 "Continue?" 하고 묻는다. 빌드 중에는 답할 사람이 없다. 입력이 끝난 것을 보고 dnf는 `Operation aborted.`를 찍고 실패하고, zypper도 입력을 읽을 수 없다며 끝난다. 빌드는 그 줄에서 멈춘다.',
    en: 'dnf and yum show what they are about to do and ask "Is this ok [y/N]"; zypper asks "Continue?". During a build nobody can answer. When the input ends, dnf prints `Operation aborted.` and fails, and zypper gives up because it cannot read any input. The build stops on that line.',
  },
  how: {
    ko: 'dnf, yum, microdnf에는 `-y`를 붙인다. zypper는 부속 명령 앞에 `--non-interactive`(`-n`)를 둔다. ex) `zypper --non-interactive install nginx`. `zypper install -n`의 `-n`은 다른 뜻(`--name`)이니 자리를 바꾸지 않는다.',
    en: 'Give dnf, yum and microdnf a `-y`. For zypper put `--non-interactive` (`-n`) before the subcommand, ex) `zypper --non-interactive install nginx`. The `-n` of `zypper install -n` is another option (`--name`), so its place matters.',
  },
  messages: {
    yes: {
      ko: '`{tool} {subcommand}`에 `-y`가 없다. 계속할지 물어보는데, 빌드 중에는 답할 사람이 없어 여기서 멈춘다.',
      en: '`{tool} {subcommand}` lacks `-y`: it asks whether to continue, nobody can answer during a build, and the build stops here.',
    },
    // https://github.com/rpm-software-management/microdnf/pull/94
    // https://github.com/oracle/weblogic-image-tool/pull/434
    sometimes: {
      ko: '`{tool} {subcommand}`에 `-y`가 없다. 버전 8 배포판의 microdnf는 묻지 않지만 9부터는 계속할지 물어보고, 답할 사람이 없어 빌드가 여기서 멈춘다.',
      en: '`{tool} {subcommand}` lacks `-y`: in version 8 of the distributions microdnf goes on without asking, from 9 on it asks, nobody can answer, and the build stops here.',
    },
    interactive: {
      ko: '`zypper {subcommand}`에 `--non-interactive`가 없다. 계속할지 물어보는데, 빌드 중에는 답할 사람이 없어 여기서 멈춘다.',
      en: '`zypper {subcommand}` lacks `--non-interactive`: it asks whether to continue, nobody can answer during a build, and the build stops here.',
    },
  },
  concepts: ['dockerfile/RUN', 'concepts/package-manager'],
  source: 'https://dnf.readthedocs.io/en/latest/command_ref.html#options',
  also: ['hadolint/DL3030', 'hadolint/DL3034', 'hadolint/DL3038'],
  fix: 'safe',
  examples: [
    {
      bad: 'FROM almalinux:9\nRUN dnf «install» nginx && dnf clean all\n',
      good: 'FROM almalinux:9\nRUN dnf install -y nginx && dnf clean all\n',
    },
    {
      bad: 'FROM almalinux:9\nRUN yum «group install» development && yum clean all\n',
      good: 'FROM almalinux:9\nRUN yum group install -y development && yum clean all\n',
    },
    {
      bad: 'FROM opensuse/leap:16.0\nRUN zypper «install» nginx && zypper clean --all\n',
      good: 'FROM opensuse/leap:16.0\nRUN zypper --non-interactive install nginx && zypper clean --all\n',
      message: 'interactive',
    },
  ],
  allows: [
    'FROM almalinux:9\nRUN dnf -y install nginx && dnf clean all\n',
    'FROM almalinux:9\nRUN yes | yum install nginx && yum clean all\n',
    'FROM almalinux:9\nRUN dnf install --setopt=assumeyes=1 nginx && dnf clean all\n',
    'FROM almalinux:9\nRUN echo assumeyes=True >> /etc/dnf/dnf.conf && dnf install nginx && dnf clean all\n',
    'FROM opensuse/leap:16.0\nRUN zypper -n install nginx && zypper install -y curl && zypper clean --all\n',
    'FROM opensuse/leap:16.0\nRUN zypper refresh\n',
  ],
  *check(stage) {
    for (const { command, run, state } of unconfigured(stage, ANSWERS))
      if (
        asks(command) &&
        !command.has(...ANSWERING) &&
        !isAnswered(command) &&
        !mayHoldOptions(command, state)
      )
        yield findingAt(command, run);
  },
});

/** They answer, or nothing is to be changed. */
const ANSWERING: readonly string[] = [
  ...['-y', '--assumeno', '-h', '--help', '--non-interactive', '--dry-run'],
  '--non-interactive-include-reboot-patches',
];

/** The subcommands that hadolint looks at. */
const INSTALLS = /^(?:install|localinstall|groupinstall|group install|module install)$/;
const ZYPPER = /^(?:install|remove|source-install|patch)$/;

function namesOf({ tool }: Command, subcommand: string): PeerName[] {
  if (tool === 'zypper') return ZYPPER.test(subcommand) ? ['hadolint/DL3034'] : [];
  return INSTALLS.test(subcommand) ? [tool === 'yum' ? 'hadolint/DL3030' : 'hadolint/DL3038'] : [];
}

function findingAt(command: Command, run: Run): Finding {
  const { tool, name, subcommand } = command;
  const { words, range } = subcommand!;
  const isZypper = tool === 'zypper';
  const word = isZypper ? name! : words.at(-1)!;
  const option = isZypper ? '--non-interactive' : '-y';
  const fix: Fix = {
    title: { ko: '`{option}` 붙이기', en: 'Add `{option}`' },
    values: { option },
    kind: 'safe',
    edits: [wordBehind(run, word, option)],
  };
  return {
    span: { part: run.part, ...range },
    ...(isZypper && { message: 'interactive' }),
    ...(tool === 'microdnf' && { message: 'sometimes', severity: 'info' }),
    values: { tool, subcommand: words.map(({ value }) => value).join(' ') },
    also: namesOf(command, subcommand!.name),
    fixes: word.exact ? [fix] : [],
  };
}
