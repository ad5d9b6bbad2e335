import { asScalar, get } from '../../yaml/navigate';
import { plainText } from '../../yaml/write';
import type { Label } from '../model';
import { labelledIn } from '../relations/binding';
import type { Requirement } from '../selectors/selector';
import { type AskedIn, byText, type Name, shapeOf } from './names';

/**
 * Labels that exist, where they are asked for; on a pod template those that its selector asks for.
 * @param written keys that stand there already
 */
export function labels(asked: AskedIn, written: ReadonlySet<string>): readonly Name[] {
  const { shape, path } = asked;
  const above = shapeOf(path.slice(0, -1));
  if (isLabels(above, asked)) return distinct(values(known(above, asked), String(path.at(-1))));
  if (isLabels(shape, asked)) return distinct(entries(known(shape, asked), written, asked));
  const inExpression = /^(.*)\.matchExpressions\[\]\.(key|values\[\])$/.exec(shape);
  if (!inExpression) return [];
  const found = known(`${inExpression[1]}.matchLabels`, asked);
  if (inExpression[2] === 'key')
    return distinct(found.map(({ name, keySpan }) => ({ text: name, at: keySpan })));
  const { root } = asked;
  const key = asScalar(get(root, ...path.slice(0, -2), 'key'))?.text;
  return distinct(key === undefined ? [] : values(found, key));
}

/** A map of labels: to choose by, or to be chosen by. */
function isLabels(shape: string, { object }: AskedIn): boolean {
  const kind = `${object.group}/${object.kind.value}`;
  if (shape === 'spec.selector' && /^\/(?:Service|ReplicationController)$/.test(kind)) return true;
  return (
    /(?:^|\.)(?:selector|podSelector|namespaceSelector|labelSelector)\.matchLabels$/.test(shape) ||
    isTemplate(shape, kind)
  );
}

/** The labels of pods-to-be. */
function isTemplate(shape: string, kind: string): boolean {
  return (
    /(?:^|\.)template\.metadata\.labels$/.test(shape) || (kind === '/Pod' && shape === 'metadata.labels')
  );
}

/** The labels that make sense in a map. */
function known(shape: string, asked: AskedIn): readonly KnownLabel[] {
  const { object, facts } = asked;
  const kind = `${object.group}/${object.kind.value}`;
  const at = object.namespace === undefined ? {} : { namespace: object.namespace };
  if (isTemplate(shape, kind)) return wanted(asked);
  if (/namespaceSelector\.matchLabels$/.test(shape))
    return facts
      .find('object')
      .filter(({ value }) => value.kind === 'Namespace' && value.group === '')
      .flatMap(({ value }) => [...usable(value.labels), named(value.name)]);
  if (kind === 'monitoring.coreos.com/ServiceMonitor')
    return labelledIn('services', undefined, facts).flatMap((one) => usable(one.labels));
  if (/^\/PersistentVolumeClaim$/.test(kind)) return [];
  const own = shape.endsWith('spec.selector.matchLabels') && object.workload?.template?.labels;
  if (own && own.length > 0) return usable(own);
  return facts.find('workload', at).flatMap(({ value }) => usable(value.labels));
}

/** What selectors ask of these pods: their own workload's, else those of the namespace's Services. */
function wanted({ object, facts }: AskedIn): readonly KnownLabel[] {
  const own = object.workload?.selector?.requirements ?? [];
  const at = object.namespace === undefined ? {} : { namespace: object.namespace };
  const asking =
    own.length > 0
      ? own
      : facts.find('service', at).flatMap(({ value }) => value.selector?.requirements ?? []);
  return asking.flatMap(({ key, keySpan, values, unknown }: Requirement) =>
    values.length === 1 && !unknown ? [{ name: key, value: values[0]!, keySpan, valueSpan: keySpan }] : [],
  );
}

type KnownLabel = Pick<Label, 'name' | 'value' | 'keySpan' | 'valueSpan'>;

function usable(labels: readonly Label[]): readonly KnownLabel[] {
  return labels.filter(({ isString, unknown, value }) => isString && !unknown && value !== '');
}

/** Every namespace has its name as a label. */
function named({ text, span }: { readonly text: string; readonly span: Label['keySpan'] }): KnownLabel {
  return { name: 'kubernetes.io/metadata.name', value: text, keySpan: span, valueSpan: span };
}

function values(found: readonly KnownLabel[], key: string): readonly Name[] {
  return found
    .filter(({ name }) => name === key)
    .map(({ value, valueSpan }) => ({ text: value, at: valueSpan }));
}

/** Whole entries; of a key that has its colon already, the key alone. */
function entries(
  found: readonly KnownLabel[],
  written: ReadonlySet<string>,
  { place }: AskedIn,
): readonly Name[] {
  const isKey = place.role === 'key' && place.pair?.colon !== undefined;
  return found
    .filter(({ name }) => !written.has(name))
    .map(({ name, value, keySpan }) => ({
      text: isKey ? name : `${name}: ${plainText(value)}`,
      at: keySpan,
      ...(!isKey && { isEntry: true as const }),
    }));
}

function distinct(found: readonly Name[]): readonly Name[] {
  return found.toSorted(byText);
}
