import path from 'node:path';
import { parseArgs } from 'node:util';
import { Config } from '../../server/src/core/config';
import type { Diagnosis } from '../../server/src/core/diagnosis';
import { Engine } from '../../server/src/core/engine';
import type { Severity } from '../../server/src/core/rule';
import { dockerfile } from '../../server/src/dockerfile/language';
import { table } from '../bench/table';
import { dockerfilesBelow } from '../compare/dockerfiles';
import { Places } from '../compare/places';
import { ask, type Message, type Verdict } from './ask';
import { mutantsOf } from './mutants';
import { SAMPLES } from './samples';

/**
 * `npm run compare:authority -- [--mutants N] [--quiet] DIR…`: BuildKit and our rules over every Dockerfile below
 * some folders and over mutants of them. Prints each difference, then the counts.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      mutants: { type: 'string', default: '2000' },
      program: { type: 'string', default: 'out/authority' },
      quiet: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const judge = (texts: readonly string[]) => ask(path.resolve(values.program), texts);
  const compare = (what: string, texts: readonly { readonly name: string; readonly text: string }[]) => {
    const verdicts = judge(texts.map(({ text }) => text));
    const tally = new Tally();
    texts.forEach(({ name, text }, i) => {
      const told = tally.add(text, verdicts[i]!);
      if (!values.quiet) for (const difference of told) console.log(`${name}: ${difference}\n`);
    });
    console.log(`${texts.length} ${what}\n\n${tally.table()}\n`);
    return verdicts;
  };

  const files = await dockerfilesBelow(positionals);
  const named = files.map(({ file, text }) => ({ name: path.relative('', file), text }));
  const verdicts = compare('files', named);
  const lines = named.map(({ name, text }) => ({ name, text: `${EXPERIMENTAL}${text}` }));
  compare('files with the experimental checks', lines);
  const sound = files.flatMap(({ text }, i) => (verdicts[i]!.rejected || verdicts[i]!.unused ? [] : [text]));
  const mutants = mutantsOf(sound.length > 0 ? sound : SAMPLES, Number(values.mutants));
  compare(
    'mutants',
    mutants.map(({ fault, change, text }) => ({ name: `${fault}, ${change}`, text })),
  );
}

/** Switches on what BuildKit has off. A directive of the file's own would be the second: that is rejected. */
const EXPERIMENTAL = '# check=experimental=all\n';

const SIDES = ['agree', 'ours only', 'theirs only'] as const;

/** One finding of ours or one message of theirs, at the first line of an instruction. */
interface Said {
  readonly line: number;
  readonly words: string;
}

/** Counts what both say of texts. */
class Tally {
  readonly #counts = new Map<string, number[]>();

  /** @returns the differences, in words */
  add(text: string, verdict: Verdict): readonly string[] {
    const places = new Places({ file: URI, text });
    const ours = lint(text).map((diagnosis) => ({ ...diagnosis, ...saidByUs(diagnosis, text, places) }));
    // `# check=error=true` makes an error of any warning, here as there: it is not about what stops the build.
    const errors = ours.filter(({ rule, severity }) => rule.severity === 'error' && severity === 'error');
    // What only `--target` builds is a warning of ours, and so is what a trigger does to the next build.
    const lowered = ours.filter(({ rule, severity }) => rule.severity === 'error' && severity === 'warning');
    const unused = lowered.filter(({ line }) => !/^\s*onbuild/i.test(places.text(line)));
    const { rejected, unused: target, unsure, warnings } = verdict;
    const theirs = (message: Message | undefined) => message && saidByThem(message, places);
    const told = this.#stop('rejected', errors, theirs(rejected));
    if (rejected) return told.map((one) => one(places));
    // A rule may lower its voice for other reasons as well.
    if (target) told.push(...this.#stop('rejected as --target', unused, theirs(target)));
    else if (!unsure) {
      const checks = ours.flatMap(({ names, ...said }) =>
        names
          .filter((name) => name.startsWith('buildkit/'))
          .map((name) => [name.slice('buildkit/'.length), said] as const),
      );
      const theirChecks = warnings.map(
        (warning) => [warning.rule ?? '', saidByThem(warning, places)] as const,
      );
      told.push(...this.#pairs(checks, theirChecks));
    }
    return told.map((one) => one(places));
  }

  /** Whether a build stops, and at which instruction; not how many times it would. */
  #stop(what: string, ours: readonly Said[], theirs: Said | undefined): Difference[] {
    const same = ours.find(({ line }) => line === theirs?.line);
    if (theirs && (same || (ours.length > 0 && theirs.line === 0))) this.#count(what, 'agree');
    else if (theirs && ours[0])
      return [this.#count(`${what}, elsewhere`, 'ours only', ours[0], theirs.words)];
    else if (theirs) return [this.#count(what, 'theirs only', theirs)];
    else if (ours[0]) return [this.#count(what, 'ours only', ours[0])];
    return [];
  }

  #pairs(
    ours: readonly (readonly [string, Said])[],
    theirs: readonly (readonly [string, Said])[],
  ): Difference[] {
    const keyed = (list: typeof ours) =>
      new Map(list.map(([rule, said]) => [`${rule} ${said.line}`, { rule, said }]));
    const mine = keyed(ours);
    const other = keyed(theirs);
    const told: Difference[] = [];
    for (const [key, { rule, said }] of mine)
      if (other.has(key)) this.#count(rule, 'agree');
      else told.push(this.#count(rule, 'ours only', said));
    for (const [key, { rule, said }] of other)
      if (!mine.has(key)) told.push(this.#count(rule, 'theirs only', said));
    return told;
  }

  #count(what: string, side: (typeof SIDES)[number], said?: Said, more = ''): Difference {
    const counts = this.#counts.get(what) ?? SIDES.map(() => 0);
    counts[SIDES.indexOf(side)]!++;
    this.#counts.set(what, counts);
    return (places) => {
      const { line, words } = said!;
      const text = places.text(line).trimEnd().replace(/^/gm, '    ');
      return `line ${line}, ${what}, ${side}: ${words} ${more}\n${text}`;
    };
  }

  table(): string {
    const rows = [...this.#counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return table(
      ['verdict', '', ...SIDES],
      rows.map(([what, counts]) => [what, '', ...counts.map(String)]),
    );
  }
}

type Difference = (places: Places) => string;

const URI = 'file:///Dockerfile';
const engine = new Engine([dockerfile]);
const off = dockerfile.rules.filter(({ severity }) => severity === 'off');
const loud: Readonly<Record<string, Severity>> = Object.fromEntries(off.map(({ id }) => [id, 'hint']));
const usual = new Config(engine.names, { layers: [] });
const everything = new Config(engine.names, { layers: [{ rules: loud }] });

/** What our rules say; BuildKit's experimental checks are off here as there, unless the file asks for them. */
function lint(text: string): readonly Diagnosis[] {
  engine.delete(URI);
  engine.set({ uri: URI, path: '/Dockerfile' }, text);
  return engine.diagnose(URI, text.includes('experimental=') ? everything : usual);
}

function saidByUs({ rule, severity, start, end }: Diagnosis, text: string, places: Places): Said {
  const line = places.instruction(text.slice(0, start).split('\n').length);
  return { line, words: `${severity} ${rule.id} «${text.slice(start, end)}»` };
}

function saidByThem({ text, line }: Message, places: Places): Said {
  return { line: line === 0 ? 0 : places.instruction(line), words: text };
}

main().catch((error: Error) => {
  console.error(error.stack);
  process.exitCode = 1;
});
