import { once } from '../core/once';
import {
  commented,
  type Dockerfile,
  type InstructionPart,
  type Trivia,
  type TriviaComment,
  type TriviaPart,
} from './model';
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
export const checkComments = once((file: Dockerfile): readonly CheckComment[] => [...read(file)]);

function* read(file: Dockerfile): Iterable<CheckComment> {
  const { directives, directiveProblems, parts } = file;
  const heads = new Set(directives.filter(({ form }) => form === 'comment').map(({ span }) => span.start));
  const misplaced = new Set(directiveProblems.map(({ span }) => `${span.part} ${span.start}`));
  for (const { trivia, next } of commented(file)) {
    const isFirst = trivia === parts[0];
    const isHead = ({ span }: TriviaComment) => isFirst && heads.has(span.start);
    for (const comment of isFirst ? trivia.trivia.comments.filter(isHead) : []) {
      const check = misplaced.has(`${trivia.id} ${comment.span.start}`) ? undefined : readCheck(comment.text);
      if (check) yield { ...check, comment, trivia };
    }
    if (!next) continue;
    const found = isFirst ? heeded(trivia.trivia, isHead) : heededBelow(trivia.trivia);
    if (found) yield { ...found, ...(found.fault && NOTHING), trivia, instruction: next };
  }
}

const NOTHING = { skip: [], experimental: [], error: false };

/** What the instruction below is told, where no directive of the file is among the comments. */
const heededBelow = once((trivia: Trivia) => heeded(trivia, () => false));

function heeded({ comments, text }: Trivia, isHead: (comment: TriviaComment) => boolean) {
  for (const comment of block(comments)) {
    const check = !isHead(comment) && startsLine(text, comment) ? readCheck(comment.text) : undefined;
    if (check) return { ...check, comment };
  }
  return undefined;
}

function block(comments: readonly TriviaComment[]): readonly TriviaComment[] {
  return comments.slice(comments.findLastIndex(({ text }) => text === '') + 1);
}

function startsLine(text: string, { span }: TriviaComment): boolean {
  return span.start === 0 || text[span.start - 1] === '\n' || text[span.start - 1] === '\ufeff';
}
