import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The installed editor host: VS Code's server with the Node it wants. */
export interface Host {
  /** Node 24; the host does not run under the Node 20 outside. */
  node: string;
  /** What a person opens in a browser. */
  codeServer: string;
  /** VS Code's own server inside it: the one that honours a test payload. */
  vscodeServer: string;
}

const here = __dirname;
const modules = join(here, 'node_modules');
const vscode = join(modules, 'code-server/lib/vscode');
const stamp = join(modules, '.complete');
const host: Host = {
  node: join(modules, 'node/bin', process.platform === 'win32' ? 'node.exe' : 'node'),
  codeServer: join(modules, 'code-server/out/node/entry.js'),
  vscodeServer: join(vscode, 'out/server-main.js'),
};

/** Installs the host unless this very lock file was installed to its end before. */
export function installedHost(): Host {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return host;
  console.log('Installing VS Code for tests into test/host/node_modules (about 800 MB, once) …');
  rmSync(stamp, { force: true });
  // npm 10 ignores allowScripts and code-server's postinstall refuses Node 20: no scripts, then the one needed.
  npm(here, 'ci', '--ignore-scripts');
  npm(here, 'rebuild', 'node');
  // Not `ci`: the shrinkwrap of code-server's VS Code is incomplete.
  npm(vscode, 'install', '--omit=dev', '--ignore-scripts', '--no-save');
  for (const file of Object.values(host)) {
    if (!existsSync(file)) throw new Error(`The editor host was installed, but ${file} is missing.`);
  }
  const version = spawnSync(host.node, ['--version'], { encoding: 'utf8' });
  if (version.status !== 0) throw new Error(`${host.node} does not run: ${version.stderr || version.error}`);
  // Last of all, so that an install that broke off is done again.
  writeFileSync(stamp, wanted);
  return host;
}

function fingerprint(): string {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const file of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(here, file)));
  return hash.digest('hex');
}

function npm(cwd: string, ...args: string[]): void {
  const cli = process.env['npm_execpath'];
  // The npm that runs us, if any: `npx npm@10 test` installs with npm 10.
  const [command, first] = cli?.endsWith('npm-cli.js') ? [process.execPath, [cli]] : ['npm', []];
  const all = [...first, ...args, '--no-audit', '--no-fund', '--loglevel=error'];
  const run = spawnSync(command, all, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  if (run.status === 0) return;
  const reason = [run.error?.message, run.stdout, run.stderr].filter(Boolean).join('\n');
  throw new Error(`npm ${args.join(' ')} failed in ${cwd}:\n${reason}`);
}
