import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isNoise } from './noise';

// Whatever ends this process, nothing it started or wrote outlives it.
const cleanups = new Set<() => void>();
process.on('exit', () => {
  for (const clean of cleanups) clean();
});
for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
] as const) {
  process.on(signal, () => process.exit(128 + number));
}

/** A directory that is gone when this process ends. */
export function scratch(name: string): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), `container-tutor-${name}-`)));
  // A server killed a moment ago may still be writing: try again rather than leave the directory.
  cleanups.add(() => {
    try {
      rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    } catch (error) {
      console.error(`${directory} could not be removed: ${error}`);
    }
  });
  return directory;
}

/** A server or command in a process group of its own. */
export class Child {
  readonly ended: Promise<number>;
  #text = '';
  #process: ChildProcess;
  #kill = () => this.#signal('SIGKILL');

  constructor(
    command: string,
    args: readonly string[],
    options: { env?: NodeJS.ProcessEnv; echo?: boolean } = {},
  ) {
    const stdio = ['ignore', 'pipe', 'pipe'] as const;
    this.#process = spawn(command, args, { env: options.env, stdio: [...stdio], detached: true });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#text += text;
        if (options.echo) process.stdout.write(text);
      });
    }
    cleanups.add(this.#kill);
    this.ended = new Promise((resolve) => {
      this.#process.on('error', (error) => {
        this.#text += String(error);
        resolve(1);
      });
      this.#process.on('close', (code) => resolve(code ?? 1));
    });
  }

  /** All it printed. */
  get text(): string {
    return this.#text;
  }

  /** What it printed last, without the noise: the place to look when it did not start. */
  get output(): string {
    const lines = this.#text.split('\n').filter((line) => line.trim() && !isNoise(line));
    return lines.slice(-20).join('\n');
  }

  async stop(): Promise<void> {
    this.#signal('SIGTERM');
    const timer = setTimeout(this.#kill, 3000);
    await this.ended;
    clearTimeout(timer);
    // The leader is gone; what it started may not be.
    this.#kill();
    cleanups.delete(this.#kill);
  }

  #signal(signal: NodeJS.Signals): void {
    if (!this.#process.pid) return;
    try {
      process.kill(-this.#process.pid, signal);
    } catch {
      // The group is already gone.
    }
  }
}
