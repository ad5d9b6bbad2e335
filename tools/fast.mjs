// Every test of test/, compiled once and run in one process per core: most of what a process of its own costs a file
// is reading all rules again, and the first files warm up what the others run. Each process asks for its next file
// when it is done with one, and tells by itself what fails. One file alone, with `node:test`:
// `tsx --test test/<name>.test.ts`. What follows goes to `node`, such as `--cpu-prof`.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { build } from 'esbuild';

/** With more, the longest file alone takes as long as all others. */
const PROCESSES = Math.min(4, availableParallelism());
const bundle = 'out/fast/tests.cjs';

/** They ask the same samples, which one process reads once; and they take long: begun last, one would wait for it. */
const TOGETHER = ['rules', 'properties', 'one-defect', 'kubernetes-one-defect', 'views', 'mentions'].map(
  (name) => `${name}.test.ts`,
);
const names = readdirSync('test').filter((name) => name.endsWith('.test.ts'));
const waiting = [TOGETHER, ...names.filter((name) => !TOGETHER.includes(name)).map((name) => [name])];

await build({
  stdin: {
    contents: `import { runFile } from './tools/fast-test';
const files = {${names.map((name) => `'${name}': () => require('./test/${name}')`).join(',\n')}};
process.on('message', async (names) => {
  // A test that waits for what never comes ends the process.
  process.channel.unref();
  for (const name of names) await runFile(name, files[name]);
  process.channel.ref();
  process.send('next');
});
process.send('next');`,
    resolveDir: '.',
  },
  outfile: bundle,
  bundle: true,
  platform: 'node',
  target: 'node20',
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
  alias: { 'node:test': './tools/fast-test.ts' },
  external: ['typescript', 'vscode-oniguruma'],
});
const execArgv = ['--enable-source-maps', ...process.argv.slice(2)];
const statuses = await Promise.all(
  Array.from({ length: PROCESSES }, async () => {
    const child = fork(bundle, { execArgv });
    child.on('message', () => {
      const next = waiting.shift();
      if (next) child.send(next);
      else child.disconnect();
    });
    const [status] = await once(child, 'exit');
    return status ?? 1;
  }),
);
process.exit(Math.max(...statuses));
