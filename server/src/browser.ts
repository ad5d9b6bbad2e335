import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { languages } from './languages';
import { ClientFiles } from './lsp/clientFiles';
import { serve } from './lsp/server';

// The one thing of Node that dockerfile-ast touches, to count bytes.
Object.assign(globalThis, { Buffer: { from: (text: string) => new TextEncoder().encode(text) } });

// The server as a web worker; files are read through the client.
const worker = self as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));

serve(connection, {
  languages,
  files: new ClientFiles(connection),
  locale: navigator.language,
  pause: () => new Promise((resolve) => setTimeout(resolve)),
});
