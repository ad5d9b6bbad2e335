import { once } from '../../../core/once';
import { type Expression, parsePattern } from './parse';

/**
 * Whether a text matches a pattern of the API server. Undefined where that is not known: a pattern we do not read, or
 * more work than a check is worth.
 *
 * All ways through the pattern are followed at once, as RE2 does: the time it takes grows with the pattern times the
 * text and never faster, whatever somebody writes.
 */
export function matches(pattern: { readonly pattern: string }, text: string): boolean | undefined {
  const program = programOf(pattern);
  const codes = [...text].map((one) => one.codePointAt(0)!);
  return program && program.length * codes.length <= MOST_WORK ? run(program, codes) : undefined;
}

const MOST_STEPS = 10_000;
const MOST_WORK = 200_000;

/** One step: where it goes when it fits, and where else it may go. */
interface Step {
  readonly on:
    | (Expression & { readonly is: 'set' | 'start' | 'end' | 'boundary' | 'inside' })
    | 'jump'
    | 'done';
  to: number;
  or?: number;
}

const programOf = once(({ pattern }: { readonly pattern: string }): readonly Step[] | undefined => {
  const expression = parsePattern(pattern);
  const steps: Step[] = [];
  if (!expression || !write(expression, steps)) return undefined;
  steps.push({ on: 'done', to: 0 });
  return steps;
});

/** Appends the steps of an expression; false where they get too many. */
function write(expression: Expression, steps: Step[]): boolean {
  if (steps.length > MOST_STEPS) return false;
  switch (expression.is) {
    case 'all':
      return expression.of.every((one) => write(one, steps));
    case 'one':
      return writeOne(expression.of, steps);
    case 'times':
      return writeTimes(expression, steps);
    default:
      steps.push({ on: expression, to: steps.length + 1 });
      return true;
  }
}

function writeOne(of: readonly Expression[], steps: Step[]): boolean {
  const ends: Step[] = [];
  for (const [i, one] of of.entries()) {
    const fork: Step = { on: 'jump', to: steps.length + 1 };
    if (i < of.length - 1) steps.push(fork);
    if (!write(one, steps)) return false;
    const end: Step = { on: 'jump', to: 0 };
    steps.push(end);
    ends.push(end);
    if (i < of.length - 1) fork.or = steps.length;
  }
  for (const end of ends) end.to = steps.length;
  return true;
}

function writeTimes({ of, least, most }: Expression & { is: 'times' }, steps: Step[]): boolean {
  for (let i = 0; i < least; i++) if (!write(of, steps)) return false;
  const forks: Step[] = [];
  for (let i = least; i < (Number.isFinite(most) ? most : least + 1); i++) {
    const fork: Step = { on: 'jump', to: steps.length + 1 };
    const start = steps.push(fork) - 1;
    if (!write(of, steps)) return false;
    if (!Number.isFinite(most)) steps.push({ on: 'jump', to: start });
    forks.push(fork);
  }
  for (const fork of forks) fork.or = steps.length;
  return true;
}

function run(steps: readonly Step[], codes: readonly number[]): boolean {
  let open: number[] = [];
  for (let at = 0; at <= codes.length; at++) {
    const seen = new Uint8Array(steps.length);
    const now: number[] = [];
    // It may begin anywhere.
    for (const start of [...open, 0]) if (reach(start)) return true;
    const code = codes[at];
    open = code === undefined ? [] : now.filter((i) => fits(steps[i]!, code)).map((i) => steps[i]!.to);

    function reach(start: number): boolean {
      const todo = [start];
      for (let i = todo.pop(); i !== undefined; i = todo.pop()) {
        if (seen[i]) continue;
        seen[i] = 1;
        const { on, to, or } = steps[i]!;
        if (on === 'done') return true;
        if (on !== 'jump' && on.is === 'set') now.push(i);
        else if (on === 'jump' || holds(on.is, codes, at)) todo.push(to, ...(or === undefined ? [] : [or]));
      }
      return false;
    }
  }
  return false;
}

function fits({ on }: Step, code: number): boolean {
  if (typeof on === 'string' || on.is !== 'set') return false;
  return on.ranges.some(([from, to]) => from <= code && code <= to) !== on.not;
}

function holds(is: Exclude<Expression['is'], 'set'>, codes: readonly number[], at: number): boolean {
  if (is === 'start') return at === 0;
  if (is === 'end') return at === codes.length;
  return (isWord(codes[at - 1]) !== isWord(codes[at])) === (is === 'boundary');
}

function isWord(code: number | undefined): boolean {
  return code !== undefined && /\w/.test(String.fromCodePoint(code));
}
