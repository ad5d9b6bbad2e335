import type { Completion } from '../core/completion';
import type { Surroundings } from '../core/rule';
import type { PartId } from '../core/span';
import { type AskedAt, layoutOf, replacedAt, writtenIn } from '../yaml/complete/asked';
import { fields } from '../yaml/complete/fields';
import { items } from '../yaml/complete/items';
import { words } from '../yaml/complete/words';
import { lineEnd, lineStart } from '../yaml/lines';
import { asMap, get, pathOf } from '../yaml/navigate';
import type { YamlMap } from '../yaml/node';
import { type Place, placeAt } from '../yaml/place';
import { fieldAt } from '../yaml/schema/decode';
import { contents } from '../yaml/schema/types';
import { habits } from './completion/habits';
import { apiVersions, kindsFor, rootOf, wholeObjects } from './completion/kinds';
import { names } from './completion/names';
import { resources } from './completion/resources';
import type { KubernetesFacts } from './facts';
import type { Manifest, ManifestFile } from './model';
import { notePlace } from './note-place';
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
    return { span: replacedAt(manifest.document, place), items: resources(manifest, place, around.facts) };
  if (!schema) return undefined;
  const root = rootAt(manifest, place);
  const path = place.path.slice(root ? pathOf(root).length : 0);
  const { facts } = around;
  const asked: Asked = {
    schema,
    habits,
    facts,
    manifest,
    root,
    place,
    path,
    ...layoutOf(manifest.document, place, offset),
  };
  // Of a custom resource without a definition only the names of others are known.
  const isKnown = manifest.sort !== 'custom-resource' || (root && rootOf(schema, root) !== undefined);
  const items = !isKnown ? unknown(asked) : path.length === 0 ? atRoot(asked) : inside(asked);
  return isKnown || items.length > 0 ? { span: replacedAt(manifest.document, place), items } : undefined;
}

/** Everything a suggestion may depend on. */
export interface Asked extends Omit<AskedAt, 'found'> {
  readonly schema: Schema;
  readonly facts: Surroundings<KubernetesFacts>['facts'];
  readonly manifest: Manifest;
  /** The object's map; missing where nothing is written yet. */
  readonly root: YamlMap | undefined;
}

/** The object the place is in: the document's, or the item of a list of objects. */
function rootAt({ document, outline }: Manifest, { path }: Place): YamlMap | undefined {
  const listed = outline.find(({ root }) => root.parent && pathOf(root).every((step, i) => path[i] === step));
  return listed?.root ?? asMap(document.root);
}

function atRoot(asked: Asked): Completion['items'] {
  const { schema, root, place } = asked;
  const written = new Set(writtenIn(root, place));
  const type = root && rootOf(schema, root)?.type;
  if (type)
    return fields({ ...asked, found: { type } }, written, noteOf(asked)).filter(
      ({ label }) => label !== 'status',
    );
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

/** Where the note of a field of the object at the place belongs. */
function noteOf({ schema, root, path }: Asked): (field: string) => readonly string[] | undefined {
  const entry = root && rootOf(schema, root);
  const above = path.filter((step) => typeof step === 'string');
  return (field) => entry && notePlace(entry.group, entry.kind, [...above, field]);
}

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
    return held.of === 'map' ? names(at, keys) : fields(at, keys, noteOf(asked));
  }
  return [...names(at), ...words(at)];
}
