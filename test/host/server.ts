import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Child } from './child';
import type { Host } from './install';

/** Where a server keeps what it writes; `root` is a scratch directory or one that is to last. */
export interface Places {
  root: string;
  userData: string;
  extensions: string;
}

export function places(root: string): Places {
  return { root, userData: join(root, 'user-data'), extensions: join(root, 'extensions') };
}

export interface Server {
  port: number;
  url: string;
  child: Child;
}

/** code-server: the workbench as a person sees it. */
export async function startCodeServer(host: Host, { root, userData, extensions }: Places): Promise<Server> {
  const port = await freePort();
  const args = [
    '--bind-addr',
    `127.0.0.1:${port}`,
    '--auth',
    'none',
    '--disable-telemetry',
    '--disable-update-check',
  ];
  args.push('--disable-workspace-trust', '--disable-getting-started-override', '--ignore-last-opened');
  args.push('--user-data-dir', userData, '--extensions-dir', extensions);
  return ready(
    port,
    '/healthz',
    new Child(host.node, [host.codeServer, ...args], { env: environment(root) }),
  );
}

/** VS Code's own server: the one that runs a test suite. Its workbench has no sign-in and no stored state. */
export async function startTestServer(host: Host, { root, userData, extensions }: Places): Promise<Server> {
  const port = await freePort();
  const args = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  args.push('--accept-server-license-terms', '--disable-telemetry', '--disable-workspace-trust');
  // Below `info` the suite's console does not come through.
  args.push('--enable-smoke-test-driver', '--log', 'info');
  args.push('--user-data-dir', userData, '--server-data-dir', join(root, 'server-data'));
  args.push('--extensions-dir', extensions);
  return ready(
    port,
    '/version',
    new Child(host.node, [host.vscodeServer, ...args], { env: environment(root) }),
  );
}

export async function installExtension(host: Host, { root, userData, extensions }: Places, vsix: string) {
  const args = [host.codeServer, '--user-data-dir', userData, '--extensions-dir', extensions];
  const child = new Child(host.node, [...args, '--install-extension', vsix, '--force'], {
    env: environment(root),
  });
  const code = await child.ended;
  await child.stop();
  if (code !== 0) throw new Error(`${vsix} could not be installed:\n${child.output}`);
}

export function writeUserSettings({ userData }: Pick<Places, 'userData'>, settings: object): void {
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(join(userData, 'User/settings.json'), JSON.stringify(settings, undefined, 2));
}

/** A copy, so that what is typed into the editor stays out of the repository. */
export function copyOf(folder: string, root: string, name: string): string {
  const copy = join(root, name);
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** A home of its own, and nothing of the terminal, npm or VS Code that we were started from. */
function environment(root: string): NodeJS.ProcessEnv {
  const home = join(root, 'home');
  mkdirSync(home, { recursive: true });
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^(VSCODE_|ELECTRON_|npm_|CODE_SERVER|NODE_OPTIONS$|PORT$|PASSWORD$|HASHED_PASSWORD$)/.test(name),
  );
  return { ...Object.fromEntries(inherited), HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home };
}

async function ready(port: number, path: string, child: Child): Promise<Server> {
  const url = `http://127.0.0.1:${port}`;
  let ended = false;
  void child.ended.then(() => {
    ended = true;
  });
  for (const until = Date.now() + 60_000; Date.now() < until && !ended; ) {
    // A server tells no event when it listens: asking is the only way.
    const answer = await fetch(url + path).catch(() => undefined);
    if (answer?.ok) return { port, url, child };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await child.stop();
  throw new Error(
    `The editor host ${ended ? 'ended at once' : 'was not ready within 60 s'}:\n${child.output}`,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
