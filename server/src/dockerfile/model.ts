import { groupBy } from '../core/group';
import { once } from '../core/once';
import type { Part, PartId, Span } from '../core/span';
import type { ImageReference } from '../image/reference';
import type { Arg, Copy, From, Instruction, InstructionOf, Keyword, Run } from './instruction';
import type { ImageState } from './state';
import type { Comment, Flag, Word } from './word';

export type * from './instruction';
export type * from './mount';
export { MOUNT_TYPES, mountOption } from './mount';
export type { Problem, ProblemCode } from './problem';
export type { CurrentUser, ImageState, WorkingDirectory } from './state';
export type * from './word';

/** A Dockerfile as BuildKit reads it; total: any text gives one. */
export interface Dockerfile {
  readonly uri: string;
  readonly escape: EscapeCharacter;
  readonly directives: readonly Directive[];
  /** Directives that are repeated, misplaced or have a value BuildKit rejects. */
  readonly directiveProblems: readonly DirectiveProblem[];
  /** The file cut at instructions; the texts one after the other are the file. */
  readonly parts: readonly (InstructionPart | TriviaPart)[];
  /** In order; the trigger of an ONBUILD is inside its ONBUILD, see `instructionsOf`. */
  readonly instructions: readonly Instruction[];
  /** The ARGs before the first FROM, which only FROM sees. */
  readonly globalArgs: readonly Arg[];
  /** What stands before the first FROM and is no ARG: BuildKit rejects it. Empty in a fragment. */
  readonly outside: readonly Instruction[];
  /** In order. A fragment, a file without FROM, is one stage without `from`. */
  readonly stages: readonly Stage[];
  /** What `docker build` gives: the last stage. */
  readonly finalStage?: Stage;
  /** The local stages the final image is made of, base first: those whose layers it has. */
  readonly finalChain: readonly Stage[];
  /** What each instruction finds, triggers of ONBUILD included; `stateBefore` looks it up. */
  readonly states: States;
  /** The number the next new part gets. */
  readonly nextSerial: number;
}

export type States = Pick<ReadonlyMap<Instruction, ImageState>, 'get'>;

export type EscapeCharacter = '\\' | '`';

/** Whole lines: one instruction with its continuations and heredocs. */
export interface InstructionPart extends Part {
  readonly kind: 'instruction';
  /** The same object as before where text, escape character and shell are. */
  readonly instruction: Instruction;
}

/** Whole lines between instructions: comments, directives, blank lines. */
export interface TriviaPart extends Part {
  readonly kind: 'trivia';
  readonly trivia: Trivia;
}

export interface Trivia {
  readonly part: PartId;
  /** Directives are among them. */
  readonly comments: readonly TriviaComment[];
  readonly text: string;
}

export interface TriviaComment extends Comment {
  /** How many lines of the trivia follow; 0: it touches the next instruction. */
  readonly linesBelow: number;
}

/** `# key=value` in the first lines. https://docs.docker.com/reference/dockerfile/#parser-directives */
export interface Directive {
  readonly span: Span;
  readonly name: 'syntax' | 'escape' | 'check';
  readonly nameSpan: Span;
  /** `#`; `//` and JSON are for front ends other than Docker's. */
  readonly form: 'comment' | 'slashes' | 'json';
  /** The whole value; BuildKit takes `syntax` and `check` up to the first blank. */
  readonly value: string;
  readonly valueSpan: Span;
}

export interface DirectiveProblem {
  /** `misplaced`: reads like a directive and is a comment, since something stands before it. */
  readonly code: 'directive-repeated' | 'directive-misplaced' | 'escape-invalid';
  readonly span: Span;
  readonly name: string;
}

/**
 * After an edit it is the same object as before if it is as it was, and so are the global ARGs and the stages it leads
 * to: what is worked out of it alone holds for as long as it lives.
 */
