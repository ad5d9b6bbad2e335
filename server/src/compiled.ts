import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { Script } from 'node:vm';

/**
 * Runs a CommonJS program with what V8 made of it in an earlier run: half of a start is compiling. When the program
 * ends, what was compiled is put into a file of the user's, once a day. Without that file, or where it cannot be
 * written or is of another program or another V8, the program is compiled as always.
 *
 * @param file the program: one byte a character, as the build writes it
 * @param cache where the compiled code is kept
 * @param grows what more a run had to compile is kept at its end, too: where nobody waits for that end
 */
export function runCompiled(file: string, cache: string, grows = false): void {
  const source = readFileSync(file);
  const program = createHash('sha256').update(process.versions.v8).update(source);
  const seal = (code: Buffer) => program.copy().update(code).digest();
  const kept = readKept(cache, seal);
  const wrapped = Buffer.concat([HEAD, source, TAIL]).toString('latin1');
  const script = new Script(wrapped, { filename: file, ...(kept && { cachedData: kept.code }) });
  const known = kept?.isFresh && !script.cachedDataRejected ? kept.code.length : 0;
  if (known === 0 || grows)
    process.on('exit', () => {
      const code = script.createCachedData();
      if (code.length > known * WORTHWHILE) keep(cache, code, seal);
    });
  const module = new Module(file);
  module.filename = file;
  script.runInThisContext()(module.exports, createRequire(file), module, file, path.dirname(file));
}

/** So much more code is worth another file. */
const WORTHWHILE = 1.01;

/** As Node itself wraps a module. */
const HEAD = Buffer.from('(function (exports, require, module, __filename, __dirname) {');
const TAIL = Buffer.from('\n})');

/** Where the user's programs keep what they can make again. */
export function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  const home = homedir();
  const usual = process.platform === 'darwin' ? 'Library/Caches' : '.cache';
  return path.join(XDG_CACHE_HOME || LOCALAPPDATA || path.join(home, usual), 'container-tutor');
}

/** Bytes of the seal, which stands before the code: code that is not what was written would do anything. */
const SEAL = 32;
const DAY = 24 * 60 * 60 * 1000;

type Seal = (code: Buffer) => Buffer;

function readKept(
  cache: string,
  seal: Seal,
): { readonly code: Buffer; readonly isFresh: boolean } | undefined {
  try {
    const bytes = readFileSync(cache);
    const code = bytes.subarray(SEAL);
    if (!seal(code).equals(bytes.subarray(0, SEAL))) return undefined;
    return { code, isFresh: Date.now() - statSync(cache).mtimeMs < DAY };
  } catch {
    return undefined;
  }
}

function keep(cache: string, code: Buffer, seal: Seal): void {
  try {
    // Not `recursive`: below /proc, where nothing can be made, Node would try without end.
    for (const folder of [path.dirname(path.dirname(cache)), path.dirname(cache)])
      if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    // Another one may be reading it.
    const draft = `${cache}.${process.pid}`;
    writeFileSync(draft, Buffer.concat([seal(code), code]), { mode: 0o600 });
    renameSync(draft, cache);
  } catch {
    // The next run compiles again.
  }
}
