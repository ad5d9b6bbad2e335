import { groupBy } from '../../core/group';
import { once } from '../../core/once';
import type { Severity } from '../../core/rule';
import type { ImageState, Instruction, InstructionOf, Keyword, Problem, ProblemCode, Stage } from '../model';
import type { DockerfilePart } from '../rule';

/** An instruction with what lowers the severity of what is wrong in it. */
export interface Place {
  readonly instruction: Instruction;
  readonly lowered: { readonly severity?: Severity };
}

/**
 * The instruction and the trigger of an ONBUILD. BuildKit checks a trigger only when an image is built on this
 * one: the build at hand succeeds.
 */
export const instructionsIn = once((unit: DockerfilePart): readonly Place[] => {
  if (!('keyword' in unit)) return [];
  const outer: Place = { instruction: unit, lowered: {} };
  const trigger = unit.keyword === 'ONBUILD' ? unit.trigger : undefined;
  return trigger ? [outer, { instruction: trigger, lowered: { severity: 'warning' } }] : [outer];
});

export interface Problematic extends Place {
  readonly problem: Problem;
}

/** What the parser rejects before it knows whether it reads a trigger. Source: parser/line_parsers.go. */
const IN_TRIGGERS_TOO: readonly ProblemCode[] = [
  'heredoc-unterminated',
  'json-not-strings',
  'pair-without-equals',
  'pair-without-value',
];

/** The problems of these kinds in a part. */
export function problemsIn(unit: DockerfilePart, ...codes: readonly ProblemCode[]): readonly Problematic[] {
  if (!('keyword' in unit) || !isProblematic(unit)) return [];
  return instructionsIn(unit).flatMap(({ instruction, lowered }) =>
    instruction.problems
      .filter(({ code }) => codes.includes(code))
      .map((problem) => ({
        instruction,
        problem,
        lowered: IN_TRIGGERS_TOO.includes(problem.code) ? {} : lowered,
      })),
  );
}

/** Sound ones are the most by far, and many rules ask. */
function isProblematic(written: Instruction): boolean {
  const trigger = written.keyword === 'ONBUILD' ? written.trigger : undefined;
  return written.problems.length > 0 || (trigger !== undefined && trigger.problems.length > 0);
}

export interface Dispatched extends Place {
  readonly state: ImageState;
}

/**
 * The instructions of a stage with what they find. BuildKit expands and checks values only in the stages that the
 * build needs. Source: dispatchStages in frontend/dockerfile/dockerfile2llb/convert.go.
 */
export const dispatchedIn = once(({ instructions, states, reachable }: Stage): readonly Dispatched[] =>
  instructions.flatMap((written) =>
    instructionsIn(written).map(({ instruction, lowered }) => ({
      instruction,
      state: states.get(instruction)!,
      lowered: reachable ? lowered : { severity: 'warning' as const },
    })),
  ),
);

/** Those of one kind. */
export function dispatchedAs<K extends Keyword>(
  stage: Stage,
  keyword: K,
): readonly (Dispatched & { readonly instruction: InstructionOf<K> })[] {
  return (byKeyword(stage).get(keyword) ?? []) as readonly object[] as readonly (Dispatched & {
    readonly instruction: InstructionOf<K>;
  })[];
}

const byKeyword = once((stage: Stage) =>
  groupBy<Dispatched, string>(dispatchedIn(stage), ({ instruction }) => instruction.keyword),
);
