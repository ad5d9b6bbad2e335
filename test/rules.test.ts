import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { overlap } from '../server/src/core/edit';
import { filesOf, readMarks } from '../server/src/core/marked';
import { renderFinding } from '../server/src/core/page';
import type { Sample } from '../server/src/core/rule';
import { allRules, type Bench, configOf, goodsOf, shared, uriOf } from './samples';

/** What every rule promises by its own examples. Nothing here knows a rule by name. */
for (const { language, rule } of allRules)
  describe(rule.id, () => {
    it('is the file it is named after', () => {
      const [folder, name] = rule.id.split('/');
      assert.ok(existsSync(`server/src/${folder}/rules/${name}.ts`));
    });

    const readOf = (sample: Sample) => shared(language, sample);
    /** What this rule says, whatever is switched off. */
    const foundIn = (sample: Sample) => readOf(sample).diagnose(configOf(sample, rule));

    it('has the kind of fix it declares, and no other in its examples', () => {
      const kinds = rule.examples.flatMap(({ bad }) =>
        foundIn(bad).flatMap(({ finding }) => (finding.fixes ?? []).map(({ kind }) => kind)),
      );
      assert.equal(kinds[0], rule.fix);
    });

    it('has an example', () => assert.ok(rule.examples.length > 0));

    rule.examples.forEach(({ bad, good, message }, i) => {
      it(`finds exactly the marks of example ${i + 1}`, () => {
        const bench = readOf(bad);
        const found = foundIn(bad);
        assert.deepEqual(
          marksOf(bench, found),
          bench.marked.ranges.map(({ start, end }) => mark(bench.text, start, end)),
        );
        assert.ok(found.length > 0, 'nothing is marked');
        const first = Object.keys(rule.messages)[0];
        for (const { finding } of found) assert.equal(finding.message ?? first, message ?? first);
      });

      it(`says all it has to in example ${i + 1}, in both languages`, () => {
        for (const diagnosis of foundIn(bad))
          for (const lang of ['ko', 'en'] as const) {
            const text = renderFinding(diagnosis, lang);
            assert.doesNotMatch(text, /\{\w+([:|]\S+)?\}|undefined|\[object/, text);
          }
      });

      it(`repairs example ${i + 1}`, () => {
        const [diagnosis] = foundIn(bad);
        const fixes = diagnosis?.finding.fixes ?? [];
        for (const { finding } of foundIn(bad)) {
          const safe = (finding.fixes ?? []).filter(({ kind }) => kind === 'safe');
          assert.ok(safe.length <= 1, 'at most one safe fix');
        }
        const goods = goodsOf(good);
        if (fixes.length === 0) return;
        assert.equal(goods.length, fixes.length, 'one good text for each fix');
        fixes.forEach((fix, n) => {
          fix.edits.forEach((edit, a) => {
            for (const other of fix.edits.slice(a + 1))
              assert.ok(
                edit.span.part !== other.span.part ||
                  !overlap({ ...edit.span, text: '' }, { ...other.span, text: '' }),
              );
          });
          assert.deepEqual(readOf(bad).fixed(fix), withFiles(bad, goods[n]!, language.usualName));
        });
      });

      goodsOf(good).forEach((sample, n) => {
        it(`is silent on good ${i + 1}.${n + 1}, and no rule calls it an error`, () => {
          assert.deepEqual(marksOf(readOf(sample), foundIn(sample)), []);
          assert.deepEqual(
            readOf(sample)
              .diagnose()
              .filter(({ severity }) => severity === 'error')
              .map((d) => d.rule.id),
            [],
          );
        });
      });
    });

    rule.allows.forEach((sample, i) => {
      it(`is silent on allowed ${i + 1}`, () =>
        assert.deepEqual(marksOf(readOf(sample), foundIn(sample)), []));
    });
  });

// Examples show what a rule is for; a table of its own holds what could be got wrong in it.
describe('tables of edges', () => {
  const tests = readdirSync('test').filter((name) => /^(?:dockerfile|cloudbuild)-.*\.test\.ts$/.test(name));
  const text = tests.map((name) => readFileSync(`test/${name}`, 'utf8')).join('\n');
  for (const { rule } of allRules.filter(
    ({ language: { id } }) => id === 'dockerfile' || id === 'cloudbuild',
  ))
    it(`${rule.id} has one`, () => {
      const bare = rule.id.replace(/^dockerfile\//, '');
      assert.match(text, new RegExp(`table\\(\\s*'${bare}'|describe\\(.${rule.id}[: ]`));
    });
});

function marksOf(bench: Readonly<Bench>, found: readonly { start: number; end: number }[]): string[] {
  return found.map(({ start, end }) => mark(bench.text, start, end));
}

/** A range with the line it stands in, so that a failure shows where. */
function mark(text: string, start: number, end: number): string {
  const line = text.slice(0, start).split('\n').length;
  return `${line}: ${text.slice(text.lastIndexOf('\n', start - 1) + 1, start)}«${text.slice(start, end)}»`;
}

/** A good sample may leave out the files a fix does not touch. */
function withFiles(bad: Sample, good: Sample, usualName: string): Record<string, string> {
  const entries = [...filesOf(bad, usualName), ...filesOf(good, usualName)];
  return Object.fromEntries(entries.map(([name, text]) => [uriOf(name), readMarks(text).text]));
}
