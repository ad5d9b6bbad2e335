import { once } from '../core/once';
import type { Entry } from '../core/view';
import { asScalar, get, isAbsent, keySpan } from '../yaml/navigate';
import type { Path, YamlMap, YamlNode, YamlPair, YamlSeq } from '../yaml/node';
import { LISTS, type ListPart, MAPS } from './facts/outline-parts';
import type { KubernetesObject, Manifest, ManifestFile } from './model';

/** The objects of a file by kind and name, each with its parts; undefined where no document is ours. */
export function outline({ parts }: ManifestFile): readonly Entry[] | undefined {
  if (!parts.some(({ unit }) => isOurs(unit))) return undefined;
  return parts.flatMap(({ unit }) => unit.outline.map(ofObject));
}

export function isOurs({ sort }: Manifest): boolean {
  return sort !== 'other' && sort !== 'empty' && sort !== 'skaffold';
}

const ofObject = once((object: KubernetesObject): Entry => {
  const { root, kind, name, generateName, writtenNamespace } = object;
  const called = name?.value || (generateName && `${generateName.value}*`);
  return {
    name: [kind.value, called].filter(Boolean).join(' '),
    ...(writtenNamespace?.value && { detail: writtenNamespace.value }),
    sort: 'object',
    span: root.span,
    at: (name ?? generateName ?? kind).node.span,
    entries: partsOf(root, []),
  };
});

/** What a map holds that is worth a line, however deep below keys that only lead there. */
function partsOf(map: YamlMap, above: Path): readonly Entry[] {
  return map.pairs.flatMap((pair): readonly Entry[] => {
    const { name, value } = pair;
    const list = LISTS[name];
    if (value.type === 'seq')
      return list ? value.items.flatMap((item, i) => ofItem(item, i, value, pair, list)) : [];
    if (value.type !== 'map') return [];
    return MAPS.has(name) && above.length === 0 ? value.pairs.map(ofKey) : partsOf(value, [...above, name]);
  });
}

function ofItem(
  item: YamlNode,
  index: number,
  list: YamlSeq,
  { name: key }: YamlPair,
  part: ListPart,
): readonly Entry[] {
  if (item.type !== 'map' || item.pairs.length === 0) return [];
  const called = part.names.map((path) => get(item, ...path)).find((node) => !isAbsent(node));
  const detail = part.detail?.(item);
  const start = list.dashes[index] ?? item.span.start;
  const isHere = called && item.span.start <= called.span.start && called.span.end <= item.span.end;
  return [
    {
      name: textOf(called) || `${key}[${index}]`,
      ...(detail && { detail }),
      sort: part.sort,
      span: { ...item.span, start },
      at: isHere ? called.span : keySpan(item.pairs[0]!.value),
      entries: partsOf(item, [key, index]),
    },
  ];
}

function ofKey({ name, key, span }: YamlPair): Entry {
  return { name: name || '?', sort: 'key', span, at: key.span, entries: [] };
}

function textOf(node: YamlNode | undefined): string {
  if (node?.type === 'seq') return node.items.flatMap((item) => asScalar(item)?.text ?? []).join(', ');
  return asScalar(node)?.text ?? '';
}
