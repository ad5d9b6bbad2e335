import type { Span } from '../../core/span';
import { PREDEFINED } from '../facts/predefined';
import type { Dockerfile, Instruction, Stage } from '../model';
import type { Variable } from '../scope';

/** Where the cursor is. */
export interface HoverAt {
  readonly dockerfile: Dockerfile;
  /** The instruction of the part: the ONBUILD of a trigger. */
  readonly whole: Instruction;
  /** Missing before the first FROM. */
  readonly stage?: Stage;
  /** From the start of the part. */
  readonly offset: number;
}

export function covers({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

export function stageOf({ stages }: Dockerfile, whole: Instruction): Stage | undefined {
  return stages.find(({ from, instructions }) => from === whole || instructions.includes(whole));
}

export function nameOf({ name, index }: Stage): string {
  return name ?? String(index);
}

/** Where the note of a variable belongs: to a predefined name, else to what set it. */
export function variablePlace(
  name: string,
  variable: Variable | undefined,
  otherwise: 'unknown' | 'shell',
): string[] {
  return ['$', PREDEFINED.includes(name) ? name : (variable?.by?.keyword ?? otherwise)];
}
