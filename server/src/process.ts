import { homedir } from 'node:os';
import { createConnection } from 'vscode-languageserver/node';
import { pathOf } from './core/address';
import { NodeFiles, uriOfPath } from './files/node';
import { languages } from './languages';
import { serve } from './lsp/server';

// The server as a process of its own. How it speaks (--stdio, --node-ipc, --socket=…) stands on its command line.
const connection = createConnection();
const { LC_ALL, LC_MESSAGES, LANG } = process.env;

// A fault in one place is told and the rest goes on.
process.on('uncaughtException', (error) => connection.console.error(`Unexpected: ${error.stack ?? error}`));
process.on('unhandledRejection', (reason) => connection.console.error(`Unexpected: ${reason}`));

serve(connection, {
  languages,
  files: new NodeFiles(),
  shellCheck: () => import('./programs/shellcheck').then(({ askShellCheck }) => askShellCheck),
  assets: uriOfPath(__dirname),
  home: pathOf(uriOfPath(homedir())),
  locale: LC_ALL || LC_MESSAGES || LANG,
  pause: () => new Promise((resolve) => setImmediate(resolve)),
});
