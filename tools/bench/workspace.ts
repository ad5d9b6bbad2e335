import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Client } from '../../test/protocol/client';
import { Folder } from '../../test/protocol/folder';
import { app } from './inputs';
import { PEERS } from './peers';
import { OURS, restUse } from './server';
import { percentile } from './table';
import { cpuOf, memoryOf } from './usage';

/** What a folder of manifests takes. Milliseconds of CPU, all threads together; megabytes at the end. */
export interface WorkspaceFigures {
  readonly name: string;
  readonly objects: number;
  /** All files read, related and, by the peer, checked. */
  readonly index: number | undefined;
  /** One letter of a Service's selector, until its findings are here and the process rests. */
  readonly edit: number | undefined;
  readonly edit95: number | undefined;
  readonly memory: number | undefined;
}

/**
 * A folder of `objects` objects, three in a file and each file in a folder of its own; first ours, then Monokle, which
 * takes its time and some more with each object.
 */
export async function measureWorkspace(
  objects: number,
  edits: number,
  withPeer: boolean,
): Promise<readonly WorkspaceFigures[]> {
  const files = Array.from({ length: Math.ceil(objects / 3) }, (_, i) => {
    const name = `app-${String(i).padStart(5, '0')}`;
    return [`${name}/all.yaml`, app(name)] as const;
  });
  const folder = new Folder(Object.fromEntries(files));
  const [name, text] = files[0]!;
  return [
    await ours(folder, { name, text, objects: files.length * 3 }, edits),
    ...(withPeer && existsSync(path.join(PEERS, 'node_modules/@monokle/validation'))
      ? [monokle(folder, edits)]
      : []),
  ];
}

async function ours(
  folder: Folder,
  { name, text, objects }: { readonly name: string; readonly text: string; readonly objects: number },
  edits: number,
): Promise<WorkspaceFigures> {
  const { script, args, capabilities } = OURS;
  const client = await Client.start(script, { folders: [folder.uri], capabilities }, args);
  const pid = client.process.pid!;
  const uri = folder.uriOf(name);
  // Before the scan is done an answer waits for nothing: the process rests once all is read.
  client.open(uri, text, 'yaml');
  await client.items(uri);
  const index = await restUse(pid, 0);
  const lines = text.split('\n');
  const line = lines.findLastIndex((one) => one.includes('app:'));
  const end = { line, character: lines[line]!.length };
  const times: number[] = [];
  for (let i = 0; i < edits; i++) {
    const typed = i % 2 === 0;
    const before = cpuOf(pid);
    const range = { start: end, end: typed ? end : { line, character: end.character + 1 } };
    client.change(uri, typed ? 'x' : '', range);
    await client.items(uri);
    const used = await restUse(pid, before);
    if (used !== undefined) times.push(used);
  }
  const memory = memoryOf(pid);
  await client.stop();
  return { name: OURS.name, objects, index, ...spread(times), memory };
}

function monokle(folder: Folder, edits: number): WorkspaceFigures {
  const args = ['tools/bench/monokle.mjs', PEERS, folder.path, `${edits}`];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (!stdout) throw new Error(`@monokle/validation did not answer: ${stderr}`);
  const { objects, index, times, memory } = JSON.parse(stdout) as {
    readonly objects: number;
    readonly index: number;
    readonly times: readonly number[];
    readonly memory: number;
  };
  return { name: '@monokle/validation', objects, index, ...spread(times), memory };
}

function spread(times: readonly number[]): Pick<WorkspaceFigures, 'edit' | 'edit95'> {
  return { edit: percentile(times, 0.5), edit95: percentile(times, 0.95) };
}
