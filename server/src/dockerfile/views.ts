import type { PartId, Span } from '../core/span';
import { commentBlocks, type Fold, type Reach, regions } from '../core/view';
import { stageOf } from './hover/place';
import type { Dockerfile, Instruction } from './model';
import { reachOf } from './outline';

/** Stages, instructions of several lines, heredocs, blocks of comments and regions. */
export function folds({ parts, stages }: Dockerfile): readonly Fold[] {
  const comments = parts.flatMap((part) =>
    part.kind === 'trivia' ? part.trivia.comments : part.instruction.comments,
  );
  return [
    ...regions(comments),
    ...stages.flatMap((stage) => (stage.from && reachOf(stage)) ?? []),
    ...parts.flatMap((part): readonly Fold[] => {
      if (part.kind === 'trivia') return commentBlocks(part.text, part.trivia.comments);
      const { span, heredocs, comments } = part.instruction;
      const bodies = heredocs.map(({ bodySpan, terminator }) => ({
        span: { ...bodySpan, end: terminator?.start ?? bodySpan.end },
      }));
      return [{ span }, ...bodies, ...commentBlocks(part.text, comments)];
    }),
  ];
}

/** A word, a pair, the arguments, the instruction, the stage. */
export function around(dockerfile: Dockerfile, part: PartId, offset: number): readonly Reach[] {
  const found = dockerfile.parts.find(({ id }) => id === part);
  if (!found) return [];
  if (found.kind === 'trivia') {
    const comments = found.trivia.comments.filter(({ span }) => covers(span, offset));
    const blocks = commentBlocks(found.text, found.trivia.comments).filter(({ span }) =>
      covers(span, offset),
    );
    return [...comments, ...blocks].map(({ span }) => ({ span }));
  }
  const whole = found.instruction;
  const stage = stageOf(dockerfile, whole);
  const spans = whole.keyword === 'ONBUILD' && whole.trigger ? spansOf(whole.trigger) : [];
  const inside = [...spans, ...spansOf(whole)]
    .filter((span) => covers(span, offset))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const above = stage?.from && reachOf(stage);
  return [...inside, whole.span].map((span): Reach => ({ span })).concat(above ?? []);
}

function spansOf(instruction: Instruction): readonly Span[] {
  const { span, keywordSpan, argumentsSpan, flags, words, heredocs, variables } = instruction;
  const pairs =
    'pairs' in instruction ? instruction.pairs : 'definitions' in instruction ? instruction.definitions : [];
  return [
    keywordSpan,
    argumentsSpan,
    span,
    ...flags.flatMap((flag) => [flag.span, flag.nameSpan, ...(flag.value ? [flag.value.span] : [])]),
    ...words.map((word) => word.span),
    ...pairs.flatMap((pair) => [pair.span, pair.name.span, ...(pair.value ? [pair.value.span] : [])]),
    ...heredocs.flatMap(({ span, bodySpan }) => [span, bodySpan]),
    ...variables.map((variable) => variable.span),
    ...commandSpans(instruction),
  ];
}

/** The commands a shell runs and their words. */
function commandSpans(instruction: Instruction): readonly Span[] {
  if (instruction.keyword !== 'RUN' && instruction.keyword !== 'CMD' && instruction.keyword !== 'ENTRYPOINT')
    return [];
  const { part } = instruction;
  return (instruction.script?.commands ?? []).flatMap(({ range, operands }) =>
    [range, ...operands.map((word) => word.range)].map(({ start, end }) => ({ part, start, end })),
  );
}

function covers({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
