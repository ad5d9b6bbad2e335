import { once } from '../../core/once';
import { isMaybeFragment } from '../kustomize/fragment';
import type { KubernetesObject, Manifest } from '../model';
import { referencesOf } from './read';
import type { Reference } from './reference';

/** The objects of a document that are as they will be applied; templates and fragments hold none. */
export function toldBy({ sort, document, file, objects, outline }: Manifest): readonly KubernetesObject[] {
  const isCustom = sort === 'custom-resource' && !document.templated && !isMaybeFragment(document, file);
  return isCustom ? outline : objects;
}

/** Every name of another object that a document says. */
export const referencesIn: (manifest: Manifest) => readonly Reference[] = once((manifest) =>
  toldBy(manifest).flatMap(referencesOf),
);
