import type { Command } from '../../shell/script';
import { asInstruction, type Dockerfile, type ImageState, type Instruction, type Run } from '../model';
import { APT } from './apt';

// What is configured for apt before a command runs. https://manpages.debian.org/stable/apt/apt.conf.5.en.html

export interface AptCommand {
  readonly command: Command;
  readonly run: Run;
  readonly state: ImageState | undefined;
}

/**
 * The commands of apt-get and apt that no configuration speaks for, neither their own nor one written before them.
 * @param item what it would say; what a copied file says is not known.
 */
export function* unconfigured({ stages, states }: Dockerfile, item: RegExp): Iterable<AptCommand> {
  for (const { instructions, inheritsFrom } of stages) {
    let configured = inheritsFrom.some((stage) => stage.instructions.some((one) => configures(one, item)));
    for (const instruction of instructions) {
      const run = asInstruction(instruction, 'RUN');
      if (run && !configured)
        for (const command of unconfiguredIn(run, item)) yield { command, run, state: states.get(run) };
      configured ||= configures(instruction, item);
    }
  }
}

function unconfiguredIn({ script }: Run, item: RegExp): readonly Command[] {
  const all = script?.commands ?? [];
  const configuring = all.findIndex(
    (command) => writes(command, item) || (command.is('', 'export') && setsConfig(command)),
  );
  const commands = configuring < 0 ? all : all.slice(0, configuring);
  return commands.filter(
    (command) =>
      command.is(...APT) &&
      !command.has('-c') &&
      !command.options.some(({ names, value = '' }) => names.includes('-o') && item.test(value)) &&
      ![command, ...command.via].some(setsConfig),
  );
}

/** `APT_CONFIG=file`, for this command or for all behind it. */
function setsConfig({ args, assignments }: Command): boolean {
  return (
    assignments.some(({ name }) => name === 'APT_CONFIG') ||
    args.some(({ value }) => value.startsWith('APT_CONFIG='))
  );
}

function configures(instruction: Instruction, item: RegExp): boolean {
  if (instruction.keyword === 'ENV') return instruction.pairs.some(({ name }) => name.text === 'APT_CONFIG');
  if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
    const { destination, sources, heredocs } = instruction;
    const told = sources.length > 0 || heredocs.some(({ body }) => item.test(body));
    return told && /^\/etc\/apt(?:\/apt\.conf.*)?\/?$/.test(destination?.text ?? '');
  }
  return (
    instruction.keyword === 'RUN' &&
    instruction.script?.commands.some((command) => writes(command, item)) === true
  );
}

function writes(command: Command, item: RegExp): boolean {
  const texts = [...command.args, ...command.redirects.flatMap(({ heredoc }) => heredoc ?? [])];
  return !command.is(...APT) && texts.some(({ value }) => item.test(value));
}
