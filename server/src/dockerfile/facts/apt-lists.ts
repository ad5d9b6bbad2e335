import { once } from '../../core/once';
import type { Command, Script } from '../../shell/script';
import { asInstruction, type Dockerfile, instructionsOf, type Run, type Stage } from '../model';
import { APT, HARMLESS, READING_LISTS } from './apt';
import { isMounted } from './mounts';
import { deletes } from './removal';

// The package lists that `apt-get update` fetches, and who reads them.

export const LISTS = '/var/lib/apt/lists';

/** What a RUN deletes to be rid of the lists; `partial` alone holds nothing. */
const LISTS_PATH = /^\/var\/lib\/(?:\*|apt(?:\/\*?)?|apt\/lists(?:\/(?!partial\b).*)?)$/;

/** An update in a RUN that has nothing to use what it fetches. */
export interface LoneUpdate {
  readonly run: Run;
  readonly update: Command;
  /** The nearest RUN that reads the lists without an update of its own. */
  readonly reader?: Run;
  /** How it stands to the update: the next instruction, later in the stage, or in a stage above. */
  readonly place?: 'next' | 'later' | 'above';
}

/** The lone updates of a file; those whose lists a script may read are left out. */
export function* loneUpdates({ stages }: Dockerfile): Iterable<LoneUpdate> {
  for (const stage of stages) {
    const after = stage.instructions;
    for (const { run, update, i } of loneIn(stage)) {
      const later = runsOf({ instructions: after.slice(i + 1) });
      const above = stages.filter(({ inheritsFrom }) => inheritsFrom.includes(stage)).flatMap(runsOf);
      const reader = [...later, ...above].find(readsOldLists);
      if (!reader && (deletesLists(behind(run, update)) || [...later, ...above].some(mayReadLists))) continue;
      // A line that lost the `\` above it is no instruction, and may be what reads them.
      if (!reader && after.some(({ keyword }) => keyword === 'UNKNOWN')) continue;
      const next = asInstruction(after[i + 1] ?? run, 'RUN');
      const place = reader === next ? 'next' : later.includes(reader!) ? 'later' : 'above';
      yield { run, update, ...(reader && { reader, place }) };
    }
  }
}

/** Whoever may read their lists, with their places in the stage. */
const loneIn = once(({ instructions }: Stage) =>
  instructions.flatMap((instruction, i) => {
    const run = asInstruction(instruction, 'RUN');
    const update = run && loneUpdate(run);
    return update ? [{ run, update, i }] : [];
  }),
);

/** The RUNs that may find what a RUN leaves: those behind it, and those of stages built on its stage. */
export function runsBehind({ stages }: Dockerfile, run: Run): Run[] {
  const stage = stages.find((one) => runsOf(one).includes(run));
  if (!stage) return [];
  const own = runsOf(stage);
  const above = stages.filter(({ inheritsFrom }) => inheritsFrom.includes(stage)).flatMap(runsOf);
  return [...own.slice(own.indexOf(run) + 1), ...above];
}

function runsOf(stage: Pick<Stage, 'instructions'>): readonly Run[] {
  return instructionsOf(stage, 'RUN');
}

/** The update of a RUN in which nothing can use what it fetches. What a script does is not known. */
export function loneUpdate(run: Run): Command | undefined {
  const { script } = run;
  const update = script?.find(APT, 'update')[0];
  if (!script || !update || isMounted(run, LISTS)) return undefined;
  return script.commands.every((command) => isHarmless(command, script)) ? update : undefined;
}

function isHarmless(command: Command, { commands }: Script): boolean {
  if (command.is(...APT)) return !READING_LISTS.includes(command.subcommand?.name ?? '');
  return HARMLESS.has(command.tool) || commands.some(({ via }) => via.includes(command));
}

/** Whether a RUN holds what may use old lists, as far as can be told: a script, apt-cache. */
export function mayReadLists({ script }: Run): boolean {
  if (!script) return true;
  const own = script.commands.findIndex((command) => script.find(APT, 'update').includes(command));
  const before = own < 0 ? script.commands : script.commands.slice(0, own);
  return before.some((command) => !isHarmless(command, script));
}

export function behind({ script }: Run, command: Command): readonly Command[] {
  return script!.commands.slice(script!.commands.indexOf(command) + 1);
}

export function deletesLists(commands: readonly Command[]): boolean {
  return (
    deletes(commands, LISTS_PATH) ||
    commands.some((command) => command.is(...APT) && command.subcommand?.name === 'distclean')
  );
}

/** Whether a RUN uses lists that it has not fetched itself. */
export function readsOldLists(run: Run): boolean {
  const commands = run.script?.find(APT, 'update', ...READING_LISTS) ?? [];
  return commands.length > 0 && commands[0]!.subcommand?.name !== 'update';
}
