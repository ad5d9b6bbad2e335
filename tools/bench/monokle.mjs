// Reads a folder of manifests with @monokle/validation as its own editor extension does, and prints what it takes.
// node tools/bench/monokle.mjs PEERS FOLDER EDITS: JSON on stdout; CPU of all threads in milliseconds.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [peers, folder, edits] = process.argv.slice(2);
const require = createRequire(path.resolve(peers, 'package.json'));
const home = path.resolve(peers, 'node_modules/@monokle/validation');
const monokle = await import(pathToFileURL(path.join(home, 'lib/node.js')).href);
const { parseAllDocuments } = require(path.join(home, 'node_modules/yaml'));

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function resourcesOf(file) {
  const text = readFileSync(path.join(folder, file), 'utf8');
  return textResources(file, text);
}

function textResources(file, text) {
  return parseAllDocuments(text).map((document, i) => {
    const content = document.toJS();
    const [start, , end] = document.range;
    return {
      id: `${file}#${i}`,
      fileId: file,
      filePath: file,
      fileOffset: start,
      name: content.metadata.name,
      namespace: content.metadata.namespace,
      apiVersion: content.apiVersion,
      kind: content.kind,
      content,
      text: text.slice(start, end),
    };
  });
}

const parser = new monokle.ResourceParser();
const validator = new monokle.MonokleValidator(
  {
    loader: new monokle.RemotePluginLoader(),
    parser,
    schemaLoader: new monokle.SchemaLoader(),
    suppressors: [],
    fixer: new monokle.DisabledFixer(),
  },
  {},
);
// Those that need no network: the schema and the policies are fetched.
const plugins = ['yaml-syntax', 'resource-links', 'pod-security-standards', 'practices', 'metadata'];
await validator.preload({ plugins: Object.fromEntries(plugins.map((name) => [name, true])) });

const started = cpu();
const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.yaml'));
let resources = files.flatMap(resourcesOf);
monokle.processRefs(resources, parser, undefined, files);
const first = await validator.validate({ resources });
const index = cpu() - started;

const [file] = files.toSorted();
const text = readFileSync(path.join(folder, file), 'utf8');
const times = [];
for (let i = 0; i < Number(edits); i++) {
  const before = cpu();
  const next = i % 2 === 0 ? text.replace(/selector:\n {4}app: \S+/, '$&x') : text;
  const changed = textResources(file, next);
  const resourceIds = changed.map(({ id }) => id);
  parser.clear(resourceIds);
  resources = [...resources.filter(({ fileId }) => fileId !== file), ...changed];
  monokle.processRefs(resources, parser, { resourceIds }, files);
  await validator.validate({ resources, incremental: { resourceIds } });
  times.push(cpu() - before);
}
const findings = first.runs.reduce((sum, { results }) => sum + results.length, 0);
const memory = process.memoryUsage().rss / 2 ** 20;
console.log(
  JSON.stringify({
    objects: resources.length,
    findings,
    index,
    times,
    memory,
    loaded: validator.getPlugins().length,
  }),
);
