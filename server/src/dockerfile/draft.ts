import type { From, Instruction } from './instruction';
import type { Base, Dockerfile, Stage, StageUse, UseSource } from './model';
import { sameShell } from './shells';
import type { ImageState } from './state';

/** A stage while instructions are added to it. */
export class Draft implements Stage {
  readonly index: number;
  readonly from?: From;
  readonly name?: string;
  readonly instructions: Instruction[];
  readonly layers: Instruction[];
  readonly states: Map<Instruction, ImageState>;
  /** The stage before an edit whose instructions it has: nothing is added then. */
  readonly origin?: Draft;
  base: Base;
  uses: readonly StageUse[] = [];
  reachable = false;
  shipped = false;
  state: ImageState;

  constructor(index: number, base: Base, state: ImageState, from?: From, origin?: Draft) {
    this.index = index;
    this.base = base;
    this.state = state;
    this.instructions = origin?.instructions ?? [];
    this.layers = origin?.layers ?? [];
    this.states = origin?.states ?? new Map();
    if (origin) this.origin = origin;
    if (from) this.from = from;
    if (from?.name) this.name = from.name.raw.toLowerCase();
  }

  get inheritsFrom(): Draft[] {
    const below: Draft[] = [];
    for (let { base } = this as Stage; base.kind === 'stage'; { base } = base.stage)
      below.push(base.stage as Draft);
    return below;
  }

  /** Notes what an instruction finds. */
  note(instruction: Instruction, state: ImageState): void {
    this.states.set(instruction, state);
    if (instruction.keyword === 'ONBUILD' && instruction.trigger) this.states.set(instruction.trigger, state);
  }
}

type Final = (stage: Stage) => Stage;

/**
 * The stages of a file. Those that are as they were, and so is all they lead to, are the same objects as before an
 * edit: what is known of them still holds.
 */
export function settled(drafts: readonly Draft[], before: Pick<Dockerfile, 'stages'>): readonly Stage[] {
  const kept = new Map<Stage, Stage>();
  const final: Final = (stage) => kept.get(stage) ?? stage;
  for (const draft of drafts) {
    const old = before.stages[draft.index];
    if (old && isUnchanged(draft, old, final)) kept.set(draft, old);
  }
  if (kept.size > 0)
    for (const draft of drafts) {
      if (kept.has(draft)) continue;
      if (draft.base.kind === 'stage') draft.base = { ...draft.base, stage: final(draft.base.stage) };
      draft.uses = draft.uses.map((use) => ({ ...use, source: relinked(use.source, final) }));
    }
  return drafts.map(final);
}

function isUnchanged(draft: Draft, old: Stage, final: Final): boolean {
  return (
    draft.from === old.from &&
    draft.reachable === old.reachable &&
    draft.shipped === old.shipped &&
    isSameBase(draft.base, old.base, final) &&
    isSameList(draft.uses, old.uses, (one, other) => isSameSource(one.source, other.source, final)) &&
    (draft.origin === old || isSameInside(draft, old))
  );
}

/** With equal instructions on an equal base, a stage differs only by shells that comments name. */
function isSameInside(draft: Draft, old: Stage): boolean {
  return (
    isSameList(draft.instructions, old.instructions) &&
    sameShell(draft.state.shell, old.state.shell) &&
    [...(draft.from ? [draft.from] : []), ...draft.instructions].every((one) =>
      sameShell(draft.states.get(one)!.shell, old.states.get(one)!.shell),
    )
  );
}

export function isSameBase(one: Base, other: Base, final: Final): boolean {
  if (one.kind === 'stage') return other.kind === 'stage' && final(one.stage) === other.stage;
  if (one.kind !== 'image' || other.kind !== 'image') return one.kind === other.kind;
  return one.reference.text === other.reference.text && one.overridable === other.overridable;
}

function isSameSource(one: UseSource, other: UseSource, final: Final): boolean {
  switch (one.kind) {
    case 'stage':
      return other.kind === 'stage' && final(one.stage) === other.stage;
    case 'later':
      // Not settled yet.
      return false;
    case 'image':
      return other.kind === 'image' && one.reference.text === other.reference.text;
    case 'no-such-index':
      return other.kind === 'no-such-index' && one.index === other.index;
    default:
      return one.kind === other.kind;
  }
}

function relinked(source: UseSource, final: Final): UseSource {
  return 'stage' in source ? { ...source, stage: final(source.stage) } : source;
}

export function isSameList<T>(
  one: readonly T[],
  other: readonly T[],
  isSame: (a: T, b: T) => boolean = Object.is,
): boolean {
  return one.length === other.length && one.every((item, i) => isSame(item, other[i]!));
}
