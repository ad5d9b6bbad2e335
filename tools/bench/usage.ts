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
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
