import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Config } from '../../../server/src/core/config';
import { Engine } from '../../../server/src/core/engine';
import { kubernetes } from '../../../server/src/kubernetes/language';
import type { ManifestFile } from '../../../server/src/kubernetes/model';
import { readManifests } from '../../../server/src/kubernetes/read';
import { loadSchema, shippedVersions } from '../../../server/src/kubernetes/schema/shipped';
import { plainManifestsBelow } from '../../compare/manifests';
import { countTable, namedBy, Tally } from '../../compare/tally';
import { mutants } from './mutants';

/**
 * `npm run compare:pod-security -- [--show CHECK[,CHECK]] [--kubernetes-version 1.NN] DIR…`: the admission controller's
 * own checks and our findings named `pss/…` over every manifest below some folders and over mutants, at one version or
 * at each there is. A check is counted once per object and version. `--program FILE` and `--server FILE` say where the
 * two programs of README.md are.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      show: { type: 'string', default: '' },
      'kubernetes-version': { type: 'string' },
      program: { type: 'string', default: 'out/authority-pod-security' },
      server: { type: 'string', default: 'out/authority-kubernetes/1.37/authority' },
    },
    allowPositionals: true,
  });
  await loadSchema(async (name) => readFileSync(`server/src/generated/${name}`, 'utf8'));
  const asked = values['kubernetes-version'];
  const versions = asked ? [asked] : shippedVersions();
  const shown = values.show.split(',').filter(Boolean);
  const program = path.resolve(values.program);
  const [checks] = runProgram(program, ['checks'], '') as [string[]];
  const files: Document[] = [];
  for (const folder of positionals) files.push(...(await documentsBelow(folder)));
  if (files.length > 0) compare('documents', files, checks, versions, shown, program);
  const made = [...mutants()];
  const sound = existsSync(values.server) ? taken(path.resolve(values.server), made) : made;
  console.log(`${made.length - sound.length} mutants left out, which the API server refuses`);
  compare('mutants', sound, checks, versions, shown, program);
}

interface Document {
  readonly name: string;
  readonly text: string;
}

/** Every document of a plain manifest, alone: no check asks for another. */
async function documentsBelow(folder: string): Promise<readonly Document[]> {
  const manifests = await plainManifestsBelow(folder);
  return manifests.flatMap(({ file }) => {
    const text = readFileSync(file, 'utf8');
    const { parts } = readManifests(text, { uri: URI }) as ManifestFile;
    return parts.map((part) => {
      const line = text.slice(0, part.start).split('\n').length;
      return { name: `${path.relative('', file)}:${line}`, text: part.text };
    });
  });
}

/** Those that the API server would take, but for ephemeral containers, which are added to a Pod that is there. */
function taken(server: string, documents: readonly Document[]): readonly Document[] {
  const reasons = runProgram(server, [], linesOf(documents)) as { field: string; type: string }[][];
  return documents.filter((_, i) =>
    reasons[i]!.every(
      ({ field, type }) => field.endsWith('spec.ephemeralContainers') && type === 'FieldValueForbidden',
    ),
  );
}

function linesOf(documents: readonly Document[]): string {
  return documents.map(({ text }) => `${JSON.stringify(text)}\n`).join('');
}

/** What the program says of one object; see main.go. */
interface Verdict {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly failed?: Readonly<Record<'baseline' | 'restricted', Readonly<Record<string, readonly string[]>>>>;
  readonly error?: string;
}

function compare(
  what: string,
  documents: readonly Document[],
  checks: readonly string[],
  versions: readonly string[],
  shown: readonly string[],
  program: string,
): void {
  const verdicts = runProgram(program, [], linesOf(documents)) as Verdict[][];
  const tally = new Tally(checks);
  let unread = 0;
  documents.forEach(({ name, text }, i) => {
    if (verdicts[i]!.some(({ error }) => error !== undefined)) {
      unread++;
      return;
    }
    const told = new Map<string, string[]>();
    for (const version of versions) {
      const theirs = verdicts[i]!.flatMap((verdict) => saidOf(verdict, version));
      for (const { side, key } of tally.add(lint(text, version), theirs, checkOf)) {
        if (side === 'agree' || !(shown.includes(checkOf(key)) || shown.includes('all'))) continue;
        const words = `${side}: ${key}`;
        told.set(words, [...(told.get(words) ?? []), version]);
      }
    }
    for (const [words, at] of told) console.log(`${words} at ${at.join(', ')}: ${name}`);
  });
  const read = documents.length - unread;
  console.log(`${read} ${what} at ${versions.join(', ')}; ${unread} more that the server cannot read
`);
  console.log(`${countTable(tally, namedBy('pss'))}\n`);
}

/** `hostPorts Pod default/web` */
function saidOf({ kind, namespace, name, failed }: Verdict, version: string): readonly string[] {
  const ids = [...(failed?.baseline[version] ?? []), ...(failed?.restricted[version] ?? [])];
  return ids.map((id) => `${id} ${kind} ${namespace}/${name}`);
}

function checkOf(key: string): string {
  return key.slice(0, key.indexOf(' '));
}

const URI = 'file:///pod.yaml';
const engine = new Engine([kubernetes]);
const NAMES = [...namedBy('pss').keys()].map((check) => `pss/${check}`);
const configs = new Map<string, Config>();

function lint(text: string, kubernetesVersion: string): readonly string[] {
  if (NAMES.length === 0) return [];
  const config =
    configs.get(kubernetesVersion) ??
    new Config(engine.names, { layers: [{ kubernetesVersion }], only: NAMES });
  configs.set(kubernetesVersion, config);
  engine.set({ uri: URI, path: '/pod.yaml' }, text);
  return engine.diagnose(URI, config).flatMap((diagnosis) => {
    const { kind, namespace = '', name = '' } = engine.object(diagnosis) ?? { kind: '' };
    return diagnosis.names
      .filter((one) => one.startsWith('pss/'))
      .map((one) => `${one.slice('pss/'.length)} ${kind} ${namespace}/${name}`);
  });
}

function runProgram(program: string, args: readonly string[], input: string): readonly unknown[] {
  const { stdout, stderr, status, error } = spawnSync(program, args, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (error) throw new Error(`${program} cannot be run. Build it first: see README.md`);
  if (status !== 0) throw new Error(stderr);
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
