import type { PeerName } from '../../core/rule';

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
    cleaning: ['clear-cache', 'clearcache', 'cc'],
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
