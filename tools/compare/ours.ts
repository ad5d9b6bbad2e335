import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The built command line of the checkout this runs in. */
const CLI = path.resolve('dist/cli.js');

/** What a comparison needs of a finding; see `--format json`. */
export interface OurFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly also: readonly string[];
  readonly severity: string;
  readonly message: string;
  readonly fixable: boolean;
  /** Only of manifests. */
  readonly object?: { readonly kind: string; readonly name?: string; readonly namespace?: string };
}

/** Every name our Dockerfile rules answer to. */
export function ourNames(): readonly string[] {
  const { rules } = JSON.parse(cli(['rules', '--format', 'json'])) as {
    rules: { id: string; also: string[] }[];
  };
  const dockerfile = rules.filter(({ id }) => id.startsWith('dockerfile/'));
  return dockerfile.flatMap(({ id, also }) => [id, ...also]);
}

/**
 * Findings of our command line, in many processes if there are many files.
 * @param config a configuration to use for all; without it, none is looked for
 */
export function lintWithOurs(
  files: readonly string[],
  args: readonly string[],
  config?: string,
): readonly OurFinding[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'compare-'));
  const none = path.join(folder, '.container-tutor.yaml');
  writeFileSync(none, '{}\n');
  try {
    const shared = ['lint', '--format', 'json', '--language', 'en', '--fail-on', 'never'];
    return chunks(files, 200).flatMap((some) => {
      const printed = cli([...shared, '--config', config ?? none, ...args, ...some]);
      return (JSON.parse(printed) as { findings: OurFinding[] }).findings;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  );
}

function cli(args: readonly string[]): string {
  if (!existsSync(CLI)) throw new Error(`${CLI} is not there. Build it first: npm run build`);
  const { stdout, stderr, status } = spawnSync(process.execPath, [CLI, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 29,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
