import { nameOf, parentOf } from '../../core/address';
import type { Completion, Suggestion } from '../../core/completion';
import { literal } from '../../core/completion';
import type { WorkspaceFacts } from '../../core/facts';
import { uriOf } from '../../core/span';
import type { Text } from '../../core/text';
import { asScalar, get, itemsOf } from '../../yaml/navigate';
import type { Place } from '../../yaml/place';
import type { KubernetesFacts } from '../facts';
import { relativePath } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { shapeOf } from './names';

/** The files and folders a kustomization may list, as paths from its own folder. */
export function resources(
  { document: { root }, file: { uri } }: Manifest,
  { path, role }: Place,
  facts: WorkspaceFacts<KubernetesFacts>,
): Completion['items'] {
  const folder = parentOf(uri);
  const isItem = role === 'item';
  const list = LISTS[shapeOf(isItem ? [...path, 0] : path)];
  if (folder === undefined || !list) return [];
  const key = String(path[0]);
  const written = new Set(
    itemsOf(get(root, key)).flatMap(
      (item) => asScalar(item)?.text ?? asScalar(get(item, 'path'))?.text ?? [],
    ),
  );
  const found = [
    ...(list.includes('files') ? files(uri, folder, facts) : []),
    ...(list.includes('folders') ? folders(folder, facts) : []),
  ];
  return found
    .filter(({ label }) => !written.has(label))
    .map((one) => (isItem ? { ...one, body: `- ${one.body}` } : one));
}

const LISTS: Readonly<Record<string, string>> = {
  'resources[]': 'files folders',
  'bases[]': 'folders',
  'components[]': 'folders',
  'patches[].path': 'files',
  'patchesJson6902[].path': 'files',
  'patchesStrategicMerge[]': 'files',
};

/** Manifests below the folder, without those another kustomization builds. */
function files(own: string, folder: string, facts: WorkspaceFacts<KubernetesFacts>): Suggestion[] {
  const kinds = new Map<string, string[]>();
  for (const { span, value } of facts.find('object')) {
    const uri = uriOf(span.part);
    kinds.set(uri, [...(kinds.get(uri) ?? []), `${value.kind} ${value.name.text}`]);
  }
  const others = facts.find('kustomization').flatMap(({ span }) => {
    const home = parentOf(uriOf(span.part));
    return home === undefined || home === folder ? [] : [`${home}/`];
  });
  return [...kinds]
    .filter(
      ([uri]) => uri !== own && uri.startsWith(`${folder}/`) && !others.some((home) => uri.startsWith(home)),
    )
    .map(([uri, held]) => suggestion(relativePath(folder, uri), held))
    .toSorted((a, b) => (a.label < b.label ? -1 : 1));
}

function folders(folder: string, facts: WorkspaceFacts<KubernetesFacts>): Suggestion[] {
  return facts.find('kustomization').flatMap(({ span }) => {
    const home = parentOf(uriOf(span.part));
    return home === undefined || home === folder
      ? []
      : [suggestion(relativePath(folder, home), [nameOf(uriOf(span.part))])];
  });
}

function suggestion(path: string, held: readonly string[]): Suggestion {
  const shown = held.length > 3 ? [...held.slice(0, 2), '…'] : held;
  return {
    label: path,
    sort: 'name',
    body: literal(path),
    detail: { text: HELD, values: { held: shown } },
  };
}

const HELD: Text = { ko: '{held}', en: '{held}' };
