import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ask } from '../authority/ask';
import { table } from '../bench/table';
import { dockerfilesBelow } from './dockerfiles';
import { lintWithOurs, type OurFinding } from './ours';

/**
 * `npm run compare:fix-all -- [--config .container-tutor.yaml] DIR…`: our built command line repairs copies of every
 * Dockerfile below some folders. Told is what then has a fixable finding or a new error, what BuildKit (if
 * tools/authority is built) no longer builds, and what a second run changes.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { config: { type: 'string' }, program: { type: 'string', default: 'out/authority' } },
    allowPositionals: true,
  });
  const texts = await dockerfilesBelow(positionals);
  if (texts.length === 0) throw new Error('No Dockerfile. Usage: npm run compare:fix-all -- DIR…');
  const folder = mkdtempSync(path.join(tmpdir(), 'fix-all-'));
  try {
    const names = new Map(texts.map(({ file, text }, i) => [copy(folder, i, file, text), file]));
    const copies = [...names.keys()];
    const read = () => copies.map((file) => readFileSync(file, 'utf8'));
    const lint = (...args: string[]) => lintWithOurs(copies, args, values.config);
    const [found, first] = [lint(), read()];
    const [left, second] = [lint('--fix'), read()];
    const [, third] = [lint('--fix'), read()];

    const tell = (file: string, what: string) => console.log(`${path.relative('', file)}: ${what}`);
    const known = new Set(found.map(errorIn));
    for (const one of left) {
      const place = `${names.get(one.file)}:${one.line}`;
      if (one.fixable) tell(place, `still fixable: ${one.rule}`);
      if (one.severity === 'error' && !known.has(errorIn(one))) tell(place, `new error: ${one.message}`);
    }
    const rejects = existsSync(values.program) ? rejected(values.program, first, second) : [];
    texts.forEach(({ file }, i) => {
      if (rejects[i]) tell(file, `BuildKit no longer builds it: ${rejects[i]}`);
      if (second[i] !== third[i]) tell(file, 'a second run changes it');
    });
    const changed = first.filter((text, i) => text !== second[i]).length;
    console.log(`${copies.length} Dockerfiles, ${changed} of them changed\n\n${counts(found, left)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function copy(folder: string, i: number, file: string, text: string): string {
  const name = path.join(folder, `${i}`, path.basename(file));
  mkdirSync(path.dirname(name));
  writeFileSync(name, text);
  return name;
}

function errorIn({ file, rule, message }: OurFinding): string {
  return `${file} ${rule} ${message}`;
}

/** Why BuildKit stops at the texts that it built before. */
function rejected(
  program: string,
  before: readonly string[],
  after: readonly string[],
): readonly (string | undefined)[] {
  const verdicts = ask(path.resolve(program), [...before, ...after]);
  return before.map((_, i) =>
    verdicts[i]!.rejected ? undefined : verdicts[before.length + i]!.rejected?.text,
  );
}

function counts(found: readonly OurFinding[], left: readonly OurFinding[]): string {
  const rules = [...new Set(found.filter(({ fixable }) => fixable).map(({ rule }) => rule))].sort();
  const of = (list: readonly OurFinding[], rule: string) => list.filter((one) => one.rule === rule).length;
  const rows = rules.map((rule) => [rule, '', `${of(found, rule)}`, `${of(left, rule)}`]);
  return table(['rule with a safe fix', '', 'before', 'after'], rows);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
