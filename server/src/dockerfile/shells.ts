import type { ShellInForce } from './instruction';

const POSIX = new Set(['sh', 'bash', 'ash', 'dash', 'ksh', 'mksh', 'zsh', 'busybox']);

export const DEFAULT_SHELL = describe(['/bin/sh', '-c'], false);
export const WINDOWS_SHELL = describe(['cmd', '/S', '/C'], false);

/** @param command the strings of a SHELL instruction. */
export function shellSetTo(command: readonly string[]): ShellInForce {
  return describe(command, true);
}

/** The shell that `# hadolint shell=powershell` names, where it is none of Linux's. */
export function shellNamedBy(comment: string): ShellInForce | undefined {
  const name = /^hadolint\s+shell\s*=\s*(\S+)/i.exec(comment)?.[1];
  const shell = name === undefined ? undefined : describe([name], false);
  return shell?.family === 'powershell' || shell?.family === 'cmd' ? shell : undefined;
}

export function sameShell(one: ShellInForce, other: ShellInForce): boolean {
  return one === other || (one.set === other.set && one.command.join('\0') === other.command.join('\0'));
}

export function isPosix(program: string): boolean {
  return POSIX.has(programName(program));
}

/** The program without its path and `.exe`, in lower case. */
export function programName(program: string): string {
  return program
    .replace(/^.*[/\\]/, '')
    .replace(/\.exe$/i, '')
    .toLowerCase();
}

/** The program that `#!/usr/bin/env -S bash -e` names: `bash`. Undefined where there is no such line. */
export function shebangProgram(script: string): string | undefined {
  const [first, ...rest] = /^#!\s*(.*)/.exec(script)?.[1]?.trim().split(/\s+/) ?? [];
  if (!first) return undefined;
  const program = programName(first);
  if (program !== 'env') return program;
  const named = rest.find((word) => !word.startsWith('-') && !word.includes('='));
  return named && programName(named);
}

function describe(command: readonly string[], set: boolean): ShellInForce {
  const name = programName(command[0] ?? '');
  const family = POSIX.has(name)
    ? 'posix'
    : name === 'powershell' || name === 'pwsh'
      ? 'powershell'
      : name === 'cmd'
        ? 'cmd'
        : 'other';
  return { command, name, family, set };
}
