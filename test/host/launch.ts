import { isAbsolute, resolve } from 'node:path';
import { format, parseArgs } from 'node:util';
import { offlinePage, startBrowser } from './browser';
import { scratch } from './child';
import { installedHost } from './install';
import { isNoise } from './noise';
import { installExtension, type Places, places, startTestServer } from './server';

/**
 * Stands in for the VS Code executable: takes the arguments that @vscode/test-electron gives it, runs the suite in
 * VS Code's server and a headless browser, and ends with the suite's exit code.
 */
async function launch(argv: string[]): Promise<number> {
  // Not strict: what else a desktop VS Code is told (--no-sandbox, --skip-welcome …) means nothing here.
  const { values, positionals } = parseArgs({
    args: argv,
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true },
      extensionTestsPath: { type: 'string' },
      'install-extension': { type: 'string', multiple: true },
      'extensions-dir': { type: 'string' },
      'user-data-dir': { type: 'string' },
      locale: { type: 'string' },
    },
  });
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const texts = (value: unknown) => (Array.isArray(value) ? value.filter((v) => typeof v === 'string') : []);
  const own = places(scratch('editor'));
  const where: Places = {
    root: own.root,
    userData: text(values['user-data-dir']) ?? own.userData,
    extensions: text(values['extensions-dir']) ?? own.extensions,
  };
  const host = installedHost();
  for (const vsix of texts(values['install-extension'])) await installExtension(host, where, resolve(vsix));
  const tests = text(values['extensionTestsPath']);
  if (!tests) {
    if (values['install-extension']) return 0;
    throw new Error('Nothing to do: neither --extensionTestsPath nor --install-extension was given.');
  }

  const server = await startTestServer(host, where);
  const browser = await startBrowser();
  try {
    const page = await offlinePage(browser, server.url, undefined, text(values['locale']));
    const remote = (path: string) => `vscode-remote://127.0.0.1:${server.port}${resolve(path)}`;
    const payload = [
      ...texts(values['extensionDevelopmentPath']).map((path) => ['extensionDevelopmentPath', remote(path)]),
      ['extensionTestsPath', remote(tests)],
      ['enableProposedApi', ''],
      ['skipWelcome', 'true'],
    ];
    const folder = positionals.find((path) => isAbsolute(path));
    const query = new URLSearchParams({ payload: JSON.stringify(payload) });
    if (folder) query.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);

    return await new Promise<number>((done, fail) => {
      const seconds = Number(process.env['CONTAINER_TUTOR_EDITOR_TIMEOUT'] ?? 300);
      const timer = setTimeout(() => {
        fail(
          new Error(
            `The suite did not end within ${seconds} s (CONTAINER_TUTOR_EDITOR_TIMEOUT).\n${server.child.output}`,
          ),
        );
      }, seconds * 1000);
      timer.unref();
      void server.child.ended.then((code) =>
        fail(new Error(`VS Code ended with ${code}:\n${server.child.output}`)),
      );
      page.on('crash', () => fail(new Error('The browser page crashed.')));
      page.on('close', () => fail(new Error('The browser page was closed.')));
      const open = async () => {
        await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
          const line = format(...args);
          // Everything goes to one stream: two would come out in another order than they were written in.
          if (!isNoise(line)) process.stdout.write(`${line}\n`);
        });
        await page.exposeFunction('codeAutomationExit', (code: number) => done(code));
        await page.goto(`${server.url}/?${query}`);
      };
      open().catch(fail);
    });
  } finally {
    await browser.close();
    await server.child.stop();
  }
}

launch(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(`The suite could not be run: ${error.message}`);
    process.exit(2);
  },
);
