import { once } from '../../core/once';
import type { Command, Script } from '../../shell/script';
import {
  type Dockerfile,
  type ImageState,
  type Instruction,
  instructionsOf,
  type Run,
  type Stage,
  stateBefore,
  type Word,
} from '../model';
import { resolvePath } from '../state';
import { landingPaths, sourceKind, startingFolder } from './transfer';

/** They make tar do what ADD cannot: leave out, rename, print, keep. */
const MORE_THAN_ADD =
  /^--(?:strip(?:-components)?|exclude|wildcards|transform|xform|to-stdout|to-command|keep|skip|overwrite|one-top-level|files-from|no-recursion|owner|group|mode|same-owner|no-same-owner|anchored|no-same-permissions)/;

/** An archive that is copied and unpacked by a RUN. */
export interface Unpacking {
  readonly source: Word;
  readonly run: Run;
  readonly command: Command;
}

/** The archives that ADD would have unpacked. */
export const unpackingsIn = once((file: Dockerfile): readonly Unpacking[] =>
  file.stages.flatMap((stage) =>
    archivesIn(stage).flatMap(({ copy, source, paths }) => {
      const found = firstUnpacking(file, behind(file, stage, copy), paths);
      return found ? [{ source, ...found }] : [];
    }),
  ),
);

/** The archives a stage copies, and where they may come to lie. */
const archivesIn = once((stage: Stage) =>
  instructionsOf(stage, 'COPY').flatMap((copy) => {
    if (copy.onbuild || copy.from || copy.problems.length > 0) return [];
    const state = stateBefore(stage, copy);
    return copy.sources
      .filter((source) => sourceKind(source, state) === 'archive')
      .map((source) => ({ copy, source, paths: landingPaths({ ...copy, sources: [source] }, state) }));
  }),
);

/** The instructions that see what an instruction copies: in its stage, and in those built on it. */
function behind({ stages }: Dockerfile, stage: Stage, copy: Instruction): readonly Instruction[] {
  const { instructions } = stage;
  const above = stages.filter(({ inheritsFrom }) => inheritsFrom.includes(stage));
  return [
    ...instructions.slice(instructions.indexOf(copy) + 1),
    ...above.flatMap((other) => other.instructions),
  ];
}

function firstUnpacking(
  file: Dockerfile,
  instructions: readonly Instruction[],
  paths: readonly string[],
): Omit<Unpacking, 'source'> | undefined {
  for (const run of instructions) {
    if (run.keyword !== 'RUN' || !run.script) continue;
    const command = unpackedBy(run.script, paths, stateBefore(file, run));
    if (command) return { run, command };
  }
  return undefined;
}

/**
 * The command of a script that unpacks all of one of these files as ADD would, or begins to.
 * @param paths absolute
 */
function unpackedBy({ commands }: Script, paths: readonly string[], state: ImageState): Command | undefined {
  const folders = [startingFolder(state)];
  for (const command of commands) {
    if (command.is('cd', 'pushd')) {
      const to = command.operands[0]?.value ?? '';
      folders.push(...folders.map((from) => resolvePath(from, to)));
    }
    const archive = unpackedArchive(command);
    if (archive === undefined) continue;
    const text = filledIn(archive, state);
    if (folders.some((folder) => paths.includes(resolvePath(folder, text) ?? ''))) return command;
  }
  return undefined;
}

/** The file that `tar -x` reads, where everything in it is unpacked, or the one made ready for it. */
function unpackedArchive(command: Command): string | undefined {
  if (command.is('gunzip', 'bunzip2', 'unxz', 'unzstd', 'unlzma')) {
    const [archive, ...more] = command.operands;
    return archive && more.length === 0 && TAR.test(archive.value) ? archive.value : undefined;
  }
  if (!command.is('tar', 'bsdtar') || !command.has('-x', '--extract', '--get')) return undefined;
  const special = command.options.some(({ names }) =>
    names.some((name) => MORE_THAN_ADD.test(name) || name === '-O' || name === '-k'),
  );
  const file = command.option('-f', '--file');
  if (special || !file?.value || command.operands.length > 0 || command.has('-t', '--list')) return undefined;
  return file.value;
}

/** Alone, a compressed file is no archive, and ADD copies it as it is. */
const TAR = /\.(?:tar\.\w+|t[bgx]z2?|tzst|tlz)$/i;

/** With the values that are known of `$name` and `${name}`. */
function filledIn(text: string, { scope }: ImageState): string {
  return text.replace(
    /\$(?:(\w+)|\{(\w+)\})/g,
    (written, bare, braced) => scope.get(bare ?? braced).value ?? written,
  );
}
