import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { ClientFiles } from '../../server/src/lsp/clientFiles';
import { serve } from '../../server/src/lsp/server';
import { tinyLanguage } from '../tinyLanguage';

// The same without a disk, as in a browser: files come from the client.
const worker = self as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));

serve(connection, {
  languages: [tinyLanguage()],
  files: new ClientFiles(connection),
  pause: () => new Promise((resolve) => setTimeout(resolve)),
});
