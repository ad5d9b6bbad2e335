import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type BenchInput, dockerfile, manifest } from './bench/inputs';
import { linterTimes, PEERS, peerServers } from './bench/peers';
import { measure, OURS } from './bench/server';
import { figure, table } from './bench/table';

/** `npm run bench [-- --keys N --peers]`: what the built server takes. Figures only, no verdict. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { keys: { type: 'string', default: '100' }, peers: { type: 'boolean', default: false } },
  });
  if (!existsSync(OURS.script)) throw new Error(`${OURS.script} is not there. Build it first: npm run build`);
  const inputs = [manifest(60), manifest(2_000), manifest(20_000), dockerfile(50), dockerfile(5_000)];
  console.log(await servers(inputs, Number(values.keys), values.peers));
  console.log(`\nOn the command line: milliseconds for one file, with start.\n\n${linters(inputs)}`);
}

async function servers(inputs: readonly BenchInput[], keys: number, withPeers: boolean): Promise<string> {
  const peers = withPeers ? peerServers() : [];
  if (withPeers && peers.length === 0)
    console.log(`No peers: npm install --prefix ${PEERS} yaml-language-server\n`);
  const rows: string[][] = [];
  for (const input of inputs)
    for (const server of [OURS, ...(input.name === 'manifest' ? peers : [])]) {
      const { lines, findings, ...times } = await measure(server, input, keys);
      rows.push([server.name, input.name, `${lines}`, `${findings}`, ...Object.values(times).map(figure)]);
    }
  const head = ['start', 'open', 'its CPU', 'key', 'p95', 'its CPU', 'p95', 'MB'];
  return [
    `Over the protocol: milliseconds. A key is one character typed in the middle, ${keys} times: the wall until`,
    'its diagnostics are here, and the CPU of all threads until the server rests.\n',
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
