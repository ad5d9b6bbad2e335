import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Files below a folder with an ending, `/`-separated, in a stable order. */
export function filesBelow(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
    .sort();
}

/** Writes what is generated or, when checking, finds out what would change. */
export class Output {
  readonly #check: boolean;
  readonly stale: string[] = [];

  constructor(check: boolean) {
    this.#check = check;
  }

  file(name: string, content: string): void {
    if (existsSync(name) && readFileSync(name, 'utf8') === content) return;
    this.stale.push(name);
    if (this.#check) return;
    mkdirSync(path.dirname(name), { recursive: true });
    writeFileSync(name, content);
  }

  /** Replaces what stands between two marker lines of a file written by hand. */
  region(name: string, begin: string, end: string, content: string): void {
    const text = readFileSync(name, 'utf8');
    const from = text.indexOf(begin);
    const to = text.indexOf(end, from);
    if (from < 0 || to < 0) throw new Error(`${name} has no region ${begin} … ${end}`);
    this.file(name, `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`);
  }

  /** Removes generated files of a folder that nothing generates any more. */
  prune(folder: string, ending: string, keep: ReadonlySet<string>): void {
    for (const name of filesBelow(folder, ending)) {
      if (keep.has(name)) continue;
      this.stale.push(name);
      if (!this.#check) rmSync(name);
    }
  }
}
