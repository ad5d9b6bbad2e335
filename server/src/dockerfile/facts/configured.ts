import { once } from '../../core/once';
import type { Command } from '../../shell/script';
import { asInstruction, type ImageState, type Instruction, type Run, type Stage } from '../model';

/** How a package manager is told a thing once and for all. */
export interface Configuration {
  readonly tools: readonly string[];
  /** What a configuration file says, or the value of an option. */
  readonly item: RegExp;
  /** Where such files are; what a copied one says is not known. */
  readonly files: RegExp;
  /** Names another file. */
  readonly variable?: string;
}

export interface Told {
  readonly command: Command;
  readonly run: Run;
  readonly state: ImageState | undefined;
}

/** The commands that no configuration speaks for, neither their own options nor what is written before them. */
export function* unconfigured(stage: Stage, configuration: Configuration): Iterable<Told> {
  const { sets, told } = readings(configuration);
  let configured = stage.inheritsFrom.some(({ instructions }) => instructions.some(sets));
  for (const instruction of stage.instructions) {
    const run = asInstruction(instruction, 'RUN');
    if (run && !configured)
      for (const command of told(run)) yield { command, run, state: stage.states.get(run) };
    configured ||= sets(instruction);
  }
}

/** What instructions say of a configuration, whatever stands around them. */
const readings = once((configuration: Configuration) => ({
  sets: once((instruction: Instruction) => configures(instruction, configuration)),
  told: once((run: Run) => unconfiguredIn(run, configuration)),
}));

function unconfiguredIn({ script }: Run, configuration: Configuration): readonly Command[] {
  const { tools, item } = configuration;
  const all = script?.commands ?? [];
  const configuring = all.findIndex(
    (command) =>
      writes(command, configuration) || (command.is('', 'export') && setsFile(command, configuration)),
  );
  const commands = configuring < 0 ? all : all.slice(0, configuring);
  return commands.filter(
    (command) =>
      command.is(...tools) &&
      !command.has('-c') &&
      !command.options.some(({ value = '' }) => item.test(value)) &&
      ![command, ...command.via].some((one) => setsFile(one, configuration)),
  );
}

/** `APT_CONFIG=file`, for this command or for all behind it. */
function setsFile({ args, assignments }: Command, { variable }: Configuration): boolean {
  return (
    assignments.some(({ name }) => name === variable) ||
    (variable !== undefined && args.some(({ value }) => value.startsWith(`${variable}=`)))
  );
}

function configures(instruction: Instruction, configuration: Configuration): boolean {
  const { item, files, variable } = configuration;
  if (instruction.keyword === 'ENV') return instruction.pairs.some(({ name }) => name.text === variable);
  if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
    const { destination, sources, heredocs } = instruction;
    const told = sources.length > 0 || heredocs.some(({ body }) => item.test(body));
    return told && files.test(destination?.text ?? '');
  }
  return (
    instruction.keyword === 'RUN' &&
    instruction.script?.commands.some((command) => writes(command, configuration)) === true
  );
}

/** By its words, the lines it is given, or the file it writes anew. */
function writes(command: Command, { tools, item }: Configuration): boolean {
  const { name, args, redirects } = command;
  const given = redirects.flatMap(({ operator, target, heredoc }) =>
    operator === '>' ? (target ?? []) : (heredoc ?? []),
  );
  return !command.is(...tools) && [name, ...args, ...given].some((word) => word && item.test(word.value));
}
