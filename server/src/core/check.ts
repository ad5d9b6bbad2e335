import type { ActiveRule } from './config';
import type { AnyFacts, AnyRule, AnyStore } from './language';
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
  revision: number;
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
  around: Surroundings,
  before: Checked | undefined,
  onFault: (rule: AnyRule, error: unknown) => void,
): Checked {
  const same = before?.unit === unit ? before : undefined;
  const { revision } = around.store;
  if (same?.rules === rules && same.revision === revision) return same;
  if (same?.rules !== rules || !hold(same.asked)) return checkAnew(unit, rules, around, same, onFault);
  same.revision = revision;
  return same;
}

/** A function of its own: what it needs room for, nothing else pays for. Mostly nothing has changed. */
function checkAnew(
  unit: unknown,
  rules: readonly ActiveRule[],
  { store, names, path }: Surroundings,
  same: Checked | undefined,
  onFault: (rule: AnyRule, error: unknown) => void,
): Checked {
  const earlier = new Map(same?.rules.map((active, i) => [active.rule, { active, result: same.results[i] }]));
  const facts = new Recorder(store);
  const silent = new Map<readonly Answer[], Result>();
  const results = rules.map((active) => {
    const old = earlier.get(active.rule);
    if (old && old.active.key === active.key && (!old.result || hold(old.result.asked))) return old.result;
    const findings = run(unit, active, { facts, names, path }, onFault);
    const asked = facts.take();
    if (findings.length > 0) return { findings, asked };
    if (asked.length === 0) return undefined;
    // Of most rules there is no more to keep than of their neighbours.
    const known = silent.get(asked) ?? { findings, asked };
    silent.set(asked, known);
    return known;
  });
  const found: Found[] = [];
  const asked = new Set<Answer>();
  results.forEach((result, i) => {
    if (!result) return;
    for (const finding of result.findings) found.push({ rule: rules[i]!.rule, finding });
    for (const answer of result.asked) asked.add(answer);
  });
  return { unit, rules, results, found, asked: [...asked], revision: store.revision };
}

function run(
  unit: unknown,
  { rule, options, kubernetesVersion }: ActiveRule,
  { facts, names, path }: Pick<Surroundings, 'names' | 'path'> & { readonly facts: AnyFacts },
  onFault: (rule: AnyRule, error: unknown) => void,
): readonly Finding[] {
  try {
    return [...rule.check(unit, { options, kubernetesVersion, facts, names, path })];
  } catch (error) {
    onFault(rule, error);
    return [];
  }
}

function hold(answers: readonly Answer[]): boolean {
  return answers.every(({ stale }) => !stale);
}
