import type { Found } from '../core/check';
import type { Dockerfile } from '../dockerfile/model';
import {
  foundByShellCheck,
  type ShellCheckComment,
  type ShellCheckTask,
  shellCheckTasks,
} from '../dockerfile/shellcheck';

/** Has a program read one script. Fails with the system's code, such as `ENOENT`, where there is no such program. */
export type AskShellCheck = (
  program: string,
  task: Pick<ShellCheckTask, 'dialect' | 'input'>,
  signal: AbortSignal,
) => Promise<readonly ShellCheckComment[]>;

export interface ShellCheckHost {
  /** Loaded when ShellCheck is first wanted; missing where no program can be run. */
  readonly load?: () => Promise<AskShellCheck>;
  readonly log: (message: string) => void;
}

/**
 * What an installed ShellCheck says of the scripts in open documents. It is asked in the background, when typing
 * pauses, once for each script; answers are kept as long as a document has the script.
 */
export class ShellChecks {
  readonly #host: ShellCheckHost;
  readonly #known = new Map<string, readonly ShellCheckComment[]>();
  /** By document. */
  readonly #wanted = new Map<string, readonly ShellCheckTask[]>();
  /** Those whose answer is on its way. */
  #asked: ReadonlySet<string> = new Set();
  #program?: string;
  #missing = false;
  #running = new AbortController();
  #timer?: ReturnType<typeof setTimeout>;
  #version = 0;

  /** There are new answers. */
  onChanged: () => void = () => {};
  /** There is no such program. Said once, until another one is set. */
  onMissing: (program: string) => void = () => {};

  constructor(host: ShellCheckHost) {
    this.#host = host;
  }

  /** Another number whenever there are new answers. */
  get version(): number {
    return this.#version;
  }

  /** What is known by now; what is not is asked soon. @param program undefined where it is switched off. */
  found(uri: string, dockerfile: Dockerfile, program: string | undefined): Found[] {
    if (program !== this.#program) this.#forget(program);
    if (!program || !this.#host.load) return [];
    const tasks = shellCheckTasks(dockerfile);
    this.#wanted.set(uri, tasks);
    const unknown = this.#unknown().map(keyOf);
    if (unknown.some((key) => !this.#asked.has(key))) this.#soon(unknown);
    return tasks.flatMap((task) => foundByShellCheck(task, this.#known.get(keyOf(task)) ?? []));
  }

  closed(uri: string): void {
    this.#wanted.delete(uri);
  }

  #forget(program: string | undefined): void {
    this.#program = program;
    this.#missing = false;
    this.#asked = new Set();
    this.#known.clear();
    this.#wanted.clear();
    this.#running.abort();
  }

  /** Waits for a pause; what is being asked when more is typed is most likely old. */
  #soon(keys: readonly string[]): void {
    this.#asked = new Set(keys);
    clearTimeout(this.#timer);
    this.#running.abort();
    this.#timer = setTimeout(() => void this.#ask(), PAUSE);
  }

  async #ask(): Promise<void> {
    const { load, log } = this.#host;
    const program = this.#program;
    if (!load || !program || this.#missing) return;
    const running = new AbortController();
    this.#running = running;
    const ask = await load();
    const tasks = this.#unknown();
    const next = async (): Promise<void> => {
      for (let task = tasks.shift(); task && !running.signal.aborted && !this.#missing; task = tasks.shift())
        try {
          const comments = await ask(program, task, running.signal);
          if (program === this.#program) this.#known.set(keyOf(task), comments);
        } catch (error) {
          if (running.signal.aborted) return;
          if (NONE_THERE.has((error as { code?: unknown }).code)) this.#miss(program);
          else log(`ShellCheck failed: ${error}`);
          // A script it fails on is not asked about again.
          this.#known.set(keyOf(task), []);
        }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    if (running.signal.aborted) return;
    this.#asked = new Set();
    this.#prune();
    this.#version++;
    this.onChanged();
  }

  #miss(program: string): void {
    if (!this.#missing) this.onMissing(program);
    this.#missing = true;
  }

  /** The scripts of open documents that nothing is known of. */
  #unknown(): ShellCheckTask[] {
    if (this.#missing) return [];
    const tasks = [...this.#wanted.values()].flat().map((task) => [keyOf(task), task] as const);
    return [...new Map(tasks.filter(([key]) => !this.#known.has(key))).values()];
  }

  #prune(): void {
    const keys = new Set([...this.#wanted.values()].flat().map(keyOf));
    for (const key of [...this.#known.keys()]) if (!keys.has(key)) this.#known.delete(key);
  }
}

function keyOf({ dialect, input }: ShellCheckTask): string {
  return `${dialect}\n${input}`;
}

/** What a system says where there is no program, or nothing that may be run. */
const NONE_THERE: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR', 'EACCES']);
/** Milliseconds without a keystroke. */
const PAUSE = 300;
/** Processes. */
const AT_ONCE = 2;
