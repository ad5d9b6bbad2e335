import { readFileSync } from 'node:fs';
import type { FieldEntry, SchemaFile } from '../../server/src/kubernetes/schema/file';

type Json = Readonly<Record<string, unknown>>;

/**
 * Our schema as the JSON Schema other servers read: every kind of the newest version, told apart by `apiVersion`
 * and `kind`, as in the `all.json` they download.
 */
export function jsonSchema(): string {
  const { kinds, types, texts, versions } = JSON.parse(
    readFileSync('server/src/generated/kubernetes-schema.json', 'utf8'),
  ) as SchemaFile;
  const newest = 1 << (versions.length - 1);
  const has = ({ in: mask }: { readonly in?: number }) => mask === undefined || (mask & newest) !== 0;
  const describe = (text: number | undefined): Json =>
    text === undefined ? {} : { description: texts[text] };
  const ofField = ({ type, text, enum: words }: FieldEntry): Json => ({
    ...ofType(type, types),
    ...describe(text),
    ...(words && { enum: Object.keys(words) }),
  });
  const definitions: Record<string, Json> = {};
  for (const [name, { text, fields }] of Object.entries(types)) {
    const present = Object.entries(fields).flatMap(([field, entries]) => {
      const entry = [entries].flat().find(has);
      return entry ? [[field, entry] as const] : [];
    });
    definitions[name] = {
      type: 'object',
      ...describe(text),
      additionalProperties: false,
      properties: Object.fromEntries(present.map(([field, entry]) => [field, ofField(entry)])),
      required: present.flatMap(([field, { required }]) => (required ? [field] : [])),
    };
  }
  const oneOf = kinds.filter(has).map(({ group, version, kind, type }) => ({
    ...definitions[type],
    properties: {
      ...(definitions[type]!['properties'] as Json),
      apiVersion: { type: 'string', enum: [group ? `${group}/${version}` : version] },
      kind: { type: 'string', enum: [kind] },
    },
    required: ['apiVersion', 'kind'],
  }));
  return JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', definitions, oneOf });
}

function ofType(type: string, types: SchemaFile['types']): Json {
  if (type.startsWith('[]')) return { type: 'array', items: ofType(type.slice(2), types) };
  if (type.startsWith('{}')) return { type: 'object', additionalProperties: ofType(type.slice(2), types) };
  if (Object.hasOwn(types, type)) return { $ref: `#/definitions/${type}` };
  return { type: PLAIN[type] ?? ['string', 'number', 'boolean', 'object', 'array'] };
}

const PLAIN: Readonly<Record<string, unknown>> = {
  string: 'string',
  boolean: 'boolean',
  int32: 'integer',
  int64: 'integer',
  double: 'number',
  quantity: ['string', 'number'],
  'int-or-string': ['string', 'integer'],
  'date-time': 'string',
  duration: 'string',
  byte: 'string',
};
