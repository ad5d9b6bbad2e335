import type { Stage, VariableReference, Word } from '../model';
import { PLATFORM_ARGS } from '../scope';

/** The names a FROM knows: ARGs above the first FROM, and the automatic ones. */
export function namesOfFrom({ from, states }: Stage): readonly string[] {
  const declared = from ? [...states.get(from)!.scope.names()].reverse() : [];
  return [...declared, ...PLATFORM_ARGS];
}

/** The variables in a word of a FROM that nobody declared: `undeclared-arg-in-from` tells of them. */
export function undeclaredIn({ variables }: Word, stage: Stage): readonly VariableReference[] {
  if (variables.length === 0) return variables;
  const known = namesOfFrom(stage);
  return variables.filter(({ name }) => !known.includes(name));
}
