import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type BenchInput, dockerfile, manifest } from './bench/inputs';
import { timeMany } from './bench/many';
import { linterTimes, PEERS, peerServers } from './bench/peers';
import { measure, OURS } from './bench/server';
import { figure, table } from './bench/table';
import { measureViews } from './bench/views';
import { measureWorkspace } from './bench/workspace';

/** `npm run bench [-- --keys N --peers --only servers|linters|many|workspace|views]`: what the built code takes; no verdict. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      keys: { type: 'string', default: '100' },
      peers: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  if (!existsSync(OURS.script)) throw new Error(`${OURS.script} is not there. Build it first: npm run build`);
  const inputs = [manifest(60), manifest(2_000), manifest(20_000), dockerfile(50), dockerfile(5_000)];
  const wanted = (section: string) => (values.only ?? section) === section;
  if (wanted('servers')) console.log(await servers(inputs, Number(values.keys), values.peers));
  if (wanted('linters')) console.log(`\n${LINTERS}\n\n${linters(inputs)}`);
  if (wanted('workspace')) console.log(`\n${await workspaces()}`);
  if (wanted('many')) console.log(`\n${many()}`);
  if (wanted('views')) console.log(`\n${await views()}`);
}

/** The objects of a workspace, and how often one of them is edited. */
const OBJECTS = [1_500, 5_000];
const EDITS = 10;

async function workspaces(): Promise<string> {
  const rows: string[][] = [];
  for (const objects of OBJECTS)
    for (const { name, ...figures } of await measureWorkspace(objects, EDITS, objects < 2_000))
      rows.push([
        name,
        `${figures.objects}`,
        ...[figures.index, figures.edit, figures.edit95, figures.memory].map(figure),
      ]);
  return [
    "A workspace: milliseconds of CPU to read all of it, and for one letter of a Service's selector.\n",
    table(['program', 'objects', 'index', 'edit', 'p95', 'MB'], rows),
  ].join('\n');
}

/** Milliseconds a view may take after the first time. */
const BOUND = 300;

async function views(): Promise<string> {
  const measured = await measureViews();
  const rows = measured.map(({ name, of, ...times }) => [
    name,
    of,
    ...[times.first, times.again, times.asked, times.drawn].map(figure),
  ]);
  const late = measured.filter(({ again = 0 }) => again > BOUND).map(({ name }) => name);
  if (late.length > 0) process.exitCode = 1;
  return [
    `The views: milliseconds from the request until it is drawn, after the first time at most ${BOUND}.\n`,
    table(['view', 'of', 'first', 'again', 'asked', 'drawn'], rows),
    ...(late.length > 0 ? [`\nToo slow: ${late.join(', ')}`] : []),
  ].join('\n');
}

const LINTERS = 'On the command line: milliseconds for one file, with start.';

const RUNS = 3;

/** The whole process over a folder, both warm. */
function many(): string {
  const { files, ours, hadolint, shares } = timeMany(1_000, RUNS);
  const steps = Object.entries(shares).map(([step, share]) => `${step} ${Math.round(share * 100)} %`);
  const ratio =
    hadolint === undefined
      ? 'not installed'
      : `${figure(hadolint)} ms, ${(hadolint / ours).toFixed(2)} times as long`;
  return [
    `${files} Dockerfiles in one process, start included, median of ${RUNS}:`,
    `container-tutor ${figure(ours)} ms (${steps.join(', ')})`,
    `hadolint ${ratio}`,
  ].join('\n');
}

async function servers(inputs: readonly BenchInput[], keys: number, withPeers: boolean): Promise<string> {
  const peers = withPeers ? peerServers() : [];
  if (withPeers && peers.length === 0)
    console.log(`No peers: npm install --prefix ${PEERS} yaml-language-server\n`);
  const rows: string[][] = [];
  // The first start on a machine compiles what later ones find compiled.
  for (const server of [OURS, ...peers]) await measure(server, manifest(60), 2);
  await measure(OURS, dockerfile(50), 2);
  for (const input of inputs)
    for (const server of [OURS, ...(input.name === 'manifest' ? peers : [])]) {
      const { lines, findings, ...times } = await measure(server, input, keys);
      rows.push([server.name, input.name, `${lines}`, `${findings}`, ...Object.values(times).map(figure)]);
    }
  const head = [
    'start',
    'open',
    'its CPU',
    'key',
    'p95',
    'its CPU',
    'p95',
    'hover',
    'completion',
    'MB',
    'own',
  ];
  return [
    `Over the protocol: milliseconds. A key is one character typed in the middle, ${keys} times: the wall until`,
    'its diagnostics are here, and the CPU of all threads until the server rests. Hover and completion: the wall.',
    'Of the megabytes, its own are those without the pages of Node itself, which every Node process shares.',
    'Each server has run before.\n',
    table(['server', 'text', 'lines', 'findings', ...head], rows),
  ].join('\n');
}

function linters(inputs: readonly BenchInput[]): string {
  const rows = inputs.flatMap((input) => {
    const lines = input.text.split('\n').length - 1;
    return linterTimes(input).map(({ name, time }) => [name, input.name, `${lines}`, figure(time)]);
  });
  return table(['linter', 'text', 'lines', 'time'], rows);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
