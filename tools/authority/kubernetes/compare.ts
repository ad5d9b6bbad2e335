import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pathOf } from '../../../server/src/core/address';
import { Config } from '../../../server/src/core/config';
import { Engine } from '../../../server/src/core/engine';
import { decode, NodeFiles, uriOfPath } from '../../../server/src/files/node';
import { kubernetes } from '../../../server/src/kubernetes/language';
import type { ManifestFile } from '../../../server/src/kubernetes/model';
import { readManifests } from '../../../server/src/kubernetes/read';
import { loadSchema, schemaOf } from '../../../server/src/kubernetes/schema/shipped';
import { table } from '../../bench/table';
import { built } from './build';
import { type Mutant, mutantsOf, sampled, valuesOf } from './mutants';

/**
 * `npm run compare:authority:kubernetes -- [--kubernetes-version 1.NN] [--mutants N] [--all] [--samples FILE] DIR…`:
 * the API server and our rules over every manifest below some folders and over mutants. Prints each difference, then
 * the counts.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      mutants: { type: 'string', default: '2000' },
      all: { type: 'boolean', default: false },
      samples: { type: 'string', default: path.join(import.meta.dirname, 'samples.yaml') },
      'kubernetes-version': { type: 'string', default: '1.36' },
    },
    allowPositionals: true,
  });
  await loadSchema(async (name) => readFileSync(`server/src/generated/${name}`, 'utf8'));
  const version = values['kubernetes-version'];
  const program = built(version);
  const judge = (texts: readonly string[]) => ask(program, texts);
  const documents = await documentsBelow(positionals, version);
  if (positionals.length > 0) compare('documents', documents, judge);
  const schema = schemaOf(version)!;
  const samples = readFileSync(values.samples, 'utf8').split(/^---\n/m);
  const found = valuesOf(schema, samples);
  const every = samples.flatMap((text) => [...mutantsOf(schema, text, found)]);
  const mutants = values.all ? every : sampled(every, Number(values.mutants));
  compare(
    'mutants',
    mutants.map((mutant) => lintedMutant(mutant, version)),
    judge,
  );
}

/** A document with what we say of it. */
interface Linted {
  /** What it is counted under. */
  readonly about: string;
  readonly name: string;
  readonly text: string;
  readonly errors: readonly string[];
}

/** One reason of the server; see main.go. */
interface Reason {
  readonly kind: string;
  readonly field: string;
  readonly type: string;
  readonly detail: string;
}

function compare(
  what: string,
  documents: readonly Linted[],
  judge: (texts: readonly string[]) => readonly (readonly Reason[])[],
): void {
  const counts = new Map<string, number[]>();
  const verdicts = judge(documents.map(({ text }) => text));
  documents.forEach(({ about, name, errors }, i) => {
    const reasons = verdicts[i]!.filter(({ type }) => type !== 'NoStrategy');
    const row = counts.get(about) ?? [0, 0, 0, 0];
    const column = errors.length > 0 ? (reasons.length > 0 ? 1 : 2) : reasons.length > 0 ? 3 : 0;
    row[column]!++;
    counts.set(about, row);
    const theirs = reasons.map(({ field, type, detail }) => `${field} ${type} ${detail.slice(0, 120)}`);
    if (column > 1)
      console.log(`${SIDES[column]}: ${name}\n    ${(column === 2 ? errors : theirs).join('\n    ')}\n`);
  });
  const total = [...counts.values()].reduce((sum, row) => sum.map((n, i) => n + row[i]!), [0, 0, 0, 0]);
  const rows = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  console.log(`${documents.length} ${what}\n`);
  const cells = [...rows, ['all', total] as const].map(([about, row]) => [about, '', ...row.map(String)]);
  console.log(`${table(['what', '', ...SIDES], cells)}\n`);
}

const SIDES = ['sound to both', 'refused by both', 'ours only', 'theirs only'];

function ask(program: string, texts: readonly string[]): readonly (readonly Reason[])[] {
  const input = texts.map((text) => `${JSON.stringify(text)}\n`).join('');
  const { stdout, stderr, status, error } = spawnSync(program, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(stderr);
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

/** Every document with an object in it, as the workspace knows it. */
async function documentsBelow(folders: readonly string[], version: string): Promise<readonly Linted[]> {
  const engine = new Engine([kubernetes]);
  const files = new NodeFiles();
  for (const folder of folders)
    for await (const uri of files.list(uriOfPath(path.resolve(folder)), (one) =>
      kubernetes.claims({ uri: one }),
    ))
      engine.set({ uri, path: pathOf(uri) }, decode(readFileSync(fileURLToPath(uri))) ?? '');
  return engine.uris.flatMap((uri) => {
    const found = lint(engine, uri, version);
    const { parts } = readManifests(engine.text(uri)!, { uri }) as ManifestFile;
    return parts.flatMap(({ start, text, unit }): Linted[] => {
      if (unit.sort !== 'object') return [];
      const errors = found
        .filter((one) => one.start >= start && one.start < start + text.length)
        .map(({ words }) => words);
      const line = engine.text(uri)!.slice(0, start).split('\n').length;
      const [object] = unit.objects;
      return [{ about: object?.kind.value ?? '?', name: `${fileURLToPath(uri)}:${line}`, text, errors }];
    });
  });
}

const single = new Engine([kubernetes]);

function lintedMutant({ fault, at, change, object, text }: Mutant, version: string): Linted {
  const uri = 'file:///mutant.yaml';
  single.delete(uri);
  single.set({ uri, path: '/mutant.yaml' }, text);
  const errors = lint(single, uri, version).map(({ words }) => words);
  return { about: fault, name: `${fault}, ${at}: ${change} in ${object}`, text, errors };
}

function lint(engine: Engine, uri: string, version: string) {
  const config = new Config(engine.names, { layers: [{ kubernetesVersion: version }] });
  return engine
    .diagnose(uri, config)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, start, end }) => ({
      start,
      words: `${rule.id} «${engine.text(uri)!.slice(start, end).slice(0, 60)}»`,
    }));
}

void main();
