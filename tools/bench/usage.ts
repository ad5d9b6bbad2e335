import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of CPU a process has used, all its threads together; undefined where the system does not tell. */
export function cpuOf(pid: number): number | undefined {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const nanoseconds = threads.map((id) => Number(readThread(pid, id).split(' ')[0]));
    return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6;
  } catch {
    return undefined;
  }
}

function readThread(pid: number, id: string): string {
  try {
    return readFileSync(`/proc/${pid}/task/${id}/schedstat`, 'utf8');
  } catch {
    // A thread that ended meanwhile.
    return '0';
  }
}

/** Megabytes in memory now. */
export function memoryOf(pid: number): number | undefined {
  return megabytes(pid, 'VmRSS');
}

/** Megabytes that are the process' own: without the pages of Node's program, which all processes share. */
export function ownMemoryOf(pid: number): number | undefined {
  return megabytes(pid, 'RssAnon');
}

function megabytes(pid: number, name: string): number | undefined {
  try {
    const [, kilobytes] = new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status(pid)) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

function status(pid: number): string {
  return readFileSync(`/proc/${pid}/status`, 'utf8');
}
