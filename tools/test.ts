import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Child } from '../test/host/child';
import { packagedExtension } from './vsix';

const root = join(__dirname, '..');
// Far beyond what any step takes: a test that never ends is a failure, not a wait.
const limit = 8 * 60_000;
const SPEC = '--test-reporter=spec';

interface Count {
  passed: number;
  failed: number;
}

/** Every test there is, in steps that can also be named: `npm test -- fast editor`. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { language: { type: 'string' }, grep: { type: 'string' } },
  });
  const editorArgs = Object.entries(values).map(([name, value]) => `--${name}=${value}`);
  const steps: Record<string, () => Promise<Count>> = {
    package: async () => {
      console.log(await packagedExtension());
      return { passed: 1, failed: 0 };
    },
    fast: () => nodeTests(join(root, 'tools/fast.mjs')),
    protocol: () => nodeTests('--import', 'tsx', '--test', SPEC, ...testsOf('test/protocol', 'test/neovim')),
    editor: () => editorSuite(editorArgs),
    drawings: () => nodeTests('--import', 'tsx', '--test', SPEC, ...testsOf('test/drawings')),
  };
  const unknown = positionals.find((name) => !steps[name]);
  if (unknown) throw new Error(`There is no step ${unknown}: ${Object.keys(steps).join(', ')}.`);

  const total: Count = { passed: 0, failed: 0 };
  for (const [name, step] of Object.entries(steps)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    console.log(`\n== ${name}`);
    const started = Date.now();
    const count = await step().catch((error: Error) => {
      console.log(error.message);
      return { passed: 0, failed: 1 };
    });
    total.passed += count.passed;
    total.failed += count.failed;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`== ${name}: ${count.passed} passed, ${count.failed} failed in ${seconds} s`);
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
}

function testsOf(...directories: string[]): string[] {
  return directories.flatMap((directory) => {
    const names = readdirSync(join(root, directory)).filter((file) => file.endsWith('.test.ts'));
    if (names.length === 0) throw new Error(`There are no tests in ${directory}.`);
    return names.map((name) => join(directory, name));
  });
}

async function nodeTests(...args: string[]): Promise<Count> {
  const summary = { passed: /^ℹ pass (\d+)$/gm, failed: /^ℹ (?:fail|cancelled) (\d+)$/gm };
  return counted(
    new Child(process.execPath, args, { env: { ...process.env, TESTS: 'all' }, echo: true }),
    summary,
  );
}

async function editorSuite(args: string[]): Promise<Count> {
  const { CONTAINER_TUTOR_DESKTOP: desktop, VSCODE_EXECUTABLE: chosen } = process.env;
  // Without one, test-electron downloads a desktop VS Code; the launcher is for the machines that cannot run it.
  const download = desktop === '1' || process.platform === 'win32';
  const executable = chosen ?? (download ? undefined : join(root, 'test/host/code'));
  const env = { ...process.env, ...(executable ? { VSCODE_EXECUTABLE: executable } : {}) };
  const run = ['--import', 'tsx', join(root, 'test/editor/run.ts'), ...args];
  const summary = { passed: /^(\d+) passing, \d+ failing$/gm, failed: /^\d+ passing, (\d+) failing$/gm };
  return counted(new Child(process.execPath, run, { env, echo: true }), summary);
}

/** Waits for a test run and reads its counts; a run that ends badly without a failing test is one failure. */
async function counted(child: Child, summary: Record<keyof Count, RegExp>): Promise<Count> {
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    void child.stop();
  }, limit);
  const code = await child.ended;
  clearTimeout(timer);
  await child.stop();
  const sum = (pattern: RegExp) =>
    [...child.text.matchAll(pattern)].reduce((all, match) => all + Number(match[1]), 0);
  const count = { passed: sum(summary.passed), failed: sum(summary.failed) };
  if (code === 0 && count.passed + count.failed > 0) return count;
  if (timedOut) console.log(`It did not end within ${limit / 60_000} minutes.`);
  else if (code === 0) console.log('It ran no test.');
  else if (count.failed === 0) console.log(`It ended with ${code} although no test failed.`);
  return { passed: count.passed, failed: Math.max(count.failed, 1) };
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
