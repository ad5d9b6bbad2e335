import { align } from '../core/align';
import type { FileInfo } from '../core/language';
import { type PartId, partId, type Span } from '../core/span';
import { looksLikeDirective, type ReadDirectives, readDirectives } from './directives';
import type { Instruction, ShellInForce } from './instruction';
import { readInstruction, type Surroundings } from './instructions';
import type {
  Directive,
  DirectiveProblem,
  Dockerfile,
  EscapeCharacter,
  States,
  Trivia,
  TriviaComment,
} from './model';
import { type Recut, recut } from './recut';
import { cut, type Piece } from './scan';
import { sameShell, shellNamedBy } from './shells';
import { skipSpace, trimSpace } from './space';
import { StageBuilder, type StageGraph } from './stages';
import type { ImageState } from './state';

/**
 * Reads a Dockerfile; any text gives a model.
 * @param previous the model before an edit: parts whose text is unchanged keep their id and their model, an
 * edited one keeps its id.
 */
export function readDockerfile(text: string, file: Pick<FileInfo, 'uri'>, previous?: Dockerfile): Dockerfile {
  const head = readDirectives(text);
  const old = previous?.uri === file.uri ? previous : undefined;
  const reader = new PartReader(file.uri, head.escape, old);
  const parts = old
    ? [...reader.readAgain(text, recut(text, head, old), old.parts)]
    : cut(text, 0, head.end, head.escape).pieces.map((piece) =>
        reader.read(piece, text.slice(piece.start, piece.end)),
      );
  const { instructions, nextSerial } = reader;
  const graph = reader.builder.finish(instructions, old);
  const { stages, globalArgs, outside, finalChain } = graph;
  const finalStage = stages.at(-1);
  return {
    uri: file.uri,
    escape: head.escape,
    ...readHead(head, parts),
    parts,
    instructions,
    globalArgs,
    outside,
    stages,
    ...(finalStage && { finalStage }),
    finalChain,
    states: statesOf(graph),
    nextSerial,
  };
}

/** Put together when somebody asks: most ask a stage. */
function statesOf({ outsideStates, stages }: StageGraph): States {
  let all: Map<Instruction, ImageState> | undefined;
  const gather = () => {
    const gathered = new Map(outsideStates);
    for (const { states } of stages) for (const [one, state] of states) gathered.set(one, state);
    return gathered;
  };
  return {
    get: (instruction) => {
      all ??= gather();
      return all.get(instruction);
    },
  };
}

type AnyPart = Dockerfile['parts'][number];

/** Reads one piece after the other, or takes what was read of it before. */
class PartReader {
  readonly instructions: Instruction[] = [];
  readonly builder: StageBuilder;
  nextSerial: number;
  readonly #uri: string;
  readonly #escape: EscapeCharacter;
  readonly #sameEscape: boolean;

  constructor(uri: string, escapeChar: EscapeCharacter, previous: Dockerfile | undefined) {
    this.#uri = uri;
    this.#escape = escapeChar;
    this.#sameEscape = previous?.escape === escapeChar;
    this.nextSerial = previous?.nextSerial ?? 0;
    this.builder = new StageBuilder(escapeChar);
  }

  /** Takes over what lies before and behind an edit. */
  *readAgain(text: string, { head, pieces, tail }: Recut, before: readonly AnyPart[]): Iterable<AnyPart> {
    for (const part of before.slice(0, head)) yield this.#keep(part, part.start);
    const edited = before.slice(head, tail);
    const texts = pieces.map(({ start, end }) => text.slice(start, end));
    const pairs = align(
      edited.map((part) => part.text),
      texts,
    );
    for (const [i, piece] of pieces.entries()) {
      const pairing = pairs[i];
      yield this.read(piece, texts[i]!, pairing && edited[pairing.index], pairing?.same);
    }
    let at = text.length - before.slice(tail).reduce((sum, part) => sum + part.text.length, 0);
    for (const part of before.slice(tail)) {
      yield this.#keep(part, at);
      at += part.text.length;
    }
  }

