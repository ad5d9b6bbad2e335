import type { Connection } from 'vscode-languageserver';
import { canonical } from '../core/address';
import type { Files } from '../core/files';
import {
  LIST_FILES,
  type ListFilesParams,
  type ListFilesResult,
  READ_FILE,
  type ReadFileParams,
  type ReadFileResult,
} from './protocol';
import { OUR_FILES } from './watchedFiles';

/** Files of the editor, for a server that has no disk of its own. */
export class ClientFiles implements Files {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async read(uri: string): Promise<string | undefined> {
    const params: ReadFileParams = { uri };
    try {
      const { text } = await this.#connection.sendRequest<ReadFileResult>(READ_FILE, params);
      return text?.replace(/^\uFEFF/, '');
    } catch {
      return undefined;
    }
  }

  async *list(folder: string, wanted: (uri: string) => boolean): AsyncIterable<string> {
    const params: ListFilesParams = { folder, include: OUR_FILES };
    let uris: readonly string[] = [];
    try {
      ({ uris } = await this.#connection.sendRequest<ListFilesResult>(LIST_FILES, params));
    } catch (error) {
      this.#connection.console.warn(`The files of ${folder} could not be listed: ${error}`);
    }
    for (const uri of uris) {
      const known = canonical(uri);
      if (wanted(known)) yield known;
    }
  }

  /** What the editor leaves out, it sends no events for. */
  async lists(): Promise<boolean> {
    return true;
  }
}
