import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SchemaFile } from '../server/src/kubernetes/schema/file';
import { compile, type Source } from './schema/compile';

/**
 * Writes `server/src/generated/kubernetes-schema.json` from Kubernetes itself: the Go module `k8s.io/kubernetes`,
 * asked in each version by schema/main.go. Run by hand, with Go installed and the module proxy in reach; its
 * output is committed, and nothing else in the repository needs Go. The same versions give the same bytes.
 */
const RELEASES = [
  { minor: '1.34', kubernetes: 'v1.34.4', staging: 'v0.34.4' },
  { minor: '1.35', kubernetes: 'v1.35.4', staging: 'v0.35.4' },
  { minor: '1.36', kubernetes: 'v1.36.3', staging: 'v0.36.3' },
  { minor: '1.37', kubernetes: 'v1.37.1', staging: 'v0.37.1' },
];
const TARGET = 'server/src/generated/kubernetes-schema.json';

const schema: SchemaFile = compile(RELEASES.map(read));
writeFileSync(TARGET, `${JSON.stringify(schema)}\n`);
console.log(`${TARGET}: ${schema.kinds.length} kinds, ${Object.keys(schema.types).length} types`);

function read({ minor, kubernetes, staging }: (typeof RELEASES)[number]): Source {
  const folder = mkdtempSync(path.join(tmpdir(), 'kubernetes-schema-'));
  const go = (...args: string[]) =>
    execFileSync('go', args, {
      cwd: folder,
      env: { ...process.env, GOFLAGS: '-mod=mod' },
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'go.mod'), 'module schema\n');
  const { Dir, GoMod } = JSON.parse(go('mod', 'download', '-json', `k8s.io/kubernetes@${kubernetes}`));
  const upstream = readFileSync(GoMod, 'utf8');
  // Kubernetes takes its own libraries from its source tree; as modules they have versions of their own.
  const staged = [...upstream.matchAll(/^\s+(k8s\.io\/[\w-]+) => \.\/staging/gm)].map(([, name]) => name);
  const lines = [
    'module schema',
    /^go .*$/m.exec(upstream)![0],
    `require k8s.io/kubernetes ${kubernetes}`,
    ...staged.map((name) => `replace ${name} => ${name} ${staging}`),
  ];
  writeFileSync(path.join(folder, 'go.mod'), `${lines.join('\n')}\n`);
  copyFileSync(path.join(__dirname, 'schema/main.go'), path.join(folder, 'main.go'));
  console.log(`Kubernetes ${minor} …`);
  const { definitions, defaults } = JSON.parse(go('run', '.'));
  const { paths, definitions: published } = JSON.parse(
    readFileSync(path.join(Dir, 'api/openapi-spec/swagger.json'), 'utf8'),
  );
  return { minor, definitions, defaults, paths, published };
}
