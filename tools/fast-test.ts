/**
 * What our tests use of `node:test`, for thousands of them in one process. There each has an async context, an abort
 * signal and events of its own, which took a tenth of the whole run, and none is ever let go.
 */

type Body = () => unknown;

interface Suite {
  readonly name: string;
  readonly above?: Suite;
  readonly steps: (() => unknown)[];
  readonly before: Body[];
  readonly after: Body[];
}

const counts = { passed: 0, failed: 0 };

/** Where tests are being declared. */
let open: Suite | undefined;
/** The test begun last. */
let last = 'nothing yet';
let isBusy = false;

export function describe(name: string, ...rest: [Body] | [Options, Body]): void {
  const [options, body] = rest.length === 1 ? [{}, rest[0]] : rest;
  if (options.skip) return;
  const suite = declared(name, body);
  open!.steps.push(() => run(suite, options));
}

interface Options {
  readonly skip?: boolean;
  readonly concurrency?: boolean;
}

export function it(name: string, body: Body): void {
  const path = `${pathOf(open!)} › ${name}`;
  open!.steps.push(async () => {
    last = path;
    try {
      const result = body();
      // To wait takes a turn, which most tests do not need.
      if (result instanceof Promise) await result;
      counts.passed++;
    } catch (error) {
      fail(path, error);
    }
  });
}

export { it as test };

export function before(body: Body): void {
  open!.before.push(body);
}

export function after(body: Body): void {
  open!.after.push(body);
}

/** Runs what a file declares, and tells what fails of it. */
export async function runFile(name: string, load: () => unknown): Promise<void> {
  isBusy = true;
  await run(declared(name, load));
  isBusy = false;
}

function declared(name: string, body: Body): Suite {
  const above = open;
  const suite: Suite = { name, ...(above && { above }), steps: [], before: [], after: [] };
  open = suite;
  try {
    body();
  } catch (error) {
    fail(pathOf(suite), error);
  } finally {
    open = above;
  }
  return suite;
}

async function run(suite: Suite, { concurrency = false }: Options = {}): Promise<void> {
  try {
    for (const body of suite.before) await body();
    if (concurrency) await Promise.all(suite.steps.map((step) => step()));
    else for (const step of suite.steps) await step();
    for (const body of suite.after) await body();
  } catch (error) {
    fail(pathOf(suite), error);
  }
}

function pathOf({ name, above }: Suite): string {
  return above ? `${pathOf(above)} › ${name}` : name;
}

function fail(path: string, error: unknown): void {
  counts.failed++;
  console.log(`✖ ${path}\n${(error instanceof Error && error.stack) || String(error)}\n`);
}

for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error) => fail(`what nobody waited for, at the latest in: ${last}`, error));
process.on('exit', () => {
  if (isBusy) fail(last, 'It waits for what never comes.');
  console.log(`ℹ pass ${counts.passed}\nℹ fail ${counts.failed}`);
  if (counts.failed > 0) process.exitCode = 1;
});
