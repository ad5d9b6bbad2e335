import type { Dockerfile, Instruction, Stage, VariableReference } from './model';
import { stateBefore } from './model';
import type { Scope } from './scope';

/** The variables that a reference of an instruction sees. */
export function scopeAt(
  dockerfile: Dockerfile,
  stage: Stage | undefined,
  instruction: Instruction,
  reference: VariableReference,
): Scope {
  return isEarlier(reference, instruction)
    ? scopeBehind(dockerfile, stage, instruction)
    : stateBefore(dockerfile, instruction).scope;
}

/** `ARG A=1 B=$A`: each name of an ARG sees those before it. */
function isEarlier({ name, span }: VariableReference, instruction: Instruction): boolean {
  const definitions = instruction.keyword === 'ARG' ? instruction.definitions : [];
  return definitions.some((one) => one.name.raw === name && one.span.end <= span.start);
}

/** The variables once an instruction has set its own. */
export function scopeBehind(
  dockerfile: Dockerfile,
  stage: Stage | undefined,
  instruction: Instruction,
): Scope {
  const { scope } = stateBefore(dockerfile, instruction);
  if (instruction.keyword === 'ENV') return scope.withEnv(instruction);
  if (instruction.keyword !== 'ARG') return scope;
  return scope.withArg(instruction, stage?.from && stateBefore(dockerfile, stage.from).scope);
}
