import type { Command, Script, Word } from '../shell/script';
import type { CommandLine, Instruction } from './model';

/** `$name` in a command, which its shell expands: when the image is built, or when a container starts. */
export interface ShellVariable {
  readonly name: string;
  /** From the start of the part. */
  readonly range: { readonly start: number; readonly end: number };
}

export function shellVariables({ script }: CommandLine): readonly ShellVariable[] {
  return (script?.commands ?? [])
    .flatMap(wordsOf)
    .flatMap(({ expansions }) => expansions)
    .flatMap(({ kind, name, range }) => (kind === 'parameter' && name ? [{ name, range }] : []));
}

/** The command an instruction hands to a shell, if it is one that does. */
export function commandOf(instruction: Instruction): CommandLine | undefined {
  switch (instruction.keyword) {
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
      return instruction;
    case 'HEALTHCHECK':
      return instruction.test;
    default:
      return undefined;
  }
}

function wordsOf({ name, args, assignments, redirects }: Script['commands'][number]): Word[] {
  return [
    ...(name ? [name] : []),
    ...args,
    ...assignments.map(({ value }) => value),
    ...redirects.flatMap(({ target, heredoc }) => [target, heredoc].filter((word) => word !== undefined)),
  ];
}

/** Whether the command may give the name another value: then nothing is said of it. */
export function setsItself({ command, script }: CommandLine, name: string): boolean {
  const assigned = script?.commands.some(({ assignments }: Command) =>
    assignments.some((one) => one.name === name),
  );
  return (
    assigned ||
    new RegExp(`\\b(?:for|read|select|getopts)\\b[^;|&\\n]*\\b${name}\\b|\\b${name}=`).test(command.text)
  );
}
