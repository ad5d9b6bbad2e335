import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FieldEntry, SchemaFile, TypeEntry } from '../../server/src/cloudbuild/schema/file';
import { type Declaration, type Member, readProto } from './proto';

/**
 * Writes `server/src/generated/cloudbuild-schema.json` from Google's own package `@google-cloud/cloudbuild`, which is
 * fetched into out/ and is no dependency of anything. Run by hand; its output is committed. The same version gives
 * the same bytes.
 */
const VERSION = '5.6.0';
const TARGET = 'server/src/generated/cloudbuild-schema.json';
const FOLDER = 'out/cloudbuild-schema';
const PROTO = 'package/build/protos/google/devtools/cloudbuild/v1/cloudbuild.proto';
/** What a file may say is what a build is. */
const ROOT = 'Build';

if (!existsSync(path.join(FOLDER, PROTO))) {
  mkdirSync(FOLDER, { recursive: true });
  execFileSync('npm', ['pack', '--silent', `@google-cloud/cloudbuild@${VERSION}`], { cwd: FOLDER });
  execFileSync('tar', ['xzf', `google-cloud-cloudbuild-${VERSION}.tgz`], { cwd: FOLDER });
}
const declarations = new Map(
  readProto(readFileSync(path.join(FOLDER, PROTO), 'utf8')).map((one) => [one.name, one]),
);

/**
 * What the reference of the file documents and the package does not know yet.
 * Source: https://docs.cloud.google.com/build/docs/build-config-file-schema (2026-11-21), and for `results`
 * https://docs.cloud.google.com/compute/docs/images/image-builder/build-configuration-schema
 */
const DOCUMENTED: Readonly<Record<string, Readonly<Record<string, FieldEntry>>>> = {
  BuildStep: {
    results: { type: '[]StepResult', text: 'Results that the step produces.' },
  },
  StepResult: {
    name: { type: 'string', text: 'Name of the result.' },
    attestationType: { type: 'string', text: 'Type of the attestation made of the result.' },
    attestationContent: { type: 'string', text: 'Name of the file that holds the content.' },
  },
  BuildOptions: {
    pubsubTopic: {
      type: 'string',
      text: 'Name of the Pub/Sub topic that notifications of the build are published to, instead of `cloud-builds`.',
    },
  },
};

const SCALARS: Readonly<Record<string, string>> = {
  string: 'string',
  bool: 'boolean',
  int32: 'int32',
  int64: 'int64',
  bytes: 'byte',
  'google.protobuf.Duration': 'duration',
  'google.protobuf.Timestamp': 'date-time',
};

/** A build has it; a file may not: the source is what the file comes with. */
const GIVEN = 'source';

const types: Record<string, TypeEntry> = {};
add(ROOT);
for (const [name, fields] of Object.entries(DOCUMENTED))
  types[name] = { ...types[name], fields: { ...types[name]?.fields, ...fields } };
const schema: SchemaFile = { types };
writeFileSync(TARGET, `${JSON.stringify(schema)}\n`);
console.log(`${TARGET}: ${Object.keys(types).length} types`);

/** A type and all that its fields lead to; what Cloud Build alone writes is named and goes no deeper. */
function add(name: string): void {
  const declaration = declarations.get(name);
  if (!declaration || types[name]) return;
  const fields: Record<string, FieldEntry> = {};
  types[name] = { ...(declaration.text && { text: declaration.text }), fields };
  for (const member of declaration.members) {
    const output = member.options.includes('OUTPUT_ONLY') || (name === ROOT && member.name === GIVEN);
    const type = output ? 'any' : typeOf(member.type, name);
    const enumeration = declarations.get(type.replace(/^(?:\[\]|\{\})/, ''));
    if (enumeration?.kind === 'message') add(enumeration.name);
    fields[camel(member.name)] = entryOf(member, type, output, enumeration);
  }
}

function entryOf(member: Member, type: string, output: boolean, held: Declaration | undefined): FieldEntry {
  const { options, text } = member;
  const isRequired = options.includes('REQUIRED') || /^Required\b/.test(text);
  const words = held?.kind === 'enum' ? held.members : undefined;
  return {
    type: words ? type.replace(held!.name, 'word') : type,
    ...(text && { text }),
    ...(isRequired && { required: true }),
    ...(output && { output: true }),
    ...(/\bdeprecated = true/.test(options) && { deprecated: true }),
    ...(words && { enum: Object.fromEntries(words.map((one) => [one.name, one.text])) }),
  };
}

/** @param inside the message that names it: types are looked for from the inside out */
function typeOf(written: string, inside: string): string {
  const [, of] = /^repeated (.+)$/.exec(written) ?? [];
  if (of) return `[]${typeOf(of, inside)}`;
  const [, values] = /^map<string, *(.+)>$/.exec(written) ?? [];
  if (values) return `{}${typeOf(values, inside)}`;
  const plain = written.replace(/^optional /, '');
  const scalar = SCALARS[plain];
  if (scalar) return scalar;
  for (let at = inside; ; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const name = at === '' ? plain : `${at}.${plain}`;
    if (declarations.has(name)) return name;
    if (at === '') throw new Error(`${inside}: unknown type ${written}`);
  }
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
