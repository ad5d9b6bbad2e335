import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { table } from '../bench/table';
import { dockerfilesBelow } from './dockerfiles';
import { chunks, lintWithOurs, ourNames } from './ours';
import { Places } from './places';

/**
 * `npm run compare:hadolint -- [--show DLnnnn[,DLnnnn]] [--config .hadolint.yaml] DIR…`: hadolint from HADOLINT or
 * PATH and our built command line over every Dockerfile below some folders. Two findings agree where code, file
 * and instruction are the same.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { show: { type: 'string', default: '' }, config: { type: 'string' } },
    allowPositionals: true,
  });
  const texts = await dockerfilesBelow(positionals);
  if (texts.length === 0) throw new Error('No Dockerfile. Usage: npm run compare:hadolint -- DIR…');
  const places = new Map(texts.map((text) => [text.file, new Places(text)]));
  const files = [...places.keys()];
  const theirs = lintWithHadolint(files, values.config);
  const unread = new Set(theirs.filter(({ code }) => code === 'DL1000').map(({ file }) => file));
  const read = files.filter((file) => !unread.has(file));
  const ours = lintWithUs(read, values.config);
  const sides = compare(
    ours,
    theirs.filter(({ file }) => !unread.has(file)),
    places,
  );

  for (const code of values.show.split(',').filter(Boolean))
    for (const side of ['ours only', 'theirs only'] as const)
      for (const { file, line, message } of sides[side].filter((one) => one.code === code)) {
        console.log(`${code} ${side}: ${path.relative('', file)}:${line}  ${message}`);
        console.log(`${places.get(file)!.text(line).trimEnd().replace(/^/gm, '    ')}\n`);
      }
  console.log(counts(sides));
  console.log(`\n${read.length} Dockerfiles; ${unread.size} more that hadolint cannot read (DL1000).`);
}

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

function lintWithHadolint(files: readonly string[], config: string | undefined): readonly Finding[] {
  const program = process.env['HADOLINT'] ?? 'hadolint';
  const folder = mkdtempSync(path.join(tmpdir(), 'compare-'));
  const all = path.join(folder, 'hadolint.yaml');
  writeFileSync(all, `override: { info: [${OFF.join(', ')}] }\n`);
  const args = ['--no-fail', '--format', 'json', '--config', config ?? all];
  try {
    return chunks(files, 200).flatMap((some) => {
      const { stdout, error } = spawnSync(program, [...args, ...some], {
        encoding: 'utf8',
        maxBuffer: 1 << 29,
      });
      if (error) throw new Error(`${program} cannot be run: put hadolint on PATH or its path in HADOLINT`);
      return (JSON.parse(stdout) as Finding[]).filter(({ code }) => code.startsWith('DL'));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function lintWithUs(files: readonly string[], config: string | undefined): readonly Finding[] {
  const names = new Set(ourNames().filter((name) => name.startsWith(PREFIX)));
  return lintWithOurs(files, ['--only', [...names].join(',')], config).flatMap(({ also, ...finding }) =>
    also
      .filter((name) => name.startsWith(PREFIX))
      .map((name) => ({ ...finding, code: name.slice(PREFIX.length) })),
  );
}

const PREFIX = 'hadolint/';

/** Silent in hadolint unless a configuration gives them a severity. */
const OFF = ['DL1001', 'DL3057'];

/** Where both mean the same defect and mark it at different instructions: these agree where a file has as many. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  DL3012: 'we mark the earlier, dead HEALTHCHECK as BuildKit does, hadolint the later',
  DL4003: 'we mark the earlier, dead CMD as BuildKit does, hadolint the later',
  DL4004: 'we mark the earlier, dead ENTRYPOINT as BuildKit does, hadolint the later',
};

type Sides = Readonly<Record<'agree' | 'ours only' | 'theirs only', readonly Finding[]>>;

function compare(
  ours: readonly Finding[],
  theirs: readonly Finding[],
  places: ReadonlyMap<string, Places>,
): Sides {
  const keyed = (findings: readonly Finding[]) => {
    const seen = new Map<string, number>();
    const keys = new Map<string, Finding>();
    for (const finding of findings) {
      const { file, code, line } = finding;
      const place = `${code} ${file}:${ELSEWHERE[code] ? 'any' : places.get(file)!.instruction(line)}`;
      const nth = seen.get(place) ?? 0;
      seen.set(place, nth + 1);
      // Five packages of one RUN are one finding of theirs and may be five of ours.
      keys.set(ELSEWHERE[code] ? `${place} ${nth}` : place, finding);
    }
    return keys;
  };
  const mine = keyed(ours);
  const other = keyed(theirs);
  const split = (from: ReadonlyMap<string, Finding>, by: ReadonlyMap<string, Finding>, both: boolean) =>
    [...from].filter(([key]) => by.has(key) === both).map(([, finding]) => finding);
  return {
    agree: split(mine, other, true),
    'ours only': split(mine, other, false),
    'theirs only': split(other, mine, false),
  };
}

function counts(sides: Sides): string {
  const codes = [...new Set(Object.values(sides).flatMap((side) => side.map(({ code }) => code)))].sort();
  const of = (side: keyof Sides, code: string) => sides[side].filter((one) => one.code === code).length;
  const rows = codes.map((code) => [
    code,
    ELSEWHERE[code] ? 'file' : 'instruction',
    ...(['agree', 'ours only', 'theirs only'] as const).map((side) => `${of(side, code)}`),
  ]);
  const notes = codes.filter((code) => ELSEWHERE[code]).map((code) => `${code}: ${ELSEWHERE[code]}.`);
  const counted = table(['code', 'compared by', 'agree', 'ours only', 'theirs only'], rows);
  return [counted, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