  #keep(part: AnyPart, start: number): AnyPart {
    return this.read({ kind: part.kind, start }, part.text, part, true);
  }

  read(
    { kind, start }: Pick<Piece, 'kind' | 'start'>,
    slice: string,
    old?: AnyPart,
    isSame = false,
  ): AnyPart {
    const same = isSame ? old : undefined;
    const id = old?.id ?? partId(this.#uri, this.nextSerial++);
    const text = same?.text ?? detached(slice);
    if (kind === 'trivia') {
      const trivia = same?.kind === 'trivia' ? same.trivia : readTrivia(text, id);
      for (const comment of trivia.comments) {
        const shell = shellNamedBy(comment.text);
        if (shell) this.builder.assume(shell);
      }
      return same?.kind === kind && same.start === start ? same : { id, start, text, kind, trivia };
    }
    const instruction = this.#known(same) ?? readInstruction(text, id, this.#surroundings);
    this.instructions.push(instruction);
    this.builder.add(instruction);
    const isKept = same?.kind === kind && same.start === start && same.instruction === instruction;
    return isKept ? same : { id, start, text, kind, instruction };
  }

  get #surroundings(): Surroundings {
    return { escapeChar: this.#escape, shell: this.builder.shell };
  }

  #known(same: AnyPart | undefined): Instruction | undefined {
    if (same?.kind !== 'instruction' || !this.#sameEscape) return undefined;
    return readUnder(same.instruction, this.builder.shell) ? same.instruction : undefined;
  }
}

/** A copy that does not keep the whole document it was cut from in memory. */
function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}

/** Whether an instruction was read under this shell, or is one that no shell reads. */
function readUnder(instruction: Instruction, shell: ShellInForce): boolean {
  switch (instruction.keyword) {
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
      return sameShell(instruction.shell, shell);
    case 'HEALTHCHECK':
      return !instruction.test || sameShell(instruction.test.shell, shell);
    case 'ONBUILD':
      return !instruction.trigger || readUnder(instruction.trigger, shell);
    default:
      return true;
  }
}

function readTrivia(text: string, part: PartId): Trivia {
  const comments: TriviaComment[] = [];
  const lines = text.split('\n');
  const below = text.endsWith('\n') ? lines.length - 1 : lines.length;
  let at = 0;
  lines.forEach((line, i) => {
    const start = skipSpace(text, i === 0 && text[0] === '\ufeff' ? 1 : at, at + line.length);
    const end = trimSpace(text, start, at + line.length);
    if (text[start] === '#' && start < end) {
      const span = { part, start, end };
      comments.push({ span, text: text.slice(start + 1, end).trim(), linesBelow: below - i - 1 });
    }
    at += line.length + 1;
  });
  return { part, text, comments };
}

/** Directives lie in the first part, whose offsets are those of the file. */
function readHead(
  read: ReadDirectives,
  parts: Dockerfile['parts'],
): Pick<Dockerfile, 'directives' | 'directiveProblems'> {
  const part = parts[0]?.id;
  if (!part) return { directives: [], directiveProblems: [] };
  const span = ({ start, end }: { start: number; end: number }): Span => ({ part, start, end });
  const directives = read.directives.map(
    ({ name, value, form, nameRange, valueRange, ...range }): Directive => ({
      span: span(range),
      name,
      nameSpan: span(nameRange),
      form,
      value,
      valueSpan: span(valueRange),
    }),
  );
  const problems = read.problems.map(
    ({ code, name, ...range }): DirectiveProblem => ({ code, name, span: span(range) }),
  );
  const last = Math.max(0, ...[...read.directives, ...problems.map((one) => one.span)].map(({ end }) => end));
  for (const one of parts)
    for (const comment of one.kind === 'trivia' ? one.trivia.comments : []) {
      const name = looksLikeDirective(comment.text);
      if (name && one.start + comment.span.start >= last)
        problems.push({ code: 'directive-misplaced', name, span: comment.span });
    }
  return { directives, directiveProblems: problems };
}
