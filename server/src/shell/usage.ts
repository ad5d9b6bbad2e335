/** One option with all its spellings: `-y`, `--yes`, `--assume-yes`. */
export interface OptionForm {
  readonly names: readonly string[];
  /**
   * `next`: takes a value, attached or as the next word. `attached`: may have one, attached only.
   * `equals`: may have one, behind `=` only. `rest`: takes the next word and ends the options.
   */
  readonly value: 'none' | 'next' | 'attached' | 'equals' | 'rest';
}

/** How one tool reads its arguments. */
export interface Usage {
  readonly options: ReadonlyMap<string, OptionForm>;
  /** By each of their spellings. */
  readonly subcommands: ReadonlyMap<string, SubcommandForm>;
  /** The first operand is a subcommand, also one that is not listed. */
  readonly hasSubcommands: boolean;
  /** Options end at the first operand (POSIX); else they may follow it (GNU). */
  readonly ordered: boolean;
  /** Options have one dash and many letters (`-ldflags`), and two dashes mean the same (Go). */
  readonly longOnly: boolean;
  /** Words behind `--` are meant for another program. */
  readonly passes: boolean;
  /** `NAME=value` words may stand before the operands, as with `env`. */
  readonly assigns: boolean;
  /** Letters of the first word need no dash: `tar xzf`. */
  readonly bundled: boolean;
}

export interface SubcommandForm {
  readonly name: string;
  /** The next word belongs to the name: `yarn cache clean`. */
  readonly group: boolean;
  readonly options: ReadonlyMap<string, OptionForm>;
}

export type Habit = Exclude<keyof Usage, 'options' | 'subcommands'>;

/**
 * Reads a table of options, written as a manual's synopsis writes them:
 * ```
 * -y --yes --assume-yes        an option without a value, ended by the line or a comma
 * -t --target-release <name>   takes a value
 * -i [suffix]                  may have a value, attached
 * -q --quiet [=level]          may have a value, behind `=`
 * -m <module>...               takes a value and ends the options
 * install in:                  the following options belong to this subcommand, which has two spellings
 * cache *:                     a group of subcommands
 * ```
 * Options that take no value and have one spelling need no entry.
 */
export function usage(table: string, ...habits: Habit[]): Usage {
  const options = new Map<string, OptionForm>();
  const subcommands = new Map<string, SubcommandForm>();
  let target = options;
  for (const line of table.split('\n').map((text) => text.trim())) {
    if (!line.endsWith(':')) {
      readOptions(line, target);
      continue;
    }
    const [name = '', ...others] = line.slice(0, -1).split(' ');
    const group = others.includes('*');
    target = new Map();
    const form = { name, group, options: target };
    for (const spelling of [name, ...others]) if (spelling !== '*') subcommands.set(spelling, form);
  }
  const has = (habit: Habit) => habits.includes(habit);
  return {
    options,
    subcommands,
    hasSubcommands: subcommands.size > 0 || has('hasSubcommands'),
    ordered: has('ordered'),
    longOnly: has('longOnly'),
    passes: has('passes'),
    assigns: has('assigns'),
    bundled: has('bundled'),
  };
}

function readOptions(line: string, into: Map<string, OptionForm>): void {
  let names: string[] = [];
  const add = (value: OptionForm['value']) => {
    const form = { names, value };
    for (const name of names) into.set(name, form);
    names = [];
  };
  for (const token of line.match(/<[^>]*>(\.\.\.)?|\[[^\]]*\]|,|[^\s,]+/g) ?? []) {
    if (token === ',') add('none');
    else if (token.startsWith('<')) add(token.endsWith('...') ? 'rest' : 'next');
    else if (token.startsWith('[')) add(token.startsWith('[=') ? 'equals' : 'attached');
    else names.push(token);
  }
  add('none');
}

/** For tools without a table: every option stands alone, values need `=`. */
export const UNKNOWN: Usage = usage('');
