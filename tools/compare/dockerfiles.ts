import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pathOf } from '../../server/src/core/address';
import { dockerfile } from '../../server/src/dockerfile/language';
import { decode, NodeFiles, uriOfPath } from '../../server/src/files/node';

/** A Dockerfile on disk, with the text our reader is given. */
export interface DockerfileText {
  readonly file: string;
  readonly text: string;
}

/** Every Dockerfile below some folders that is text, as our command line would find it, in order. */
export async function dockerfilesBelow(folders: readonly string[]): Promise<readonly DockerfileText[]> {
  const files = new NodeFiles();
  const found = new Set<string>();
  const ours = (uri: string) => dockerfile.claims({ uri, path: pathOf(uri) });
  for (const folder of folders)
    for await (const uri of files.list(uriOfPath(path.resolve(folder)), ours)) found.add(fileURLToPath(uri));
  return [...found].sort().flatMap((file) => {
    const text = decode(readFileSync(file));
    return text === undefined ? [] : [{ file, text }];
  });
}
