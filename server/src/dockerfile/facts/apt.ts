import type { Command } from '../../shell/script';
import type { Configuration } from './configured';

// What apt-get and apt do by themselves. https://manpages.debian.org/stable/apt/apt-get.8.en.html

export const APT: readonly string[] = ['apt-get', 'apt'];

/** They go on without a question as long as nothing but the packages named is touched. */
export const ASKING_FOR_MORE: readonly string[] = ['install', 'reinstall'];

/** They ask before they change anything. */
export const ASKING: readonly string[] = [
  'satisfy',
  'build-dep',
  'upgrade',
  'dist-upgrade',
  'full-upgrade',
  'dselect-upgrade',
  'remove',
  'purge',
  'autoremove',
  'autopurge',
];

/** They read the package lists that `update` fetches. */
export const READING_LISTS: readonly string[] = [
  'install',
  'reinstall',
  'satisfy',
  'build-dep',
  'upgrade',
  'dist-upgrade',
  'full-upgrade',
  'dselect-upgrade',
  'source',
  'download',
  'changelog',
  'list',
  'search',
  'show',
  'policy',
];

const FILES = {
  tools: APT,
  files: /^\/etc\/apt(?:\/apt\.conf.*)?\/?$/,
  variable: 'APT_CONFIG',
};

/** The configuration items that answer: `APT::Get::Assume-Yes "true";`, in a file or as `-o`'s value. */
export const ANSWERS: Configuration = {
  ...FILES,
  item: /APT::Get::(?:Assume-(?:Yes|No)|force-yes)\b["'=\s]*(?:true|yes|on|1)|\bquiet\b["'=\s]*[2-9]/i,
};

/** `APT::Install-Recommends "false";` and the like. */
export const NO_RECOMMENDS: Configuration = {
  ...FILES,
  item: /APT::Install-Recommends\b["'=\s]*(?:false|no|off|without|disable|0)/i,
};

/** Whether the options leave nothing to ask: they answer, or nothing is to be changed. */
export function needsNoAnswer(command: Command): boolean {
  // The last one counts.
  const yes = command.option('-y', '--no-yes', '--no-assume-yes');
  return (
    (yes?.off === false && yes.names.includes('-y')) ||
    command.has('-s', '--assume-no', '--force-yes', '--print-uris', '-h', '--help', '-v', '--version') ||
    quietLevel(command) >= 2
  );
}

/** `-qq`, `-q -q` and `-q=2` imply `-y`. */
function quietLevel({ options }: Command): number {
  return options
    .filter(({ names }) => names.includes('-q') || names.includes('--silent'))
    .reduce((level, { value }) => (/^\d+$/.test(value ?? '') ? Number(value) : level + 1), 0);
}

/** Other commands that neither read package lists nor run what might. */
export const HARMLESS: ReadonlySet<string> = new Set(
  (
    ': [ [[ add-apt-repository apt-key apt-mark break cat cd chmod chown continue cp curl date debconf-set-selections ' +
    'dpkg echo exit export false gpg grep install ln ls mkdir mv printf pwd return rm sed set sleep tee test touch ' +
    'true unset update-ca-certificates wait wget'
  )
    .split(' ')
    // Assignments and redirects alone have no name.
    .concat(''),
);
