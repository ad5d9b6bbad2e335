import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { Client, PULLS } from '../../test/protocol/client';
import { Folder } from '../../test/protocol/folder';
import type { BenchInput } from './inputs';
import { percentile } from './table';
import { cpuOf, memoryOf, ownMemoryOf } from './usage';

/** A language server to measure. */
export interface BenchServer {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
  /** Without `diagnostic` among them the server is expected to publish. */
  readonly capabilities: ClientCapabilities;
  readonly settings?: unknown;
}

export const OURS: BenchServer = {
  name: 'container-tutor',
  script: 'dist/cli.js',
  args: ['server', '--stdio'],
  capabilities: PULLS,
};

/** Milliseconds and megabytes. */
export interface Figures {
  readonly lines: number;
  readonly findings: number;
  readonly start: number;
  readonly open: number;
  readonly openCpu: number | undefined;
  readonly wall: number | undefined;
  readonly wall95: number | undefined;
  readonly cpu: number | undefined;
  readonly cpu95: number | undefined;
  readonly hover: number | undefined;
  readonly completion: number | undefined;
  readonly memory: number | undefined;
  readonly own: number | undefined;
}

/** Opens a text in a fresh server and types in its middle. */
export async function measure(server: BenchServer, input: BenchInput, keystrokes: number): Promise<Figures> {
  const folder = new Folder({ [input.fileName]: input.text });
  const uri = folder.uriOf(input.fileName);
  const started = performance.now();
  const { script, args, capabilities, settings } = server;
  const client = await Client.start(script, { folders: [folder.uri], capabilities, settings }, args);
  const start = performance.now() - started;
  if (settings !== undefined) client.changeSettings(settings);
  const pid = client.process.pid!;
  const pulls = capabilities.textDocument?.diagnostic !== undefined;
  const ask = async (tell: () => void) => {
    const before = performance.now();
    const published = pulls ? undefined : client.publishedNext(uri);
    tell();
    const { length } = await (published ?? client.items(uri));
    return { findings: length, wall: performance.now() - before };
  };

  const idle = cpuOf(pid);
  const { wall: open } = await ask(() => client.open(uri, input.text, input.languageId));
  const openCpu = await restUse(pid, idle);

  const walls: number[] = [];
  const cpus: number[] = [];
  const character = input.text.split('\n')[input.line]!.length;
  const end = { line: input.line, character };
  let findings = 0;
  for (let i = 0; i < keystrokes; i++) {
    // A character more, then a character less, so that the text stays as it is.
    const typed = i % 2 === 0;
    const before = cpuOf(pid);
    const range = { start: end, end: typed ? end : { line: input.line, character: character + 1 } };
    const answer = await ask(() => client.change(uri, typed ? 'x' : '', range));
    findings = answer.findings;
    walls.push(answer.wall);
    // What it does after it has answered counts as well.
    const used = await restUse(pid, before);
    if (used !== undefined) cpus.push(used);
  }
  const word = input.text.split('\n')[input.word]!;
  const at = { line: input.word, character: word.length - word.trimStart().length + 2 };
  const request = async (feature: string) => {
    const times: number[] = [];
    for (let i = 0; i < QUESTIONS; i++) {
      const before = performance.now();
      await client.request(`textDocument/${feature}`, { textDocument: { uri }, position: at });
      times.push(performance.now() - before);
    }
    return percentile(times, 0.5);
  };
  const hover = await request('hover');
  const completion = input.name === 'manifest' ? await request('completion') : undefined;
  const [memory, own] = [memoryOf(pid), ownMemoryOf(pid)];
  await client.stop();
  return {
    lines: input.text.split('\n').length - 1,
    findings,
    start,
    open,
    openCpu,
    wall: percentile(walls, 0.5),
    wall95: percentile(walls, 0.95),
    cpu: percentile(cpus, 0.5),
    cpu95: percentile(cpus, 0.95),
    hover,
    completion,
    memory,
    own,
  };
}

const QUESTIONS = 20;

/** The CPU used since `before`, once the process rests; a person types more slowly. */
export async function restUse(pid: number, before: number | undefined): Promise<number | undefined> {
  let used = cpuOf(pid);
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 40));
    const now = cpuOf(pid);
    if (now === undefined || used === undefined || before === undefined) return undefined;
    if (now - used < RESTING) return now - before;
    used = now;
  }
}

/** Milliseconds of CPU in 40; timers and the like. */
const RESTING = 0.3;
