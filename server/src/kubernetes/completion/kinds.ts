import type { Suggestion } from '../../core/completion';
import { Body } from '../../yaml/complete/body';
import { asScalar, entry, get } from '../../yaml/navigate';
import type { YamlMap } from '../../yaml/node';
import { splitApiVersion } from '../facts/kinds';
import type { Manifest } from '../model';
import { notePlace } from '../note-place';
import type { Kind, Schema } from '../schema/schema';
import { habits } from './habits';

/** What a document is, as far as it says: by both names, or by the kind alone while the other is missing. */
export function rootOf(schema: Schema, root: YamlMap): Kind | undefined {
  const kind = asScalar(get(root, 'kind'))?.text;
  const apiVersion = asScalar(get(root, 'apiVersion'))?.text;
  if (!kind) return undefined;
  if (!apiVersion) return schema.manifests.find((one) => one.kind === kind);
  const { group, version } = splitApiVersion(apiVersion);
  return schema.kind(group, version, kind);
}

/** Behind `kind:`; an `apiVersion` that is missing is written along with it. */
export function kindsFor(schema: Schema, root: YamlMap, { document }: Manifest): readonly Suggestion[] {
  const written = asScalar(get(root, 'apiVersion'))?.text;
  const hasKey = entry(root, 'apiVersion') !== undefined;
  const key = entry(root, 'kind')?.key;
  return schema.manifests
    .filter((one, i, all) =>
      written ? apiVersionOf(one) === written : all.findIndex(({ kind }) => kind === one.kind) === i,
    )
    .map((one) => {
      const line = `apiVersion: ${apiVersionOf(one)}\n`;
      const at = key && { ...document.span, start: key.span.start, end: key.span.start };
      return {
        label: one.kind,
        sort: 'kind',
        body: one.kind,
        ...about(schema, one),
        ...(!hasKey && at && { edits: [{ span: at, text: line }] }),
      };
    });
}

/** Behind `apiVersion:`; those of the kind first where it is written. */
export function apiVersions(schema: Schema, root: YamlMap): readonly Suggestion[] {
  const kind = asScalar(get(root, 'kind'))?.text;
  const fitting = schema.manifests.filter((one) => one.kind === kind);
  const offered = fitting.length > 0 ? fitting : schema.manifests;
  return [...new Set(offered.map(apiVersionOf))].map((label) => ({
    label,
    sort: 'value',
    body: label,
  }));
}

/** In a document that does not say yet what it is: whole objects, then the two keys every one begins with. */
export function wholeObjects(schema: Schema, written: ReadonlySet<string>): readonly Suggestion[] {
  const keys = ['apiVersion', 'kind', 'metadata'].filter((name) => !written.has(name));
  const heads: Suggestion[] = keys.map((name) => ({
    label: name,
    sort: 'field',
    body: name === 'metadata' ? 'metadata:\n  name: $1' : `${name}: $1`,
  }));
  if (written.size > 0) return heads;
  const whole = schema.manifests
    .filter(({ version }) => !/alpha|beta/.test(version))
    .map((one) => ({
      label: one.kind,
      sort: 'kind' as const,
      body: documentOf(schema, one),
      ...about(schema, one),
    }));
  return [...heads, ...whole];
}

function about(schema: Schema, one: Kind): Pick<Suggestion, 'detail' | 'place' | 'text'> {
  const text = schema.type(one.type)?.text;
  const shown = apiVersionOf(one);
  return {
    detail: { text: { ko: shown, en: shown } },
    place: notePlace(one.group, one.kind, ['kind']),
    ...(text !== undefined && { text }),
  };
}

function apiVersionOf({ group, version }: Kind): string {
  return group ? `${group}/${version}` : version;
}

/** The document of a kind, from its first key. */
function documentOf(schema: Schema, { group, version, kind, type }: Kind): string {
  const body = new Body(schema, habits);
  const lines = [`apiVersion: ${group ? `${group}/` : ''}${version}`, `kind: ${kind}`, 'metadata:'];
  lines.push(`  name: ${body.stop()}`);
  const spec = schema.type(type)?.fields.get('spec');
  if (spec) lines.push(body.field(spec));
  return lines.join('\n');
}
