import { align } from '../core/align';
import { type PartId, partId } from '../core/span';
import type { Instruction, ShellInForce } from './instruction';
import { readInstruction, type Surroundings } from './instructions';
import type { Dockerfile, EscapeCharacter, Stage, Trivia, TriviaComment } from './model';
import type { Recut } from './recut';
import type { Piece } from './scan';
import { sameShell, shellNamedBy } from './shells';
import { skipSpace, trimSpace } from './space';
import { StageBuilder } from './stages';

type AnyPart = Dockerfile['parts'][number];

/** Reads one piece after the other, or takes what was read of it before. */
export class PartReader {
  readonly instructions: Instruction[] = [];
  readonly builder: StageBuilder;
  nextSerial: number;
  readonly #uri: string;
  readonly #escape: EscapeCharacter;
  readonly #sameEscape: boolean;
  /** Those before an edit. */
  readonly #stages: ReadonlyMap<Instruction | undefined, Stage>;

  constructor(uri: string, escapeChar: EscapeCharacter, previous: Dockerfile | undefined) {
    this.#uri = uri;
    this.#escape = escapeChar;
    this.#sameEscape = previous?.escape === escapeChar;
    this.nextSerial = previous?.nextSerial ?? 0;
    this.#stages = new Map(previous?.stages.map((stage) => [stage.from, stage]));
    this.builder = new StageBuilder(escapeChar, this.#sameEscape ? previous : undefined);
  }

  /** What lies before and behind an edit is taken over. */
  readAgain(text: string, { head, pieces, tail }: Recut, before: readonly AnyPart[]): readonly AnyPart[] {
    const above = this.#keep(before.slice(0, head), 0, false);
    const edited = before.slice(head, tail);
    const texts = pieces.map(({ start, end }) => text.slice(start, end));
    const pairs = align(
      edited.map((part) => part.text),
      texts,
    );
    const anew = pieces.map((piece, i) => {
      const pairing = pairs[i];
      return this.read(piece, texts[i]!, pairing && edited[pairing.index], pairing?.same);
    });
    const rest = before.slice(tail);
    const moved = text.length - (before.at(-1)?.start ?? 0) - (before.at(-1)?.text.length ?? 0);
    return [...above, ...anew, ...this.#keep(rest, moved, true)];
  }

  /** @param isEnd whether the file ends with them, and with it the last stage. */
  #keep(parts: readonly AnyPart[], moved: number, isEnd: boolean): readonly AnyPart[] {
    const kept: AnyPart[] = [];
    for (let at = 0; at < parts.length; ) {
      let next = at + 1;
      while (next < parts.length && !isFrom(parts[next]!)) next++;
      const stage = next < parts.length || isEnd ? this.#stageAt(parts[at]!) : undefined;
      const own = parts.slice(at, next);
      kept.push(
        ...(stage && this.builder.resume(stage) ? this.#resumed(own, moved) : this.#again(own, moved)),
      );
      at = next;
    }
    return kept;
  }

  #stageAt(part: AnyPart): Stage | undefined {
    return part.kind === 'instruction' ? this.#stages.get(part.instruction) : undefined;
  }

  #resumed(parts: readonly AnyPart[], moved: number): readonly AnyPart[] {
    for (const part of parts) if (part.kind === 'instruction') this.instructions.push(part.instruction);
    return moved === 0 ? parts : parts.map((part) => ({ ...part, start: part.start + moved }));
  }

  #again(parts: readonly AnyPart[], moved: number): readonly AnyPart[] {
    return parts.map((part) =>
      this.read({ kind: part.kind, start: part.start + moved }, part.text, part, true),
    );
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

function isFrom(part: AnyPart): boolean {
  return part.kind === 'instruction' && part.instruction.keyword === 'FROM';
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
