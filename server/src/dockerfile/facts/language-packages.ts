import type { PeerName } from '../../core/rule';
import type { Command, Word } from '../../shell/script';

// How the package managers of programming languages are told a version. Sources:
// https://pip.pypa.io/en/stable/reference/requirement-specifiers/ https://docs.npmjs.com/cli/commands/npm-install
// https://guides.rubygems.org/command-reference/#gem-install https://go.dev/ref/mod#version-queries

interface Manager {
  readonly tools: readonly string[];
  readonly subcommands: readonly string[];
  readonly also: PeerName;
  /** How a version is written. */
  readonly form: string;
  /** Options with which versions come from elsewhere, or nothing is installed. */
  readonly elsewhere: readonly string[];
  /** Whether a package, as named, may be another one tomorrow. */
  floats(name: string, command: Command): boolean;
}

const MANAGERS: readonly Manager[] = [
  {
    tools: ['pip', 'pipx', 'uv'],
    subcommands: ['install', 'pip install', 'tool install'],
    also: 'hadolint/DL3013',
    form: 'name==version',
    elsewhere: ['-r', '-c', '--override', '--no-index', '--lock', '--dry-run'],
    floats: requirementFloats,
  },
  {
    tools: ['npm', 'pnpm'],
    subcommands: ['install', 'add'],
    also: 'hadolint/DL3016',
    form: 'name@version',
    elsewhere: ['--dry-run', '--before'],
    floats: npmSpecFloats,
  },
  {
    tools: ['yarn'],
    subcommands: ['add', 'global add'],
    also: 'hadolint/DL3016',
    form: 'name@version',
    elsewhere: [],
    floats: npmSpecFloats,
  },
  {
    tools: ['gem'],
    subcommands: ['install'],
    also: 'hadolint/DL3028',
    form: 'name:version',
    elsewhere: ['-g', '--explain'],
    floats: gemFloats,
  },
  {
    tools: ['go'],
    subcommands: ['install', 'get', 'run'],
    also: 'hadolint/DL3062',
    form: 'path@version',
    elsewhere: [],
    floats: goPackageFloats,
  },
];

export interface Floating {
  readonly manager: Manager;
  readonly packages: readonly Word[];
}

/** The packages a command names without saying which version; what a variable holds is not guessed. */
export function floatingIn(command: Command): Floating | undefined {
  const { subcommand, operands } = command;
  const manager = MANAGERS.find(
    ({ tools, subcommands }) => command.is(...tools) && subcommands.includes(subcommand?.name ?? ''),
  );
  if (!manager || command.has(...manager.elsewhere)) return undefined;
  const packages = operands.filter((word) => word.literal && manager.floats(word.value, command));
  return packages.length > 0 ? { manager, packages } : undefined;
}

/** Versions and ranges have a digit; the names of branches and tags such as `latest` have none, and move. */
function moves(version: string): boolean {
  return !/\d/.test(version);
}

/** `name`, `name[extra]`; `git+https://host/path` without `@tag`. Files, folders and archives are what they are. */
function requirementFloats(text: string): boolean {
  const [, source] = /(?:^|@\s*)((?:git|hg|svn|bzr)\+.*)$/.exec(text) ?? [];
  if (source) {
    const path = source.replace(/#.*/, '').replace(/^[a-z+]+:\/\/[^/]*/, '');
    return moves(/@([^@]*)$/.exec(path)?.[1] ?? '');
  }
  const [name, version] = text.split('@');
  if (version !== undefined) return version === 'latest';
  return (
    /^[A-Za-z0-9][\w.-]*(?:\[[^\]]*\])?\s*(?:;.*)?$/.test(name!) &&
    !/\.(?:whl|zip|tar|tgz|tar\.(?:gz|bz2|xz))$/.test(name!)
  );
}

const GIT_SPEC =
  /^(?:git[+:]|(?:github|gitlab|bitbucket|gist):|https?:.*\.git(?:#|$)|[\w-][\w.-]*\/[\w.-]+(?:#|$))/;

/** `name`, `@scope/name`, `name@tag`, `alias@npm:name`, `owner/repository`, `git+https:…` */
function npmSpecFloats(text: string): boolean {
  const spec = text.replace(/^@?[^@]+@npm:/, '');
  if (GIT_SPEC.test(spec)) return moves(/#(.*)$/.exec(spec)?.[1] ?? '');
  const named = /^(?:@[\w.-]+\/)?[\w-][\w.-]*(?:@([^:/]*))?$/.exec(spec);
  return named !== null && !/\.(?:tgz|tar|tar\.gz)$/.test(spec) && moves(named[1] ?? '');
}

/** `name`; one `--version` is meant for all. */
function gemFloats(text: string, command: Command): boolean {
  const given = command.option('-v');
  if (given) return given.valueWord?.literal === true && moves(given.value ?? '');
  const [name, version = ''] = text.split(':');
  return /^[\w-][\w.-]*$/.test(name!) && !name!.endsWith('.gem') && moves(version);
}

/**
 * `path@latest`, `path@main`. Without a version `get` takes the newest; `install` and `run` take what go.mod says.
 * A path without a dot before the first slash is of the standard library, or local.
 */
function goPackageFloats(text: string, { subcommand, operands }: Command): boolean {
  const [path, version] = text.split('@');
  if (!/^[\w-]+(?:\.[\w-]+)+(?:\/|$)/.test(path!) || path!.endsWith('.go')) return false;
  if (subcommand?.name === 'run' && operands[0]?.value !== text) return false;
  return version === undefined ? subcommand?.name === 'get' : version !== 'none' && moves(version);
}
