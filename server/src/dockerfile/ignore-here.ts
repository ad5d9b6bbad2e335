import { ignoreInFile, readIgnore, writeIgnore } from '../core/directive';
import type { Edit, Span } from '../core/span';
import { checkComments } from './checks';
import { BUILD_CHECKS } from './facts/build-checks';
import type { Dockerfile, InstructionPart, TriviaComment, TriviaPart } from './model';
import { readHadolint } from './pragma';

/**
 * The edit that silences a name where a span is: a directive that is already there is extended, else one is written.
 * @param also what hadolint and BuildKit call it, for their directives
 */
export function suppress(
  dockerfile: Dockerfile,
  { part, start }: Span,
  name: string,
  also: readonly string[] = [],
): readonly Edit[] {
  const index = dockerfile.parts.findIndex(({ id }) => id === part);
  const around = dockerfile.parts[index];
  if (around?.kind === 'trivia') return suppressComment(dockerfile, around, start, name);
  if (!around) return [];
  const above = dockerfile.parts[index - 1];
  if (above?.kind === 'trivia') {
    const known =
      ownDirective(above, above.trivia.comments, name) ??
      hadolints(above, also) ??
      buildkits(dockerfile, around, also);
    if (known) return [known];
    const kept = keptTogether(above, around);
    if (kept) return [lineAbove(above, kept.span.start, name)];
  }
  return [{ span: { part, start: 0, end: 0 }, text: `${writeIgnore('next', name)}\n` }];
}

/** One name more in the comment of hadolint or BuildKit that is about the whole file, unless there is one of ours. */
export function suppressInFile(dockerfile: Dockerfile, also: readonly string[]): Edit | undefined {
  const comments = dockerfile.parts.flatMap((part) =>
    part.kind === 'trivia' ? part.trivia.comments.map((comment) => ({ part, comment })) : [],
  );
  if (comments.some(({ comment }) => readIgnore(comment.text)?.scope === 'file')) return undefined;
  const code = bareName(also, 'hadolint/');
  for (const { part, comment } of comments) {
    const pragma = readHadolint(comment.text);
    if (code && pragma?.heard && pragma.scope === 'file')
      return insertion(part, comment, pragma.written.at(-1)!.end, code);
  }
  return buildkits(dockerfile, undefined, also);
}

/** A line above the comment. Above a parser directive none may stand, and what it says is about the file anyway. */
function suppressComment(
  { directives }: Dockerfile,
  part: TriviaPart,
  at: number,
  name: string,
): readonly Edit[] {
  if (directives.some(({ span }) => span.part === part.id && span.start <= at && at <= span.end)) {
    const { start, end, text } = ignoreInFile(part.text, name);
    return [{ span: { part: part.id, start, end }, text }];
  }
  const above = part.trivia.comments.filter(({ span }) => span.start <= at);
  return [ownDirective(part, above, name) ?? lineAbove(part, at, name)];
}

/** One name more in the own directive that stands lowest. */
function ownDirective(part: TriviaPart, comments: readonly TriviaComment[], name: string): Edit | undefined {
  for (const comment of comments.toReversed()) {
    const own = readIgnore(comment.text);
    if (own?.scope === 'next') return insertion(part, comment, own.namesEnd, name);
  }
  return undefined;
}

/** One code more in hadolint's pragma for the next line. */
function hadolints(part: TriviaPart, also: readonly string[]): Edit | undefined {
  const comment = part.trivia.comments.at(-1);
  const pragma = comment?.linesBelow === 0 ? readHadolint(comment.text) : undefined;
  const code = bareName(also, 'hadolint/');
  if (!comment || !code || !pragma?.heard || pragma.scope !== 'next') return undefined;
  return insertion(part, comment, pragma.written.at(-1)!.end, code);
}

/** One check more in BuildKit's `check=skip=` for the instruction, or for the file; no list skips some checks there. */
function buildkits(
  dockerfile: Dockerfile,
  around: InstructionPart | undefined,
  also: readonly string[],
): Edit | undefined {
  const known = [...checkComments(dockerfile)].find(({ instruction }) => instruction === around);
  const last = known?.skip.at(-1);
  const check = bareName(also, 'buildkit/');
  const { at, experimental } = BUILD_CHECKS.get(check ?? '') ?? {};
  if (!known || !last || !check || experimental || (around && at !== 'instruction')) return undefined;
  return insertion(known.trivia, known.comment, last.end, check);
}

function bareName(also: readonly string[], linter: string): string | undefined {
  return also.find((name) => name.startsWith(linter))?.slice(linter.length);
}

/** The comment no line may come between: hadolint's pragma, or the description of an ARG or stage. */
function keptTogether({ trivia }: TriviaPart, { instruction }: InstructionPart): TriviaComment | undefined {
  const comment = trivia.comments.at(-1);
  if (comment?.linesBelow !== 0) return undefined;
  const described = instruction.keyword === 'ARG' || instruction.keyword === 'FROM';
  const stays = readHadolint(comment.text) || (described && !/^\w+\s*=/.test(comment.text));
  return stays ? comment : undefined;
}

function lineAbove({ id, text }: TriviaPart, at: number, name: string): Edit {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  return { span: { part: id, start: line, end: line }, text: `${writeIgnore('next', name)}\n` };
}

/** @param end where the list of names ends, in the comment's text */
function insertion(
  { id, text }: TriviaPart,
  { span, text: comment }: TriviaComment,
  end: number,
  name: string,
): Edit {
  const at = text.indexOf(comment, span.start + 1) + end;
  return { span: { part: id, start: at, end: at }, text: `,${name}` };
}
