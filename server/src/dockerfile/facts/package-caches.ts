import type { PeerName } from '../../core/rule';
import type { Command } from '../../shell/script';
import {
  asInstruction,
  type Dockerfile,
  type ImageState,
  type Instruction,
  mountOption,
  type Run,
} from '../model';
import { deletes } from './removal';

// What the package managers of programming languages keep of what they download. Those whose copies are links
// to the files in use (pnpm) and those that only compile (go, cargo, Maven) are not here.

export interface PackageCache {
  readonly tools: readonly string[];
  /** The empty one is the bare tool. */
  readonly subcommands: readonly string[];
  readonly also?: PeerName;
  /** Where it is, usual place first; `~` is any folder. */
  readonly folders: readonly string[];
  /** Options that fill none. */
  readonly off: readonly string[];
  readonly offVariable?: string;
  /** Options and variables that put it elsewhere. */
  readonly moving: readonly string[];
  /** Its subcommands that delete it. */
  readonly cleaning: readonly string[];
  /** What is advised: the option without which it is filled, or the subcommand that deletes it. */
  readonly remedy: string;
  /** What a file may say too: the name of a setting or of a file that holds it, as a word of an instruction. */
  readonly settings?: RegExp;
}

/** Caches that an option keeps from being filled. */
export const OPTIONAL: readonly PackageCache[] = [
  {
    // https://pip.pypa.io/en/stable/topics/caching/
    tools: ['pip'],
    subcommands: ['install', 'download', 'wheel'],
    also: 'hadolint/DL3042',
    folders: ['~/.cache/pip'],
    off: ['--no-cache-dir', '--no-index'],
    // Also with `0` or `off`: any truth value switches it off, as pip's handler of the option says.
    offVariable: 'PIP_NO_CACHE_DIR',
    moving: ['--cache-dir', 'PIP_CACHE_DIR'],
    cleaning: ['cache purge'],
    remedy: '--no-cache-dir',
    settings: /pip\.conf$|^(?:global|install)\.(?:no-)?cache-dir$/,
  },
  {
    // https://docs.astral.sh/uv/guides/integration/docker/#caching
    tools: ['uv'],
    subcommands: ['sync', 'pip install', 'pip sync', 'tool install', 'add'],
    folders: ['~/.cache/uv'],
    off: ['--no-cache'],
    offVariable: 'UV_NO_CACHE',
    moving: ['--cache-dir', 'UV_CACHE_DIR'],
    cleaning: ['cache clean', 'cache prune'],
    remedy: '--no-cache',
    settings: /(?:^|\/)uv\.toml$/,
  },
  {
    // https://getcomposer.org/doc/03-cli.md#composer-cache-dir
    tools: ['composer', 'composer.phar'],
    subcommands: ['install', 'require', 'update', 'create-project', 'global require'],
    folders: ['~/.composer/cache', '~/.cache/composer'],
    off: ['--no-cache'],
    moving: ['COMPOSER_CACHE_DIR', 'COMPOSER_HOME'],
    cleaning: ['clear-cache'],
    remedy: '--no-cache',
    settings: /^cache-dir$/,
  },
];

/** Caches that are always filled, and deleted by a command. */
export const CLEANABLE: readonly PackageCache[] = [
  {
    // https://docs.npmjs.com/cli/commands/npm-cache
    tools: ['npm'],
    subcommands: ['install', 'ci', 'install-test', 'update'],
    folders: ['~/.npm'],
    off: [],
    moving: ['--cache', 'npm_config_cache', 'NPM_CONFIG_CACHE'],
    cleaning: ['cache clean', 'cache clear', 'cache rm'],
    remedy: 'cache clean --force',
  },
  {
    // https://classic.yarnpkg.com/en/docs/cli/cache. To Yarn 2 and later the cache may be all there is.
    tools: ['yarn'],
    subcommands: ['install', 'add', 'global add', ''],
    also: 'hadolint/DL3060',
    folders: ['/usr/local/share/.cache/yarn', '~/.cache/yarn'],
    off: ['--immutable', '--immutable-cache'],
    moving: ['--cache-folder', '--preferred-cache-folder', 'YARN_CACHE_FOLDER'],
    cleaning: ['cache clean'],
    remedy: 'cache clean',
    settings: /\.yarnrc|(?:^|\/)\.yarn(?:\/|$)|^(?:corepack|focus|berry|plugin|set version|cache-folder)$/,
  },
  {
    // https://docs.conda.io/projects/conda/en/stable/commands/clean.html
    tools: ['conda', 'mamba', 'micromamba'],
    subcommands: ['install', 'create', 'update', 'env create', 'env update'],
    folders: ['/opt/conda/pkgs', '~/pkgs'],
    off: ['--dry-run'],
    moving: ['CONDA_PKGS_DIRS', 'CONDA_PKGS_DIR'],
    cleaning: ['clean'],
    remedy: 'clean -afy',
    settings: /condarc$|^pkgs_dirs$/,
  },
];

export interface KeptCache {
  readonly cache: PackageCache;
  readonly command: Command;
  readonly folder: string;
  /** Not in its usual place. */
  readonly moved: boolean;
}

