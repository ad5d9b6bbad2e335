import { type ImageReference, parseReference } from '../image/reference';
import { isWindowsImage } from '../image/windows';
import { Draft, isSameList, settled } from './draft';
import type { Arg, Copy, From, Instruction, Run, Shell, ShellInForce } from './instruction';
import type { Base, Dockerfile, EscapeCharacter, Stage, StageUse, UseSource } from './model';
import { mountOption } from './mount';
import { Scope } from './scope';
import { DEFAULT_SHELL, shellSetTo, WINDOWS_SHELL } from './shells';
import { afterUser, afterWorkdir, type ImageState } from './state';

/** The graph of stages and what each instruction finds. */
export interface StageGraph {
  readonly stages: readonly Stage[];
  readonly globalArgs: readonly Arg[];
  readonly outside: readonly Instruction[];
  readonly finalChain: readonly Stage[];
  /** Of what stands before the first stage. */
  readonly outsideStates: ReadonlyMap<Instruction, ImageState>;
}

/**
 * Takes the instructions of a file in order and joins them to stages.
 * Source: buildDispatchStates, toCommand and dispatch in frontend/dockerfile/dockerfile2llb/convert.go.
 */
export class StageBuilder {
  readonly #escape: EscapeCharacter;
  readonly #stages: Draft[] = [];
  /** A name that is given twice means the later stage from there on. */
  readonly #named = new Map<string, Draft>();
  readonly #outside: Instruction[] = [];
  readonly #globalArgs: Arg[] = [];
  readonly #outsideStates = new Map<Instruction, ImageState>();
  /** BuildKit gives images that are copied from a number too, behind the stages. */
  readonly #foreign: UseSource[] = [];
  #global = Scope.global;
  #assumed: ShellInForce | undefined;

  constructor(escapeChar: EscapeCharacter) {
    this.#escape = escapeChar;
  }

  /** The shell that reads the next instruction. */
  get shell(): ShellInForce {
    return this.#stages.at(-1)?.state.shell ?? this.#defaultShell;
  }

