import type { Template, Variable, VariableReference } from './word';

/** What is known of a variable at one place. */
export interface Known {
  /** `unknown`: the base image, which is not read, may set it. */
  readonly state: 'set' | 'unset' | 'unknown';
  /** Missing where it is set to something that is not known here, such as a platform. */
  readonly value?: string;
  /** An ARG had its say, so that `--build-arg` may change it. */
  readonly overridable: boolean;
}

export interface Expansion {
  /** Missing where it cannot be told from the file. */
  readonly value?: string;
  readonly overridable: boolean;
  /** Variables that nothing sets; an empty text stands in for them. */
  readonly unset: readonly VariableReference[];
  /** `${x:?}` without a value, a pattern that is none: the build stops. */
  readonly problem?: 'variable-required' | 'pattern-invalid';
}

/** Longer values are taken for unknown: `ENV A=$A$A` doubles with every line. */
const LONGEST = 65_536;

/**
 * The value of a word where its variables are what `lookup` says, without build arguments.
 * Source: processDollar in frontend/dockerfile/shell/lex.go.
 */
export function expand(template: Template, lookup: (name: string) => Known): Expansion {
  // Most words are one piece of text.
  const [only] = template;
  if (template.length === 1 && typeof only === 'string' && only.length <= LONGEST)
    return { value: only, overridable: false, unset: [] };
  const state: State = { overridable: false, unset: [], lookup };
  const value = expanded(template, state);
  const { overridable, unset, problem } = state;
  if (problem) return { overridable, unset, problem };
  return value === undefined || value.length > LONGEST
    ? { overridable, unset }
    : { value, overridable, unset };
}

interface State {
  overridable: boolean;
  readonly unset: VariableReference[];
  readonly lookup: (name: string) => Known;
  problem?: 'variable-required' | 'pattern-invalid';
}

function expanded(template: Template, state: State): string | undefined {
  let value: string | undefined = '';
  for (const piece of template) {
    const text = typeof piece === 'string' ? piece : variable(piece, state);
    value = text === undefined || value === undefined ? undefined : value + text;
  }
  return value;
}

function variable({ reference, word, replacement }: Variable, state: State): string | undefined {
  const known = state.lookup(reference.name);
  state.overridable ||= known.overridable;
  if (known.state === 'unset') state.unset.push(reference);
  // The words of modifiers are expanded whether they are needed or not.
  const operand = expanded(word, state);
  const second = expanded(replacement, state);
  const { value } = known;
  const unset = known.state === 'unset';
  switch (reference.modifier) {
    case undefined:
      return unset ? '' : value;
    case '-':
      return known.state === 'unknown' ? undefined : unset ? operand : value;
    case ':-':
      return unset || value === '' ? operand : value;
    case '+':
      return known.state === 'unknown' ? undefined : unset ? '' : operand;
    case ':+':
      return unset || value === '' ? '' : value === undefined ? undefined : operand;
    case '?':
      return unset ? failed(state, 'variable-required') : value;
    case ':?':
      return unset || value === '' ? failed(state, 'variable-required') : value;
    default: {
      const text = unset ? '' : value;
      if (text === undefined || operand === undefined || second === undefined) return undefined;
      return substituted(reference.modifier, text, operand, second) ?? failed(state, 'pattern-invalid');
    }
  }
}

function failed(state: State, problem: NonNullable<State['problem']>): undefined {
  state.problem ??= problem;
}

type PatternModifier = '#' | '##' | '%' | '%%' | '/' | '//';

function substituted(
  modifier: PatternModifier,
  value: string,
  word: string,
  replacement: string,
): string | undefined {
  switch (modifier) {
    case '#':
    case '##':
      return withoutPrefix(value, word, modifier === '##');
    case '%':
    case '%%': {
      // The shortest match at the end is the shortest at the start of both turned round.
      const rest = withoutPrefix(reversed(value), reversedPattern(word), modifier === '%%');
      return rest === undefined ? undefined : reversed(rest);
    }
    case '/':
      return pattern(word, true, '') && value.replace(pattern(word, true, '')!, () => replacement);
    case '//':
      return pattern(word, true, '') && value.replace(pattern(word, true, 'g')!, () => replacement);
  }
}

function withoutPrefix(value: string, word: string, greedy: boolean): string | undefined {
  const prefix = pattern(word, greedy, 'y');
  return prefix && value.replace(prefix, '');
}

/** A shell pattern of `*`, `?` and escapes as a regular expression; undefined for another escape. */
function pattern(word: string, greedy: boolean, flags: '' | 'g' | 'y'): RegExp | undefined {
  let source = '';
  const characters = [...word];
  for (let at = 0; at < characters.length; at++) {
    const char = characters[at]!;
    if (char === '*') source += greedy ? '[^\\n]*' : '[^\\n]*?';
    else if (char === '?') source += '[^\\n]';
    else if (char === '\\') {
      const next = characters[at + 1];
      if (next === '}' || next === '/') continue;
      if (next !== '*' && next !== '?' && next !== '\\') return undefined;
      source += `\\${next}`;
      at++;
    } else source += char.replace(/[[\]{}.+()|^$/]/, '\\$&');
  }
  return new RegExp(source, `u${flags}`);
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}

/** Turns a pattern round and leaves its escapes before what they escape. */
function reversedPattern(word: string): string {
  return (word.match(/\\[\s\S]|[\s\S]/gu) ?? []).reverse().join('');
}
