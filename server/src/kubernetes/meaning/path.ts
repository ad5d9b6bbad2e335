import type { WorkspaceFacts } from '../../core/facts';
import type { Meaning } from '../../core/meaning';
import { uriOf } from '../../core/span';
import { contentOf } from '../../yaml/word';
import type { KubernetesFacts } from '../facts';
import { pathsIn } from '../kustomize/kustomization-paths';
import type { Manifest } from '../model';
import { isUnder } from './words';

/** What a path of a kustomization leads to: the first thing in that file. */
export function pathMeaning(
  manifest: Manifest,
  offset: number,
  facts: WorkspaceFacts<KubernetesFacts>,
): Meaning | undefined {
  const found = pathsIn(manifest, facts).find(({ word }) => isUnder(word, offset));
  if (!found) return undefined;
  const [first] = (['kustomization', 'object'] as const).flatMap((kind) =>
    facts.find(kind).filter(({ span }) => uriOf(span.part) === found.uri),
  );
  const at = contentOf(found.word);
  return { at, text: found.word.text, definitions: first ? [first.span] : [], uses: [at] };
}
