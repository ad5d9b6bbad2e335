import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const packages = ['chromium', 'fonts-noto-cjk'];

/** Starts a headless Chrome or Chromium; as root on Debian one is installed where there is none. */
export function startBrowser(): Promise<Browser> {
  const executablePath = find() ?? install();
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath, args });
}

/** A page that reaches the editor and nothing else: the workbench would ask for the extension gallery. */
export async function offlinePage(
  browser: Browser,
  url: string,
  viewport = { width: 1280, height: 800 },
  locale = 'en',
): Promise<Page> {
  const page = await browser.newPage({ locale, viewport });
  await page.route(
    ({ protocol, origin }) => protocol.startsWith('http') && origin !== url,
    (route) => route.abort(),
  );
  return page;
}

function find(): string | undefined {
  const chosen = process.env['CHROME'];
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROME=${chosen} does not exist.`);
    return chosen;
  }
  const directories = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => directories.map((directory) => join(directory, name)));
  // On Ubuntu chromium-browser may be a stub that only names a snap: it must run.
  return [...onPath, ...elsewhere, chromium.executablePath()].find((path) => existsSync(path) && runs(path));
}

function runs(path: string): boolean {
  return spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}

function install(): string {
  let reason = '';
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log(`Installing ${packages.join(' and ')} with apt-get …`);
    reason = apt('update') || apt('install', '-y', '--no-install-recommends', ...packages);
    const found = find();
    if (found) return found;
  }
  throw new Error(
    `${reason && `${reason}\n`}Chrome or Chromium is needed to show the editor. Debian: apt-get install ${packages.join(' ')}; ` +
      'macOS: brew install --cask google-chrome; or set CHROME to the path of one.',
  );
}

/** The reason it failed, or nothing. */
function apt(...args: string[]): string {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = spawnSync('apt-get', ['-q', ...args], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return run.status === 0 ? '' : `apt-get ${args.join(' ')} failed: ${run.stderr || run.error}`;
}
