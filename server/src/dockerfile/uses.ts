import { once } from '../core/once';
import { parseReference } from '../image/reference';
import type { Copy, Instruction, Run } from './instruction';
import type { Stage, StageUse, UseSource } from './model';
import { mountOption } from './mount';

/** What the stages of a file take from each other and from images; asked in their order. */
export class Uses {
  readonly #stages: readonly Stage[];
  readonly #named: ReadonlyMap<string, Stage>;
  /** BuildKit gives images that are copied from a number too, behind the stages. */
  readonly #foreign: UseSource[] = [];

  constructor(stages: readonly Stage[], named: ReadonlyMap<string, Stage>) {
    this.#stages = stages;
    this.#named = named;
  }

  of(stage: Stage): readonly StageUse[] {
    return taking(stage.instructions).flatMap((by) =>
      by.keyword === 'COPY' ? this.#copyUse(stage, by) : this.#mountUses(stage, by),
    );
  }

  #copyUse(stage: Stage, by: Copy): StageUse[] {
    const word = by.from?.value;
    if (!by.from || !word?.raw) return [];
    const constant = word.text === word.raw && word.variables.length === 0;
    const source = constant ? this.#sourceOf(stage, word.raw, true) : ({ kind: 'variable' } as const);
    return [{ by, flag: by.from, word, source }];
  }

  #mountUses(stage: Stage, by: Run): StageUse[] {
    return by.mounts.flatMap((mount): StageUse[] => {
      const word = mountOption(mount, 'from')?.value;
      // A secret is taken from no stage, which is an error by itself.
      if (!word?.raw || mount.type === 'secret') {
        this.#foreign.push({ kind: 'scratch' });
        return [];
      }
      // A mount names stages only; a number is the name of an image there. Source: detectRunMount.
      const source =
        word.variables.length > 0 ? ({ kind: 'variable' } as const) : this.#sourceOf(stage, word.raw, false);
      return [{ by, flag: mount.flag, word, source }];
    });
  }

  #sourceOf(stage: Stage, name: string, numbered: boolean): UseSource {
    const index = numbered && /^[+-]?\d+$/.test(name) ? Number(name) : undefined;
    const target = index === undefined ? this.#named.get(name.toLowerCase()) : this.#stages[index];
    if (target === stage) return { kind: 'self', stage: target };
    if (target) return { kind: target.index > stage.index ? 'later' : 'stage', stage: target };
    if (index !== undefined)
      return this.#foreign[index - this.#stages.length] ?? { kind: 'no-such-index', index };
    const foreign: UseSource =
      name === 'scratch' ? { kind: 'scratch' } : { kind: 'image', reference: parseReference(name) };
    this.#foreign.push(foreign);
    return foreign;
  }
}

/** Those of a stage that may take something from another one or an image. */
const taking = once((instructions: readonly Instruction[]) =>
  instructions.filter(
    (by): by is Copy | Run =>
      (by.keyword === 'COPY' && by.from !== undefined) || (by.keyword === 'RUN' && by.mounts.length > 0),
  ),
);
