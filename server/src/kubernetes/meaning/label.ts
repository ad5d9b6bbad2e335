import type { Fact, WorkspaceFacts } from '../../core/facts';
import type { Meaning } from '../../core/meaning';
import type { Word } from '../../yaml/word';
import type { KubernetesFacts } from '../facts';
import type { Label } from '../model';
import { type Labelled, labelledIn, selectorsOf } from '../relations/binding';
import type { Requirement } from '../selectors/selector';
import { meaningOf } from './words';

type Facts = WorkspaceFacts<KubernetesFacts>;
type SelectorFact = Fact<KubernetesFacts, 'selector'>;

/** A label somewhere, or a requirement of a selector: by its key, or by one value of it. */
export interface Asked {
  readonly key: string;
  /** Missing where the key itself is asked about. */
  readonly value: string | undefined;
}

/**
 * What a label stands for: all that has it and all selectors that ask for it, as far as they are bound to each other.
 * Two apps that share `tier: front` and are never selected together do not become one.
 */
export function labelMeaning(
  at: Word,
  asked: Asked,
  from: { readonly labelled: Labelled } | { readonly selector: SelectorFact },
  facts: Facts,
): Meaning {
  const of = 'labelled' in from ? from.labelled.of : from.selector.value.of;
  const namespace = 'labelled' in from ? from.labelled.fact.namespace : from.selector.namespace;
  const all = labelledIn(of, namespace, facts).flatMap((one) => {
    const labels = one.labels.filter((label) => isAsked(label, asked));
    const asking = labels.length > 0 ? selectorsOf(one, facts) : [];
    const selectors = asking.filter(({ value }) => requirementsOf(value, asked).length > 0);
    return [{ one, labels, selectors }];
  });
  const group = new Set(all.filter(({ one }) => 'labelled' in from && isSame(one, from.labelled)));
  const selectors = new Set('selector' in from ? [from.selector] : []);
  for (let before = -1; before !== group.size + selectors.size; ) {
    before = group.size + selectors.size;
    for (const one of all)
      if (one.labels.length > 0 && one.selectors.some((selector) => selectors.has(selector))) group.add(one);
    for (const { selectors: own } of group) for (const selector of own) selectors.add(selector);
  }
  const wordOf = (label: Label) => (asked.value === undefined ? label.keyWord : label.valueWord);
  const words = {
    definitions: [...group].flatMap(({ labels }) => labels.map(wordOf)),
    uses: [...selectors].flatMap(({ value }) =>
      requirementsOf(value, asked).flatMap((requirement) => wordsOf(requirement, asked)),
    ),
  };
  return meaningOf(at, words, asked.value === undefined ? 'label-key' : 'label-value', (next) => {
    const other = all.find((one) => !group.has(one) && hasLabel(one.one, renamed(asked, next)));
    if (!other || asked.value === undefined) return undefined;
    return { text: TAKEN, values: { label: `${asked.key}: ${next}`, place: other.one.fact.span } };
  });
}

function isSame(a: Labelled, b: Labelled): boolean {
  return a.fact.span.part === b.fact.span.part && a.fact.span.start === b.fact.span.start;
}

function isAsked({ name, value, unknown }: Label, asked: Asked): boolean {
  return name === asked.key && !unknown && (asked.value === undefined || value === asked.value);
}

function requirementsOf({ selector }: SelectorFact['value'], { key, value }: Asked): readonly Requirement[] {
  return selector.requirements.filter(
    (one) => one.key === key && !one.unknown && (value === undefined || one.values.includes(value)),
  );
}

function wordsOf({ keyWord, words }: Requirement, { value }: Asked): readonly Word[] {
  return value === undefined ? [keyWord] : words.filter(({ text }) => text === value);
}

function hasLabel({ labels }: Labelled, { key, value }: Asked): boolean {
  return labels.some((label) => label.name === key && label.value === value);
}

function renamed({ key }: Asked, value: string): Asked {
  return { key, value };
}

/** It would put two apps behind the same selectors. */
const TAKEN = {
  ko: 'label `{label}`{label|이} 이미 다른 workload에 있다({place}). 이름을 바꾸면 selector가 둘 다 고르게 된다.',
  en: 'Another workload has the label `{label}` already ({place}); selectors would select both.',
};
