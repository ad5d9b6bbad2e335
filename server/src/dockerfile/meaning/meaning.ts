import type { Meaning } from '../../core/meaning';
import type { PartId } from '../../core/span';
import type { Dockerfile } from '../model';
import { stageMeaning } from './stage';
import { variableMeaning } from './variable';

/** What the word at an offset of an instruction stands for in the rest of the file: a stage or a variable. */
export function meaning(dockerfile: Dockerfile, part: PartId, offset: number): Meaning | undefined {
  return variableMeaning(dockerfile, part, offset) ?? stageMeaning(dockerfile, part, offset);
}
