import { parentOf } from '../../core/address';
import type { WorkspaceFacts } from '../../core/facts';
import { uriOf } from '../../core/span';
import { type Word, wordOf } from '../../yaml/word';
import type { KubernetesFacts } from '../facts';
import type { Manifest } from '../model';
import { nodesAt } from '../references/read';
import { join } from './kustomizations';

type Facts = WorkspaceFacts<KubernetesFacts>;

/**
 * Where a kustomization names files or folders.
 * Source: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
 */
const PATHS = [
  'resources[]',
  'bases[]',
  'components[]',
  'crds[]',
  'configurations[]',
  'generators[]',
  'transformers[]',
  'validators[]',
  'patches[].path',
  'patchesJson6902[].path',
  'patchesStrategicMerge[]',
  'replacements[].path',
  'openapi.path',
];

/** A word that is a path, and the file it leads to: of a folder, its kustomization. */
export interface PathWord {
  readonly word: Word;
  readonly uri: string;
}

/** The paths of a kustomization that lead to files; a folder of which nothing is known leads nowhere. */
export function pathsIn({ document: { root }, file }: Manifest, facts: Facts): readonly PathWord[] {
  const folder = parentOf(file.uri);
  return PATHS.flatMap((path) => nodesAt(root, path)).flatMap((node): readonly PathWord[] => {
    const word = wordOf(node);
    const uri =
      word && folder !== undefined && !word.text.includes('\n') ? join(folder, word.text) : undefined;
    const target = uri && (/\.(?:ya?ml|json)$/i.test(uri) ? uri : kustomizationIn(uri, facts));
    return word && target ? [{ word, uri: target }] : [];
  });
}

function kustomizationIn(folder: string, facts: Facts): string | undefined {
  const uris = facts.find('kustomization').map(({ span }) => uriOf(span.part));
  return uris.find((uri) => parentOf(uri) === folder);
}
