import { literal, type Suggestion } from '../../core/completion';
import { asScalar, get, itemsOf } from '../../yaml/navigate';
import { typeScalar } from '../../yaml/scalar';
import type { AskedAt } from '../completion';
import { KEY_REFERENCES, REFERENCES } from '../facts/references';
import type { Label } from '../model';
import { readObjects } from '../object';

/**
 * Names that exist: of other objects, of their keys, of this pod's volumes, of labels.
 * @param written keys of the map that stand there already
 */
export function names(asked: AskedAt, written: ReadonlySet<string> = new Set()): readonly Suggestion[] {
  const { owner, field } = asked.found;
  const key = owner && field && `${owner.name}.${field.name}`;
  if (key === undefined) return [];
  const found: readonly string[] = REFERENCES[key]
    ? objects(asked, REFERENCES[key])
    : KEY_REFERENCES[key]
      ? keysOf(asked, KEY_REFERENCES[key])
      : key === 'core.v1.VolumeMount.name'
        ? volumes(asked)
        : LABELS.has(key)
          ? labels(asked, written)
          : [];
  return [...new Set(found)].toSorted().map((label) => ({
    label,
    sort: 'name',
    body: literal(quoted(label)),
  }));
}

/** Where labels of pods are asked for. */
const LABELS = new Set(['core.v1.ServiceSpec.selector', 'meta.v1.LabelSelector.matchLabels']);

/** As YAML writes a text that has to stay one. */
function quoted(text: string): string {
  return typeScalar(text, 'plain', undefined) === text ? text : JSON.stringify(text);
}

function objects(asked: AskedAt, kind: string): readonly string[] {
  const wanted = kind === 'kind' ? beside(asked, 'kind') : kind;
  return asked.facts
    .find('object')
    .filter(
      ({ value, namespace }) => value.kind === wanted && (!namespace || namespace === namespaceOf(asked)),
    )
    .flatMap(({ name }) => name ?? []);
}

function keysOf(asked: AskedAt, kind: 'ConfigMap' | 'Secret'): readonly string[] {
  const name = beside(asked, 'name');
  const namespace = namespaceOf(asked);
  if (name === undefined || namespace === undefined) return [];
  return asked.facts
    .find('config', { namespace, name })
    .filter(({ value }) => value.kind === kind)
    .flatMap(({ value }) => value.keys.map(({ text }) => text));
}

/** The volumes of the pod the mount is in. */
function volumes({ root, path }: AskedAt): readonly string[] {
  const pod = path.findLastIndex((step) => /^(?:init|ephemeral)?[cC]ontainers$/.test(String(step)));
  const written = itemsOf(get(root, ...path.slice(0, pod), 'volumes'));
  return written.flatMap((volume) => asScalar(get(volume, 'name'))?.text ?? []);
}

/** Names of labels, or the values of one, that pods of the namespace have. */
function labels(asked: AskedAt, written: ReadonlySet<string>): readonly string[] {
  const { path, found } = asked;
  const isKey = found.type.startsWith('{}');
  const known = podLabels(asked);
  if (!isKey) return known.filter(({ name }) => name === path.at(-1)).map(({ value }) => value);
  return known.filter(({ name }) => !written.has(name)).map(({ name, value }) => `${name}: ${quoted(value)}`);
}

function podLabels(asked: AskedAt): readonly Label[] {
  const own = asked.manifest.outline.find(({ root }) => root === asked.root)?.workload?.template?.labels;
  if (own && own.length > 0) return own;
  const namespace = namespaceOf(asked);
  return asked.facts
    .find('workload', namespace === undefined ? {} : { namespace })
    .flatMap(({ value }) => value.labels)
    .filter(({ isString, unknown }) => isString && !unknown);
}

function beside({ root, path }: AskedAt, field: string): string | undefined {
  return asScalar(get(root, ...path.slice(0, -1), field))?.text;
}

function namespaceOf({ root }: AskedAt): string | undefined {
  return readObjects(root)[0]?.namespace;
}
