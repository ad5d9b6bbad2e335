import { readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FailOn } from '../config/contents';
import { type ConfigFile, readConfigFile } from '../config/file';
import { ConfigFiles } from '../config/find';
import { kindGiven, OWN } from '../config/kind';
import { Configs, type Resolved } from '../config/resolve';
import { canonical, childOf, parentOf, pathOf } from '../core/address';
import type { Diagnosis } from '../core/diagnosis';
import { fixAll } from '../core/edit';
import { Engine, type Fault } from '../core/engine';
import { worldsAmong } from '../core/lab-folder';
import { SEVERITIES, type Severity } from '../core/rule';
import { render, renderMessage, type Text, type Values } from '../core/text';
import { NodeFiles, uriOfPath } from '../files/node';
import { languages } from '../languages';
import { CannotRun, EXIT } from './exit';
import { reportOn } from './findings';
import { FORMATS } from './formats';
import { type Input, type LeftOut, readInputs } from './inputs';
import { Lines } from './lines';
import { readLintOptions } from './lintOptions';
import type { World } from './main';
import { paintFor } from './terminal';

/** `container-tutor lint`. @returns the exit code */
export async function lint(args: readonly string[], { lang, env, out, err }: World): Promise<number> {
  const tell = (text: Text, values?: Values) => err.write(`container-tutor: ${render(text, lang, values)}\n`);
  const onFault = ({ rule, uri, error }: Fault) => tell(TOLD.fault, { rule, uri, error: String(error) });
  const engine = new Engine(languages, onFault);
  const rules = languages.flatMap((language) => language.rules);
  const names = rules.flatMap(({ id, also }) => [id, ...also]);
  const options = readLintOptions(args, engine.names, names);
  const files = new NodeFiles();
  const given = options.config === undefined ? undefined : await readGiven(options.config, engine);
  const leftOut: LeftOut[] = [];
  const inputs = await readInputs(options.paths, options.stdinName, engine, files, (left) =>
    leftOut.push(left),
  );

  const configFiles = new ConfigFiles(
    (uri) => files.read(uri),
    (uri, text) => readConfigFile(uri, text, { names: engine.names, rules }),
  );
  const used = new Set<ConfigFile>();
  const using = <T extends ConfigFile | undefined>(file: T): T => {
    if (file) used.add(file);
    return file;
  };
  const configs = new Configs(engine.names, {
    given: options.settings,
    only: options.only,
    home: pathOf(uriOfPath(homedir())),
    file: async (uri) => using(given?.kind === OWN ? given : await configFiles.nearest(uri)),
    peers: async (uri) => {
      const language = engine.languageOf({ uri, path: pathOf(uri) })?.id;
      const found = await configFiles.peers(uri, language);
      const other = given?.kind.language === language ? given : undefined;
      return (other ? [...found.filter(({ kind }) => kind !== other.kind), other] : found).map(using);
    },
  });
  const missed: LeftOut[] = [];
  for (const left of leftOut) if (!left.unread || !(await configs.of(left.unread)).ignored) missed.push(left);
  for (const { why } of missed) tell(why.text, why.values);
  if (inputs.length === 0 && missed.length > 0) return EXIT.couldNotRun;

  const resolved = new Map<Input, Resolved>();
  for (const input of inputs) resolved.set(input, await configs.of(input.uri));
  for (const { place, message } of [...used].flatMap(problemsOf))
    err.write(`${place}: ${renderMessage(message, lang)}\n`);
  // Other linters go on past what they cannot use in their own files, and so do we.
  if ([...used].some(({ kind, problems }) => kind === OWN && problems.length > 0)) return EXIT.couldNotRun;

  // All texts of one run know of each other, but for labs.
  engine.roots = ['/', ...worldsAmong(inputs.map(({ uri }) => uri)).map(pathOf)];
  for (const { uri, text } of inputs) {
    const file = { uri, path: pathOf(uri) };
    engine.set(file, text);
    const known = engine.model(uri);
    await known?.language.load?.(known.model, (name) => readFile(path.join(__dirname, name), 'utf8'));
    for (const name of engine.beside(file))
      engine.setBeside(file, name, await files.read(childOf(parentOf(uri)!, name)));
  }
  const linted = inputs.filter((input) => !resolved.get(input)!.ignored);
  const repaired = options.fix ? await repair(engine, linted, resolved) : 0;
  const report = { ...reportOn(engine, linted, resolved, lang, onFault), repaired };
  const plain = linted.some((input) => resolved.get(input)!.run.color === false);
  const paint = paintFor(out, plain ? { ...env, NO_COLOR: '1' } : env);
  const root = `${canonical(uriOfPath(process.cwd()))}/`.replace(/\/\/$/, '/');
  out.write(FORMATS[options.format](report, { lang, paint, root }));
  // What nobody read may hold anything: that is no clean end.
  if (missed.some(({ unread }) => unread !== undefined)) return EXIT.couldNotRun;
  const failOn = new Map(
    linted.map((input) => [input.name, options.failOn ?? resolved.get(input)!.run.failOn ?? 'warning']),
  );
  const loud = report.findings.some(({ file, severity }) => isLoud(severity, failOn.get(file)!));
  return loud ? EXIT.findings : EXIT.clean;
}

