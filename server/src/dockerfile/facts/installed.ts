import type { Command, Script, Word } from '../../shell/script';

// Which packages a RUN leaves installed. Sources: apt-get(8), apt-mark(8), apk(8), dnf(8), yum(8), zypper(8),
// pacman(8).

/** A package as named on a command line, without version, architecture and release. */
export interface Installed {
  readonly name: string;
  readonly word: Word;
}

/** The value of a variable when the script starts; undefined where it is not known. */
export type LookUp = (name: string) => string | undefined;

const APT = ['apt-get', 'apt', 'aptitude'];
const RPM = ['dnf', 'dnf5', 'microdnf', 'tdnf', 'yum'];

const INSTALLING: readonly (readonly [tools: readonly string[], ...subcommands: string[]])[] = [
  [APT, 'install', 'build-dep', 'satisfy'],
  [['apk'], 'add'],
  [RPM, 'install', 'groupinstall', 'group install', 'localinstall'],
  [['zypper'], 'install'],
];
const REMOVING: typeof INSTALLING = [
  [APT, 'remove', 'purge', 'autoremove', 'autopurge'],
  [['apk'], 'del'],
  [RPM, 'remove', 'erase', 'autoremove', 'groupremove', 'group remove', 'history'],
  [['zypper'], 'remove'],
];

/** The packages a script installs and does not remove again. */
export function keptBy(script: Script, lookUp: LookUp): Installed[] {
  return script.commands.flatMap((command, i) => {
    if (!isOneOf(command, INSTALLING) && !isPacman(command, '-S', '--sync')) return [];
    const later = script.commands.slice(i + 1).filter(removes);
    if (later.some((removal) => removesUnnamed(removal, script, lookUp))) return [];
    const gone = later.flatMap((removal) => packagesOf(removal, script, lookUp)).map(({ name }) => name);
    const group = command.option('-t', '--virtual')?.value;
    if (group !== undefined && gone.includes(group)) return [];
    return packagesOf(command, script, lookUp).filter(({ name }) => !gone.includes(name));
  });
}

/** What a script removes by name. */
export function removedBy(script: Script, lookUp: LookUp): Installed[] {
  return script.commands.filter(removes).flatMap((removal) => packagesOf(removal, script, lookUp));
}

function isOneOf(command: Command, rows: typeof INSTALLING): boolean {
  const name = command.subcommand?.name ?? '';
  return rows.some(([tools, ...subcommands]) => tools.includes(command.tool) && subcommands.includes(name));
}

function isPacman(command: Command, ...options: string[]): boolean {
  return command.is('pacman') && command.has(...options);
}

function removes(command: Command): boolean {
  return isOneOf(command, REMOVING) || isPacman(command, '-R', '--remove');
}

/** Whether a removal takes away more than it names, or what it names cannot be told. */
function removesUnnamed(removal: Command, script: Script, lookUp: LookUp): boolean {
  const { subcommand, operands } = removal;
  if (subcommand?.name === 'history') return true;
  const sweeps = removal.has('--autoremove', '--auto-remove') || subcommand?.name.startsWith('auto') === true;
  if (sweeps && script.find('apt-mark').some(({ operands: [what] }) => what?.value === 'auto')) return true;
  return operands.some(
    (word) => word.glob || (!word.literal && knownValue(word, script, lookUp) === undefined),
  );
}

function packagesOf(command: Command, script: Script, lookUp: LookUp): Installed[] {
  const { subcommand, operands } = command;
  if (subcommand?.name === 'build-dep') return [{ name: 'build-dep', word: subcommand.words[0]! }];
  return operands.flatMap((word) => {
    const value = knownValue(word, script, lookUp) ?? word.value;
    const names = word.quoted ? [value] : value.split(/\s+/);
    return names.filter(Boolean).map((name) => ({ name: bare(name), word }));
  });
}

/** `gcc=12.2`, `g++:amd64`, `curl/bookworm`, `nodejs<20`; a file or a URL stays as it is. */
function bare(name: string): string {
  return /^[./]|:\/\//.test(name) ? name : name.replace(/(?<=.)[=<>~:/].*$/s, '');
}

/** What a word that is all one variable holds. */
function knownValue(word: Word, { commands }: Script, lookUp: LookUp): string | undefined {
  if (word.literal) return word.value;
  const name = /^\$\{?(\w+)\}?$/.exec(word.value)?.[1];
  if (name === undefined) return undefined;
  const set = commands.flatMap(({ assignments }) => assignments).findLast((one) => one.name === name);
  if (set) return set.value.literal && !set.append ? set.value.value : undefined;
  return lookUp(name);
}
