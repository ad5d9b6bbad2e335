import { pathOf } from '../core/address';
import type { Diagnosis, Location } from '../core/diagnosis';
import type { AnyLanguage, ReadAsset } from '../core/language';
import type { NameIndex } from '../core/names';
import { messageOf } from '../core/page';
import { SEVERITIES } from '../core/rule';
import { type Span, uriOf } from '../core/span';
import { FactStore } from '../core/store';
import type { Message, Text } from '../core/text';
import type { Expected, Fact, Gone, Lab, Texts } from './lab';
import { Trial } from './trial';

/** One thing that is expected, and whether it holds. */
export interface Checked {
  readonly goal: Message;
  /** What is in the way, and where. */
  readonly miss?: { readonly told: Message; readonly place?: Location };
}

export interface Result {
  readonly checks: readonly Checked[];
  readonly passed: boolean;
  /** Where a span in a message stands. */
  readonly locate: (span: Span) => Location | undefined;
  /** The text of a file, as it was looked at. */
  readonly text: (uri: string) => string | undefined;
}

export interface Attempt {
  /** The folder's URI. */
  readonly folder: string;
  readonly lab: Lab;
  readonly start: Texts;
  readonly now: Texts;
}

/** Looks at the texts of a lab: nothing is run. Total. */
export async function checkLab(
  { folder, lab, start, now }: Attempt,
  languages: readonly AnyLanguage[],
  asset: ReadAsset,
): Promise<Result> {
  const trial = await Trial.of(folder, now, languages, asset);
  const { engine } = trial;
  const awake = namesIn(lab, engine.names);
  const found = trial.diagnose(awake);
  const place = (one: Diagnosis) => engine.locate(one.finding.span);
  const worse = newFinding(await Trial.of(folder, start, languages, asset), trial, awake);
  const checks: Checked[] = [
    ...lab.expect.map((expected): Checked => {
      if (!isGone(expected)) return judge(expected, trial, folder);
      const names = engine.names.resolve(expected.gone);
      const left = found.filter((one) => one.names.some((name) => names.has(name)));
      return {
        goal: goalOf(expected, engine.names),
        ...(left[0] && { miss: { told: toldBy(left[0]), place: place(left[0]) } }),
      };
    }),
    { goal: { text: TEXTS.worse }, ...(worse && { miss: { told: toldBy(worse), place: place(worse) } }) },
  ];
  return {
    checks,
    passed: checks.every(({ miss }) => !miss),
    locate: (span) => engine.locate(span),
    text: (uri) => engine.text(uri),
  };
}

export function isGone(expected: Expected): expected is Gone {
  return 'gone' in expected;
}

/** What is expected, before anybody has looked. */
export function goalOf(expected: Expected, names: NameIndex): Message {
  if (expected.says) return { text: expected.says };
  if (!isGone(expected)) return expected.expectation.goal(expected.asked);
  return { text: TEXTS.repair, values: { what: names.rules(expected.gone)[0]!.what } };
}

function judge(fact: Fact, trial: Trial, folder: string): Checked {
  const { expectation, asked, language } = fact;
  const wholes = trial.models(language);
  const facts = [...wholes.values()][0]?.facts ?? new FactStore();
  const models = new Map([...wholes].map(([name, { model }]) => [name, model]));
  const miss = expectation.check(asked, { models, facts, folder: pathOf(folder) });
  const place = miss?.at && trial.engine.locate(miss.at);
  return {
    goal: goalOf(fact, trial.engine.names),
    ...(miss && { miss: { told: miss.told, ...(place && { place }) } }),
  };
}

function namesIn(lab: Lab, names: NameIndex): ReadonlySet<string> {
  return new Set(lab.expect.flatMap((one) => (isGone(one) ? [...names.resolve(one.gone)] : [])));
}

function toldBy({ rule, finding }: Diagnosis): Message {
  return { text: messageOf(rule, finding.message), ...(finding.values && { values: finding.values }) };
}

/** A finding at warning or above of a rule that found less at the start; the one about other words, if there is one. */
function newFinding(before: Trial, now: Trial, awake: ReadonlySet<string>): Diagnosis | undefined {
  const old = before.diagnose(awake).filter(isLoud);
  const found = now.diagnose(awake).filter(isLoud);
  const of = (all: readonly Diagnosis[], { rule }: Diagnosis) => all.filter((one) => one.rule === rule);
  const more = found.filter((one) => of(found, one).length > of(old, one).length);
  const said = new Set(old.map((one) => wordsAt(one, before)));
  return more.findLast((one) => !said.has(wordsAt(one, now))) ?? more.at(-1);
}

function wordsAt({ rule, finding, start, end }: Diagnosis, { engine }: Trial): string {
  return `${rule.id} ${engine.text(uriOf(finding.span.part))?.slice(start, end)}`;
}

function isLoud({ severity }: Diagnosis): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf('warning');
}

const TEXTS = {
  repair: { ko: '고칠 것: {what}', en: 'To repair: {what}' },
  worse: { ko: '새로 생긴 경고나 오류가 없다', en: 'No new warning or error' },
} satisfies Record<string, Text>;
