import { expandBraces } from '../../shell/braces';
import type { Command } from '../../shell/script';

/** A variable or a script whose name says that it may clean up; what it does is not known. */
const CLEANING = /clean|prune|purge|shrink|apt|cache|lists/i;

/** Whether commands delete a path, as far as can be told; a script by the name of `cleanup` does. */
export function deletes(commands: readonly Command[], path: RegExp): boolean {
  const inside = commands.some((command) => command.is('cd', 'pushd') && names(command, path));
  return commands.some((command) => {
    if (command.is('rm', 'find', 'unlink', 'shred', 'rsync'))
      return names(command, path) || (inside && command.operands.some(({ glob }) => glob));
    return command.subcommand === undefined && /clean|prune|shrink/i.test(command.tool);
  });
}

function names({ args }: Command, path: RegExp): boolean {
  return args.some(({ value, expansions }) => {
    if (expansions.some(({ name = '' }) => CLEANING.test(name))) return true;
    return expandBraces(value).some((one) => path.test(one.replace(/\/{2,}/g, '/')));
  });
}
