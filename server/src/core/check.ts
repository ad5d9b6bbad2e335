import type { ActiveRule } from './config';
import type { AnyRule, AnyStore } from './language';
import type { Finding, RuleNames } from './rule';
import { type Answer, Recorder } from './store';

/** What the rules said of one unit, kept until the unit, the configuration or an answer of the workspace changes. */
export interface Checked {
  readonly unit: unknown;
  readonly rules: readonly ActiveRule[];
  /** Beside `rules`; undefined where a rule found nothing and asked nothing. */
  readonly results: readonly (Result | undefined)[];
  readonly found: readonly Found[];
  /** What all of them asked together: many rules ask the same, and one look at it is enough for most. */
  readonly asked: readonly Answer[];
  /** Of the workspace, when the results last held: while it is the same they need no look at all. */
  readonly revision: number;
}

export interface Found {
  readonly rule: AnyRule;
  readonly finding: Finding;
}

interface Result {
  readonly findings: readonly Finding[];
  readonly asked: readonly Answer[];
}

/** What a check may ask beside its unit. */
interface Surroundings {
  readonly store: AnyStore;
  readonly names: RuleNames;
  /** As `Context.path`. */
  readonly path: string | undefined;
}

/** Runs the rules a unit needs, and only those whose earlier result no longer holds. */
export function check(
  unit: unknown,
  rules: readonly ActiveRule[],
  { store, names, path }: Surroundings,
  before: Checked | undefined,
  onFault: (rule: AnyRule, error: unknown) => void,
): Checked {
  const same = before?.unit === unit ? before : undefined;
  const { revision } = store;
  if (same?.rules === rules && same.revision === revision) return same;
  if (same?.rules === rules && hold(same.asked)) return { ...same, revision };
  const earlier = new Map(same?.rules.map((active, i) => [active.rule, { active, result: same.results[i] }]));
  const results = rules.map((active) => {
    const old = earlier.get(active.rule);
    return old && old.active.key === active.key && (!old.result || hold(old.result.asked))
      ? old.result
      : run(unit, active, { store, names, path }, onFault);
  });
  const found = results.flatMap((result, i) =>
    (result?.findings ?? []).map((finding) => ({ rule: rules[i]!.rule, finding })),
  );
  const asked = [...new Set(results.flatMap((result) => result?.asked ?? []))];
  return { unit, rules, results, found, asked, revision };
}

function run(
  unit: unknown,
  { rule, options, kubernetesVersion }: ActiveRule,
  { store, names, path }: Surroundings,
  onFault: (rule: AnyRule, error: unknown) => void,
): Result | undefined {
  const facts = new Recorder(store);
  let findings: readonly Finding[] = [];
  try {
    const context = { options, kubernetesVersion, facts, names };
    findings = [...rule.check(unit, path === undefined ? context : { ...context, path })];
  } catch (error) {
    onFault(rule, error);
  }
  const asked = facts.answers;
  return findings.length > 0 || asked.length > 0 ? { findings, asked } : undefined;
}

function hold(answers: readonly Answer[]): boolean {
  return answers.every(({ stale }) => !stale);
}
