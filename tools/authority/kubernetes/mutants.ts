import { applyEdits } from '../../../server/src/core/edit';
import type { Edit } from '../../../server/src/core/span';
import type { KubernetesObject, Written } from '../../../server/src/kubernetes/model';
import { readManifests } from '../../../server/src/kubernetes/read';
import type { Schema } from '../../../server/src/kubernetes/schema/schema';
import { addEntry, addItem, removeEntry, replaceText, replaceValue } from '../../../server/src/yaml/edit';
import { resolve } from '../../../server/src/yaml/navigate';
import type { YamlDocument, YamlNode, YamlScalar } from '../../../server/src/yaml/node';
import { type Entry, type Place, placesIn } from '../../../server/src/yaml/schema/places';
import { contents, type Field } from '../../../server/src/yaml/schema/types';

/** A sound manifest with one thing changed. */
export interface Mutant {
  /** The kind of fault. */
  readonly fault: string;
  /** Where: `core.v1.Container.name`. */
  readonly at: string;
  readonly change: string;
  /** `Pod web` */
  readonly object: string;
  readonly text: string;
}

/** Everything the table below can do to a manifest, one at a time. */
export function* mutantsOf(schema: Schema, text: string, values: Values): Generator<Mutant> {
  const file = { uri: 'file:///sample.yaml' };
  for (const {
    unit: { sort, document, objects },
  } of readManifests(text, file).parts) {
    if (sort !== 'object') continue;
    for (const object of objects) {
      const kind = schema.kind(object.group, object.version, object.kind.value);
      if (!kind) continue;
      const places = [...placesIn(schema, object.root, kind.type)];
      const inside = places.flatMap((place) => [...changes(document, place, values)]);
      for (const { edit, ...mutant } of [...inside, ...wholeChanges(object)])
        yield {
          ...mutant,
          object: `${object.kind.value} ${object.name?.value}`,
          text: applyEdits(text, [{ ...edit.span, text: edit.text }]),
        };
    }
  }
}

type Change = Omit<Mutant, 'text' | 'object'> & { readonly edit: Edit };

/** What stands in the samples at each field, as YAML in one line: `core.v1.Container.ports`. */
export type Values = ReadonlyMap<string, string>;

export function valuesOf(schema: Schema, texts: readonly string[]): Values {
  const values = new Map<string, string>();
  for (const text of texts)
    for (const {
      unit: { objects },
    } of readManifests(text, { uri: 'file:///sample.yaml' }).parts)
      for (const { group, version, kind, root } of objects)
        for (const place of placesIn(schema, root, schema.kind(group, version, kind.value)?.type ?? ''))
          for (const { field, pair } of place.entries) {
            const name = `${place.type.name}.${field.name}`;
            if (!values.has(name)) values.set(name, JSON.stringify(plain(pair.value)));
          }
  return values;
}

function plain(node: YamlNode): unknown {
  const at = resolve(node);
  if (at?.type === 'map')
    return Object.fromEntries(at.entries.map(({ name, value }) => [name, plain(value)]));
  return at?.type === 'seq' ? at.items.map(plain) : at?.value;
}

const typo = (word: string) => `${word.slice(0, -2)}${word.at(-1)}${word.at(-2)}`;

/** What can be wrong with an object before anybody looks inside. */
function wholeChanges({ apiVersion, kind }: KubernetesObject): Change[] {
  const at = kind.value;
  const kinds = [kind.value.toLowerCase(), typo(kind.value), `${kind.value}s`];
  const versions = [
    typo(apiVersion.value),
    apiVersion.value.replace(/v\d$/, 'v1beta1'),
    'v1',
    'extensions/v1beta1',
  ];
  const other =
    (fault: string, { node, value }: Written<string>) =>
    (text: string) =>
      text === value ? [] : [{ fault, at, change: text, edit: { span: node.span, text } }];
  return [...kinds.flatMap(other('kind', kind)), ...versions.flatMap(other('apiVersion', apiVersion))];
}

function* changes(document: YamlDocument, place: Place, values: Values): Generator<Change> {
  for (const entry of place.entries) {
    const at = `${place.type.name}.${entry.field.name}`;
    if (/\.(?:apiVersion|kind)$/.test(at) && place.path.length === 0) continue;
    yield { fault: 'missing', at, change: 'removed', edit: removeEntry(document, entry.pair) };
    for (const name of [typo(entry.field.name), entry.field.name.toUpperCase()])
      yield { fault: 'key misspelt', at, change: name, edit: { span: entry.pair.key.span, text: name } };
    yield* valueChanges(document, entry, at);
  }
  const written = new Set(place.map.entries.map(({ name }) => name));
  for (const field of place.type.fields.values()) {
    const value = values.get(`${place.type.name}.${field.name}`);
    if (written.has(field.name) || value === undefined || field.name === 'status') continue;
    const edit = addEntry(document, place.map, field.name, value);
    yield { fault: 'added', at: `${place.type.name}.${field.name}`, change: value, edit };
  }
}

