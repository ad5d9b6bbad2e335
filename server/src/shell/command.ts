import type { Range } from '../core/span';
import { type Arguments, type Option, readArguments, type Subcommand } from './arguments';
import type {
  Assignment,
  Connective,
  Pipeline,
  Redirect,
  Settings,
  Structure,
  StructureKind,
  Word,
} from './model';
import { familyOf, usageOf } from './tools';

/** What is known of a command before its arguments are looked at. */
export interface CommandParts {
  /** Missing where only assignments or redirects are written. */
  readonly name?: Word;
  readonly args: readonly Word[];
  readonly assignments: readonly Assignment[];
  /** Of what is run by a wrapper: the wrapper's, which hands its streams on. */
  readonly redirects: readonly Redirect[];
  /** From the first to the last of all of these. */
  readonly range: Range;
  /** The commands that run this one, outermost first: `sudo`, then `bash -c`. */
  readonly via: readonly Command[];
  /** What it stands in, outermost first. */
  readonly inside: readonly Structure[];
  /** `start` and `end` are those of the list it stands in. */
  readonly before: Connective;
  readonly after: Connective;
  /** Its exit status, or its pipeline's, is turned round by `!`. */
  readonly negated: boolean;
  /** Missing where it stands alone. */
  readonly pipeline?: Pipeline;
  /** Its place in the pipeline, from 0. */
  readonly stage: number;
  /** The shell settings when it runs. */
  readonly settings: Settings;
}

/** One simple command. `[[ … ]]` and `(( … ))` are commands of that name. */
export class Command implements CommandParts {
  readonly name?: Word;
  readonly args: readonly Word[];
  readonly assignments: readonly Assignment[];
  readonly redirects: readonly Redirect[];
  readonly range: Range;
  readonly via: readonly Command[];
  readonly inside: readonly Structure[];
  readonly before: Connective;
  readonly after: Connective;
  readonly negated: boolean;
  readonly pipeline?: Pipeline;
  readonly stage: number;
  readonly settings: Settings;
  /** The name without its directory: `apt-get` for `/usr/bin/apt-get`; empty without a name. */
  readonly tool: string;
  readonly #family: string;
  #arguments: Arguments | undefined;

  constructor(parts: CommandParts) {
    this.name = parts.name;
    this.args = parts.args;
    this.assignments = parts.assignments;
    this.redirects = parts.redirects;
    this.range = parts.range;
    this.via = parts.via;
    this.inside = parts.inside;
    this.before = parts.before;
    this.after = parts.after;
    this.negated = parts.negated;
    this.pipeline = parts.pipeline;
    this.stage = parts.stage;
    this.settings = parts.settings;
    const name = parts.name?.value ?? '';
    this.tool = name.slice(name.lastIndexOf('/') + 1);
    this.#family = familyOf(this.tool);
  }

  /** Whether it runs one of these tools; `pip` is also `pip3` and `pip3.12`. */
  is(...tools: readonly string[]): boolean {
    return this.name !== undefined && (tools.includes(this.tool) || tools.includes(this.#family));
  }

  /** Whether it stands in one of these constructs, at any depth. */
  within(...kinds: readonly StructureKind[]): boolean {
    return this.inside.some(({ kind }) => kinds.includes(kind));
  }

  get subcommand(): Subcommand | undefined {
    return this.arguments.subcommand;
  }

  get options(): readonly Option[] {
    return this.arguments.options;
  }

  /** What is neither an option nor the subcommand. */
  get operands(): readonly Word[] {
    return this.arguments.operands;
  }

  /** The options that have one of these names, in any of its spellings: `-qq` is two of `--quiet`. */
  all(...names: readonly string[]): Option[] {
    return this.options.filter((option) => option.names.some((name) => names.includes(name)));
  }

  /** The last of these options: that one counts. */
  option(...names: readonly string[]): Option | undefined {
    return this.all(...names).at(-1);
  }

  /** Whether one of these options is given and not switched off. */
  has(...names: readonly string[]): boolean {
    return names.some((name) => this.option(name)?.off === false);
  }

  /** The arguments told apart as the tool does; read on first use. */
  get arguments(): Arguments {
    this.#arguments ??= readArguments(this.args, usageOf(this.tool));
    return this.#arguments;
  }
}
