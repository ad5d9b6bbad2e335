import { once } from '../../core/once';
import type { Command } from '../../shell/script';
import { asInstruction, type Dockerfile, type ImageState, type Instruction, type Run } from '../model';
import { mountedFolders } from './mounts';
import type { PackageCache } from './package-caches';
import { deletes } from './removal';

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
    const kept = filling(cache)(run).flatMap((command) => {
      const folders = foldersOf(cache, command, run, file.states.get(run)!);
      if (!folders || isGone(cache, folders, command, run)) return [];
      return [{ cache, command, folder: folders[0]!, moved: folders[0] !== cache.folders[0] }];
    });
    return kept.length === 0 || isSettled(file, run, cache.settings) ? [] : kept;
  });
}

/** `npm ci`, as it is said of a cache. */
export function nameOf({ tool, subcommand }: Command): string {
  return [tool, ...(subcommand?.words ?? []).map(({ value }) => value)].join(' ');
}

/** The commands of a RUN that fill a cache. */
const filling = once(({ tools, subcommands, off }: PackageCache) =>
  once(({ script }: Run) =>
    (script?.find(tools) ?? []).filter(
      (command) =>
        subcommands.includes(command.subcommand?.name ?? '') &&
        !command.has(...off, '-h', '--help', '-v', '--version', '--dry-run') &&
        !command.args.some(({ expansions }) =>
          expansions.some(({ name = '' }) => /^[@*\d]|opt|flag|arg|cache/i.test(name)),
        ),
    ),
  ),
);

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
  const mounted = mountedFolders(run).some((folder) => {
    if (folder === undefined || /^(?:\/(?:root|home\/[^/]+))?$/.test(folder)) return true;
    return patterns.some((pattern) => pattern.test(folder));
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
