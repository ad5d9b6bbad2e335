import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_KUBERNETES_VERSION } from '../../server/src/core/config';
import type { OurFinding } from './ours';
import { countTable, namedBy, Tally } from './tally';
import { lintWorld, type World, Worlds } from './worlds';

/** Another linter of manifests, as a comparison asks it. */
export interface Peer {
  /** As in our names: `kube-linter/…`. */
  readonly name: string;
  /** What it sees as one world when it is given a folder or the files in it. */
  readonly world: 'directory' | 'all';
  /** Whether it says in which file an object is; else objects of one name in a world are one. */
  readonly tellsFiles: boolean;
  /** The names of its checks. */
  checks(): readonly string[];
  lint(world: World, version: string): Verdict;
}

/** What a peer says of one world. */
export interface Verdict {
  readonly said: readonly Said[];
  /** Copies it could not read: the verdict is asked for again without them. */
  readonly unread: readonly string[];
}

/** One check that one object fails. */
export interface Said {
  readonly check: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** The copy it is in, where that is told. */
  readonly copy?: string;
  readonly message: string;
}

/**
 * Runs a peer with every check and our command line with every rule that has one of its names, and compares which
 * objects fail which check. Options: `--show CHECK[,CHECK]` or `--show all`, `--per-directory`, `--kubernetes-version 1.NN`.
 */
export async function compareWith(peer: Peer): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      show: { type: 'string', default: '' },
      'per-directory': { type: 'boolean', default: peer.world === 'directory' },
      'kubernetes-version': { type: 'string', default: DEFAULT_KUBERNETES_VERSION },
    },
    allowPositionals: true,
  });
  const version = values['kubernetes-version'];
  const worlds = new Worlds();
  try {
    for (const folder of positionals)
      await worlds.add(folder, values['per-directory'] ? 'directory' : peer.world);
    if (worlds.all.length === 0) throw new Error(`No manifest. Usage: npm run compare:${peer.name} -- DIR…`);
    const rules = namedBy(peer.name);
    const tally = new Tally(peer.checks());
    const shown = values.show.split(',').filter(Boolean);
    for (const world of worlds.all) {
      const theirs = ask(peer, world, version, worlds);
      // What could not be read is gone for us, too.
      const left = worlds.all.find(({ folder }) => folder === world.folder);
      if (!left) continue;
      const ours = rules.size > 0 ? await askUs(peer, left, version, [...rules.keys()]) : [];
      for (const told of compare(peer, left, ours, theirs, tally))
        if (shown.includes(told.check) || shown.includes('all')) console.log(told.words);
    }
    console.log(countTable(tally, rules));
    const files = worlds.all.reduce((sum, { manifests }) => sum + manifests.size, 0);
    const unread = `${worlds.leftOut} more that ${peer.name} cannot read`;
    console.log(`\n${files} manifests in ${worlds.all.length} worlds; ${unread}`);
  } finally {
    worlds.remove();
  }
}

/** Asked again until it reads everything that is left: a file it stops at may be what others refer to. */
function ask(peer: Peer, world: World, version: string, worlds: Worlds): readonly Said[] {
  for (let at: World | undefined = world; at; ) {
    const { said, unread } = peer.lint(at, version);
    if (unread.length === 0) return said;
    const { manifests } = at;
    if (!unread.every((copy) => manifests.has(copy))) throw new Error(`What is ${unread[0]}?`);
    worlds.leaveOut(unread);
    at = worlds.all.find(({ folder }) => folder === world.folder);
  }
  return [];
}

async function askUs(
  { name }: Peer,
  world: World,
  version: string,
  checks: readonly string[],
): Promise<readonly Said[]> {
  const only = checks.map((check) => `${name}/${check}`).join(',');
  const found = await lintWorld(world, ['--only', only, '--kubernetes-version', version]);
  return found.flatMap((finding) => saidByUs(finding, `${name}/`));
}

function saidByUs({ file, line, rule, also, object, message }: OurFinding, prefix: string): readonly Said[] {
  const about = {
    kind: object?.kind ?? '',
    namespace: object?.namespace ?? '',
    name: object?.name ?? '',
    copy: file,
    message: `line ${line}: ${rule}: ${message}`,
  };
  return also
    .filter((name) => name.startsWith(prefix))
    .map((name) => ({ ...about, check: name.slice(prefix.length) }));
}

/** @returns the differences, in words */
function* compare(
  peer: Peer,
  world: World,
  ours: readonly Said[],
  theirs: readonly Said[],
  tally: Tally,
): Iterable<{ readonly check: string; readonly words: string }> {
  const objectKey = (said: Omit<Said, 'check' | 'message'>) =>
    `${said.kind} ${said.namespace}/${said.name} ${peer.tellsFiles ? said.copy : ''}`;
  const keyOf = (said: Said) => `${said.check} ${objectKey(said)}`;
  const places = new Map(
    [...world.manifests].flatMap(([copy, { file, objects }]) =>
      objects.map((object) => [objectKey({ ...object, copy }), `${path.relative('', file)}:${object.line}`]),
    ),
  );
  const said = new Map([...theirs, ...ours].map((one) => [keyOf(one), one]));
  for (const { side, key } of tally.add(ours.map(keyOf), theirs.map(keyOf), (key) => said.get(key)!.check)) {
    if (side === 'agree') continue;
    const one = said.get(key)!;
    const object = `${one.kind} ${one.namespace && `${one.namespace}/`}${one.name}`;
    yield {
      check: one.check,
      words: `${one.check} ${side}: ${places.get(objectKey(one))} ${object}\n    ${one.message}`,
    };
  }
}

/** The files that a linter gives up at, where it does not say which. */
export function unreadOnesIn(
  { folder, manifests }: World,
  reads: (copy: string) => boolean,
): readonly string[] {
  const unread = [...manifests.keys()].filter((copy) => !reads(copy));
  if (unread.length === 0) throw new Error(`Each file of ${folder} can be read, and all together cannot`);
  return unread;
}

/** What a program prints; what it finds is no failure of its own. */
export function run(variable: string, usual: string, args: readonly string[], cwd?: string) {
  const program = process.env[variable] ?? usual;
  const { stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (error) throw new Error(`${program} cannot be run: put ${usual} on PATH or its path in ${variable}`);
  return { stdout, stderr };
}
