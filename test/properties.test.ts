import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Diagnosis } from '../server/src/core/diagnosis';
import { applyEdits, fixAll } from '../server/src/core/edit';
import { HURRIED, STRIDE } from './hurry';
import { allRules, Bench, edited, lazily, samplesOf, shared, withText } from './samples';

/** What must hold for every text any rule declares, whatever the rule. */
for (const { language, rule } of allRules)
  describe(`${rule.id}: texts`, () => {
    for (const [name, sample] of samplesOf(rule)) {
      if (HURRIED && !name.startsWith('bad')) continue;
      const marksOf = (bench: Readonly<Bench>) =>
        bench
          .diagnose()
          .map((d) => `${d.rule.id} ${bench.text.slice(d.start, d.end).replaceAll('\r\n', '\n')}`);
      const toCrlf = (text: string) => text.replaceAll('\n', '\r\n');
      const asIs = () => shared(language, sample);
      const inCrlf = lazily(() => new Bench(language, sample, undefined, toCrlf));

      it(`${name}: every prefix reads`, () => {
        const { text } = asIs();
        const check = (bench: Readonly<Bench>, end: number) => {
          for (const { start, end: stop } of bench.diagnose())
            assert.ok(0 <= start && start <= stop && stop <= end, `span ${start}–${stop} of ${end}`);
        };
        check(asIs(), text.length);
        // The bad texts are typed letter by letter; their good twins differ from them in a few words only.
        const step = (name.startsWith('bad') ? 1 : 5) * STRIDE;
        const bench = new Bench(language, withText(sample, ''));
        for (let end = text.length - step; end >= 0; end -= step) {
          bench.text = text.slice(0, end);
          check(bench, end);
        }
      });

      it(`${name}: CRLF finds the same`, () => {
        assert.deepEqual(marksOf(inCrlf()), marksOf(asIs()));
      });

      it(`${name}: each edit writes CRLF where that is used`, () => {
        const fixedBy = (bench: Readonly<Bench>) =>
          bench
            .diagnose()
            .flatMap(({ finding }) => finding.fixes ?? [])
            .map((fix) => Object.values(bench.fixed(fix)));
        const lf = fixedBy(asIs()).map((texts) => texts.map(toCrlf));
        const crlf = inCrlf();
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
        assert.deepEqual(marksOf(new Bench(language, sample, undefined, above)), marksOf(asIs()));
      });

      it(`${name}: each finding can be silenced by name`, () => {
        const bench = asIs();
        const before = bench.diagnose();
        const write = edited(language, sample);
        const { model } = bench.engine.model(bench.uri)!;
        for (const { finding, rule: found } of before) {
          const edits = language.suppress?.(model, finding.span, found.id);
          if (!edits) continue;
          const silent = applyEdits(bench.text, bench.engine.edits(edits)?.get(bench.uri) ?? []);
          const after = write(silent, found).diagnose();
          const among = (all: readonly Diagnosis[]) => all.filter((d) => d.rule === found).length;
          assert.ok(among(after) < among(before), `${found.id} is still heard:\n${silent}`);
        }
      });

      it(`${name}: fix-all ends, leaves nothing it could fix, and changes nothing the second time`, () => {
        const isFixable = ({ finding }: Diagnosis) => finding.fixes?.some(({ kind }) => kind === 'safe');
        const { engine, uri, config, text } = asIs();
        if (!asIs().diagnose().some(isFixable)) return assert.equal(fixAll(engine, uri, config), text);
        const bench = new Bench(language, sample);
        bench.text = fixAll(bench.engine, uri, config);
        const left = bench.diagnose().filter(isFixable);
        assert.deepEqual(
          left.map((d) => d.rule.id),
          [],
        );
        assert.equal(fixAll(bench.engine, uri, config), bench.text);
      });
    }
  });
