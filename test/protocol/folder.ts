import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { uriOfPath } from '../../server/src/files/node';

const folders: string[] = [];
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder on disk that is gone when the test process ends. */
export class Folder {
  readonly path = realpathSync(mkdtempSync(path.join(tmpdir(), 'container-tutor-')));
  readonly uri = uriOfPath(this.path);

  constructor(files: Readonly<Record<string, string>> = {}) {
    folders.push(this.path);
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  write(name: string, text: string): string {
    const file = path.join(this.path, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return this.uriOf(name);
  }

  remove(name: string): string {
    rmSync(path.join(this.path, name), { recursive: true });
    return this.uriOf(name);
  }

  uriOf(name: string): string {
    return uriOfPath(path.join(this.path, name));
  }
}
