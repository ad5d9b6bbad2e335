import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  downloadAndUnzipVSCode,
  resolveCliPathFromVSCodeExecutablePath,
  runTests,
} from '@vscode/test-electron';
import { build } from 'esbuild';
import { scratch } from '../host/child';
import { copyOf, places, writeUserSettings } from '../host/server';

const root = join(__dirname, '../..');
const out = join(root, 'out/editor');

/**
 * Runs test/editor/suite against the packaged extension in a real VS Code: the one VSCODE_EXECUTABLE names
 * (test/host/code needs no desktop), or a desktop one that is downloaded when it names none.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { language: { type: 'string', default: 'en' }, grep: { type: 'string' } },
  });
  const vsix = resolve(process.env['CONTAINER_TUTOR_VSIX'] || join(root, 'dist/container-tutor.vsix'));
  if (!existsSync(vsix)) throw new Error(`${vsix} is missing: npm run package makes it.`);
  await bundle();

  const { root: directory, userData, extensions } = places(scratch('suite'));
  const folder = copyOf(join(__dirname, 'fixture'), directory, 'workspace');
  writeUserSettings(
    { userData },
    {
      'containerTutor.language': values.language,
      'chat.disableAIFeatures': true,
      // What is saved in the editor counts, whether VS Code watches the folder or not.
      'files.watcherExclude': { '**/labs/**': true },
    },
  );
  const profile = [`--user-data-dir=${userData}`, `--extensions-dir=${extensions}`];

  const chosen = process.env['VSCODE_EXECUTABLE'];
  const vscodeExecutablePath = chosen ? resolve(chosen) : await downloadAndUnzipVSCode();
  install(vscodeExecutablePath, [...profile, '--install-extension', vsix]);
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: ['harness', 'yaml'].map((name) => join(__dirname, name)),
    extensionTestsPath: join(out, 'index.js'),
    extensionTestsEnv: values.grep ? { MOCHA_GREP: values.grep } : undefined,
    launchArgs: [folder, `--locale=${values.language}`, ...profile],
  });
}

/** One file per suite, so that mocha loads each with its globals in place. */
async function bundle(): Promise<void> {
  // A suite that was renamed must not run under its old name too.
  rmSync(out, { recursive: true, force: true });
  const suites = readdirSync(join(__dirname, 'suite')).filter((file) => file.endsWith('.test.ts'));
  await build({
    entryPoints: [join(__dirname, 'index.ts'), ...suites.map((file) => join(__dirname, 'suite', file))],
    outdir: out,
    outbase: __dirname,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

function install(executable: string, args: string[]): void {
  // A desktop VS Code installs through the command line beside it; the launcher in test/host is its own.
  const beside = resolveCliPathFromVSCodeExecutablePath(executable);
  const shell = process.platform === 'win32';
  const command = existsSync(beside) ? beside : executable;
  const run = spawnSync(shell ? `"${command}"` : command, args, { encoding: 'utf8', shell });
  if (run.status !== 0)
    throw new Error(`The VSIX could not be installed: ${run.error ?? run.stdout + run.stderr}`);
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
