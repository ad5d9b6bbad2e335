import type { Instruction } from './model';

/** A new keyword as those around it are written: BuildKit warns of a file that has both cases. */
export function keywordLike({ written }: Pick<Instruction, 'written'>, keyword: string): string {
  return written === written.toLowerCase() ? keyword.toLowerCase() : keyword;
}
