import type { Completion } from '../core/completion';
import type { Surroundings } from '../core/rule';
import type { PartId, Span } from '../core/span';
import { indentUnit } from '../yaml/edit';
import { indentOf, lineEnd, lineStart } from '../yaml/lines';
import { asMap, entriesOf, get, pathOf } from '../yaml/navigate';
import type { YamlMap, YamlNode } from '../yaml/node';
import { type Place, placeAt } from '../yaml/place';
import { type Found, fieldAt, type Path } from '../yaml/schema/decode';
import { contents } from '../yaml/schema/types';
import { fields } from './completion/fields';
import { items } from './completion/items';
import { apiVersions, kindsFor, rootOf, wholeObjects } from './completion/kinds';
import { names } from './completion/names';
import { resources } from './completion/resources';
import { words } from './completion/words';
import type { KubernetesFacts } from './facts';
import type { Manifest, ManifestFile } from './model';
import { schemaAround } from './schema/around';
import type { Schema } from './schema/schema';

/** What the API knows at the cursor: keys, values, items, kinds, and names of the workspace. */
export function complete(
  { parts, excluded }: ManifestFile,
  part: PartId,
  offset: number,
  around: Surroundings<KubernetesFacts>,
): Completion | undefined {
  const schema = schemaAround(around);
  const manifest = parts.find(({ id }) => id === part)?.unit;
  if (!manifest || excluded || manifest.sort === 'skaffold') return undefined;
  const { text } = manifest.document;
  // Behind a directive of a template stands nothing of ours.
  if (/^\s*\{[{%]/.test(text.slice(lineStart(text, offset), offset))) return undefined;
  const place = placeAt(manifest.document, offset);
  if (!place) return undefined;
  if (manifest.sort === 'kustomization')
    return { span: wordOf(manifest, place), items: resources(manifest, place, around.facts) };
  if (!schema) return undefined;
  const root = rootAt(manifest, place);
  const path = place.path.slice(root ? pathOf(root).length : 0);
  const { facts } = around;
  const asked: Asked = { schema, facts, manifest, root, place, path, ...layoutOf(manifest, place, offset) };
  // Of a custom resource without a definition only the names of others are known.
  const isKnown = manifest.sort !== 'custom-resource' || (root && rootOf(schema, root) !== undefined);
  const items = !isKnown ? unknown(asked) : path.length === 0 ? atRoot(asked) : inside(asked);
  return isKnown || items.length > 0 ? { span: wordOf(manifest, place), items } : undefined;
}

/** Everything a suggestion may depend on. */
export interface Asked {
  readonly schema: Schema;
  readonly facts: Surroundings<KubernetesFacts>['facts'];
  readonly manifest: Manifest;
  /** The object's map; missing where nothing is written yet. */
  readonly root: YamlMap | undefined;
  readonly place: Place;
  /** From the object's root. */
  readonly path: Path;
  /** Spaces that a new line of the suggestion needs beyond the indentation of the line it begins on. */
  readonly indent: string;
  /** One level of indentation in this document. */
  readonly step: string;
  /** The value is being written behind its `key:`; what has lines of its own goes below. */
  readonly behindColon: boolean;
}

/** The object the place is in: the document's, or the item of a list of objects. */
function rootAt({ document, outline }: Manifest, { path }: Place): YamlMap | undefined {
  const listed = outline.find(({ root }) => root.parent && pathOf(root).every((step, i) => path[i] === step));
  return listed?.root ?? asMap(document.root);
}

function layoutOf(
  { document }: Manifest,
  { typed, pair, role }: Place,
  offset: number,
): Pick<Asked, 'indent' | 'step' | 'behindColon'> {
  const { text } = document;
  const line = lineStart(text, offset);
  const behindColon = role === 'value' && pair?.colon !== undefined && pair.colon >= line;
  const column = behindColon ? (pair?.key.span.start ?? line) - line : typed.start - line;
  const indent = ' '.repeat(Math.max(0, column - indentOf(text, line)));
  return { indent, step: ' '.repeat(indentUnit(document)), behindColon };
}

function atRoot(asked: Asked): Completion['items'] {
  const { schema, root, place } = asked;
  const written = new Set(writtenIn(root, place));
  const type = root && rootOf(schema, root)?.type;
  if (type) return fields({ ...asked, found: { type } }, written);
  // A map that begins with other words is something else: a compose file, a workflow.
  const isOther = [...written].some((name) => !HEADS.has(name)) || (!root && !isAlone(asked));
  return place.role === 'item' || isOther ? [] : wholeObjects(schema, written);
}

/** Nothing but comments stands on other lines. */
function isAlone({ manifest: { document }, place: { typed } }: Asked): boolean {
  const { text } = document;
  const others = text.slice(0, lineStart(text, typed.start)) + text.slice(lineEnd(text, typed.end));
  return others.split('\n').every((line) => /^\s*(?:#|---|$)/.test(line));
}

/** What every manifest begins with, in whatever order. */
const HEADS = new Set(['apiVersion', 'kind', 'metadata']);

function unknown(asked: Asked): Completion['items'] {
  return names(asked, new Set(writtenIn(get(asked.root, ...asked.path), asked.place)));
}

function inside(asked: Asked): Completion['items'] {
  const { schema, root, path, place } = asked;
  if (path.length === 1 && path[0] === 'kind' && root) return kindsFor(schema, root, asked.manifest);
  if (path.length === 1 && path[0] === 'apiVersion' && root) return apiVersions(schema, root);
  const entry = root && rootOf(schema, root);
  const found = entry && fieldAt(schema, entry.type, path);
  if (!found) return [];
  const at = { ...asked, found };
  if (place.role === 'item') return items(at);
  const held = contents(found.type);
  if (held.of === 'list') return place.role === 'value' ? items(at) : [];
  if (held.of === 'map' || schema.type(held.type)) {
    const keys = new Set(writtenIn(get(root, ...path), place));
    return held.of === 'map' ? names(at, keys) : fields(at, keys);
  }
  return [...names(at), ...words(at)];
}

/** Asked about a place the schema knows. */
export interface AskedAt extends Asked {
  readonly found: Found;
}

/** The keys that are there, without the one that is being written. */
function writtenIn(map: YamlNode | undefined, { role, pair }: Place): readonly string[] {
  return entriesOf(map).flatMap((one) => (role === 'key' && one === pair ? [] : one.name));
}

/** What is replaced: of a quoted word what stands between the quotes. */
function wordOf({ document: { text } }: Manifest, { typed }: Place): Span {
  const quote = text[typed.start];
  if (quote !== '"' && quote !== "'") return typed;
  const closed = typed.end - typed.start > 1 && text[typed.end - 1] === quote;
  return { ...typed, start: typed.start + 1, end: typed.end - (closed ? 1 : 0) };
}
