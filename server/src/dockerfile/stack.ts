import type { Stack, StackBase, StackCopy, StackStage, StackStep, StageRole } from '../core/stack';
import { type Change, changesSince } from './cache';
import type { Dockerfile, Instruction, Stage } from './model';

/**
 * The layers and settings of each stage.
 * @param before the file as it was built last, as far as anybody knows
 */
export function stack(dockerfile: Dockerfile, before?: Dockerfile): Stack {
  const changes = before ? changesSince(before, dockerfile) : new Map<Instruction, Change>();
  return {
    stages: dockerfile.stages.map((stage) => ({
      ...nameOf(stage),
      role: roleOf(dockerfile, stage),
      base: baseOf(stage),
      steps: stage.instructions.map((one) => stepOf(stage, one, changes.get(one))),
    })),
    copies: dockerfile.stages.flatMap(copiesOf),
  };
}

function nameOf({ name, from, index }: Stage): Pick<StackStage, 'name' | 'span'> {
  const span = from && ((from.name ?? from.image)?.span ?? from.keywordSpan);
  return { name: from?.name?.raw ?? name ?? `stage ${index}`, ...(span && { span }) };
}

function roleOf({ finalStage, finalChain }: Dockerfile, stage: Stage): StageRole {
  if (stage === finalStage) return 'final';
  if (finalChain.includes(stage)) return 'part';
  return stage.reachable ? 'helper' : 'unused';
}

function baseOf({ base, from }: Stage): StackBase {
  const written = { name: from?.image?.raw ?? '', ...(from && { span: from.span, at: from.keywordSpan }) };
  if (base.kind === 'stage') return { ...written, kind: 'stage', stage: base.stage.index };
  return { ...written, kind: base.kind === 'unresolved' ? 'unknown' : base.kind };
}

function stepOf({ layers }: Stage, one: Instruction, changed: Change | undefined): StackStep {
  const { written, joined, span, keywordSpan } = one;
  return {
    sort: layers.includes(one) ? 'layer' : 'setting',
    keyword: written.toUpperCase(),
    text: joined.text.slice(written.length).trim().replace(/\s+/g, ' '),
    span,
    at: keywordSpan,
    ...(changed && { changed }),
  };
}

function copiesOf(stage: Stage): StackCopy[] {
  return stage.uses.flatMap(({ by, source }) => {
    const from =
      source.kind === 'stage'
        ? source.stage.index
        : source.kind === 'image'
          ? source.reference.text
          : undefined;
    // The trigger of an ONBUILD copies in another build.
    const step = stage.instructions.indexOf(by);
    return from === undefined || step < 0 ? [] : [{ from, stage: stage.index, step }];
  });
}
