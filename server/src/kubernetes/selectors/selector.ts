import { closest } from '../../core/closest';
import type { Span } from '../../core/span';
import type { Word } from '../../yaml/word';

/**
 * A label selector as plain data, so that it can travel as a fact. Both written forms give the same shape: the
 * map of a Service or ReplicationController, and `matchLabels` with `matchExpressions`. All requirements are
 * ANDed. An absent selector is `undefined`, not a `Selector`: it selects nothing unless its owner says otherwise.
 *
 * Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 */
export interface Selector {
  /** The selector's map. */
  readonly span: Span;
  readonly requirements: readonly Requirement[];
  /** What it selects without any requirement: a label selector everything, a Service's map nothing. */
  readonly empty: 'everything' | 'nothing';
  readonly faults: readonly SelectorFault[];
}

/** One condition a label selector sets. */
export interface Requirement {
  readonly key: string;
  readonly operator: Operator;
  readonly values: readonly string[];
  /** A pair of `matchLabels` or of a plain selector, or an item of `matchExpressions`. */
  readonly from: 'labels' | 'expressions';
  readonly keySpan: Span;
  readonly keyWord: Word;
  /** Of each of the values. */
  readonly words: readonly Word[];
  /** The value or the list of values; the key where there is none. */
  readonly valueSpan: Span;
  /** A template writes a part of it: it can be neither met nor missed. */
  readonly unknown: boolean;
}

export type Operator = 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';

/** What the API server rejects in a selector; it then selects nothing. */
export interface SelectorFault {
  readonly code: /** Neither In, NotIn, Exists nor DoesNotExist. */
    | 'operator'
    /** In and NotIn need at least one value. */
    | 'values-missing'
    /** Exists and DoesNotExist take none. */
    | 'values-forbidden'
    | 'key-missing';
  readonly span: Span;
}

/** A label as far as selecting is concerned. */
export interface LabelLike {
  readonly name: string;
  readonly value: string;
  readonly unknown?: boolean;
}

export type Verdict = 'match' | 'miss' | 'unknown';

/** Whether labels are selected; `unknown` where a template decides it. */
export function judge(selector: Selector, labels: readonly LabelLike[]): Verdict {
  if (selector.faults.length > 0) return 'unknown';
  if (selector.requirements.length === 0) return selector.empty === 'everything' ? 'match' : 'miss';
  let verdict: Verdict = 'match';
  for (const requirement of selector.requirements) {
    const one = meets(requirement, labels);
    if (one === 'miss') return 'miss';
    if (one === 'unknown') verdict = 'unknown';
  }
  return verdict;
}

export function matches(selector: Selector, labels: readonly LabelLike[]): boolean {
  return judge(selector, labels) === 'match';
}

/** The same text for selectors that ask for the same, in whatever order. */
export function saidBy({ requirements }: Selector): string {
  return requirements
    .map(({ key, operator, values }) => JSON.stringify([key, operator, [...values].sort()]))
    .sort()
    .join(' ');
}

/** `app=web, tier in (front, api), !canary`, as kubectl takes it. */
export function inWords({ requirements }: Selector): string {
  return requirements.map(conditionOf).join(', ');
}

function conditionOf({ key, operator, values, from }: Requirement): string {
  if (from === 'labels') return `${key}=${values[0] ?? ''}`;
  switch (operator) {
    case 'In':
      return `${key} in (${values.join(', ')})`;
    case 'NotIn':
      return `${key} notin (${values.join(', ')})`;
    case 'Exists':
      return key;
    case 'DoesNotExist':
      return `!${key}`;
  }
}

/** Why a requirement is not met, with the label to point at where there is one. */
export interface Miss<L extends LabelLike = LabelLike> {
  readonly requirement: Requirement;
  readonly how: /** No label has the key; `found` is one with its value or nearly its key, if any. */
    | 'missing-key'
    /** The key is there with another value; in `found`. */
    | 'other-value'
    /** NotIn or DoesNotExist forbids the label in `found`. */
    | 'forbidden';
  readonly found: L | undefined;
}

/** Every requirement that labels fail, and how; empty when they are selected, or when it cannot be told. */
export function explainMiss<L extends LabelLike>(selector: Selector, labels: readonly L[]): Miss<L>[] {
  return selector.requirements.flatMap((requirement): Miss<L>[] => {
    if (meets(requirement, labels) !== 'miss') return [];
    const found = labels.find(({ name }) => name === requirement.key);
    if (requirement.operator === 'NotIn' || requirement.operator === 'DoesNotExist')
      return [{ requirement, how: 'forbidden', found }];
    if (found) return [{ requirement, how: 'other-value', found }];
    return [{ requirement, how: 'missing-key', found: otherKey(requirement, selector, labels) }];
  });
}

/** NotIn and DoesNotExist also hold where the key is absent. */
function meets({ key, operator, values, unknown }: Requirement, labels: readonly LabelLike[]): Verdict {
  const found = labels.find(({ name }) => name === key);
  if (unknown) return 'unknown';
  switch (operator) {
    case 'Exists':
      return found ? 'match' : 'miss';
    case 'DoesNotExist':
      return found ? 'miss' : 'match';
    case 'In':
      if (found?.unknown) return 'unknown';
      return found && values.includes(found.value) ? 'match' : 'miss';
    case 'NotIn':
      if (found?.unknown) return 'unknown';
      return found && values.includes(found.value) ? 'miss' : 'match';
  }
}

/** A label that no other requirement asks for: with the wanted value, or with a key one slip away. */
function otherKey<L extends LabelLike>(
  { key, values }: Requirement,
  { requirements }: Selector,
  labels: readonly L[],
): L | undefined {
  const free = labels.filter(({ name }) => !requirements.some((other) => other.key === name));
  const sameValue = free.find(({ value }) => values.includes(value));
  if (sameValue) return sameValue;
  const name = closest(
    key,
    free.map((label) => label.name),
  );
  return free.find((label) => label.name === name);
}
