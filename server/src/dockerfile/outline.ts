import { once } from '../core/once';
import { type Entry, type Reach, reach } from '../core/view';
import type { Dockerfile, Instruction, Stage } from './model';

/** The stages with their instructions; what stands before the first FROM comes first. */
export function outline({ stages, globalArgs, outside }: Dockerfile): readonly Entry[] {
  const before = [...globalArgs, ...outside].map(ofInstruction);
  return [
    ...before,
    ...stages.flatMap((stage) => (stage.from ? [ofStage(stage)] : stage.instructions.map(ofInstruction))),
  ];
}

function ofStage(stage: Stage): Entry {
  const from = stage.from!;
  const image = from.image?.raw ?? '';
  const name = from.name?.raw;
  return {
    name: name ?? ([from.written, image].join(' ').trim() || String(stage.index)),
    ...(name && image && { detail: image }),
    sort: 'stage',
    ...reachOf(stage)!,
    at: (from.name ?? from.image)?.span ?? from.keywordSpan,
    entries: stage.instructions.map(ofInstruction),
  };
}

/** From FROM to the end of the last instruction; undefined where a fragment has none. */
export function reachOf({ from, instructions }: Stage): Reach | undefined {
  const first = from ?? instructions[0];
  return first && reach(first.span, (instructions.at(-1) ?? first).span);
}

const ofInstruction = once(({ written, joined, span, keywordSpan }: Instruction): Entry => {
  const rest = joined.text.slice(written.length).trim().replace(/\s+/g, ' ');
  return {
    name: written,
    ...(rest && { detail: rest.length > LONGEST ? `${rest.slice(0, LONGEST)}…` : rest }),
    sort: 'instruction',
    span,
    at: keywordSpan,
    entries: [],
  };
});

/** What an outline has room for beside the keyword. */
const LONGEST = 60;
