import type { Span } from '../../core/span';
import type { Values } from '../../core/text';
import { asMap, asScalar, entriesOf, entry, get, isAbsent, itemsOf, resolve } from '../../yaml/navigate';
import type { YamlMap } from '../../yaml/node';
import { has, type Place } from '../../yaml/schema/places';
import { meantField } from '../../yaml/schema/suggest';
import { type Choice, choicesOf } from '../facts/field-choices';
import { type Condition, conditionsOf } from '../facts/field-conditions';
import { neededKeys, requiredFields, SECRET_KEYS } from '../facts/required-fields';
import { holds, says } from '../schema/conditions';
import { isCustom } from '../schema/schema';
import { anchorOf, placeName, type Typed } from './typed';

/** Something an object cannot do without, and does not have. */
export interface Missing {
  readonly span: Span;
  readonly message: 'field' | 'empty' | 'choice' | 'condition' | 'beside' | 'key' | 'ports' | 'restart';
  readonly values: Values;
  /** Where it belongs; the type of that, or the field that holds the map. */
  readonly holder: YamlMap;
  readonly of: string;
  /** What it is called; of several one would do. */
  readonly fields: readonly string[];
}

/** @param isPlaced a kustomization says which namespace its objects are in */
export function* missingIn(typed: Typed, isPlaced: boolean): Generator<Missing> {
  const { type, path } = typed.place;
  if (path.length === 0) yield* missingName(typed);
  for (const field of requiredFields(type.name)) {
    const one = missing(typed, field);
    if (one) yield one;
  }
  if (isCustom(type)) yield* missingCustom(typed);
  for (const choice of choicesOf(typed.place)) if (choice.needed) yield* missingChoice(typed, choice);
  // A kustomization that gives its objects a namespace gives it to the accounts it binds, too.
  if (!isPlaced || type.name !== 'rbac.v1.Subject')
    for (const condition of conditionsOf(type.name))
      if (condition.needs) yield* missingWith(typed, condition);
  yield* missingKeys(typed);
  for (const [by, field] of TOGETHER.get(type.name) ?? []) yield* missingBeside(typed, by, field);
  const ofType = OF_TYPE[type.name];
  if (ofType) yield* ofType(typed);
  // The one autoscaler target without a group would be a ReplicationController, and that is refused, too.
  const isTarget = typed.place.field === 'scaleTargetRef' && !entry(typed.place.map, 'apiVersion');
  const group = isTarget && missing(typed, 'apiVersion');
  if (group) yield group;
}

function inPlace({ place }: Typed, ...fields: string[]): Pick<Missing, 'holder' | 'of' | 'fields'> {
  return { holder: place.map, of: place.type.name, fields };
}

/** Nothing where it has something in it. */
function missing(typed: Typed, field: string): Missing | undefined {
  const { place } = typed;
  const written = entry(place.map, field);
  const value = resolve(written?.value);
  const isEmptyList = value?.type === 'seq' && value.items.length === 0;
  const isEmptyText = value?.type === 'scalar' && value.value === '' && !value.templated;
  const isEmpty = isEmptyList || isEmptyText;
  if (!isEmpty && (has(place, field) || isMisspelt(place, field))) return undefined;
  const span = written?.key.span ?? anchorOf(typed);
  const values = { field, place: placeName(typed) };
  return { span, message: isEmpty ? 'empty' : 'field', values, ...inPlace(typed, field) };
}

/** A key nobody knows is told as such; it is the field, under another name. */
function isMisspelt({ map, type }: Place, field: string): boolean {
  return map.entries.some(({ name }) => !type.fields.has(name) && meantField(name, type, map) === field);
}

