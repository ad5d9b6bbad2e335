import type { WorkspaceFacts } from '../../core/facts';
import type { Fix } from '../../core/rule';
import type { Edit } from '../../core/span';
import type { Text } from '../../core/text';
import { plainText } from '../../yaml/write';
import type { KubernetesFacts } from '../facts';
import type { Label } from '../model';
import type { Miss } from '../selectors/selector';
import type { Candidate, NearMiss } from './near-miss';

/** Ways to make a selector and the labels it misses agree. */
type Facts = WorkspaceFacts<KubernetesFacts>;

/** The selector asks for the labels that are there. */
export function followLabels({ misses }: NearMiss): Fix | undefined {
  const edits = misses.map(followed);
  return edits.every((edit) => edit !== undefined)
    ? { title: TITLES.follow, kind: 'choice', edits }
    : undefined;
}

function followed({ requirement, found, how }: Miss<Label>): Edit | undefined {
  const { from, keySpan, valueSpan } = requirement;
  if (!found || how === 'forbidden') return undefined;
  const value = plainText(found.value);
  if (from === 'expressions')
    return how === 'other-value' ? { span: valueSpan, text: `[${value}]` } : undefined;
  return { span: { ...keySpan, end: valueSpan.end }, text: `${found.name}: ${value}` };
}

/** The labels become what the selector asks for, where no other selector knows them as they are. */
export function changeLabels({ candidate, misses }: NearMiss, facts: Facts): Fix | undefined {
  const edits = misses.map(({ requirement, found, how }): Edit | undefined => {
    const [wanted, ...more] = requirement.values;
    if (!found || how === 'forbidden' || wanted === undefined || more.length > 0) return undefined;
    if (isAskedFor(found, candidate, facts)) return undefined;
    const span = { ...found.keySpan, end: found.valueSpan.end };
    return { span, text: `${requirement.key}: ${plainText(wanted)}` };
  });
  if (edits.some((edit) => edit === undefined)) return undefined;
  const values = { object: `${candidate.kind} ${candidate.name ?? '?'}` };
  return { title: TITLES.change, values, kind: 'choice', edits: edits as Edit[] };
}

function isAskedFor({ name, value }: Label, { namespace }: Candidate, facts: Facts): boolean {
  const asks = facts.find('selector', namespace === undefined ? {} : { namespace });
  return asks.some(({ value: { selector } }) =>
    selector.requirements.some(({ key, values }) => key === name && values.includes(value)),
  );
}

const TITLES = {
  follow: { ko: 'selector를 여기 있는 label에 맞추기', en: 'Ask for the labels that are there' },
  change: { ko: '{object}의 label을 selector에 맞추기', en: 'Give {object} the labels that are asked for' },
} satisfies Record<string, Text>;
