import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lint } from '../../server/src/cli/lint';
import { loadSchema } from '../../server/src/kubernetes/schema/shipped';
import { type PlainManifest, plainManifestsBelow } from './manifests';
import type { OurFinding } from './ours';

/** Manifests that know of each other: copies in a folder of their own, where nothing else lies. */
export interface World {
  /** The folder the copies are in, as deep below it as the originals were. */
  readonly folder: string;
  /** Copies with what they are of; both absolute. */
  readonly manifests: ReadonlyMap<string, PlainManifest>;
}

/**
 * Copies the plain manifests below some folders, so that both sides read the same files and neither meets the charts,
 * kustomizations and configurations around them.
 *
 * @param each what knows of each other: the files of one directory, or all below one of the folders
 */
export class Worlds {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'compare-'));
  #worlds: readonly World[] = [];
  #left = new Set<string>();

  async add(folder: string, each: 'directory' | 'all'): Promise<void> {
    const groups = new Map<string, PlainManifest[]>();
    for (const manifest of await plainManifestsBelow(folder)) {
      const group = each === 'all' ? '' : path.dirname(manifest.file);
      groups.set(group, [...(groups.get(group) ?? []), manifest]);
    }
    for (const group of groups.values()) {
      const own = path.join(this.folder, `${this.#worlds.length}`);
      const manifests = new Map(
        group.map((manifest) => [path.join(own, path.relative(folder, manifest.file)), manifest]),
      );
      for (const [copy, { file }] of manifests) {
        mkdirSync(path.dirname(copy), { recursive: true });
        cpSync(file, copy, { dereference: true });
      }
      this.#worlds = [...this.#worlds, { folder: own, manifests }];
    }
  }

  /** Those that have a file left. */
  get all(): readonly World[] {
    return this.#worlds.filter(({ manifests }) => manifests.size > 0);
  }

  /** How many files a linter could not read. */
  get leftOut(): number {
    return this.#left.size;
  }

  /** Takes files out of every world that a linter cannot read. */
  leaveOut(copies: readonly string[]): void {
    for (const copy of copies) {
      this.#left.add(copy);
      rmSync(copy, { force: true });
    }
    this.#worlds = this.#worlds.map(({ folder, manifests }) => ({
      folder,
      manifests: new Map([...manifests].filter(([copy]) => !this.#left.has(copy))),
    }));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/**
 * What our command line says of a world. It runs in this process, from the sources: there are worlds by the hundred.
 * @param args options of `lint`
 */
export async function lintWorld({ folder }: World, args: readonly string[]): Promise<readonly OurFinding[]> {
  // The built command line has it beside itself.
  await loadSchema(async (name) => readFileSync(path.resolve('server/src/generated', name), 'utf8'));
  const config = path.join(path.dirname(folder), '.container-tutor.yaml');
  writeFileSync(config, '{}\n');
  let printed = '';
  const out = { write: (text: string) => (printed += text) } as unknown as NodeJS.WriteStream;
  const shared = ['--format', 'json', '--fail-on', 'never', '--config', config];
  const code = await lint([...shared, ...args, folder], { lang: 'en', env: {}, out, err: process.stderr });
  if (code !== 0) throw new Error(`Our own command line stops at ${folder}`);
  return (JSON.parse(printed) as { findings: OurFinding[] }).findings;
}
