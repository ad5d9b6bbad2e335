import type { Range } from '../core/span';
import type { Command } from './command';
import type { Connective, FaultKind, StructureKind } from './tree';

export type { Connective, FaultKind, StructureKind };

// The shell text of a RUN as rules see it. Every `Range` counts UTF-16 units of the source that the text was
// joined from, in the way of `Joined`: its end sticks to its last character.

/** One word of a command. */
export interface Word {
  /** As the command receives it: quotes, escapes and continuations removed, expansions as written. */
  readonly value: string;
  /** As written in the text the shell reads: joined, quotes kept. */
  readonly text: string;
  readonly range: Range;
  /** The value is the whole truth: no expansion is in it. It may still be a pattern, see `glob`. */
  readonly literal: boolean;
  /** Any part of it is quoted or escaped. */
  readonly quoted: boolean;
  /** It holds an unquoted `*`, `?` or `[…]`. */
  readonly glob: boolean;
  readonly expansions: readonly Expansion[];
  /**
   * The range holds this word and nothing else, so that it may be replaced, or text without quotes, `$` and
   * backslashes put next to it. False where escapes around or inside it belong to another shell or notation.
   */
  readonly exact: boolean;
}

/**
 * `$name`, `${name:-x}`; `$(…)` or backticks; `$((…))`; `<(…)`; `{a,b}`. Those inside another are not listed.
 */
export interface Expansion {
  readonly kind: 'parameter' | 'command' | 'arithmetic' | 'process' | 'brace';
  /** Of a parameter: `name`, `1`, `@`. */
  readonly name?: string;
  readonly range: Range;
  readonly quoted: boolean;
}

/** `NAME=value` before a command, for that command only; without a command, for all that follow. */
export interface Assignment {
  readonly name: string;
  /** Empty for `NAME=`. */
  readonly value: Word;
  /** `NAME+=value`. */
  readonly append: boolean;
  readonly range: Range;
}

export interface Redirect {
  /** `>` `>>` `<` `<>` `>|` `&>` `&>>` `>&` `<&` `<<` `<<-` `<<<` */
  readonly operator: string;
  /** The number before the operator. */
  readonly descriptor?: number;
  /** The file; the word of `<<<`; the delimiter of a here-document. */
  readonly target?: Word;
  /** The lines of a here-document; `quoted` where nothing in them is expanded. */
  readonly heredoc?: Word;
  readonly range: Range;
}

/** What a command stands in; the same object for all commands of one body. */
export interface Structure {
  readonly kind: StructureKind;
  /** What connects the whole construct to what is before it. */
  readonly before: Connective;
}

/** Two or more stages joined by `|`. */
export interface Pipeline {
  readonly range: Range;
  readonly length: number;
  /** The shell settings when it runs. */
  readonly settings: Settings;
}

/** What `set` has switched on, by long name: `errexit`, `nounset`, `pipefail`, `xtrace`. */
export type Settings = ReadonlySet<string>;

/** What keeps the text from being read as a shell would. */
export interface Fault {
  readonly kind: FaultKind;
  /** What is unterminated, unexpected or missing, as the shell spells it. */
  readonly token: string;
  readonly range: Range;
}

/** A shell text as a list of commands. */
export class Script {
  /** In source order; a wrapper such as `sudo` comes before what it runs, and both are listed. */
  readonly commands: readonly Command[];
  readonly pipelines: readonly Pipeline[];
  readonly faults: readonly Fault[];

  constructor(commands: readonly Command[], pipelines: readonly Pipeline[], faults: readonly Fault[]) {
    this.commands = commands;
    this.pipelines = pipelines;
    this.faults = faults;
  }

  /** The commands that run one of these tools, with one of these subcommands if any are given. */
  find(tools: string | readonly string[], ...subcommands: readonly string[]): Command[] {
    const names = typeof tools === 'string' ? [tools] : tools;
    return this.commands.filter(
      (command) =>
        command.is(...names) &&
        (subcommands.length === 0 || subcommands.includes(command.subcommand?.name ?? '')),
    );
  }
}
