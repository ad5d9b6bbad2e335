import { type ImageReference, parseReference } from '../image/reference';
import { isWindowsImage } from '../image/windows';
import { Draft, isSameBase, isSameList, settled } from './draft';
import type { Arg, From, Instruction, Shell, ShellInForce } from './instruction';
import type { Base, Dockerfile, EscapeCharacter, Stage } from './model';
import { Scope } from './scope';
import { DEFAULT_SHELL, sameShell, shellSetTo, WINDOWS_SHELL } from './shells';
import { afterUser, afterWorkdir, type ImageState } from './state';
import { Uses } from './uses';

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
  #global = Scope.global;
  #assumed: ShellInForce | undefined;
  readonly #before?: Dockerfile;

  /** @param before the file before an edit, read under the same escape character */
  constructor(escapeChar: EscapeCharacter, before?: Dockerfile) {
    this.#escape = escapeChar;
    if (before) this.#before = before;
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
   * Takes over a stage as it was before an edit, where it begins as it did then. Nothing but a FROM may follow.
   * @returns whether it has done so
   */
  resume(old: Stage): boolean {
    const { from } = old;
    if (!from || !this.#sameGlobals || !sameShell(this.#defaultShell, old.states.get(from)!.shell))
      return false;
    const base = this.#baseOf(from);
    if (!isSameBase(base, old.base, (stage) => (stage as Draft).origin ?? stage)) return false;
    this.#push(new Draft(this.#stages.length, base, old.state, from, old as Draft));
    return true;
  }

  get #sameGlobals(): boolean {
    return this.#before !== undefined && isSameList(this.#before.globalArgs, this.#globalArgs);
  }

  /** @param all the instructions added, of which a file without FROM is one stage. */
  finish(all: readonly Instruction[]): StageGraph {
    if (this.#stages.length === 0 && all.length > 0) this.#openFragment(all);
    const uses = new Uses(this.#stages, this.#named);
    for (const stage of this.#stages) stage.uses = uses.of(stage);
    const last = this.#stages.at(-1);
    if (last) reach(last);
    for (const stage of last ? [last, ...last.inheritsFrom] : []) stage.shipped = true;
    const stages = this.#sameGlobals ? settled(this.#stages, this.#before!) : this.#stages;
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
    this.#push(stage);
  }

  #push(stage: Draft): void {
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
    return { kind: 'image', reference: this.#referenceTo(value), overridable };
  }

  /** The one this stage had before an edit, where it reads the same: what is known of it need not be looked up again. */
  #referenceTo(text: string): ImageReference {
    const before = this.#before?.stages[this.#stages.length]?.base;
    return before?.kind === 'image' && before.reference.text === text
      ? before.reference
      : parseReference(text);
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
