import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isConfig } from '../config/kind';
import { below, canonical, fileUri, pathOf } from '../core/address';
import type { Engine } from '../core/engine';
import type { Files } from '../core/files';
import type { Message, Text } from '../core/text';
import { decode, uriOfPath } from '../files/node';
import { CannotRun } from './exit';

/** One text to lint. */
export interface Input {
  readonly uri: string;
  /** How it is called in the report: as given, `/`-separated. */
  readonly name: string;
  readonly text: string;
  /** The bytes on disk begin with a byte order mark, which `text` has not. */
  readonly marked: boolean;
}

/** A file that is not among the texts, and why. */
export interface LeftOut {
  readonly why: Message;
  /** Its URI where it is ours and could not be read. */
  readonly unread?: string;
}

/**
 * The texts behind the paths of a command line; each once, in the order given.
 * @param onLeftOut called for a file that was named and is not ours, and for one in a folder that cannot be read
 */
export async function readInputs(
  paths: readonly string[],
  stdinName: string | undefined,
  engine: Engine,
  files: Files,
  onLeftOut: (left: LeftOut) => void,
): Promise<readonly Input[]> {
  const inputs = new Map<string, Input>();
  const add = async (uri: string, name: string) => {
    if (!inputs.has(uri)) inputs.set(uri, await readInput(uri, name));
  };
  const ours = (uri: string) => !isConfig(uri) && engine.languageOf({ uri, path: pathOf(uri) }) !== undefined;
  for (const given of paths) {
    const name = given.split(path.sep).join('/');
    if (given === '-') {
      const input = await readStdin(stdinName);
      if (ours(input.uri)) inputs.set(input.uri, input);
      else onLeftOut(foreign(input.name));
      continue;
    }
    const uri = canonical(uriOfPath(path.resolve(given)));
    const kind = await stat(given).catch(() => undefined);
    if (!kind) throw new CannotRun(WRONG.missing, { name });
    if (!kind.isDirectory()) {
      if (ours(uri)) await add(uri, name);
      else onLeftOut(foreign(name));
      continue;
    }
    const found: string[] = [];
    for await (const inside of files.list(uri, ours)) found.push(inside);
    for (const inside of found.sort()) {
      const inName = nameBelow(name, below(uri, inside)!);
      await add(inside, inName).catch((error) => {
        // One broken file among many is told and left out; one that was named is worth stopping for.
        if (!(error instanceof CannotRun)) throw error;
        onLeftOut({ why: error.text, unread: inside });
      });
    }
  }
  return [...inputs.values()];
}

function nameBelow(folder: string, inside: string): string {
  return folder === '.' ? inside : `${folder.replace(/\/+$/, '')}/${inside}`;
}

async function readInput(uri: string, name: string): Promise<Input> {
  const bytes = await readFile(fileURLToPath(uri)).catch((error: NodeJS.ErrnoException) => {
    throw new CannotRun(WRONG.unreadable, { name, reason: error.code ?? error.message });
  });
  return understood(uri, name, bytes);
}

async function readStdin(name: string | undefined): Promise<Input> {
  if (name === undefined) throw new CannotRun(WRONG.stdin);
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  const slashed = name.replaceAll('\\', '/');
  // An editor on Windows may name its file to a command line in Linux: such a path is not below this folder.
  const uri = /^[a-z]:\//i.test(slashed) ? fileUri(`/${slashed}`) : uriOfPath(path.resolve(slashed));
  return understood(uri, slashed, Buffer.concat(chunks));
}

function understood(uri: string, name: string, bytes: Uint8Array): Input {
  const text = decode(bytes);
  if (text === undefined) throw new CannotRun(isUtf8(bytes) ? WRONG.nul : WRONG.encoding, { name });
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { uri, name, text, marked };
}

function foreign(name: string): LeftOut {
  return { why: { text: WRONG.foreign, values: { name } } };
}

const WRONG = {
  foreign: {
    ko: '{name}: Dockerfile도 Kubernetes manifest도 아니라서 건너뛴다',
    en: '{name}: neither a Dockerfile nor a Kubernetes manifest, left out',
  },
  missing: {
    ko: '{name}: 이런 파일이나 디렉터리가 없다. 경로를 확인한다',
    en: '{name}: there is no such file or directory. Check the path',
  },
  unreadable: {
    ko: '{name}: 읽을 수 없다 ({reason}). 권한을 확인한다',
    en: '{name}: cannot be read ({reason}). Check its permissions',
  },
  encoding: {
    ko: '{name}: UTF-8 글이 아니다. UTF-8로 저장하거나 빼고 실행한다',
    en: '{name}: is not UTF-8 text. Save it as UTF-8 or leave it out',
  },
  nul: {
    ko: '{name}: NUL 바이트가 들어 있어 글이 아니다. UTF-8로 저장하거나 빼고 실행한다',
    en: '{name}: holds a NUL byte, so it is not text. Save it as UTF-8 or leave it out',
  },
  stdin: {
    ko: '-에는 --stdin-name 이름이 있어야 한다. 예: --stdin-name Dockerfile',
    en: '- needs --stdin-name NAME, such as --stdin-name Dockerfile',
  },
} satisfies Record<string, Text>;
