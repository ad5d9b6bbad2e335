import type { Command } from '../../shell/script';
import type { Configuration } from './configured';
import { deletes } from './removal';

// What the package managers of RPM distributions do by themselves. dnf5 answers to `dnf` on Fedora, dnf to
// `yum` on RHEL 8 and later. https://dnf.readthedocs.io/en/latest/command_ref.html zypper(8)

export const DNF: readonly string[] = ['dnf', 'dnf5', 'microdnf', 'tdnf'];
export const RPM_TOOLS: readonly string[] = ['yum', ...DNF, 'zypper'];

const INSTALLING: readonly string[] = [
  ...['install', 'reinstall', 'localinstall', 'groupinstall', 'group install', 'module install'],
  ...['upgrade', 'downgrade', 'swap', 'distro-sync', 'builddep', 'group upgrade', 'groupupdate'],
  // zypper's own.
  ...['update', 'dist-upgrade', 'patch', 'source-install', 'install-new-recommends'],
];

/** They ask before they change anything. */
const ASKING: readonly string[] = [
  ...INSTALLING,
  ...[
    'remove',
    'autoremove',
    'groupremove',
    'group remove',
    'module enable',
    'module disable',
    'module reset',
  ],
];

export function isRpm(command: Command): boolean {
  return command.is(...RPM_TOOLS);
}

export function installs(command: Command): boolean {
  return isRpm(command) && INSTALLING.includes(command.subcommand?.name ?? '');
}

export function asks(command: Command): boolean {
  return isRpm(command) && ASKING.includes(command.subcommand?.name ?? '');
}

/** What answers once and for all: `assumeyes=True` in dnf.conf, also as the value of `--setopt`. */
export const ANSWERS: Configuration = {
  tools: RPM_TOOLS,
  item: /assumeyes\b["'=\s]*(?:true|yes|on|1)/i,
  files: /^\/etc\/(?:yum|dnf)(?:\/dnf)?(?:\.conf)?\/?$/,
};

/** Whether it works on another root, whose files are somebody else's concern. */
export function isElsewhere(command: Command): boolean {
  return command.option('--installroot', '--root') !== undefined;
}

/** Where metadata and packages are kept: by yum, dnf and microdnf, dnf5, tdnf, zypper. */
export const CACHES: readonly string[] = [
  ...['/var/cache/yum', '/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/tdnf', '/var/cache/zypp'],
];
const CACHE_PATH = /^\/var\/cache(?:\/(?:\*|(?:yum|dnf|libdnf5?|tdnf|zypp)(?:\/.*)?)?)?$/;

/** Whether commands clean the cache; that of one tool may be that of another. */
export function cleansCache(commands: readonly Command[]): boolean {
  return (
    deletes(commands, CACHE_PATH) ||
    commands.some((command) => isRpm(command) && command.subcommand?.name === 'clean')
  );
}
