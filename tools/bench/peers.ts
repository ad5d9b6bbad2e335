import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Folder } from '../../test/protocol/folder';
import type { BenchInput } from './inputs';
import { jsonSchema } from './json-schema';
import type { BenchServer } from './server';

/** Where peers from npm are installed for a comparison; never part of the product. */
export const PEERS = 'out/peers';

/** Language servers beside ours, as far as they are installed. */
export function peerServers(): readonly BenchServer[] {
  const script = path.join(PEERS, 'node_modules/yaml-language-server/bin/yaml-language-server');
  if (!existsSync(script)) return [];
  const schema = path.resolve(PEERS, 'kubernetes.json');
  writeFileSync(schema, jsonSchema());
  return [
    {
      name: 'yaml-language-server',
      script,
      args: ['--stdio'],
      capabilities: { workspace: { configuration: true } },
      settings: {
        schemas: { [`${pathToFileURL(schema)}`]: ['*.yaml'] },
        validate: true,
        hover: true,
        completion: true,
      },
    },
  ];
}

/** Command line linters, and how each is asked about one file. */
const LINTERS: readonly {
  readonly command: string;
  readonly reads: BenchInput['name'];
  readonly args: readonly string[];
}[] = [
  { command: 'hadolint', reads: 'Dockerfile', args: ['--no-fail'] },
  { command: 'kube-linter', reads: 'manifest', args: ['lint'] },
  { command: 'kube-score', reads: 'manifest', args: ['score'] },
  { command: 'kubeconform', reads: 'manifest', args: ['-ignore-missing-schemas'] },
];

/** Milliseconds each command line linter takes for a text, ours first; those not on PATH are left out. */
export function linterTimes(input: BenchInput): readonly { readonly name: string; readonly time: number }[] {
  const folder = new Folder({ [input.fileName]: input.text });
  const file = path.join(folder.path, input.fileName);
  const time = (name: string, command: string, args: readonly string[]) => {
    const started = performance.now();
    const { error } = spawnSync(command, [...args, file], { stdio: 'ignore' });
    return error ? [] : [{ name, time: performance.now() - started }];
  };
  return [
    ...time('container-tutor', process.execPath, ['dist/cli.js', 'lint']),
    ...LINTERS.filter(({ reads }) => reads === input.name).flatMap(({ command, args }) =>
      time(command, command, args),
    ),
  ];
}
