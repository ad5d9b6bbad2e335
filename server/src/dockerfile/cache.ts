import type { Dockerfile, Instruction, Keyword, Stage } from './model';

/** It was edited itself, or what it is built on was. */
export type Change = 'here' | 'below';

/**
 * The instructions whose result an edit takes out of the build cache: those that were edited, and what is built on
 * them. An instruction that only writes a setting for later, such as CMD, is no ground for any other.
 * Source: https://docs.docker.com/build/cache/invalidation/; BuildKit, frontend/dockerfile/dockerfile2llb/convert.go
 */
export function changesSince(before: Dockerfile, after: Dockerfile): ReadonlyMap<Instruction, Change> {
  const changes = new Map<Instruction, Change>();
  const changed = new Set<Stage>();
  const args = argumentsOf(before) !== argumentsOf(after);
  for (const stage of after.stages) {
    const old = counterpart(stage, before);
    const isBaseNew =
      !old ||
      baseText(old) !== baseText(stage) ||
      (args && (stage.from?.variables.length ?? 0) > 0) ||
      (stage.base.kind === 'stage' && changed.has(stage.base.stage));
    let broken = isBaseNew;
    const rest = old ? [...old.instructions] : [];
    for (const one of stage.instructions) {
      const same = rest.findIndex((other) => isSame(other, one));
      // What stood between was taken out.
      const gap = same < 0 ? [] : rest.splice(0, same + 1).slice(0, -1);
      broken ||= gap.some(isGround);
      const isNew = same < 0;
      const takesNew = stage.uses.some(
        ({ by, source }) => by === one && source.kind === 'stage' && changed.has(source.stage),
      );
      if (isNew) changes.set(one, 'here');
      else if (takesNew || (broken && isBuilt(stage, one))) changes.set(one, 'below');
      if (isNew && !isGround(one)) continue;
      broken ||= isNew || takesNew;
    }
    if (broken || rest.some(isGround)) changed.add(stage);
  }
  return changes;
}

/** What later instructions run on: the files and the state they find. */
const GROUND = new Set<Keyword>(['RUN', 'COPY', 'ADD', 'WORKDIR', 'ENV', 'ARG', 'USER', 'SHELL', 'UNKNOWN']);

function isGround({ keyword }: Instruction): boolean {
  return GROUND.has(keyword);
}

function isBuilt({ layers }: Stage, one: Instruction): boolean {
  return layers.includes(one);
}

function counterpart({ name, index }: Stage, { stages }: Dockerfile): Stage | undefined {
  return name === undefined ? stages[index] : stages.find((stage) => stage.name === name);
}

function isSame(a: Instruction, b: Instruction): boolean {
  return a === b || textOf(a) === textOf(b);
}

/** Comments and line breaks are no part of it; heredocs are. */
function textOf({ keyword, written, joined, heredocs }: Instruction): string {
  return [keyword, joined.text.slice(written.length).trim(), ...heredocs.map(({ body }) => body)].join('\n');
}

function baseText({ from }: Stage): string {
  return [from?.platform?.value?.raw, from?.image?.raw].join(' ');
}

function argumentsOf({ globalArgs }: Dockerfile): string {
  return globalArgs.map(textOf).join('\n');
}
