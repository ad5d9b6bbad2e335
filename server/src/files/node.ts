import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childOf, fileUri, parentOf, pathOf } from '../core/address';
import type { Files } from '../core/files';
import { GitIgnore } from './gitignore';

/** A manifest longer than this was not written by hand; reading it would only cost time and memory. */
const MOST_BYTES = 4_000_000;
/** Never ours, even where no .gitignore says so. */
const FOREIGN = new Set(['.git', '.hg', '.svn', 'node_modules']);

/** Files on disk. */
export class NodeFiles implements Files {
  async read(uri: string): Promise<string | undefined> {
    try {
      const bytes = await readFile(fileURLToPath(uri));
      return bytes.length > MOST_BYTES ? undefined : decode(bytes);
    } catch {
      return undefined;
    }
  }

  async *list(folder: string, wanted: (uri: string) => boolean): AsyncIterable<string> {
    const above = await this.#above(folder);
    // A folder that is asked for by name is read even where git ignores it.
    yield* this.#walk(folder, wanted, above.ignores(`${folder}/`) ? GitIgnore.none : above);
  }

  async lists(uri: string): Promise<boolean> {
    if (
      pathOf(uri)
        .split('/')
        .some((name) => FOREIGN.has(name))
    )
      return false;
    return !(await this.#above(uri)).ignores(uri);
  }

  async *#walk(folder: string, wanted: (uri: string) => boolean, above: GitIgnore): AsyncIterable<string> {
    const entries = await readdir(fileURLToPath(folder), { withFileTypes: true }).catch(() => []);
    const written = entries.some(({ name }) => name === '.gitignore')
      ? await this.read(childOf(folder, '.gitignore'))
      : undefined;
    const ignore = written === undefined ? above : above.with(folder, written);
    for (const entry of entries) {
      const uri = childOf(folder, entry.name);
      if (FOREIGN.has(entry.name)) continue;
      if (entry.isDirectory()) {
        if (!ignore.ignores(`${uri}/`)) yield* this.#walk(uri, wanted, ignore);
      } else if (wanted(uri) && !ignore.ignores(uri) && (await isFile(entry, uri))) yield uri;
    }
  }

  /** The rules written above a file or folder, up to the top of its repository; none where there is no repository. */
  async #above(uri: string): Promise<GitIgnore> {
    const folders: string[] = [];
    let top = await exists(childOf(uri, '.git'));
    for (let at = parentOf(uri); at !== undefined && !top; at = parentOf(at)) {
      top = await exists(childOf(at, '.git'));
      folders.unshift(at);
    }
    let rules = GitIgnore.none;
    if (!top) return rules;
    for (const at of folders) {
      const written = await this.read(childOf(at, '.gitignore'));
      if (written !== undefined) rules = rules.with(at, written);
    }
    return rules;
  }
}

/** The URI of a path as the operating system writes it. */
export function uriOfPath(path: string): string {
  const slashed = path.split(sep).join('/');
  return fileUri(slashed.startsWith('/') ? slashed : `/${slashed}`);
}

/** The text of bytes without byte order mark; undefined when they are not UTF-8 text. */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

async function isFile(entry: Dirent, uri: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  // Links to files are followed; links to folders are not, since they may lead in circles.
  const target = await stat(fileURLToPath(uri)).catch(() => undefined);
  return target?.isFile() ?? false;
}

async function exists(uri: string): Promise<boolean> {
  return stat(fileURLToPath(uri)).then(
    () => true,
    () => false,
  );
}
