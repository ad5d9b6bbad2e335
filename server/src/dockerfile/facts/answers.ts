import type { Command } from '../../shell/script';
import type { ImageState } from '../model';

// What answers a package manager's question, whichever asks.

/** `yes | apt-get …` and other input, also of what it stands in; what xargs runs gets none. */
export function isAnswered({ before, inside, redirects, via }: Command): boolean {
  if (via.some((wrapper) => wrapper.is('xargs'))) return false;
  return (
    [...inside, { before }].some((piped) => piped.before === '|') ||
    redirects.some(({ operator, target }) => operator.startsWith('<') && target?.value !== '/dev/null')
  );
}

/** Whether an argument may hold options: a variable of such a name or value, the arguments of a function. */
export function mayHoldOptions({ args }: Command, state: ImageState | undefined): boolean {
  return args.some(({ expansions }) =>
    expansions.some(({ name = '' }) => {
      const value = state?.scope.get(name).value;
      return value === undefined ? /^[@*\d]|opt|arg|flag|param|yes/i.test(name) : /(?:^|\s)-/.test(value);
    }),
  );
}
