import { below, childOf, parentOf, pathOf, schemeOf } from './address';
import type { Engine } from './engine';
import type { Files } from './files';
import { worldsAmong } from './lab-folder';
import type { FileInfo } from './language';
import { sameValue } from './store';

export interface WorkspaceOptions {
  readonly engine: Engine;
  readonly files: Files;
  /** Lets requests that wait be answered between two files of a scan. */
  readonly pause: () => Promise<void>;
}

/** How far a scan has come. */
export interface Progress {
  readonly read: number;
  readonly files: number;
}

/**
 * Keeps the engine in step with the folders: reads them in the background and again when files change. The
 * text of an open document wins over the file on disk.
 */
export class Workspace {
  readonly #options: WorkspaceOptions;
  /** The open documents with what they say, once that is known. */
  readonly #open = new Map<string, string | undefined>();
  #folders: readonly string[] = [];
  /** Folders inside of these whose files know of each other only. */
  #worlds: readonly string[] = [];
  /** A later scan makes an earlier one stop. */
  #scan = 0;
  #version = 0;

  constructor(options: WorkspaceOptions) {
    this.#options = options;
  }

  /** Set ahead of a scan, so that documents know where they belong. */
  set folders(folders: readonly string[]) {
    this.#folders = folders.toSorted((a, b) => b.length - a.length);
    this.#options.engine.complete = folders.length === 0;
    this.#file();
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  /** Another number whenever anything that was read may say something else than before. */
  get version(): number {
    return this.#version;
  }

  /** The folder a document belongs to: the innermost one. */
  folderOf(uri: string): string | undefined {
    return this.#folders.find((folder) => below(folder, uri) !== undefined);
  }

  /** What is known of a document before it is read. One that is nowhere (untitled, a notebook cell) has no path. */
  info(uri: string, languageId?: string): FileInfo {
    const stored = schemeOf(uri) === 'file' || this.folderOf(uri) !== undefined;
    return { uri, path: stored ? pathOf(uri) : undefined, languageId };
  }

  /** A document was opened: from now on `write` tells its text, and the disk does not count. */
  open(uri: string): void {
    this.#open.set(uri, undefined);
  }

  /** The text of an open document as it is now. */
  write(file: FileInfo, text: string): void {
    this.#version++;
    if (this.#open.has(file.uri)) this.#open.set(file.uri, text);
    this.#options.engine.set(file, text);
    this.#options.engine.setFile(pathOf(file.uri), text);
  }

  /** Reads what lies beside a text and its rules ask for, such as `.dockerignore`. */
  async readBeside(file: FileInfo): Promise<void> {
    const { engine, files } = this.#options;
    for (const name of engine.beside(file)) {
      const uri = childOf(parentOf(file.uri)!, name);
      const text = await files.read(uri);
      engine.setBeside(file, name, this.#open.get(uri) ?? text);
      this.#version++;
    }
  }

  /** The document is closed: what is on disk counts again. */
  async close(uri: string): Promise<void> {
    this.#open.delete(uri);
    await this.changedBeside(uri);
    this.#put(uri, await this.#text(uri));
  }

  /** A file appeared or was written. @returns whether it is one that counts. */
  async changed(uri: string): Promise<boolean> {
    if (this.#open.has(uri)) return false;
    const text = await this.#text(uri);
    this.#put(uri, text);
    return text !== undefined;
  }

  /** A file that is no text of ours was written or is gone. @returns whether rules may have asked for it. */
  async changedBeside(uri: string): Promise<boolean> {
    const { engine, files } = this.#options;
    if (this.#open.has(uri) || !engine.knowsFile(pathOf(uri))) return false;
    const text = await files.read(uri);
    if (!this.#open.has(uri)) engine.setFile(pathOf(uri), text);
    this.#version++;
    return true;
  }

  /** A file or a whole folder is gone. @returns whether anything of ours was there. */
  deleted(uri: string): boolean {
    const { engine } = this.#options;
    const gone = engine.uris.filter(
      (known) => (known === uri || below(uri, known) !== undefined) && !this.#open.has(known),
    );
    for (const known of gone) engine.delete(known);
    this.#version++;
    return gone.length > 0;
  }

  /**
   * Reads the folders, whatever was known of them before. Until it is done the engine is not `complete`.
   * @param onProgress called after each file
   * @returns false when a later scan took over
   */
  async scan(
    folders: readonly string[],
    onProgress: (progress: Progress) => void = () => {},
  ): Promise<boolean> {
    const { engine, files, pause } = this.#options;
    const scan = ++this.#scan;
    this.folders = folders;
    const found = new Set<string>();
    for (const folder of folders)
      for await (const uri of files.list(folder, (uri) => this.#claimed(uri))) {
        if (scan !== this.#scan) return false;
        found.add(uri);
      }
    this.#version++;
    const worlds = worldsAmong(found);
    if (!sameValue(worlds, this.#worlds)) {
      this.#worlds = worlds;
      this.#file();
    }
    for (const known of engine.uris) if (!found.has(known) && !this.#open.has(known)) engine.delete(known);
    const uris = [...found];
    const reading: Promise<string | undefined>[] = [];
    for (const [read, uri] of uris.entries()) {
      while (reading.length < AHEAD && read + reading.length < uris.length)
        reading.push(this.#read(uris[read + reading.length]!));
      const text = await reading.shift();
      if (scan !== this.#scan) return false;
      this.#put(uri, text);
      onProgress({ read: read + 1, files: uris.length });
      await pause();
    }
    for (const uri of engine.uris) await this.readBeside(engine.file(uri)!);
    if (scan !== this.#scan) return false;
    engine.complete = true;
    this.#version++;
    return true;
  }

  /** Facts are filed under the folder of their text: texts that are known already are put in again. */
  #file(): void {
    const { engine } = this.#options;
    this.#version++;
    const texts = engine.uris.map((uri) => [engine.file(uri)!, engine.text(uri)!] as const);
    for (const [{ uri }] of texts) engine.delete(uri);
    engine.roots = [...this.#folders, ...this.#worlds].map(pathOf);
    for (const [{ uri, languageId }, text] of texts) engine.set(this.info(uri, languageId), text);
  }

  /** The text of a file that counts: ours, below a folder, and not ignored. */
  async #text(uri: string): Promise<string | undefined> {
    const counts =
      this.#claimed(uri) && this.folderOf(uri) !== undefined && (await this.#options.files.lists(uri));
    return counts ? this.#read(uri) : undefined;
  }

  async #read(uri: string): Promise<string | undefined> {
    return this.#claimed(uri) && !this.#open.has(uri) ? this.#options.files.read(uri) : undefined;
  }

  #put(uri: string, text: string | undefined): void {
    // While it was being read the document may have been opened.
    if (this.#open.has(uri)) return;
    this.#version++;
    const { engine } = this.#options;
    if (text === undefined) engine.delete(uri);
    else if (engine.set(this.info(uri), text)) engine.rest(uri);
  }

  #claimed(uri: string): boolean {
    return this.#options.engine.languageOf(this.info(uri)) !== undefined;
  }
}

/** Files being read while one is being understood. */
const AHEAD = 8;
