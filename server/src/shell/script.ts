import type { Script } from './model';
import { Origin, type Placed } from './origin';
import { Reader } from './read';
import { settingsOf } from './settings';

export type { Arguments, Option, Subcommand } from './arguments';
export { Command } from './command';
export * from './model';
export type { Placed } from './origin';
export { settingsOf } from './settings';

export interface ShellContext {
  /** What is switched on when the text begins: `settingsOf` of the words behind the shell's name in SHELL. */
  readonly settings?: Iterable<string>;
}

/**
 * Reads POSIX or Bash text into commands. Never throws: half-typed text gives every command that can be told,
 * and `faults`. Ranges count UTF-16 units of the source the text was joined from. A `#!` line's options
 * count.
 */
export function readShell(joined: Placed, { settings = [] }: ShellContext = {}): Script {
  const shebang = /^#![ \t]*\S+([^\n]*)/.exec(joined.text)?.[1];
  const initial = shebang === undefined ? new Set(settings) : settingsOf(shebang.trim().split(/\s+/));
  const reader = new Reader();
  reader.text(Origin.of(joined), { inside: [], via: [], shell: { settings: initial } });
  return reader.finish();
}

/**
 * Reads a command that no shell splits: the strings of an exec form. Each is the string's value, mapped to
 * what
 * stands between its quotes. `["sh", "-c", "…"]` gives the shell and all that its text runs.
 */
export function readExec(strings: readonly Placed[]): Script {
  const reader = new Reader();
  reader.words(
    strings.map((string) => Origin.ofString(string)),
    { inside: [], via: [], shell: { settings: new Set() } },
  );
  return reader.finish();
}
