import type { Joined } from '../core/joined';
import type { PartId, Span } from '../core/span';
import type { Script } from '../shell/script';
import type { EscapeCharacter } from './model';
import type { Mount } from './mount';
import type { Problem } from './problem';
import type { Comment, Flag, Heredoc, VariableReference, Word } from './word';

/**
 * The instructions of a Dockerfile, told apart by `keyword`. They are immutable: one object is the same text
 * read under the same escape character and shell. Every span counts UTF-16 units from the start of the
 * instruction's part. https://docs.docker.com/reference/dockerfile/
 */
export type Instruction =
  | From
  | Run
  | Copy
  | Add
  | Arg
  | Env
  | Label
  | Expose
  | Workdir
  | User
  | Cmd
  | Entrypoint
  | Volume
  | Healthcheck
  | Shell
  | Stopsignal
  | Onbuild
  | Maintainer
  | Unknown;

export type Keyword = Instruction['keyword'];
export type InstructionOf<K extends Keyword> = Extract<Instruction, { readonly keyword: K }>;

export interface Common<K extends string> {
  readonly keyword: K;
  readonly part: PartId;
  /** All of its part: what its spans count in. */
  readonly partText: string;
  /** What continues its lines. */
  readonly escape: EscapeCharacter;
  /** From the keyword to the last character that belongs to it, heredocs included. */
  readonly span: Span;
  readonly keywordSpan: Span;
  /** The keyword as written: `run`. */
  readonly written: string;
  /** The instruction in one line, as BuildKit joins it, heredoc bodies left out. Maps to part offsets. */
  readonly joined: Joined;
  readonly flags: readonly Flag[];
  /** All that follows the keyword and the flags, trimmed; without arguments an empty span behind them. */
  readonly argumentsSpan: Span;
  /** The arguments as BuildKit splits them: words, JSON strings, `name=value`s; none for a shell command. */
  readonly words: readonly Word[];
  /** RUN, COPY and ADD only. */
  readonly heredocs: readonly Heredoc[];
  /** Comment lines between the continued lines. */
  readonly comments: readonly Comment[];
  /** Blank lines between the continued lines, which BuildKit warns of. */
  readonly emptyContinuations: readonly Span[];
  /** All variables BuildKit expands: in arguments, flags, mounts and heredocs. Those of a shell are not its own. */
  readonly variables: readonly VariableReference[];
  /** Why BuildKit rejects the instruction as it stands. */
  readonly problems: readonly Problem[];
  /** True for the trigger of an ONBUILD. */
  readonly onbuild: boolean;
}

/** A command as RUN, CMD, ENTRYPOINT and HEALTHCHECK CMD take it. */
export interface CommandLine {
  /** `heredoc`: the whole command is one heredoc, `RUN <<EOF`. `empty`: nothing is written. */
  readonly form: 'shell' | 'json' | 'heredoc' | 'empty';
  /** The strings of the JSON form, else none. */
  readonly words: readonly Word[];
  /** What the shell is given; heredocs that it reads itself are included. Empty for the JSON form. */
  readonly command: Joined;
  /** The shell that reads it; the JSON form knows none. */
  readonly shell: ShellInForce;
  /** The program named by the first line of a heredoc: `#!/usr/bin/env python3` gives `python3`. */
  readonly interpreter?: string;
  /**
   * The commands, read on first use: those of a POSIX shell, of JSON such as `["sh", "-c", "…"]`.
   * Missing for PowerShell, cmd and other interpreters.
   */
  readonly script?: Script;
}

/** The shell a command is handed to. https://docs.docker.com/reference/dockerfile/#shell */
export interface ShellInForce {
  /** As SHELL gives it; the default is `/bin/sh -c`, or `cmd /S /C` where the base is Windows. */
  readonly command: readonly string[];
  /** The program without path and `.exe`, in lower case: `sh`, `bash`, `powershell`. */
  readonly name: string;
  readonly family: 'posix' | 'powershell' | 'cmd' | 'other';
  /** False for the default. */
  readonly set: boolean;
}

export interface From extends Common<'FROM'> {
  readonly image?: Word;
  /** The word `AS`, as written. */
  readonly as?: Word;
  /** The name as written; `Stage.name` is in lower case, as BuildKit compares it. */
  readonly name?: Word;
  readonly platform?: Flag;
}

export interface Run extends Common<'RUN'>, CommandLine {
  readonly words: readonly Word[];
  readonly mounts: readonly Mount[];
}
export interface Cmd extends Common<'CMD'>, CommandLine {
  readonly words: readonly Word[];
}
export interface Entrypoint extends Common<'ENTRYPOINT'>, CommandLine {
  readonly words: readonly Word[];
}

interface Transfer {
  readonly json: boolean;
  /** Paths, patterns and URLs; heredocs are in `heredocs`. */
  readonly sources: readonly Word[];
  readonly destination?: Word;
}
export interface Copy extends Common<'COPY'>, Transfer {
  readonly from?: Flag;
}
export interface Add extends Common<'ADD'>, Transfer {}

/** `name=value`, or `name value` in the legacy form. */
export interface Pair {
  readonly span: Span;
  readonly name: Word;
  readonly value: Word;
}
/** `name` or `name=default`. */
export interface ArgDefinition {
  readonly span: Span;
  readonly name: Word;
  readonly value?: Word;
}
export interface Arg extends Common<'ARG'> {
  readonly definitions: readonly ArgDefinition[];
}
export interface Env extends Common<'ENV'> {
  readonly pairs: readonly Pair[];
  /** `ENV name value`: all the rest is the value. */
  readonly legacy: boolean;
}
export interface Label extends Common<'LABEL'> {
  readonly pairs: readonly Pair[];
  readonly legacy: boolean;
}

export interface Expose extends Common<'EXPOSE'> {
  readonly ports: readonly Word[];
}
export interface Workdir extends Common<'WORKDIR'> {
  readonly path?: Word;
}
export interface User extends Common<'USER'> {
  readonly user?: Word;
}
export interface Volume extends Common<'VOLUME'> {
  readonly json: boolean;
  readonly paths: readonly Word[];
}
export interface Healthcheck extends Common<'HEALTHCHECK'> {
  /** The word `CMD` or `NONE`, as written; anything else is a problem. */
  readonly type?: Word;
  readonly test?: CommandLine;
}
export interface Shell extends Common<'SHELL'> {
  /** Missing unless it is a JSON array of strings, as BuildKit requires. */
  readonly command?: readonly Word[];
}
export interface Stopsignal extends Common<'STOPSIGNAL'> {
  readonly signal?: Word;
}
export interface Onbuild extends Common<'ONBUILD'> {
  /** In the same part, with `onbuild` set; a chained ONBUILD has none. */
  readonly trigger?: Instruction;
}
export interface Maintainer extends Common<'MAINTAINER'> {
  readonly name?: Word;
}
/** A keyword that BuildKit does not know. */
export interface Unknown extends Common<'UNKNOWN'> {}
