import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What VS Code calls inside the extension host: runs every suite bundled beside this file. */
export async function run(): Promise<void> {
  // Not bundled: mocha finds its own files on disk.
  const { default: Mocha } = await import('mocha');
  // Through the console, which is all that leaves the extension host of a browser.
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, timeout: 30_000 });
  const only = process.env['MOCHA_GREP'];
  if (only) mocha.grep(only);
  const suites = join(__dirname, 'suite');
  for (const file of readdirSync(suites).sort()) {
    if (file.endsWith('.test.js')) mocha.addFile(join(suites, file));
  }
  let passing = 0;
  const failing = await new Promise<number>((resolve) => {
    mocha.run(resolve).on('pass', () => passing++);
  });
  console.log(`${passing} passing, ${failing} failing`);
  if (failing > 0) throw new Error(`${failing} failing`);
}