/** What a CustomResourceDefinition calls required; there an empty text or list is as good as any. */
function* missingCustom(typed: Typed): Generator<Missing> {
  const { map, type, path } = typed.place;
  // Every object has to have a name; that is told already.
  for (const { name, required } of type.fields.values())
    if (
      required &&
      !entry(map, name) &&
      !(path.length === 0 && name === 'metadata') &&
      !isMisspelt(typed.place, name)
    ) {
      const values = { field: name, place: placeName(typed) };
      yield { span: anchorOf(typed), message: 'field', values, ...inPlace(typed, name) };
    }
}

/** Kinds that ask a question, or act on another object, are no objects of their own; a LimitRange gets a name. */
const NAMELESS = /Review$|^Binding$|^Eviction$|List$|^LimitRange$/;

function* missingName(typed: Typed): Generator<Missing> {
  const { place, object } = typed;
  if (NAMELESS.test(object.kind.value)) return;
  if (object.name?.value || object.generateName?.value) return;
  if (object.name?.node.templated || object.generateName?.node.templated || object.metadata?.templated)
    return;
  const metadata = entry(place.map, 'metadata');
  const span = entry(object.metadata, 'name')?.key.span ?? metadata?.key.span ?? anchorOf(typed);
  const values = { field: 'metadata.name', place: object.kind.value };
  const inMetadata = object.metadata && {
    holder: object.metadata,
    of: 'meta.v1.ObjectMeta',
    fields: ['name'],
  };
  yield { span, message: 'field', values, ...(inMetadata ?? inPlace(typed, 'metadata')) };
}

function* missingChoice(typed: Typed, { fields }: Choice): Generator<Missing> {
  const known = fields.filter((field) => typed.place.type.fields.has(field));
  if (known.some((field) => says(typed.place, field))) return;
  // A field that is not known is told as such; the author meant it to be one of these.
  if (typed.place.map.entries.some(({ name }) => !typed.place.type.fields.has(name))) return;
  const shown = known.length > 6 ? [...known.slice(0, 6), '…'] : known;
  const names = shown.map((field) => (field === '…' ? field : `\`${field}\``));
  const values = { place: placeName(typed), fields: names };
  yield { span: anchorOf(typed), message: 'choice', values, ...inPlace(typed, ...known) };
}

function* missingWith(typed: Typed, condition: Condition): Generator<Missing> {
  const value = holds(condition, typed.place);
  for (const field of value === undefined ? [] : (condition.needs ?? [])) {
    if (says(typed.place, field) || (condition.orEmpty && has(typed.place, field))) continue;
    const span = entry(typed.place.map, field)?.key.span ?? entry(typed.place.map, condition.field)?.key.span;
    const message = span ? 'condition' : 'field';
    const values = { by: condition.field, value: value!, field, place: placeName(typed) };
    yield { span: span ?? anchorOf(typed), message, values, ...inPlace(typed, field) };
  }
}

function* missingKeys(typed: Typed): Generator<Missing> {
  const { place } = typed;
  for (const { field, pair } of place.entries) {
    const keys = neededKeys(field.id);
    const map = keys && asMap(pair.value);
    for (const needed of map && !map.templated ? keys : [])
      if (isAbsent(get(map, needed)))
        yield {
          span: pair.key.span,
          message: 'key',
          values: { field: needed, place: `${placeName(typed)}.${field.name}` },
          holder: map!,
          of: field.id,
          fields: [needed],
        };
  }
}

function* missingSecretKeys(typed: Typed): Generator<Missing> {
  const { place } = typed;
  const keys = [...entriesOf(get(place.map, 'data')), ...entriesOf(get(place.map, 'stringData'))];
  const type = entry(place.map, 'type');
  for (const needed of SECRET_KEYS[asScalar(type?.value)?.text ?? ''] ?? []) {
    const values = { field: needed.split('|')[0]!, place: `${placeName(typed)}.data` };
    if (type && !needed.split('|').some((one) => keys.some(({ name }) => name === one)))
      yield { span: type.key.span, message: 'key', values, ...inPlace(typed) };
  }
}

