import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after } from 'node:test';
import { loadSchema as loadBuildSchema } from '../server/src/cloudbuild/schema/shipped';
import { siblingOf } from '../server/src/core/address';
import { Config } from '../server/src/core/config';
import type { Diagnosis } from '../server/src/core/diagnosis';
import { applyEdits } from '../server/src/core/edit';
import { Engine, type Fault } from '../server/src/core/engine';
import type { AnyLanguage, AnyRule } from '../server/src/core/language';
import { filesOf, type Marked, readMarks } from '../server/src/core/marked';
import type { Fix, Sample } from '../server/src/core/rule';
import { loadSchema } from '../server/src/kubernetes/schema/shipped';
import { languages } from '../server/src/languages';
import { HURRIED } from './hurry';

// Settles before the first test runs.
const asset = async (name: string) => readFileSync(`server/src/generated/${name}`, 'utf8');
void loadSchema(asset);
void loadBuildSchema(asset);

const { names } = new Engine(languages);

/** Settings are plain data: what they amount to is worked out once for all samples that have the same. */
const configs = new Map<string, Config>();

export function configOf(sample: Sample, only?: AnyRule): Config {
  const layers = typeof sample !== 'string' && sample.settings ? [sample.settings] : [];
  const key = JSON.stringify([layers, only?.id]);
  const config = configs.get(key) ?? new Config(names, { layers, only: only && [only.id] });
  configs.set(key, config);
  return config;
}

/** A sample in an engine of its own: the first file is the one it is about. */
export class Bench {
  readonly faults: Fault[] = [];
  readonly engine = new Engine(languages, (fault) => this.faults.push(fault));
  readonly uri: string;
  readonly marked: Marked;
  readonly config: Config;

  constructor(language: AnyLanguage, sample: Sample, only?: AnyRule, change = (text: string) => text) {
    this.engine.roots = ['/work'];
    const files = filesOf(sample, language.usualName).map(
      ([name, text]) => [uriOf(name), readMarks(change(text))] as const,
    );
    for (const [uri, { text }] of files) {
      const file = { uri, path: pathOf(uri) };
      this.engine.set(file, text);
      for (const name of this.engine.beside(file))
        this.engine.setBeside(file, name, files.find(([other]) => other === siblingOf(uri, name))?.[1].text);
    }
    [this.uri, this.marked] = files[0]!;
    this.config = configOf(sample, only);
  }

  get text(): string {
    return this.engine.text(this.uri) ?? '';
  }

  set text(text: string) {
    this.engine.set({ uri: this.uri, path: pathOf(this.uri) }, text);
  }

  /** Findings of every file, so that a span in the wrong file is seen. */
  diagnose(config = this.config): Diagnosis[] {
    const found = this.engine.diagnose(this.uri, config);
    assert.deepEqual(this.faults, [], 'a rule threw');
    return found;
  }

  /** All files by name after a fix. */
  fixed(fix: Fix): Record<string, string> {
    const edits = this.engine.edits(fix.edits);
    assert.ok(edits, 'a fix points at a part that is gone');
    return Object.fromEntries(
      this.engine.uris.map((uri) => [uri, applyEdits(this.engine.text(uri) ?? '', edits.get(uri) ?? [])]),
    );
  }
}

/** Made when a test of the suite first asks for it, and let go after its last: `node:test` never forgets a test. */
export function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  after(() => {
    made = undefined;
  });
  return () => (made ??= make());
}

export function uriOf(name: string): string {
  return `file:///work/${name}`;
}

export function pathOf(uri: string): string {
  return uri.slice('file://'.length);
}

/**
 * The bench that all tests of a sample look at and none changes: what they ask is read and found once, however many
 * they are.
 */
export function shared(language: AnyLanguage, sample: Sample): Readonly<Bench> {
  const key = JSON.stringify([language.id, sample]);
  const bench = benches.get(key) ?? new Bench(language, sample);
  benches.set(key, bench);
  return bench;
}
const benches = new Map<string, Bench>();

/**
 * A sample while its first file is edited. In the complete run one engine follows, as an editor's does; in a hurry each
 * text is read by itself, for the one rule it is asked about.
 */
export function edited(
  language: AnyLanguage,
  sample: Sample,
): (text: string, only?: AnyRule) => Readonly<Bench> {
  const bench = HURRIED ? undefined : new Bench(language, sample);
  return (text, only) => {
    if (!bench) return new Bench(language, withText(sample, text), only);
    bench.text = text;
    return bench;
  };
}

/** A sample with another text in its first file. */
export function withText(sample: Sample, text: string): Sample {
  if (typeof sample === 'string') return text;
  const [first] = Object.keys(sample.files);
  return { ...sample, files: { ...sample.files, [first!]: text } };
}

export const allRules = languages.flatMap((language) => language.rules.map((rule) => ({ language, rule })));

/** All texts a rule declares, with what they are for. */
export function samplesOf(rule: AnyRule): readonly (readonly [string, Sample])[] {
  return [
    ...rule.examples.flatMap(({ bad, good }, i) => [
      [`bad ${i + 1}`, bad] as const,
      ...(Array.isArray(good) ? (good as Sample[]) : [good as Sample]).map(
        (sample, n) => [`good ${i + 1}.${n + 1}`, sample] as const,
      ),
    ]),
    ...rule.allows.map((sample, i) => [`allows ${i + 1}`, sample] as const),
  ];
}

export function goodsOf(good: Sample | readonly Sample[]): readonly Sample[] {
  return Array.isArray(good) ? (good as readonly Sample[]) : [good as Sample];
}