function isLoud(severity: Severity, failOn: FailOn): boolean {
  return failOn !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}

async function readGiven(name: string, { names, languages }: Engine): Promise<ConfigFile> {
  const text = await readFile(name, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CannotRun(TOLD.config, { name, reason: error.code ?? error.message });
  });
  const rules = languages.flatMap((language) => language.rules);
  const uri = uriOfPath(path.resolve(name));
  return readConfigFile(uri, text, { names, rules }, kindGiven(uri));
}

function problemsOf({ uri, text, problems }: ConfigFile) {
  const lines = new Lines(text);
  const name = path.relative('', fileURLToPath(uri)).split(path.sep).join('/');
  return problems.map(({ start, message }) => {
    const { line, column } = lines.at(start);
    return { place: `${name}:${line}:${column}`, message };
  });
}

/**
 * Writes what can be repaired safely; what is left is reported from the new texts.
 * @returns how many findings are gone
 */
async function repair(
  engine: Engine,
  inputs: readonly Input[],
  resolved: ReadonlyMap<Input, Resolved>,
): Promise<number> {
  let count = 0;
  for (const input of inputs) {
    const { uri, name, text, marked } = input;
    const { config } = resolved.get(input)!;
    const before = repairable(engine.diagnose(uri, config));
    const repaired = fixAll(engine, uri, config);
    if (repaired === text) continue;
    await writeFile(fileURLToPath(uri), (marked ? '\uFEFF' : '') + repaired).catch(
      (error: NodeJS.ErrnoException) => {
        throw new CannotRun(TOLD.write, { name, reason: error.code ?? error.message });
      },
    );
    engine.set({ uri, path: pathOf(uri) }, repaired);
    count += Math.max(1, before - repairable(engine.diagnose(uri, config)));
  }
  return count;
}

function repairable(diagnoses: readonly Diagnosis[]): number {
  return diagnoses.filter(({ finding }) => finding.fixes?.some(({ kind }) => kind === 'safe')).length;
}

const TOLD = {
  fault: {
    ko: '{rule} 규칙이 {uri}에서 멈췄다. 다른 규칙은 계속 돌았다: {error}',
    en: 'Rule {rule} failed on {uri}; the other rules ran: {error}',
  },
  config: {
    ko: '{name}: 설정 파일을 읽을 수 없다 ({reason}). --config의 경로를 확인한다',
    en: '{name}: the configuration cannot be read ({reason}). Check the path after --config',
  },
  write: {
    ko: '{name}: 고친 글을 쓸 수 없다 ({reason}). 권한을 확인한다',
    en: '{name}: the repaired text cannot be written ({reason}). Check its permissions',
  },
} satisfies Record<string, Text>;
