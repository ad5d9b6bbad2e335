import { readDockerfile } from '../../server/src/dockerfile/read';
import type { DockerfileText } from './dockerfiles';

/** The lines of a file, and the instruction each belongs to. */
export class Places {
  /** For each instruction, its first line and the one behind its last, from 1. */
  readonly #instructions: readonly { readonly start: number; readonly end: number }[];
  readonly #lines: readonly string[];

  constructor({ file, text }: DockerfileText) {
    let end = 1;
    this.#instructions = readDockerfile(text, { uri: file }).parts.flatMap((part) => {
      const start = end;
      end += part.text.split('\n').length - 1;
      return part.kind === 'instruction' ? [{ start, end }] : [];
    });
    this.#lines = text.split('\n');
  }

  /** The first line of the instruction that a line belongs to; comments belong to the one below. */
  instruction(line: number): number {
    const after = this.#instructions.find(({ end }) => line < end) ?? this.#instructions.at(-1);
    return after?.start ?? 1;
  }

  /** What the instruction at a line says. */
  text(line: number): string {
    const found = this.#instructions.find(({ start }) => start === this.instruction(line));
    return this.#lines.slice((found?.start ?? line) - 1, (found?.end ?? line + 1) - 1).join('\n');
  }
}
