import { readIgnore, type WrittenName } from '../core/directive';
import type { Demand, Suppression } from '../core/language';
import type { Span } from '../core/span';
import { checkComments } from './checks';
import { BUILD_CHECKS } from './facts/build-checks';
import {
  commented,
  type Dockerfile,
  type InstructionPart,
  type TriviaComment,
  type TriviaPart,
} from './model';
import { type HadolintPragma, lists, readHadolint } from './pragma';

/** What the comments of a Dockerfile silence: ours, hadolint's and BuildKit's. */
export function* suppressions(dockerfile: Dockerfile): Iterable<Suppression> {
  for (const { trivia, next } of commented(dockerfile))
    for (const comment of trivia.trivia.comments) {
      yield* ownIn(comment, trivia, next);
      yield* hadolintsIn(comment, dockerfile, next);
    }
  for (const { skip, instruction } of checkComments(dockerfile)) {
    if (instruction) yield* skippedAt(instruction, skip, dockerfile);
    else yield { names: checks(skip, () => true), by: 'buildkit' };
  }
}

/** What BuildKit is told by `check=`: its experimental checks are wanted, or what it finds fails the build. */
export function* demands(dockerfile: Dockerfile): Iterable<Demand> {
  for (const { experimental: wanted, error, instruction, trivia } of checkComments(dockerfile)) {
    const names = [...BUILD_CHECKS].flatMap(([name, { experimental }]) =>
      experimental && lists(wanted, name) ? `buildkit/${name}` : [],
    );
    const spans = instruction ? [whole(instruction), whole(trivia)] : [undefined];
    if (names.length > 0) for (const span of spans) yield { kind: 'on', names, span };
    if (error && !instruction) yield { kind: 'error', names: ['buildkit/*'] };
  }
}

function* ownIn(comment: TriviaComment, part: TriviaPart, next?: InstructionPart): Iterable<Suppression> {
  const own = readIgnore(comment.text);
  if (!own) return;
  const { names } = own;
  if (own.scope === 'file') yield { names };
  else {
    if (next) yield { names, span: whole(next) };
    // It and the comments between it and the instruction are silenced too.
    yield { names, span: { ...comment.span, end: part.text.length } };
  }
}

function* hadolintsIn(
  comment: TriviaComment,
  dockerfile: Dockerfile,
  next?: InstructionPart,
): Iterable<Suppression> {
  const pragma = readHadolint(comment.text);
  if (!pragma?.heard) return;
  const names = pragma.written.map(({ name }) => `hadolint/${name}`);
  const by = 'hadolint';
  if (pragma.scope === 'file') yield { names, by };
  else if (next)
    for (const part of heldBy(pragma, comment, next, dockerfile)) yield { names, by, span: whole(part) };
}

/** hadolint counts lines: its pragma is about the very next one, or about the stage from there to its end. */
function heldBy(
  { scope }: HadolintPragma,
  { linesBelow }: TriviaComment,
  next: InstructionPart,
  { parts }: Dockerfile,
): readonly InstructionPart[] {
  if (scope === 'next') return linesBelow === 0 ? [next] : [];
  if (linesBelow > 0 && next.instruction.keyword === 'FROM') return [];
  const below = parts.slice(parts.indexOf(next)).filter((part) => part.kind === 'instruction');
  const end = below.findIndex(({ instruction }, i) => i > 0 && instruction.keyword === 'FROM');
  return end < 0 ? below : below.slice(0, end);
}

function* skippedAt(
  part: InstructionPart,
  skip: readonly WrittenName[],
  dockerfile: Dockerfile,
): Iterable<Suppression> {
  const by = 'buildkit';
  yield { names: checks(skip, (at) => at === 'instruction'), by, span: whole(part) };
  const earlier = replaced(part, dockerfile);
  if (earlier) yield { names: checks(skip, (at) => at === 'later'), by, span: whole(earlier) };
}

/** The checks a list skips; experimental ones heed none. */
function checks(skip: readonly WrittenName[], heeds: (at: string) => boolean): readonly string[] {
  return [...BUILD_CHECKS].flatMap(([name, { at, experimental }]) =>
    !experimental && heeds(at) && lists(skip, name) ? `buildkit/${name}` : [],
  );
}

/** The instruction of the same stage that has no effect because of this one. */
function replaced(
  { instruction }: InstructionPart,
  { parts, stages }: Dockerfile,
): InstructionPart | undefined {
  const { instructions = [] } = stages.find((stage) => stage.instructions.includes(instruction)) ?? {};
  const before = instructions.slice(0, instructions.indexOf(instruction));
  const earlier = before.findLast(({ keyword }) => keyword === instruction.keyword);
  const found = earlier && parts.find(({ id }) => id === earlier.part);
  return found?.kind === 'instruction' ? found : undefined;
}

function whole({ id, text }: InstructionPart | TriviaPart): Span {
  return { part: id, start: 0, end: text.length };
}
