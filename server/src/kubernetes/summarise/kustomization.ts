import { get, isAbsent, itemsOf, stringOf } from '../../yaml/navigate';
import type { YamlMap, YamlNode } from '../../yaml/node';
import { wordOf } from '../../yaml/word';
import type { KustomizationFact } from '../facts';

/** What the workspace knows of a kustomization. */
export function kustomizationFact(root: YamlMap): KustomizationFact {
  const strings = (node: YamlNode | undefined) => itemsOf(node).flatMap((item) => stringOf(item) ?? []);
  const paths = (key: string) => itemsOf(get(root, key)).flatMap((item) => stringOf(get(item, 'path')) ?? []);
  return {
    resources: ['resources', 'bases', 'components'].flatMap((key) => strings(get(root, key))),
    patches: [
      ...paths('patches'),
      ...paths('patchesJson6902'),
      // An entry is a path or the patch itself.
      ...strings(get(root, 'patchesStrategicMerge')).filter((entry) => !entry.includes('\n')),
    ],
    namespace: stringOf(get(root, 'namespace')),
    namePrefix: stringOf(get(root, 'namePrefix')),
    nameSuffix: stringOf(get(root, 'nameSuffix')),
    rewrites: REWRITING.some((key) => !isAbsent(get(root, key))),
    images: itemsOf(get(root, 'images')).flatMap((item) => {
      const name = stringOf(get(item, 'name'));
      const says = (...keys: string[]) => keys.some((key) => !isAbsent(get(item, key)));
      return name === undefined ? [] : [{ name, renamed: says('newName'), pinned: says('newTag', 'digest') }];
    }),
    replicas: itemsOf(get(root, 'replicas')).flatMap((item) => stringOf(get(item, 'name')) ?? []),
  };
}

/** What its generators make, under the names by which manifests speak of them. */
export function generatedBy(root: YamlMap) {
  return Object.entries(GENERATORS).flatMap(([key, kind]) =>
    itemsOf(get(root, key)).flatMap((item) => {
      const word = wordOf(get(item, 'name'));
      return word ? [{ kind, word }] : [];
    }),
  );
}

const GENERATORS = { configMapGenerator: 'ConfigMap', secretGenerator: 'Secret' };

const REWRITING = [
  'commonLabels',
  'labels',
  'components',
  'configMapGenerator',
  'secretGenerator',
  'generators',
  'transformers',
  'replacements',
  'vars',
  'helmCharts',
  'patches',
  'patchesStrategicMerge',
  'patchesJson6902',
];
