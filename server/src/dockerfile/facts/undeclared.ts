import type { Dockerfile, VariableReference, Word } from '../model';
import { PLATFORM_ARGS } from '../scope';

/** The names FROM knows: ARGs above the first FROM, and the automatic ones. */
export function namesOfFrom({ globalArgs }: Pick<Dockerfile, 'globalArgs'>): readonly string[] {
  return [
    ...globalArgs.flatMap(({ definitions }) => definitions.map(({ name }) => name.raw)),
    ...PLATFORM_ARGS,
  ];
}

/** The variables in a word of FROM that nobody declared: `undeclared-arg-in-from` tells of them. */
export function undeclaredIn(
  { variables }: Word,
  file: Pick<Dockerfile, 'globalArgs'>,
): readonly VariableReference[] {
  const known = namesOfFrom(file);
  return variables.filter(({ name }) => !known.includes(name));
}
