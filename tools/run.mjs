// Starts a tool of this directory from a bare clone: `node tools/run.mjs start`. Plain JavaScript, because what runs
// TypeScript is among the things that may still be missing.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

if (!complete()) {
  console.log('Installing what package-lock.json lists …');
  const cli = process.env['npm_execpath'];
  // The npm that runs us, if any.
  const [command, first] = cli?.endsWith('npm-cli.js') ? [process.execPath, [cli]] : ['npm', []];
  const shell = process.platform === 'win32';
  const run = spawnSync(command, [...first, 'ci', '--no-audit', '--no-fund'], { stdio: 'inherit', shell });
  if (run.status !== 0) {
    console.error(`npm ci failed${run.error ? `: ${run.error.message}` : ''}.`);
    process.exit(1);
  }
}

// In this process rather than in a child, so that Ctrl-C reaches what has to clean up.
const [tool] = process.argv.splice(2, 1);
const require = createRequire(import.meta.url);
require('tsx/cjs');
require(`./${tool}.ts`);

/** npm writes its own lock file last: what is listed there was installed to the end. */
function complete() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const { packages: present } = JSON.parse(readFileSync(installed, 'utf8'));
  const { packages: wanted } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || optional || (present[path]?.version === version && existsSync(join(root, path))),
  );
}