/** The caches a RUN leaves in its layer, by each command that fills them. */
export function keptCaches(file: Dockerfile, run: Run, caches: readonly PackageCache[]): KeptCache[] {
  return caches.flatMap((cache) => {
    const kept = filling(cache, run).flatMap((command) => {
      const folders = foldersOf(cache, command, run, file.states.get(run)!);
      if (!folders || isGone(cache, folders, command, run)) return [];
      return [{ cache, command, folder: folders[0]!, moved: folders[0] !== cache.folders[0] }];
    });
    return kept.length === 0 || isSettled(file, run, cache.settings) ? [] : kept;
  });
}

function filling({ tools, subcommands, off }: PackageCache, { script }: Run): Command[] {
  return (script?.find(tools) ?? []).filter(
    (command) =>
      subcommands.includes(command.subcommand?.name ?? '') &&
      !command.has(...off, '-h', '--help', '-v', '--version', '--dry-run') &&
      !command.args.some(({ expansions }) =>
        expansions.some(({ name = '' }) => /^[@*\d]|opt|flag|arg|cache/i.test(name)),
      ),
  );
}

/** Where it is put; undefined where nothing is, or the place is not known. */
function foldersOf(
  { folders, offVariable, moving }: PackageCache,
  command: Command,
  run: Run,
  state: ImageState,
): readonly string[] | undefined {
  const set = (name: string) => settingOf(name, command, run, state);
  if (offVariable && set(offVariable)) return undefined;
  const moved = moving.map((name) => (name.startsWith('-') ? command.option(name)?.value : set(name)));
  const elsewhere = moved.find((value) => value);
  if (elsewhere) return /\$|`|^\/dev\/null$/.test(elsewhere) ? undefined : [elsewhere];
  const home = set('XDG_CACHE_HOME');
  return home?.includes('$') ? undefined : folders.map((one) => (home ? one.replace('~/.cache', home) : one));
}

/** What a variable is set to for a command; `$` where that is not known. */
function settingOf(
  name: string,
  command: Command,
  { script }: Run,
  { scope }: ImageState,
): string | undefined {
  const commands = script!.commands;
  const earlier = commands
    .slice(0, commands.indexOf(command))
    .filter((one) => one.is('', 'export', 'declare'));
  const written = [...earlier, ...command.via, command].flatMap(({ args, assignments }) => [
    ...assignments.map((one) => `${one.name}=${one.value.value}`),
    ...args.map(({ value }) => value),
  ]);
  const last = written.findLast((text) => text.startsWith(`${name}=`));
  if (last !== undefined) return last.slice(name.length + 1);
  const { by, value } = scope.get(name);
  return by && (value ?? '$');
}

/** Mounted, or deleted by a command behind the one that fills it. */
function isGone(
  { tools, cleaning }: PackageCache,
  folders: readonly string[],
  command: Command,
  run: Run,
): boolean {
  const patterns = folders.map(patternOf);
  const mounted = run.mounts.some((mount) => {
    const target = mountOption(mount, 'target')?.value;
    if (!target || mount.type === 'secret' || mount.type === 'ssh') return false;
    const isHome = /^\/(?:root|home\/[^/]+)\/?$/.test(target.text);
    return isHome || target.variables.length > 0 || patterns.some((pattern) => pattern.test(target.text));
  });
  const commands = run.script!.commands;
  const behind = commands.slice(commands.indexOf(command) + 1);
  const cleans = (one: Command) =>
    one.is(...tools) ? cleaning.includes(one.subcommand?.name ?? '') : one.is('rm') && takesUnknown(one);
  return mounted || behind.some(cleans) || patterns.some((pattern) => deletes(behind, pattern));
}

/** `rm -rf "$(npm config get cache)"` */
function takesUnknown({ args }: Command): boolean {
  return args.some(({ expansions }) => expansions.some(({ kind }) => kind === 'command'));
}

/** Matches a folder, all in it, and the folders it is in. */
function patternOf(folder: string): RegExp {
  const names = folder
    .replace(/^~\/|\/+$/g, '')
    .split('/')
    .filter(Boolean)
    .map((name) => name.replace(/[^\w-]/g, '\\$&'));
  const above = names.slice(0, -1).map((_, i) => `${names.slice(0, i + 1).join('/')}(?:/\\*?)?`);
  return new RegExp(
    `${folder.startsWith('/') ? '^/' : '(?:^|/)'}(?:${[...above, `${names.join('/')}(?:/.*)?`].join('|')})$`,
  );
}

/** Whether a file that says where the cache is, if anywhere, may be there. */
function isSettled({ finalChain }: Dockerfile, run: Run, settings: RegExp | undefined): boolean {
  const all = finalChain.flatMap(({ instructions }) => instructions);
  const above = all.slice(0, all.findIndex(({ part }) => part === run.part) + 1);
  return settings !== undefined && above.flatMap(wordsOf).some((word) => settings.test(word));
}

function wordsOf(instruction: Instruction): string[] {
  const run = asInstruction(instruction, 'RUN');
  if (run)
    return (run.script?.commands ?? []).flatMap(({ tool, subcommand, args, redirects }) => [
      tool,
      subcommand?.name ?? '',
      ...args.map(({ value }) => value),
      ...redirects.map(({ target }) => target?.value ?? ''),
    ]);
  return instruction.keyword === 'COPY' || instruction.keyword === 'ADD'
    ? instruction.words.map(({ text }) => text)
    : [];
}