function* valueChanges(document: YamlDocument, { field, pair }: Entry, at: string): Generator<Change> {
  const node = resolve(pair.value);
  const held = contents(field.type);
  if (node?.type === 'seq' && node.items.length > 0) {
    yield { fault: 'empty', at, change: '[]', edit: { span: node.span, text: '[]' } };
    const item = JSON.stringify(plain(node.items[0]!));
    yield { fault: 'twice', at, change: item, edit: addItem(document, node, item) };
    const first = resolve(node.items[0]);
    if (first?.type === 'scalar') yield* scalarChanges(first, held.type, field, `${at}[]`);
  } else if (node?.type === 'map' && node.pairs.length > 0) {
    yield { fault: 'empty', at, change: '{}', edit: { span: node.span, text: '{}' } };
    if (held.of !== 'map') return;
    const [first] = node.pairs;
    if (first?.key.type === 'scalar')
      for (const name of ['', 'a b', '-a', 'a/b/c', 'x'.repeat(300), 'ä'])
        yield { fault: 'key', at, change: show(name), edit: replaceText(first.key, quoted(name)) };
    const value = resolve(first?.value);
    if (value?.type === 'scalar') yield* scalarChanges(value, held.type, field, `${at}{}`);
  } else if (node?.type === 'scalar') yield* scalarChanges(node, held.type, field, at);
}

function* scalarChanges(node: YamlScalar, type: string, field: Field, at: string): Generator<Change> {
  const { text } = node;
  for (const [fault, texts] of Object.entries(otherValues(text, type, field)))
    for (const value of new Set(texts))
      if (value !== text) yield { fault, at, change: show(value), edit: replaceValue(node, value) };
}

/** YAML texts to try in the place of a value, by kind of fault. */
function otherValues(text: string, type: string, field: Field): Record<string, readonly string[]> {
  const words = {
    type: type === 'string' ? ['1', 'true', '[]'] : ['"abc"', '{}'],
    enum: field.values ? ['Bogus', text.toLowerCase(), text.slice(0, -1), `${text} `].map(quoted) : [],
    empty: ['""'],
  };
  switch (type) {
    case 'int32':
    case 'int64':
      return { ...words, number: ['-1', '0', '1', '101', '4000', '65536', '2000000000', '1.5'] };
    case 'int-or-string':
      return {
        ...words,
        number: ['-1', '0', '65536'],
        percent: ['"50"', '-5%', '150%', '0%', 'abc', 'A_B', '"1.5%"', '100%'],
      };
    case 'quantity':
      return { ...words, quantity: ['-1', '0', '1GB', '1.5', '10000000000', '1gi'] };
    case 'string':
      return { ...words, text: TEXTS.map(quoted).concat(words.enum) };
    default:
      return words;
  }
}

const TEXTS = [
  'Upper-Case',
  'under_score',
  '-dash',
  'a.b',
  'a/b',
  'a b',
  '/abs',
  '../up',
  '.',
  '1',
  '1a',
  'ä',
  'x'.repeat(16),
  'x'.repeat(64),
  'x'.repeat(254),
  '300.1.1.1',
  '010.0.0.1',
  '10.0.0.1',
  '::1',
  '127.0.0.1',
  '* * * *',
  'None',
  'a:b',
];

function quoted(text: string): string {
  return JSON.stringify(text);
}

function show(text: string): string {
  return text.length > 40 ? `${text.slice(0, 8)}…×${text.length}` : text;
}

/** As many as asked for, the same ones every time: from every kind of fault and every field before one comes again. */
export function sampled(all: readonly Mutant[], count: number): readonly Mutant[] {
  const groups = new Map<string, Mutant[]>();
  for (const mutant of all) {
    const group = groups.get(`${mutant.fault} ${mutant.at}`) ?? [];
    groups.set(`${mutant.fault} ${mutant.at}`, [...group, mutant]);
  }
  const found: Mutant[] = [];
  for (let round = 0; found.length < Math.min(count, all.length); round++)
    for (const group of groups.values()) {
      const mutant = group[(round * 7) % group.length];
      if (mutant && round < group.length && !found.includes(mutant)) found.push(mutant);
    }
  return found.filter((_, i) => i % Math.max(1, Math.floor(found.length / count)) === 0).slice(0, count);
}
