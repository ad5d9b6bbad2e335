import { spawnSync } from 'node:child_process';

export interface Message {
  /** The name of a check; an error has none. */
  readonly rule?: string;
  readonly text: string;
  /** From 1; 0 where BuildKit names no line. */
  readonly line: number;
}

/** What BuildKit makes of a Dockerfile; see main.go. */
export interface Verdict {
  readonly rejected?: Message;
  readonly unused?: Message;
  readonly unsure?: true;
  readonly warnings: readonly Message[];
}

/** @param program built from main.go */
export function ask(program: string, texts: readonly string[]): readonly Verdict[] {
  const input = texts.map((text) => `${JSON.stringify(text)}\n`).join('');
  const { stdout, stderr, status, error } = spawnSync(program, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (error) throw new Error(`${program} cannot be run. Build it first: see tools/authority/README.md`);
  if (status !== 0) throw new Error(stderr);
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}
