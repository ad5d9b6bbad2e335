import { asMap, get, itemsOf } from '../yaml/navigate';
import type { YamlMap, YamlNode } from '../yaml/node';
import { findKind, splitApiVersion } from './facts/kinds';
import { readLabels, readWritten } from './metadata';
import type { KubernetesObject, Manifest, Written } from './model';
import { readWorkload } from './pods/workload';

/** The objects a document holds: one, or the items of a `List`. What has no `apiVersion` and `kind` is none. */
export function readObjects(root: YamlNode | undefined): readonly KubernetesObject[] {
  const map = asMap(root);
  if (!map) return [];
  const object = readObject(map);
  if (object && !isList(object)) return [object];
  return itemsOf(get(map, 'items')).flatMap((item) => (item.type === 'map' ? (readObject(item) ?? []) : []));
}

/** The object an offset of a document lies in; the only one where the document holds no list. */
export function objectAt({ outline }: Manifest, offset: number): KubernetesObject | undefined {
  if (outline.length === 1 && outline[0]?.root.parent === undefined) return outline[0];
  return outline.find(({ root: { span } }) => span.start <= offset && offset <= span.end);
}

function isList({ kind }: KubernetesObject): boolean {
  return kind.value === 'List';
}

function readObject(root: YamlMap): KubernetesObject | undefined {
  const apiVersion = readWritten(root, 'apiVersion');
  const kind = readWritten(root, 'kind');
  if (!apiVersion || !kind) return undefined;
  const { group, version } = splitApiVersion(apiVersion.value);
  const type = findKind(group, version, kind.value);
  const metadata = asMap(get(root, 'metadata'));
  const writtenNamespace = readWritten(metadata, 'namespace');
  return {
    root,
    apiVersion,
    kind,
    group,
    version,
    type,
    metadata,
    name: readWritten(metadata, 'name'),
    generateName: readWritten(metadata, 'generateName'),
    namespace: landsIn(writtenNamespace, type?.namespaced),
    writtenNamespace,
    labels: readLabels(get(metadata, 'labels')),
    annotations: readLabels(get(metadata, 'annotations')),
    spec: asMap(get(root, 'spec')),
    workload: type && readWorkload(kind.value, root),
  };
}

/** @param namespaced unknown for custom resources: then only what is written is known. */
function landsIn(written: Written<string> | undefined, namespaced: boolean | undefined): string | undefined {
  if (namespaced === false) return undefined;
  return written?.value || (namespaced ? 'default' : undefined);
}
