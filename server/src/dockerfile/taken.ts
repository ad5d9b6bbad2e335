import type { Span } from '../core/span';
import type { LabDockerfile } from './expectation';
import { ignoringOf } from './facts/ignored';
import { leavesOut } from './ignore-file';
import { type Instruction, mountOption, type Run, type Stage } from './model';

/** The word with which an instruction takes a file of the build context; undefined where it does not. */
export function takenBy(instruction: Instruction, file: string, lab: LabDockerfile): Span | undefined {
  const ignoring = ignoringOf(lab.path, lab.facts);
  if (ignoring && leavesOut(ignoring, file)) return undefined;
  if (instruction.keyword === 'RUN') return mountedBy(instruction, file);
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return undefined;
  const { flags, sources } = instruction;
  if (flags.some(({ name }) => name === 'from')) return undefined;
  if (flags.some(({ name, value }) => name === 'exclude' && value && isOf(value.text, file)))
    return undefined;
  return sources.find(({ text }) => isOf(text, file))?.span;
}

function mountedBy({ mounts }: Run, file: string): Span | undefined {
  return mounts.find(
    (mount) =>
      mount.type === 'bind' &&
      !mountOption(mount, 'from') &&
      isOf(mountOption(mount, 'source')?.value?.text ?? '.', file),
  )?.span;
}

/** What the result of a RUN depends on: the instructions above it, in its stage and those below, and itself. */
export function upTo({ inheritsFrom, instructions }: Stage, run: Run): readonly Instruction[] {
  const all = [...inheritsFrom.toReversed().flatMap((below) => below.instructions), ...instructions];
  return all.slice(0, all.indexOf(run) + 1);
}

/**
 * Whether a path or pattern of the context is a file's, or that of a folder above it.
 * https://docs.docker.com/reference/dockerfile/#pattern-matching
 */
function isOf(source: string, file: string): boolean {
  const text = source.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');
  if (text === '' || text === '.') return true;
  const pattern = text.replace(/\*\*\/?|\*|\?|[.+^${}()|\\]/g, (sign) => WILDCARDS[sign] ?? `\\${sign}`);
  return new RegExp(`^${pattern}(?:/|$)`, 's').test(file);
}

const WILDCARDS: Readonly<Record<string, string>> = {
  '**/': '(?:.*/)?',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
};
