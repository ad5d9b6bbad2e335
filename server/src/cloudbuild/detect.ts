import { nameOf } from '../core/address';
import { closest } from '../core/closest';
import type { FileInfo } from '../core/language';
import { asMap, entriesOf, walk } from '../yaml/navigate';
import type { YamlDocument } from '../yaml/node';
import type { BuildSort } from './model';
import { jsonName } from './schema/names';

/**
 * Whether a file is a build by its name; a manifest may be called so, too.
 * @param text missing where only the name is known
 */
export function claimsBuild({ uri }: FileInfo, text?: string): boolean {
  if (!/(?:^|[._:-])cloudbuild[^/]*\.ya?ml$/i.test(nameOf(uri))) return false;
  return text === undefined || !/^(?:apiVersion|kind)[ \t]*:/m.test(text);
}

/** Decides what a document is by the keys at its top. */
export function sortOf(document: YamlDocument): BuildSort {
  const { root } = document;
  if (!root) return document.templated ? 'other' : 'empty';
  const map = asMap(root);
  // A word without colon is the first key, half typed.
  if (!map) return root.type === 'scalar' && /^\w*$/.test(root.text) ? 'build' : 'other';
  const names = entriesOf(map).map(({ name }) => jsonName(name));
  const isBuild = names.includes('steps') || names.every((name) => isTopField(name));
  if (!isBuild) return 'other';
  return isMade(document) ? 'template' : 'build';
}

/** A directive of a template stands on a line of its own; in a text it is the text of others: of Docker's `--format`. */
function isMade({ templated, root, text }: YamlDocument): boolean {
  if (!templated || !root) return false;
  const texts = [...walk(root)].filter((node) => node.type === 'scalar');
  return [...text.matchAll(/^[ \t]*\{[{%]/gm)].some(({ index, 0: { length } }) =>
    texts.every(({ span }) => index + length <= span.start || span.end <= index),
  );
}

function isTopField(name: string): boolean {
  return TOP_FIELDS.includes(name) || closest(name, TOP_FIELDS, 2) !== undefined;
}

/** What people write at the top of a build; the schema, which is read later, lists the same. */
export const TOP_FIELDS: readonly string[] = [
  'steps',
  'timeout',
  'images',
  'queueTtl',
  'artifacts',
  'logsBucket',
  'options',
  'substitutions',
  'tags',
  'secrets',
  'serviceAccount',
  'availableSecrets',
  'gitConfig',
  'dependencies',
];