function* missingPortName(typed: Typed): Generator<Missing> {
  const { map, inside } = typed.place;
  if (inside && itemsOf(get(inside.map, 'ports')).length > 1 && !asScalar(get(map, 'name'))?.text)
    yield { span: anchorOf(typed), message: 'ports', values: {}, ...inPlace(typed, 'name') };
}

function* missingBeside(typed: Typed, by: string, field: string): Generator<Missing> {
  const { place } = typed;
  if (!says(place, by) || says(place, field)) return;
  const { span } = entry(place.map, by)!.key;
  yield { span, message: 'beside', values: { by, field }, ...inPlace(typed, field) };
}

/** With neither `completions` nor `parallelism` an Indexed Job runs one pod, once. */
function* missingCompletions(typed: Typed): Generator<Missing> {
  const { place } = typed;
  if (asScalar(get(place.map, 'completionMode'))?.text !== 'Indexed') return;
  if (!has(place, 'parallelism') || has(place, 'completions')) return;
  const { span } = entry(place.map, 'completionMode')!.key;
  const values = { by: 'completionMode', value: 'Indexed', field: 'completions' };
  yield { span, message: 'condition', values, ...inPlace(typed, 'completions') };
}

function* missingNameservers(typed: Typed): Generator<Missing> {
  const { place } = typed;
  const policy = asScalar(get(place.inside?.map, 'dnsPolicy'));
  if (policy?.text !== 'None' || says(place, 'nameservers')) return;
  const values = { by: 'dnsPolicy', value: 'None', field: 'nameservers' };
  yield { span: anchorOf(typed), message: 'condition', values, ...inPlace(typed, 'nameservers') };
}

function* missingRestartPolicy(typed: Typed): Generator<Missing> {
  const isOfJob = typed.place.inside?.inside?.type.name === 'batch.v1.JobSpec';
  if (isOfJob && !has(typed.place, 'restartPolicy'))
    yield { span: anchorOf(typed), message: 'restart', values: {}, ...inPlace(typed, 'restartPolicy') };
}

/** A ReplicationController without a selector goes by the labels of its template: there must be one or the other. */
function* missingSelector(typed: Typed): Generator<Missing> {
  const { place } = typed;
  if (!asMap(get(place.map, 'template'))) return;
  const labels = get(place.map, 'template', 'metadata', 'labels');
  const maps = [asMap(get(place.map, 'selector')), asMap(labels)];
  if (maps.some((map) => map && (map.templated || map.entries.length > 0))) return;
  const values = { field: 'selector', place: placeName(typed) };
  yield { span: anchorOf(typed), message: 'field', values, ...inPlace(typed, 'selector') };
}

/** What no table says, by the type it is said of. */
const OF_TYPE: Readonly<Record<string, (typed: Typed) => Generator<Missing>>> = {
  'core.v1.Secret': missingSecretKeys,
  'core.v1.ServicePort': missingPortName,
  'batch.v1.JobSpec': missingCompletions,
  'core.v1.PodDNSConfig': missingNameservers,
  'core.v1.ReplicationControllerSpec': missingSelector,
  'core.v1.PodSpec': missingRestartPolicy,
};

/** The second field must stand beside the first. */
const TOGETHER: ReadonlyMap<string, readonly (readonly [by: string, field: string])[]> = new Map([
  ['rbac.v1.PolicyRule', [['resources', 'apiGroups']]],
  ['core.v1.PersistentVolumeSpec', [['local', 'nodeAffinity']]],
  ['core.v1.FCVolumeSource', [['targetWWNs', 'lun']]],
  ['core.v1.TopologySpreadConstraint', [['matchLabelKeys', 'labelSelector']]],
  [
    'core.v1.PodAffinityTerm',
    [
      ['matchLabelKeys', 'labelSelector'],
      ['mismatchLabelKeys', 'labelSelector'],
    ],
  ],
  ['networking.v1.NetworkPolicyPort', [['endPort', 'port']]],
  ['batch.v1.JobSpec', [['maxFailedIndexes', 'backoffLimitPerIndex']]],
]);
