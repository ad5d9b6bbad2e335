import { isAssignment } from './arguments';
import { Command, type CommandParts } from './command';
import { type Fault, type Pipeline, Script, type Structure, type Word } from './model';
import type { Origin } from './origin';
import { parseShell } from './parse';
import { settingsOf } from './settings';
import type { Body, Simple, Stages, Step } from './tree';
import { WordReader } from './words';
import { type Run, runsOf } from './wrappers';

/** More than any RUN has: scripts in scripts, wrappers of wrappers, commands. */
const LIMITS = { depth: 12, commands: 4000, text: 262_144 } as const;

/** What surrounds a list of commands. */
export interface Surroundings {
  readonly inside: readonly Structure[];
  readonly via: readonly Command[];
  /** Shared by all that one shell runs in order, so that `set -e` counts for what follows. */
  readonly shell: { settings: ReadonlySet<string> };
}

/** Reads one text into commands, and the texts those run. */
export class Reader {
  readonly #commands: Command[] = [];
  readonly #pipelines = new Map<Stages, Pipeline>();
  readonly #faults: Fault[] = [];
  readonly #words = new WordReader();
  #left: number = LIMITS.text;

  /** All that was read, in source order. */
  finish(): Script {
    const commands = this.#commands.sort((a, b) => a.range.start - b.range.start);
    const pipelines = [...this.#pipelines.values()].sort((a, b) => a.range.start - b.range.start);
    return new Script(commands, pipelines, this.#faults);
  }

  text(origin: Origin, around: Surroundings): void {
    this.#left -= origin.text.length;
    if (this.#left < 0) {
      this.#faults.push({ kind: 'too-long', token: '', range: origin.place({ start: 0, end: 1 }).range });
      return;
    }
    const { steps, faults } = parseShell(origin.masked);
    for (const { kind, token, start, end } of faults)
      this.#faults.push({ kind, token, range: origin.place({ start, end }).range });
    this.#steps(steps, origin, around);
  }

  /** A command that no shell has read: each origin is one word. */
  words(origins: readonly Origin[], around: Surroundings): void {
    const [name, ...args] = origins.map((origin) => {
      const whole = { start: 0, end: origin.text.length };
      return this.#words.word(
        { ...whole, pieces: [whole], quoted: false, glob: false, holes: [], bodies: [] },
        origin,
      );
    });
    if (!name) return;
    const { inside, via, shell } = around;
    const range = { start: name.range.start, end: (args.at(-1) ?? name).range.end };
    const alone = { before: 'start', after: 'end', negated: false, stage: 0 } as const;
    const none = { assignments: [], redirects: [], settings: shell.settings };
    this.#add({ name, args, range, inside, via, ...alone, ...none }, shell);
  }

  #steps(steps: readonly Step[], origin: Origin, around: Surroundings): void {
    for (const step of steps) {
      if (this.#commands.length >= LIMITS.commands) return;
      // Every stage of a pipeline is a shell of its own.
      const shell = step.pipeline ? { settings: around.shell.settings } : around.shell;
      const pipeline = step.pipeline && this.#pipeline(step.pipeline, origin, shell.settings);
      const here = this.#timed(step, origin, { ...around, shell });
      if (step.node.type === 'simple') {
        this.#simple(step.node, step, pipeline, origin, here);
        continue;
      }
      for (const { kind, steps: inner } of step.node.sections) {
        const inside = [...here.inside, { kind, before: step.before }];
        // What a branch or a subshell sets may not hold behind it.
        const own = kind === 'group' || kind === 'condition' ? shell : { settings: shell.settings };
        this.#steps(inner, origin, { ...here, inside, shell: own });
      }
      this.#bodies(step.node.bodies, origin, here);
    }
  }

  #pipeline(stages: Stages, origin: Origin, settings: ReadonlySet<string>): Pipeline {
    const known = this.#pipelines.get(stages);
    if (known) return known;
    const pipeline = { range: origin.place(stages).range, length: stages.length, settings };
    this.#pipelines.set(stages, pipeline);
    return pipeline;
  }

