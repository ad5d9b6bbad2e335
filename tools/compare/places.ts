import { readDockerfile } from '../../server/src/dockerfile/read';
import type { DockerfileText } from './dockerfiles';

/** The lines of a file, and the instruction each belongs to. */
export class Places {
  /** For each part of the file, its first line, from 1. */
  readonly #starts: readonly number[];
  readonly #lines: readonly string[];

  constructor({ file, text }: DockerfileText) {
    let line = 1;
    this.#starts = readDockerfile(text, { uri: file }).parts.map((part) => {
      const start = line;
      line += part.text.split('\n').length - 1;
      return start;
    });
    this.#lines = text.split('\n');
  }

  /** The first line of the instruction that a line belongs to, or of the comments between two. */
  instruction(line: number): number {
    return this.#starts.findLast((start) => start <= line) ?? 1;
  }

  /** What the instruction at a line says. */
  text(line: number): string {
    const start = this.instruction(line);
    const next = this.#starts.find((other) => other > start) ?? this.#lines.length + 1;
    return this.#lines.slice(start - 1, next - 1).join('\n');
  }
}
