import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Config } from '../../server/src/core/config';
import type { Diagnosis } from '../../server/src/core/diagnosis';
import { applyEdits, fixAll } from '../../server/src/core/edit';
import { Engine } from '../../server/src/core/engine';
import { dockerfile } from '../../server/src/dockerfile/language';
import { ask } from '../authority/ask';
import { table } from '../bench/table';
import { dockerfilesBelow } from './dockerfiles';
import { MANNERS } from './manners';
import { chunks } from './ours';

/**
 * `npm run compare:fix-each -- [--only ID] DIR…`: each fix of every finding alone, in every Dockerfile below some
 * folders, as it is and as others would have written it, with every rule on and strict. Told is a finding that stays
 * or comes, a comment or line end that is lost, an escape character of another file, a blank too many, and what
 * BuildKit (if tools/authority is built) no longer builds. Not all of it is wrong: the repair of one mistake may
 * show the next, and who deletes a CMD deletes its comments.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { only: { type: 'string' }, program: { type: 'string', default: 'out/authority' } },
    allowPositionals: true,
  });
  const files = await dockerfilesBelow(positionals);
  if (files.length === 0) throw new Error('No Dockerfile. Usage: npm run compare:fix-each -- DIR…');
  const repairs: Repair[] = [];
  for (const [manner, rewrite] of Object.entries(MANNERS))
    for (const { file, text } of files) {
      const written = rewrite(text);
      if (manner !== 'as it is' && written === text) continue;
      for (const repair of repairsOf(written, values.only))
        repairs.push({ ...repair, where: `${path.relative('', file)}, ${manner}` });
    }
  const rejects = existsSync(values.program) ? rejected(values.program, repairs) : [];
  const counts = new Map<string, number>();
  repairs.forEach(({ rule, before, after, where }, i) => {
    const wrong = [...wrongIn(rule, before, after), ...(rejects[i] ? [`BuildKit: ${rejects[i]}`] : [])];
    for (const what of wrong) {
      console.log(`${where}: ${rule}: ${what}`);
      const kind = `${rule}: ${what.replace(/:.*/s, '')}`;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  });
  console.log(`${repairs.length} repairs\n`);
  const rows = [...counts].sort().map(([what, count]) => [what, '', `${count}`]);
  console.log(table(['what', '', 'times'], rows));
}

interface Repair {
  /** Or `fix-all`. */
  readonly rule: string;
  readonly before: string;
  readonly after: string;
  readonly where: string;
}

const URI = 'file:///Dockerfile';
const engine = new Engine([dockerfile], ({ rule, error }) => {
  throw new Error(`${rule} threw`, { cause: error });
});
const off = dockerfile.rules.filter(({ severity }) => severity === 'off');
const loud = Object.fromEntries(off.map(({ id }) => [id, 'hint'] as const));
const config = new Config(engine.names, { layers: [{ profile: 'strict', rules: loud }] });

function lint(text: string): readonly Diagnosis[] {
  engine.set({ uri: URI, path: '/Dockerfile' }, text);
  return engine.diagnose(URI, config);
}

function repairsOf(before: string, only: string | undefined): Omit<Repair, 'where'>[] {
  const found = lint(before).filter(({ names }) => !only || names.includes(only));
  const each = found.flatMap(({ rule, finding }) =>
    (finding.fixes ?? []).map((fix) => {
      const edits = engine.edits(fix.edits)?.get(URI) ?? [];
      return { rule: rule.id, before, after: applyEdits(before, edits) };
    }),
  );
  const all = fixAll(engine, URI, config);
  return all === before || only ? each : [...each, { rule: 'fix-all', before, after: all }];
}

function* wrongIn(rule: string, before: string, after: string): Iterable<string> {
  const known = byRule(lint(before));
  const now = lint(after);
  if (rule === 'fix-all') {
    if (fixAll(engine, URI, config) !== after) yield 'a second run changes more';
    for (const { finding, rule: left } of now)
      if (finding.fixes?.some(({ kind }) => kind === 'safe')) yield `still fixable: ${left.id}`;
  } else if ((byRule(now).get(rule) ?? 0) >= known.get(rule)!) yield 'stays';
  for (const [id, count] of byRule(now)) if (id !== rule && count > (known.get(id) ?? 0)) yield `new: ${id}`;
  const kept = comments(after);
  if (comments(before).some((line) => !kept.includes(line))) yield 'loses a comment';
  const foreign = /^#[ \t]*escape[ \t]*=[ \t]*`/im.test(after) ? /\\[ \t]*\r?$/gm : /`[ \t]*\r?$/gm;
  const more = (what: RegExp) => count(after, what) > count(before, what);
  if (more(foreign)) yield 'another escape character';
  if (more(before.includes('\r\n') ? /(?<!\r)\n/g : /\r\n/g)) yield 'other line ends';
  if (more(/\S {2,}\S/g)) yield 'two blanks';
  if (more(/[ \t]+\r?$/gm)) yield 'blanks at the end of a line';
}

function byRule(found: readonly Diagnosis[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of found) counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1);
  return counts;
}

function comments(text: string): readonly string[] {
  return (text.match(/^[ \t]*#.*/gm) ?? []).map((line) => line.trim());
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}

/** Why BuildKit stops at the repaired texts whose originals it built. */
function rejected(program: string, repairs: readonly Repair[]): readonly (string | undefined)[] {
  const texts = [...new Set(repairs.flatMap(({ before, after }) => [before, after]))];
  const verdicts = chunks(texts, 2000).flatMap((some) => ask(path.resolve(program), some));
  const known = new Map(texts.map((text, i) => [text, verdicts[i]!.rejected?.text]));
  return repairs.map(({ before, after }) => (known.get(before) ? undefined : known.get(after)));
}

main().catch((error: Error) => {
  console.error(error);
  process.exitCode = 1;
});
