import type { Dockerfile, InstructionPart, TriviaComment, TriviaPart } from './model';
import { type CheckPragma, readCheck } from './pragma';

/** A `check=` comment that BuildKit reads. */
export interface CheckComment extends CheckPragma {
  readonly comment: TriviaComment;
  readonly trivia: TriviaPart;
  /** The instruction it is about; missing at the top of the file. */
  readonly instruction?: InstructionPart;
}

/**
 * The `check=` comments BuildKit heeds: the parser directive, and for each instruction the first one among the
 * comments above it. Blank lines change nothing; a line that is only `#` begins anew; one that is indented is none.
 * Source: Parse in parser.go, WithMergedConfigFromComments in linter.go.
 */
export function* checkComments({ directives, directiveProblems, parts }: Dockerfile): Iterable<CheckComment> {
  const heads = new Set(directives.filter(({ form }) => form === 'comment').map(({ span }) => span.start));
  const misplaced = new Set(directiveProblems.map(({ span }) => `${span.part} ${span.start}`));
  for (const [index, trivia] of parts.entries()) {
    if (trivia.kind !== 'trivia') continue;
    const { comments } = trivia.trivia;
    const isHead = ({ span }: TriviaComment) => index === 0 && heads.has(span.start);
    for (const comment of comments.filter(isHead)) {
      const check = misplaced.has(`${trivia.id} ${comment.span.start}`) ? undefined : readCheck(comment.text);
      if (check) yield { ...check, comment, trivia };
    }
    const instruction = parts[index + 1];
    if (instruction?.kind !== 'instruction') continue;
    const found = block(comments).find(
      (comment) => !isHead(comment) && startsLine(trivia.text, comment) && readCheck(comment.text),
    );
    const check = found && readCheck(found.text);
    if (found && check) yield { ...check, ...(check.fault && NOTHING), comment: found, trivia, instruction };
  }
}

const NOTHING = { skip: [], experimental: [], error: false };

function block(comments: readonly TriviaComment[]): readonly TriviaComment[] {
  return comments.slice(comments.findLastIndex(({ text }) => text === '') + 1);
}

function startsLine(text: string, { span }: TriviaComment): boolean {
  return span.start === 0 || text[span.start - 1] === '\n' || text[span.start - 1] === '\ufeff';
}
