import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Diagnosis } from '../server/src/core/diagnosis';
import { applyEdits } from '../server/src/core/edit';
import { readMarks } from '../server/src/core/marked';
import type { Settings } from '../server/src/core/rule';
import { allRules, Bench } from './samples';

// One row, one thing that could be got wrong in a Dockerfile rule. A row's name may end in the severity it
// expects, `(info)`.

export type Row = readonly [name: string, marked: string, fixed?: string];

interface Place {
  readonly file?: string;
  readonly settings?: Settings;
}

function bench(id: string, text: string, { file = 'Dockerfile', settings }: Place): Bench {
  const found = allRules.find(({ rule }) => rule.id === `dockerfile/${id}`);
  assert.ok(found, id);
  return new Bench(found.language, { files: { [file]: text }, ...(settings && { settings }) }, found.rule);
}

export function table(id: string, rows: readonly Row[], place: Place = {}): void {
  describe(`dockerfile/${id}: edges`, () => {
    for (const [name, marked, fixed] of rows)
      it(name, () => {
        const { text, ranges } = readMarks(marked);
        const tried = bench(id, text, place);
        const found = tried.diagnose();
        const marksOf = (list: readonly { start: number; end: number }[]) =>
          list.map(({ start, end }) => `${start}: ${text.slice(start, end)}`);
        assert.deepEqual(marksOf(found), marksOf(ranges));
        const severity = /\((error|warning|info|hint)\)$/.exec(name)?.[1];
        if (severity) for (const diagnosis of found) assert.equal(diagnosis.severity, severity);
        if (fixed !== undefined) assert.equal(fixedBy(tried, found), fixed);
      });
  });
}

/** The text after the first fix of every finding; without a fix, as it is. */
function fixedBy(tried: Bench, found: readonly Diagnosis[]): string {
  const edits = found.flatMap(({ finding }) => finding.fixes?.[0]?.edits ?? []);
  return applyEdits(tried.text, tried.engine.edits(edits)?.get(tried.uri) ?? []);
}
