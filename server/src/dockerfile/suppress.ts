import { readIgnore, writeIgnore } from '../core/directive';
import type { Suppression } from '../core/language';
import type { Edit, Span } from '../core/span';
import type { Dockerfile, InstructionPart, TriviaComment, TriviaPart } from './model';

/** hadolint's pragmas: the next line's instruction, the next stage, the file. */
const HADOLINT =
  /^hadolint\s+(?:(global|stage)\s+)?ignore\s*=\s*([A-Za-z]+\d+(?:\s*,\s*[A-Za-z]+\d+)*)\s*(?:#.*)?$/;
/** BuildKit's: above all instructions for the file, directly above one for that one. */
const BUILDKIT = /^check\s*=\s*(?:\S*;)?skip=([\w,]+)/i;

/** What the comments of a Dockerfile silence: ours, hadolint's and BuildKit's. */
export function* suppressions(dockerfile: Dockerfile): Iterable<Suppression> {
  for (const { name, value } of dockerfile.directives) if (name === 'check') yield* skipped(`check=${value}`);
  for (const [index, part] of dockerfile.parts.entries()) {
    if (part.kind !== 'trivia') continue;
    const next = dockerfile.parts[index + 1];
    for (const comment of part.trivia.comments) {
      const instruction = next?.kind === 'instruction' ? next : undefined;
      yield* read(dockerfile, comment, instruction);
      const names = ownNames(comment);
      // The comments between it and the instruction are silenced too.
      if (names) yield { names, span: { ...comment.span, start: comment.span.end, end: part.text.length } };
    }
  }
}

function ownNames({ text }: TriviaComment): readonly string[] | undefined {
  const own = readIgnore(text);
  return own?.scope === 'next' ? own.names : undefined;
}

function* read(
  dockerfile: Dockerfile,
  comment: TriviaComment,
  next?: InstructionPart,
): Iterable<Suppression> {
  const own = readIgnore(comment.text);
  if (own?.scope === 'file') yield { names: own.names };
  else if (own && next) yield { names: own.names, span: whole(next) };
  const [, scope, list] = HADOLINT.exec(comment.text) ?? [];
  if (list) {
    const names = list.split(/\s*,\s*/);
    if (scope === 'global') yield { names };
    // hadolint counts lines: its pragma holds only when it touches the instruction.
    else if (next && comment.linesBelow === 0)
      for (const part of scope === 'stage' ? stageParts(dockerfile, next) : [next])
        yield { names, span: whole(part) };
  }
  if (next && comment.linesBelow === 0) yield* skipped(comment.text, whole(next));
}

function* skipped(text: string, span?: Span): Iterable<Suppression> {
  const names = BUILDKIT.exec(text)?.[1]?.split(',');
  if (!names) return;
  yield { names: names.map((name) => `buildkit/${name === 'all' ? '*' : name}`), span };
}

function stageParts(dockerfile: Dockerfile, from: InstructionPart): InstructionPart[] {
  const stage = dockerfile.stages.find((stage) => stage.from === from.instruction);
  const ids = new Set([from.id, ...(stage?.instructions ?? []).map(({ part }) => part)]);
  return dockerfile.parts.filter((part) => part.kind === 'instruction').filter(({ id }) => ids.has(id));
}

/** The edit that silences a name for one instruction: an own directive above it is extended, else one is written. */
export function suppress(dockerfile: Dockerfile, { part, start }: Span, name: string): readonly Edit[] {
  const index = dockerfile.parts.findIndex(({ id }) => id === part);
  const around = dockerfile.parts[index];
  if (around?.kind === 'trivia') {
    const line = around.text.lastIndexOf('\n', start - 1) + 1;
    return [{ span: { part, start: line, end: line }, text: `${writeIgnore('next', name)}\n` }];
  }
  const above = dockerfile.parts[index - 1];
  const known = above?.kind === 'trivia' ? ownDirective(above) : undefined;
  if (known) return [{ span: known, text: `,${name}` }];
  return [{ span: { part, start: 0, end: 0 }, text: `${writeIgnore('next', name)}\n` }];
}

/** Behind the last name of the own directive that stands nearest to the instruction. */
function ownDirective({ text, trivia }: TriviaPart): Span | undefined {
  for (const comment of trivia.comments.toReversed()) {
    const own = readIgnore(comment.text);
    if (own?.scope !== 'next') continue;
    const at = text.indexOf(comment.text, comment.span.start) + own.namesEnd;
    return { part: trivia.part, start: at, end: at };
  }
  return undefined;
}

function whole({ id, text }: InstructionPart): Span {
  return { part: id, start: 0, end: text.length };
}
