import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits, fixAll } from '../server/src/core/edit';
import { allRules, Bench, samplesOf } from './samples';

/** `npm test` takes the time for every text and prefix; `test:fast` for the bad texts and every ninth prefix. */
const HURRIED = process.env['TESTS'] !== 'all';
const STRIDE = HURRIED ? 9 : 1;

/** What must hold for every text any rule declares, whatever the rule. */
for (const { language, rule } of allRules)
  describe(`${rule.id}: texts`, () => {
    for (const [name, sample] of samplesOf(rule)) {
      if (HURRIED && !name.startsWith('bad')) continue;
      const marksOf = (bench: Bench) =>
        bench
          .diagnose()
          .map((d) => `${d.rule.id} ${bench.text.slice(d.start, d.end).replaceAll('\r\n', '\n')}`);

      it(`${name}: every prefix reads`, () => {
        const bench = new Bench(language, sample);
        const { text } = bench;
        // The bad texts are typed letter by letter; their good twins differ from them in a few words only.
        const step = (name.startsWith('bad') ? 1 : 5) * STRIDE;
        for (let end = text.length; end >= 0; end -= step) {
          bench.text = text.slice(0, end);
          for (const { start, end: stop } of bench.diagnose())
            assert.ok(0 <= start && start <= stop && stop <= end, `span ${start}–${stop} of ${end}`);
        }
      });

      it(`${name}: CRLF finds the same`, () => {
        const crlf = new Bench(language, sample, undefined, (text) => text.replaceAll('\n', '\r\n'));
        assert.deepEqual(marksOf(crlf), marksOf(new Bench(language, sample)));
      });

      it(`${name}: each edit writes CRLF where that is used`, () => {
        const toCrlf = (text: string) => text.replaceAll('\n', '\r\n');
        const fixedBy = (bench: Bench) =>
          bench
            .diagnose()
            .flatMap(({ finding }) => finding.fixes ?? [])
            .map((fix) => Object.values(bench.fixed(fix)));
        const lf = fixedBy(new Bench(language, sample)).map((texts) => texts.map(toCrlf));
        const crlf = new Bench(language, sample, undefined, toCrlf);
        assert.deepEqual(fixedBy(crlf), lf);
        for (const { finding, rule: found } of crlf.diagnose()) {
          const edits = language.suppress?.(crlf.engine.model(crlf.uri)!.model, finding.span, found.id);
          const silent = applyEdits(crlf.text, crlf.engine.edits(edits ?? [])?.get(crlf.uri) ?? []);
          assert.doesNotMatch(silent, /(?<!\r)\n/);
        }
      });

      it(`${name}: Hangul and emoji above move no span`, () => {
        const above = (text: string) =>
          text.replace(/^(?:«?#\s*(?:escape|syntax|check)=.*\n)*/i, '$&# 한글 😀 é\n');
        assert.deepEqual(
          marksOf(new Bench(language, sample, undefined, above)),
          marksOf(new Bench(language, sample)),
        );
      });

      it(`${name}: fix-all ends, leaves nothing it could fix, and changes nothing the second time`, () => {
        const bench = new Bench(language, sample);
        bench.text = fixAll(bench.engine, bench.uri, bench.config);
        const left = bench.diagnose().filter((d) => d.finding.fixes?.some(({ kind }) => kind === 'safe'));
        assert.deepEqual(
          left.map((d) => d.rule.id),
          [],
        );
        assert.equal(fixAll(bench.engine, bench.uri, bench.config), bench.text);
      });

      it(`${name}: each finding can be silenced by name`, () => {
        const names = new Bench(language, sample).diagnose().map((d) => d.rule.id);
        names.forEach((_, i) => {
          const bench = new Bench(language, sample);
          const before = bench.diagnose();
          const { finding, rule: found } = before[i]!;
          const { model } = bench.engine.model(bench.uri)!;
          const edits = language.suppress?.(model, finding.span, found.id);
          if (!edits) return;
          bench.text = applyEdits(bench.text, bench.engine.edits(edits)?.get(bench.uri) ?? []);
          const after = bench.diagnose().filter((d) => d.rule === found).length;
          assert.ok(
            after < before.filter((d) => d.rule === found).length,
            `${found.id} is still heard:\n${bench.text}`,
          );
        });
      });
    }
  });
