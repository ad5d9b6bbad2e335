import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The release whose code stands for a minor version. */
const RELEASES: Readonly<Record<string, string>> = {
  '1.34': '1.34.4',
  '1.35': '1.35.4',
  '1.36': '1.36.3',
  '1.37': '1.37.1',
};

/**
 * Builds main.go with the API server's own code of a minor version, and says where the program is.
 *
 * Nobody but Kubernetes itself can build it by asking for `k8s.io/kubernetes`: its parts (`k8s.io/api` and so on) are
 * folders of its own to it, and modules of their own to everybody else, `v0.36.3` for `v1.36.3`.
 */
export function built(minor: string): string {
  const release = RELEASES[minor];
  if (!release) throw new Error(`Known versions: ${Object.keys(RELEASES).join(', ')}`);
  const folder = path.resolve('out/authority-kubernetes', minor);
  mkdirSync(folder, { recursive: true });
  const mod = path.join(folder, 'go.mod');
  writeFileSync(mod, moduleFile(release));
  const program = path.join(folder, 'authority');
  const running = Number(minor.split('.')[1]);
  go([
    'build',
    '-mod=mod',
    `-modfile=${mod}`,
    `-tags=${since(running).join(',')}`,
    `-ldflags=-X main.minor=${running}`,
    '-o',
    program,
    '.',
  ]);
  return program;
}

function moduleFile(release: string): string {
  const { GoMod } = JSON.parse(go(['mod', 'download', '-json', `k8s.io/kubernetes@v${release}`]));
  const parts = [...readFileSync(GoMod, 'utf8').matchAll(/^\s*(\S+) => \.\/staging\//gm)].map(
    ([, part]) => part!,
  );
  const version = `v0${release.slice(1)}`;
  const replaced = parts.map((part) => `replace ${part} => ${part} ${version}\n`).join('');
  return `module authority/kubernetes\n\ngo 1.26.0\n\nrequire k8s.io/kubernetes v${release}\n\n${replaced}`;
}

/** Build tags: `since135` and `since136` for 1.36. */
function since(minor: number): readonly string[] {
  return Object.keys(RELEASES)
    .map((one) => Number(one.split('.')[1]))
    .filter((one) => one <= minor)
    .map((one) => `since1${one}`);
}

function go(args: readonly string[]): string {
  const { stdout, stderr, status, error } = spawnSync('go', args, {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  });
  if (error) throw new Error('Go is needed: https://go.dev/doc/install');
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
