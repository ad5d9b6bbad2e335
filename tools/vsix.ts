import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Child } from '../test/host/child';

const root = join(__dirname, '..');

/** Builds and packages the extension; CONTAINER_TUTOR_VSIX names one that is taken as it is. */
export async function packagedExtension(): Promise<string> {
  const given = process.env['CONTAINER_TUTOR_VSIX'];
  if (!given) await npmRun('package');
  const vsix = resolve(given || join(root, 'dist/container-tutor.vsix'));
  if (!existsSync(vsix)) throw new Error(`${vsix} is missing.`);
  return vsix;
}

async function npmRun(script: string): Promise<void> {
  const npm = new Child('npm', ['run', script]);
  if ((await npm.ended) !== 0) throw new Error(`npm run ${script} failed:\n${npm.output}`);
}