  /** `time` is a word of the shell's grammar; to a rule it is one more wrapper. */
  #timed(step: Step, origin: Origin, around: Surroundings): Surroundings {
    const [name, ...args] = step.timed.map((leaf) => this.#words.word(leaf, origin));
    if (!name) return around;
    const { before, after, negated, stage } = step;
    const range = { start: name.range.start, end: (args.at(-1) ?? name).range.end };
    const none = { assignments: [], redirects: [], settings: around.shell.settings };
    const { inside, via } = around;
    const command = new Command({ name, args, range, inside, via, before, after, negated, stage, ...none });
    this.#commands.push(command);
    return { ...around, via: [...via, command] };
  }

  #simple(
    node: Simple,
    step: Step,
    pipeline: Pipeline | undefined,
    origin: Origin,
    around: Surroundings,
  ): void {
    const words = node.words.map((leaf) => this.#words.word(leaf, origin));
    const { inside, via, shell } = around;
    const { before, after, negated, stage } = step;
    const parts: CommandParts = {
      name: words[0],
      args: words.slice(1),
      assignments: node.assignments.map((setting) => this.#words.assignment(setting, origin)),
      redirects: node.redirects.map((redirect) => this.#words.redirect(redirect, origin)),
      range: origin.place(node).range,
      inside,
      via,
      before,
      after,
      negated,
      pipeline,
      stage,
      settings: shell.settings,
    };
    const leaves = [
      ...node.assignments.map(({ value }) => value),
      ...node.words,
      ...node.redirects.flatMap(({ target, heredoc }) => [target, heredoc]),
    ];
    const bodies = leaves.flatMap((leaf) => leaf?.bodies ?? []);
    this.#add(parts, shell, () => this.#bodies(bodies, origin, around));
  }

  #add(parts: CommandParts, shell: Surroundings['shell'], between?: () => void): void {
    const command = new Command(parts);
    this.#commands.push(command);
    between?.();
    if (command.is('set'))
      shell.settings = settingsOf(
        command.args.map(({ value }) => value),
        shell.settings,
      );
    if (command.via.length < LIMITS.depth) for (const run of runsOf(command)) this.#run(run, command, shell);
  }

  #bodies(bodies: readonly Body[], origin: Origin, around: Surroundings): void {
    for (const body of bodies) {
      const inside = [...around.inside, { kind: body.kind, before: 'start' as const }];
      const { decoded } = body;
      const inner = decoded
        ? decoded.pieces
          ? origin.excerpt(decoded.pieces)
          : origin.approximate(decoded.text, body)
        : origin;
      this.#steps(body.steps, inner, { ...around, inside, shell: { settings: around.shell.settings } });
    }
  }

  #run(run: Run, command: Command, shell: Surroundings['shell']): void {
    const via = [...command.via, command];
    if (run.kind === 'words') {
      this.#wrapped(run.words, command, via, shell);
      return;
    }
    const inside = [...command.inside, { kind: 'script' as const, before: command.before }];
    const own = run.kind === 'text' && !run.fresh ? shell : { settings: new Set(run.fresh) };
    const origin = run.kind === 'text' ? this.#words.script(run.words) : this.#input(command);
    if (origin) this.text(origin, { inside, via, shell: own });
  }

  /** The command a wrapper such as `sudo` runs; it takes the wrapper's place. */
  #wrapped(
    words: readonly Word[],
    command: Command,
    via: readonly Command[],
    shell: Surroundings['shell'],
  ): void {
    let count = words.findIndex((word) => !isAssignment(word));
    if (count < 0) count = words.length;
    const [name, ...args] = words.slice(count);
    if (!name) return;
    const assignments = words.slice(0, count).map((word) => this.#words.assigned(word));
    const range = { start: words[0]!.range.start, end: words.at(-1)!.range.end };
    this.#add({ ...command, name, args, assignments, range, via }, shell);
  }

  /**
   * What a shell reads from its standard input, where that is written here: a here-document, a here-string.
   */
  #input(command: Command): Origin | undefined {
    const source = command.redirects.findLast(
      ({ operator, descriptor }) => operator.startsWith('<') && !descriptor,
    );
    const word = source?.heredoc ?? (source?.operator === '<<<' ? source.target : undefined);
    return word && this.#words.script([word]);
  }
}
