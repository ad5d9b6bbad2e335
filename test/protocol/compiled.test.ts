import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { bundle } from './bundle';
import { Folder } from './folder';

let runner: string;
before(async () => {
  runner = path.resolve(await bundle('server/src/compiled.ts', 'compiled'));
});

const PROGRAM =
  'const { basename } = require("node:path");\nconsole.log(basename(__filename), process.argv[1]);\n';
const SAID = 'program.js word\n';

/** Runs a program with what is kept of it at `cache`. */
function run(folder: Folder, cache: string): string {
  const script = `require(${JSON.stringify(runner)}).runCompiled(...${JSON.stringify([path.join(folder.path, 'program.js'), cache])})`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script, 'word'], { encoding: 'utf8' });
  assert.equal(stderr, '');
  return stdout;
}

describe('the code of a program that ran before', () => {
  it('is kept, used, and left as it is on the same day', () => {
    const folder = new Folder({ 'program.js': PROGRAM });
    const cache = path.join(folder.path, 'kept/code');
    assert.equal(run(folder, cache), SAID);
    const kept = readFileSync(cache);
    assert.equal(run(folder, cache), SAID);
    assert.ok(readFileSync(cache).equals(kept));
  });

  it('counts for nothing where it is damaged, or of another program', () => {
    const folder = new Folder({ 'program.js': PROGRAM });
    const cache = path.join(folder.path, 'code');
    run(folder, cache);
    const damaged = readFileSync(cache);
    damaged[damaged.length - 9]! ^= 1;
    writeFileSync(cache, damaged);
    assert.equal(run(folder, cache), SAID);
    assert.ok(!readFileSync(cache).equals(damaged));
    writeFileSync(
      path.join(folder.path, 'program.js'),
      PROGRAM.replace('basename(__filename)', '"another"        '),
    );
    assert.equal(run(folder, cache), SAID.replace('program.js', 'another'));
  });

  it('is done without where it cannot be written', () => {
    const folder = new Folder({ 'program.js': PROGRAM, file: '' });
    assert.equal(run(folder, path.join(folder.path, 'file/code')), SAID);
    assert.equal(run(folder, '/proc/none/container-tutor/code'), SAID);
  });
});
