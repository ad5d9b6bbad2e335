import type { FileInfo } from '../core/language';
import type { Span } from '../core/span';
import { looksLikeDirective, type ReadDirectives, readDirectives } from './directives';
import type { Instruction } from './instruction';
import type { Directive, DirectiveProblem, Dockerfile, States } from './model';
import { PartReader } from './part-reader';
import { recut } from './recut';
import { cut } from './scan';
import type { StageGraph } from './stages';
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
    ? reader.readAgain(text, recut(text, head, old), old.parts)
    : cut(text, 0, head.end, head.escape).pieces.map((piece) =>
        reader.read(piece, text.slice(piece.start, piece.end)),
      );
  const { instructions, nextSerial } = reader;
  const graph = reader.builder.finish(instructions);
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

/** Put together when somebody asks: most ask a stage, or of what the final image is made of. */
function statesOf({ outsideStates, stages, finalChain }: StageGraph): States {
  let all: Map<Instruction, ImageState> | undefined;
  const gather = () => {
    const gathered = new Map(outsideStates);
    for (const { states } of stages) for (const [one, state] of states) gathered.set(one, state);
    return gathered;
  };
  return {
    get: (instruction) => {
      const shipped = finalChain.find(({ states }) => states.has(instruction));
      const near = shipped?.states ?? outsideStates;
      if (near.has(instruction)) return near.get(instruction);
      all ??= gather();
      return all.get(instruction);
    },
  };
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
  parts.forEach((one) => {
    if (one.kind !== 'trivia') return;
    for (const comment of one.trivia.comments) {
      const name = looksLikeDirective(comment.text);
      if (name && one.start + comment.span.start >= last)
        problems.push({ code: 'directive-misplaced', name, span: comment.span });
    }
  });
  return { directives, directiveProblems: problems };
}
