import type { Build, Step } from './model';

/** The word with which a step waits for nothing. */
export const AT_ONCE = '-';

/**
 * The steps one waits for: those it names, else all before it. Names that no earlier step has lead nowhere.
 * Source: https://docs.cloud.google.com/build/docs/configuring-builds/configure-build-step-order
 */
export function awaited({ steps }: Build, { index, waitFor }: Step): readonly Step[] {
  const before = steps.slice(0, index);
  if (!waitFor || waitFor.length === 0) return before;
  const names = new Set(waitFor.map(({ text }) => text));
  return before.filter(({ id }) => id !== undefined && names.has(id.text));
}

/** The steps that name one, or that come later and name none. */
export function waiting(build: Build, step: Step): readonly Step[] {
  return build.steps.filter((other) => awaited(build, other).includes(step));
}
