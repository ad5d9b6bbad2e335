// Every test of test/, compiled once and run in a few processes: most of what a process of its own costs a file is
// reading all rules again. Each process reports by itself what fails: with `node --test` a third one would be busy
// passing on what succeeds. One file alone: `tsx --test test/<name>.test.ts`. What follows goes to `node`, such as
// `--test-name-pattern=…`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { build } from 'esbuild';

/** Processes that run at once, and groups of files: more, so that a process that is done early takes the next. */
const PROCESSES = 2;
const GROUPS = 6;
const out = 'out/fast';

/** It takes as long as a third of all others. */
const LONGEST = 'properties.test.ts';
const files = readdirSync('test').filter((name) => name.endsWith('.test.ts') && name !== LONGEST);
const groups = [
  [LONGEST],
  ...Array.from({ length: GROUPS }, (_, group) => files.filter((_, i) => i % GROUPS === group)),
];
await Promise.all(
  groups.map((names, group) =>
    build({
      stdin: { contents: names.map((name) => `import './test/${name}';`).join('\n'), resolveDir: '.' },
      outfile: `${out}/${group}.test.cjs`,
      bundle: true,
      platform: 'node',
      target: 'node20',
      sourcemap: 'linked',
      logLevel: 'warning',
      external: ['typescript', 'vscode-oniguruma'],
    }),
  ),
);
const options = ['--enable-source-maps', '--test-reporter=./tools/failures.mjs', ...process.argv.slice(2)];
const waiting = groups.map((_, group) => `${out}/${group}.test.cjs`);
const statuses = [];
await Promise.all(
  Array.from({ length: PROCESSES }, async () => {
    for (let bundle = waiting.shift(); bundle; bundle = waiting.shift()) {
      const child = spawn(process.execPath, [...options, bundle], { stdio: 'inherit' });
      const [status] = await once(child, 'exit');
      statuses.push(status ?? 1);
    }
  }),
);
process.exit(Math.max(...statuses));
