import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readMarks } from '../server/src/core/marked';
import type { Sample } from '../server/src/core/rule';
import { allRules, Bench } from './samples';

// One row, one thing that could be got wrong in a rule about YAML.

export type Row = readonly [name: string, marked: string, fixed?: string];

/** @param place the settings, and the name of the file where that matters */
export function table(
  id: string,
  rows: readonly Row[],
  place: { readonly version?: string; readonly file?: string } = {},
): void {
  const { language, rule } = allRules.find((one) => one.rule.id === id)!;
  describe(`${id}: edges`, () => {
    for (const [name, marked, fixed] of rows)
      it(name, () => {
        const { text, ranges } = readMarks(marked);
        const settings =
          place.version === undefined ? {} : { settings: { kubernetesVersion: place.version } };
        const sample: Sample = { files: { [place.file ?? language.usualName]: text }, ...settings };
        const tried = new Bench(language, sample, rule);
        const found = tried.diagnose();
        assert.deepEqual(
          found.map(({ start, end }) => text.slice(start, end)),
          ranges.map(({ start, end }) => text.slice(start, end)),
        );
        const fix = found[0]?.finding.fixes?.[0];
        if (fixed !== undefined) assert.equal(fix && tried.fixed(fix)[tried.uri], fixed);
      });
  });
}

/** What other linters call the only finding, most of all where a rule answers to several. */
export type Named = readonly [name: string, text: string, ...names: readonly string[]];

export function answers(id: string, rows: readonly Named[]): void {
  const { language, rule } = allRules.find((one) => one.rule.id === id)!;
  describe(`${id}: names`, () => {
    for (const [name, text, ...names] of rows)
      it(name, () => {
        const found = new Bench(language, text, rule).diagnose().map((one) => one.names.slice(1).map(String));
        assert.deepEqual(
          found.map((all) => all.toSorted()),
          [names.toSorted()],
        );
      });
  });
}

/** Several files; the first one is looked at. */
export type Across = readonly [name: string, files: Readonly<Record<string, string>>];

export function across(id: string, rows: readonly Across[]): void {
  const { language, rule } = allRules.find((one) => one.rule.id === id)!;
  describe(`${id}: several files`, () => {
    for (const [name, files] of rows)
      it(name, () => {
        const bench = new Bench(language, { files }, rule);
        const { text, ranges } = readMarks(Object.values(files)[0]!);
        assert.deepEqual(
          bench.diagnose().map(({ start, end }) => text.slice(start, end)),
          ranges.map(({ start, end }) => text.slice(start, end)),
        );
      });
  });
}

export const pod = (container: string, spec = '') =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n${spec}  containers:\n    - name: a\n${container}`;

export const configMap = (text: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n${text}`;
