import type { PeerName } from '../../core/rule';
import type { Command, Word } from '../../shell/script';
import { APT } from './apt';
import type { Configuration } from './configured';
import { DNF, RPM_TOOLS } from './rpm';

// How the package managers of distributions are told a version. Sources: apt-get(8), apk-world(5), dnf(8)
// "Specifying packages", zypper(8) "Package management commands".

interface Manager {
  readonly tools: readonly string[];
  readonly subcommands: readonly string[];
  readonly also: PeerName;
  /** How a version is written. */
  readonly form: string;
  /** Options with which the release was chosen, or nothing is installed. */
  readonly elsewhere: readonly string[];
  /** A bare name: no version, no release, no file, group, pattern, capability or variable. */
  readonly bare: RegExp;
}

/** What ends in `-1.2` or `-1.2-3.el9` has a version; the `11` of `java-11-openjdk` is part of a name. */
const RPM_NAME = /^(?!.*\.rpm$)(?!.*-\d[^-]*$)\w[\w+.-]*$/;
const STREAM: Pick<Manager, 'form' | 'bare' | 'subcommands'> = {
  form: 'name:stream',
  bare: /^[\w+.-]+$/,
  subcommands: ['module install'],
};
const RPM: Pick<Manager, 'form' | 'bare' | 'subcommands' | 'elsewhere'> = {
  form: 'name-version',
  bare: RPM_NAME,
  subcommands: ['install'],
  elsewhere: ['--downloadonly', '--assumeno'],
};

const MANAGERS: readonly Manager[] = [
  {
    tools: [...APT, 'aptitude'],
    subcommands: ['install', 'reinstall'],
    also: 'hadolint/DL3008',
    form: 'name=version',
    elsewhere: ['-t', '-S', '-s', '-d', '--print-uris'],
    // A last `-` removes, a last `^` is a task.
    bare: /^(?!.*(?:-|\.deb)$)[a-z0-9][a-z0-9+.-]*(?::[a-z0-9-]+)?$/,
  },
  {
    tools: ['apk'],
    subcommands: ['add'],
    also: 'hadolint/DL3018',
    form: 'name=version',
    elsewhere: ['-s'],
    // A first `.` is by custom a group that `--virtual` names.
    bare: /^(?!.*\.apk$)\w[\w+.-]*$/,
  },
  { tools: ['yum'], also: 'hadolint/DL3033', ...RPM },
  { tools: ['yum'], also: 'hadolint/DL3033', ...RPM, ...STREAM },
  { tools: DNF, also: 'hadolint/DL3041', ...RPM },
  { tools: DNF, also: 'hadolint/DL3041', ...RPM, ...STREAM },
  {
    tools: ['zypper'],
    subcommands: ['install'],
    also: 'hadolint/DL3037',
    form: 'name=version',
    elsewhere: ['-D', '-d', '--dry-run', '--download-only'],
    bare: RPM_NAME,
  },
];

/** What fixes versions from afar: repositories as of one day, a file of pins or of locked versions. */
export const PINNED: Configuration = {
  tools: [...APT, 'aptitude', 'apk', ...RPM_TOOLS],
  item: /\bsnapshot\.(?:debian\.org|ubuntu\.com)\b|APT::Snapshot\b|Pin: *version\b/i,
  files: /^\/etc\/(?:apt\/preferences|(?:yum|dnf)\/plugin)/,
};

export interface Unpinned {
  readonly manager: Manager;
  readonly packages: readonly Word[];
}

/** The packages a command names without saying which version; what a variable holds is not guessed. */
export function unpinnedIn(command: Command): Unpinned | undefined {
  const { subcommand, operands } = command;
  const manager = MANAGERS.find(
    ({ tools, subcommands }) => tools.includes(command.tool) && subcommands.includes(subcommand?.name ?? ''),
  );
  if (!manager || manager.elsewhere.some((name) => command.option(name))) return undefined;
  if (command.is('zypper') && /^(?!package$)/.test(command.option('-t')?.value ?? 'package'))
    return undefined;
  const packages = operands.filter(({ value }) => manager.bare.test(value));
  return packages.length > 0 ? { manager, packages } : undefined;
}