  get #defaultShell(): ShellInForce {
    return this.#assumed ?? (this.#escape === '`' ? WINDOWS_SHELL : DEFAULT_SHELL);
  }

  /** A comment says what shell reads what follows: in its stage, before the first one in all. */
  assume(shell: ShellInForce): void {
    const stage = this.#stages.at(-1);
    if (stage) stage.state = { ...stage.state, shell };
    else this.#assumed = shell;
  }

  add(instruction: Instruction): void {
    const stage = this.#stages.at(-1);
    if (instruction.keyword === 'FROM') this.#open(instruction);
    else if (stage) this.#addTo(stage, instruction);
    else this.#addOutside(instruction);
  }

  get #outsideState(): ImageState {
    return { scope: this.#global, shell: this.#defaultShell };
  }

  #addOutside(instruction: Instruction): void {
    this.#outsideStates.set(instruction, this.#outsideState);
    if (instruction.keyword === 'ONBUILD' && instruction.trigger)
      this.#outsideStates.set(instruction.trigger, this.#outsideState);
    if (instruction.keyword === 'ARG') {
      this.#globalArgs.push(instruction);
      this.#global = this.#global.withArg(instruction);
    } else this.#outside.push(instruction);
  }

  /**
   * @param all the instructions added, of which a file without FROM is one stage
   * @param before the file before an edit
   */
  finish(all: readonly Instruction[], before?: Dockerfile): StageGraph {
    if (this.#stages.length === 0 && all.length > 0) this.#openFragment(all);
    for (const stage of this.#stages) stage.uses = this.#usesOf(stage);
    const last = this.#stages.at(-1);
    if (last) reach(last);
    for (const stage of last ? [last, ...last.inheritsFrom] : []) stage.shipped = true;
    const known = before && isSameList(before.globalArgs, this.#globalArgs);
    const stages = known ? settled(this.#stages, before) : this.#stages;
    const final = stages.at(-1);
    return {
      stages,
      globalArgs: this.#globalArgs,
      outside: this.#outside,
      outsideStates: this.#outsideStates,
      finalChain: final ? [final, ...final.inheritsFrom].reverse() : [],
    };
  }

  #open(from: From): void {
    const base = this.#baseOf(from);
    const below = base.kind === 'stage' ? base.stage.state : undefined;
    const state = below
      ? { ...below, scope: below.scope.inherited() }
      : { scope: rootOf(base), shell: this.#shellOf(base, from) };
    const stage = new Draft(this.#stages.length, base, state, from);
    stage.note(from, this.#outsideState);
    this.#stages.push(stage);
    if (stage.name !== undefined) this.#named.set(stage.name, stage);
  }

  /** A fragment is read as a stage on an image nobody knows. */
  #openFragment(all: readonly Instruction[]): void {
    const state = { scope: Scope.image, shell: this.#defaultShell };
    this.#stages.push(new Draft(0, { kind: 'unresolved' }, state));
    this.#outside.length = 0;
    this.#globalArgs.length = 0;
    this.#global = Scope.global;
    for (const instruction of all) this.add(instruction);
  }

  #addTo(stage: Draft, instruction: Instruction): void {
    stage.instructions.push(instruction);
    stage.note(instruction, stage.state);
    switch (instruction.keyword) {
      case 'ENV':
        stage.state = { ...stage.state, scope: stage.state.scope.withEnv(instruction) };
        break;
      case 'ARG':
        stage.state = { ...stage.state, scope: stage.state.scope.withArg(instruction, this.#global) };
        break;
      case 'SHELL':
        stage.state = afterShell(stage.state, instruction);
        break;
      case 'USER':
        if (instruction.user) stage.state = afterUser(stage.state, instruction);
        break;
      case 'WORKDIR':
        if (!instruction.path) break;
        stage.state = afterWorkdir(stage.state, instruction, standsOnScratch(stage));
        // It makes the directory, which `/` does not need.
        if (stage.state.workdir?.path !== '/') stage.layers.push(instruction);
        break;
      case 'RUN':
      case 'COPY':
      case 'ADD':
        stage.layers.push(instruction);
    }
  }

  #baseOf({ image }: From): Base {
    const { value, overridable } =
      image && !image.problem ? this.#global.expand(image) : { overridable: false };
    if (!value) return { kind: 'unresolved' };
    // As it is written: stage names are kept in lower case, and BuildKit does not turn this one.
    const stage = this.#named.get(value);
    if (stage) return { kind: 'stage', stage };
    if (value === 'scratch') return { kind: 'scratch' };
    return { kind: 'image', reference: parseReference(value), overridable };
  }

  #shellOf(base: Base, { platform }: From): ShellInForce {
    if (this.#assumed) return this.#assumed;
    if (/^windows\b/.test(platform?.value?.text ?? '')) return WINDOWS_SHELL;
    if (base.kind === 'unresolved') return this.#defaultShell;
    return base.kind === 'image' && this.#isWindows(base.reference) ? WINDOWS_SHELL : DEFAULT_SHELL;
  }

  /** With the backtick as escape character, a name that sounds of Windows is enough. */
  #isWindows(reference: ImageReference): boolean {
    if (isWindowsImage(reference)) return true;
    return this.#escape === '`' && /windows|nanoserver|servercore|ltsc\d{4}/i.test(reference.text);
  }

  #usesOf(stage: Draft): StageUse[] {
    return taking(stage.instructions).flatMap((by) =>
      by.keyword === 'COPY' ? this.#copyUse(stage, by) : this.#mountUses(stage, by),
    );
  }

  #copyUse(stage: Draft, by: Copy): StageUse[] {
    const word = by.from?.value;
    if (!by.from || !word?.raw) return [];
    const constant = word.text === word.raw && word.variables.length === 0;
    const source = constant ? this.#sourceOf(stage, word.raw, true) : ({ kind: 'variable' } as const);
    return [{ by, flag: by.from, word, source }];
  }

  #mountUses(stage: Draft, by: Run): StageUse[] {
    return by.mounts.flatMap((mount): StageUse[] => {
      const word = mountOption(mount, 'from')?.value;
      // A secret is taken from no stage, which is an error by itself.
      if (!word?.raw || mount.type === 'secret') {
        this.#foreign.push({ kind: 'scratch' });
        return [];
      }
      // A mount names stages only; a number is the name of an image there. Source: detectRunMount.
      const source =
        word.variables.length > 0 ? ({ kind: 'variable' } as const) : this.#sourceOf(stage, word.raw, false);
      return [{ by, flag: mount.flag, word, source }];
    });
  }

  #sourceOf(stage: Draft, name: string, numbered: boolean): UseSource {
    const index = numbered && /^[+-]?\d+$/.test(name) ? Number(name) : undefined;
    const target = index === undefined ? this.#named.get(name.toLowerCase()) : this.#stages[index];
    if (target === stage) return { kind: 'self', stage: target };
    if (target) return { kind: target.index > stage.index ? 'later' : 'stage', stage: target };
    if (index !== undefined)
      return this.#foreign[index - this.#stages.length] ?? { kind: 'no-such-index', index };
    const foreign: UseSource =
      name === 'scratch' ? { kind: 'scratch' } : { kind: 'image', reference: parseReference(name) };
    this.#foreign.push(foreign);
    return foreign;
  }
}

/** Those that may take something from a stage or an image. */
function taking(instructions: readonly Instruction[]): readonly (Copy | Run)[] {
  return instructions.filter(
    (by): by is Copy | Run =>
      (by.keyword === 'COPY' && by.from !== undefined) || (by.keyword === 'RUN' && by.mounts.length > 0),
  );
}

function standsOnScratch(stage: Draft): boolean {
  return (stage.inheritsFrom.at(-1) ?? stage).base.kind === 'scratch';
}

function rootOf(base: Base): Scope {
  return base.kind === 'scratch' ? Scope.scratch : Scope.image;
}

function afterShell(state: ImageState, by: Shell): ImageState {
  if (!by.command?.length) return state;
  return { ...state, shell: shellSetTo(by.command.map(({ raw }) => raw)), shellBy: by };
}

function reach(stage: Draft): void {
  if (stage.reachable) return;
  stage.reachable = true;
  if (stage.base.kind === 'stage') reach(stage.base.stage as Draft);
  for (const { source } of stage.uses) if (source.kind === 'stage') reach(source.stage as Draft);
}
