import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Entry, Reach } from '../server/src/core/view';
import { HURRIED } from './hurry';
import { allRules, type Bench, edited, samplesOf, shared } from './samples';

// What holds for the views of every text, however broken.

const SHARES = HURRIED ? [0.5] : [0.8, 0.5, 0.3];
const STEP = HURRIED ? 29 : 7;

for (const { language, rule } of allRules)
  it(`${rule.id}: the views of its samples, whole and cut off`, () => {
    for (const [, sample] of samplesOf(rule)) {
      const whole = shared(language, sample);
      checkViews(whole);
      const write = edited(language, sample);
      for (const share of SHARES) {
        const text = whole.text.slice(0, Math.floor(whole.text.length * share));
        checkViews(write(text));
      }
    }
  });

function checkViews({ engine, uri, text, config }: Readonly<Bench>): void {
  const { language, model } = engine.model(uri)!;
  const place = ({ span, through = span }: Reach) => {
    const [start, end] = [engine.locate(span)?.start, engine.locate(through)?.end];
    assert.ok(start !== undefined && end !== undefined && start <= end && end <= text.length, text);
    return { start, end };
  };
  const inside = (inner: Reach, outer: Reach) => {
    const [a, b] = [place(inner), place(outer)];
    assert.ok(b.start <= a.start && a.end <= b.end, `${JSON.stringify([a, b])} of ${text}`);
  };
  const checkEntry = (entry: Entry): void => {
    assert.notEqual(entry.name.trim(), '', text);
    inside({ span: entry.at }, entry);
    for (const part of entry.entries) {
      inside(part, entry);
      checkEntry(part);
    }
  };
  for (const entry of language.outline?.(model) ?? []) checkEntry(entry);
  for (const fold of language.folds?.(model) ?? []) place(fold);
  const { kubernetesVersion } = config;
  for (let offset = 0; offset <= text.length; offset += STEP) {
    const at = engine.at(uri, offset);
    const around = at && language.around?.(model, at.part.id, at.offset);
    for (const one of around ?? []) place(one);
    if (at && offset === 0)
      for (const { target } of language.links?.(model, { facts: at.facts, kubernetesVersion }) ?? [])
        assert.ok(URL.canParse(target), target);
  }
}
