import type { Command } from '../../shell/script';

/** What runs after a command: all that is written behind it, and what a function or a trap holds ready. */
export function runsAfter(command: Command, commands: readonly Command[]): Command[] {
  const at = commands.indexOf(command);
  return commands.filter(
    (one, i) => i > at || one.within('function') || one.via.some((wrapper) => wrapper.is('trap')),
  );
}