export interface Stage {
  /** From 0, as `COPY --from=0` counts. */
  readonly index: number;
  /** In lower case, as BuildKit compares it. */
  readonly name?: string;
  /** Missing only in a fragment, a file without FROM. */
  readonly from?: From;
  readonly base: Base;
  /** Those after FROM, in order. */
  readonly instructions: readonly Instruction[];
  /** Those that add a layer: RUN, COPY, ADD, and WORKDIR unless it is `/`. */
  readonly layers: readonly Instruction[];
  /** As `Dockerfile.states`, for its own instructions and its FROM. */
  readonly states: ReadonlyMap<Instruction, ImageState>;
  /** What its end leaves to the image and to stages built on it. */
  readonly state: ImageState;
  /** What it takes from other stages and images, in order. */
  readonly uses: readonly StageUse[];
  /** The local stages it is built on, nearest first. */
  readonly inheritsFrom: readonly Stage[];
  /** Whether building the final stage needs it. */
  readonly reachable: boolean;
  /** Whether its layers are in the final image: it is the final stage, or that is built on it. */
  readonly shipped: boolean;
}

export type Base =
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'scratch' }
  /** With the defaults of global ARGs; `overridable`: a `--build-arg` may change it. */
  | { readonly kind: 'image'; readonly reference: ImageReference; readonly overridable: boolean }
  /** No image is written, or a variable in it has no value here. */
  | { readonly kind: 'unresolved' };

/** `COPY --from=` or `RUN --mount=from=`. */
export interface StageUse {
  readonly by: Copy | Run;
  /** What names the source. */
  readonly word: Word;
  readonly flag: Flag;
  readonly source: UseSource;
}

export type UseSource =
  | { readonly kind: 'stage'; readonly stage: Stage }
  /** This stage itself or a later one: BuildKit rejects both. */
  | { readonly kind: 'self'; readonly stage: Stage }
  | { readonly kind: 'later'; readonly stage: Stage }
  /** A stage number that does not exist. */
  | { readonly kind: 'no-such-index'; readonly index: number }
  | { readonly kind: 'scratch' }
  | { readonly kind: 'image'; readonly reference: ImageReference }
  /** A variable, which BuildKit does not expand here. */
  | { readonly kind: 'variable' };

/** The instruction itself, or the trigger if it is an ONBUILD, where its keyword is `keyword`. */
export function asInstruction<K extends Keyword>(
  unit: Instruction | Trivia,
  keyword: K,
): InstructionOf<K> | undefined {
  if (!('keyword' in unit)) return undefined;
  const bare = unit.keyword === 'ONBUILD' && keyword !== 'ONBUILD' ? unit.trigger : unit;
  return bare?.keyword === keyword ? (bare as InstructionOf<K>) : undefined;
}

/** All instructions of a kind in a file or a stage, the triggers of ONBUILD included. */
export function instructionsOf<K extends Keyword>(
  where: { readonly instructions: readonly Instruction[] },
  keyword: K,
): readonly InstructionOf<K>[] {
  return (byKeyword(where.instructions).get(keyword) ??
    []) as readonly object[] as readonly InstructionOf<K>[];
}

const byKeyword = once((instructions: readonly Instruction[]) => {
  const all = instructions.flatMap((one) =>
    one.keyword === 'ONBUILD' && one.trigger && one.trigger.keyword !== 'ONBUILD'
      ? [one, one.trigger]
      : [one],
  );
  return groupBy<Instruction, string>(all, ({ keyword }) => keyword);
});

/** What an instruction of a file or a stage finds: variables, shell, directory, user. */
export function stateBefore({ states }: { readonly states: States }, instruction: Instruction): ImageState {
  return states.get(instruction)!;
}

/** What lies between instructions and holds comments, each with the instruction below. */
export const commented = once(({ parts }: Dockerfile) => {
  const found: { readonly trivia: TriviaPart; readonly next: InstructionPart | undefined }[] = [];
  parts.forEach((trivia, i) => {
    if (trivia.kind !== 'trivia' || trivia.trivia.comments.length === 0) return;
    const next = parts[i + 1];
    found.push({ trivia, next: next?.kind === 'instruction' ? next : undefined });
  });
  return found;
});

/** The comments between an instruction and the one before it, top first. */
export function commentsAbove(dockerfile: Dockerfile, part: PartId): readonly TriviaComment[] {
  const index = dockerfile.parts.findIndex(({ id }) => id === part);
  const above = dockerfile.parts[index - 1];
  return above?.kind === 'trivia' ? above.trivia.comments : [];
}
