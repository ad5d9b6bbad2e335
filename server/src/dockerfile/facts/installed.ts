import { once } from '../../core/once';
import type { Command, Script, Word } from '../../shell/script';

// Which packages a RUN leaves installed. Sources: apt-get(8), apt-mark(8), apk(8), dnf(8), yum(8), zypper(8),
// pacman(8), dpkg(1).

/** A package as named on a command line, without version, architecture and release. */
export interface Installed {
  readonly name: string;
  readonly word: Word;
  /** A virtual package of apk, which holds others. */
  readonly group?: true;
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
    if (!installs(command)) return [];
    if (isElsewhere(command)) return [];
    const later = script.commands.slice(i + 1).filter(removes);
    if (later.some((removal) => removesUnnamed(removal, script, lookUp))) return [];
    const gone = later.flatMap((removal) => removedIn(removal, script, lookUp)).map(({ name }) => name);
    const group = groupOf(command, script, lookUp);
    if (group && gone.includes(group.name)) return [];
    const kept = packagesOf(command, script, lookUp).filter(
      ({ name }) => !gone.includes(name) && !(command.is(...APT) && isMinus(name)),
    );
    return group ? [group, ...kept] : kept;
  });
}

const installs = once(
  (command: Command) => isOneOf(command, INSTALLING) || isPacman(command, '-S', '--sync'),
);

/** What is only fetched or tried, or put into another root. */
function isElsewhere(command: Command): boolean {
  if (command.has('--download-only', '--downloadonly', '--simulate', '--dry-run')) return true;
  return command.option('--root', '--installroot', '--print-uris') !== undefined;
}

function groupOf(command: Command, script: Script, lookUp: LookUp): Installed | undefined {
  const { word, valueWord, value } = (command.is('apk') && command.option('-t', '--virtual')) || {};
  if (!word || value === undefined) return undefined;
  const name = (valueWord && knownValue(valueWord, script, lookUp)) ?? value;
  return { name, word: valueWord ?? word, group: true };
}

/** What a script removes by name. */
export function removedBy(script: Script, lookUp: LookUp): Installed[] {
  return script.commands.filter(removes).flatMap((removal) => removedIn(removal, script, lookUp));
}

/** `apt-get install gcc-` removes too. */
function removedIn(command: Command, script: Script, lookUp: LookUp): Installed[] {
  const packages = packagesOf(command, script, lookUp);
  if (!isOneOf(command, INSTALLING)) return packages;
  return packages.flatMap(({ name, word }) => (isMinus(name) ? { name: name.slice(0, -1), word } : []));
}

function isOneOf(command: Command, rows: typeof INSTALLING): boolean {
  const name = command.subcommand?.name ?? '';
  return rows.some(([tools, ...subcommands]) => tools.includes(command.tool) && subcommands.includes(name));
}

function isPacman(command: Command, ...options: string[]): boolean {
  return command.is('pacman') && command.has(...options);
}

function removes(command: Command): boolean {
  if (command.is('dpkg')) return command.has('-P', '--purge', '-r', '--remove');
  if (command.is(...APT) && isOneOf(command, INSTALLING))
    return command.operands.some(({ value }) => isMinus(value));
  return isOneOf(command, REMOVING) || isPacman(command, '-R', '--remove');
}

function isMinus(name: string): boolean {
  return /[^-]-$/.test(name);
}

/** Whether a removal takes away more than it names, or what it names cannot be told. */
function removesUnnamed(removal: Command, script: Script, lookUp: LookUp): boolean {
  const { subcommand, operands } = removal;
  if (subcommand?.name === 'history') return true;
  const sweeps = removal.has('--autoremove', '--auto-remove') || subcommand?.name.startsWith('auto') === true;
  if (sweeps && script.find('apt-mark').some(({ operands: [what] }) => what?.value === 'auto')) return true;
  if (isOneOf(removal, INSTALLING)) return false;
  // To apt a name may be a pattern or a regular expression.
  if (
    removal.is(...APT) &&
    operands.some(({ literal, value }) => literal && /^~|[\^*?|[\]]|\.\+|\$$/.test(value))
  )
    return true;
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
