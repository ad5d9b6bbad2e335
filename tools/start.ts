import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { installedHost } from '../test/host/install';
import { workbench } from '../test/host/open';
import { installExtension, places, startCodeServer, writeUserSettings } from '../test/host/server';
import { hasDesktop, openDesktop } from './desktop';
import { packagedExtension } from './vsix';

const root = join(__dirname, '..');
const labs = join(root, 'labs');
// Settings made in the editor are still there the next time.
const kept = join(root, '.vscode-host');

/** Opens the labs in an editor with the extension; `--check` does it headless and reads the first findings. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { check: { type: 'boolean' }, browser: { type: 'boolean' } } });
  const vsix = await packagedExtension();
  if (values.check) return check(vsix);
  if (!values.browser && hasDesktop()) return openDesktop(labs, vsix, join(kept, 'desktop'));

  const host = installedHost();
  const where = places(join(kept, 'browser'));
  if (!existsSync(join(where.userData, 'User/settings.json'))) {
    writeUserSettings(where, { 'chat.disableAIFeatures': true, 'workbench.startupEditor': 'none' });
  }
  await installExtension(host, where, vsix);
  const server = await startCodeServer(host, where);
  // Ctrl-C is how this is meant to end, not a failure.
  process.prependListener('SIGINT', () => process.exit(0));
  console.log(`\nOpen http://127.0.0.1:${server.port}/?folder=${encodeURI(labs)}\nCtrl-C ends it.`);
  const code = await server.child.ended;
  throw new Error(`The editor ended with ${code}:\n${server.child.output}`);
}

async function check(vsix: string): Promise<void> {
  const file = firstDockerfile('');
  if (!file) throw new Error(`There is no Dockerfile in ${labs}.`);
  // Tall, because the Problems panel holds no more rows than can be seen.
  const editor = await workbench({ folder: labs, vsix, height: 1600 });
  try {
    await editor.open(file);
    const problems = await editor.problems(60_000).catch(() => {
      throw new Error(`${file} is open, but no finding came within 60 s.`);
    });
    for (const { file, line, column, severity, message } of problems) {
      console.log(`${file}:${line}:${column} ${severity} ${message}`);
    }
    if (problems.length === 0) throw new Error('The Problems panel has rows, but none could be read.');
  } finally {
    await editor.close();
  }
}

/** Relative to the labs; files before the folders beside them. */
function firstDockerfile(folder: string): string | undefined {
  const entries = readdirSync(join(labs, folder), { withFileTypes: true });
  entries.sort((a, b) => Number(a.isDirectory()) - Number(b.isDirectory()) || (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const found = entry.isDirectory()
      ? firstDockerfile(path)
      : basename(path) === 'Dockerfile'
        ? path
        : undefined;
    if (found) return found;
  }
  return undefined;
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
