import type { Surroundings } from '../../core/rule';
import type { KubernetesFacts } from '../facts';
import { isBuiltInGroup } from '../facts/kinds';
import { isMaybeFragment } from '../kustomize/fragment';
import { isPatch } from '../kustomize/kustomizations';
import type { KubernetesObject, Manifest } from '../model';
import { schemaAround } from '../schema/around';
import type { Kind, Schema } from '../schema/schema';
import { schemaOf } from '../schema/shipped';

/** An object whose fields are known. */
export interface Known {
  readonly object: KubernetesObject;
  readonly kind: Kind;
  readonly schema: Schema;
}

/**
 * The objects of a document that can be held against a schema: built-in ones, and custom resources whose definition is
 * in the workspace. Nothing of what a template or a kustomization makes whole.
 */
export function knownObjects(manifest: Manifest, around: Surroundings<KubernetesFacts>): readonly Known[] {
  const { file, document, sort, objects, outline } = manifest;
  const candidates = sort === 'custom-resource' ? outline : objects;
  if (candidates.length === 0) return [];
  // What is read of built-in kinds is kept for all rules.
  const builtIn = schemaOf(around.kubernetesVersion);
  if (!builtIn || isPatch(file.uri, around.facts)) return [];
  // A List may hold both.
  const hasCustom = candidates.some(({ group }) => !isBuiltInGroup(group));
  const isWhole = hasCustom && !document.templated && !isMaybeFragment(document, file);
  const custom = isWhole ? schemaAround(around) : undefined;
  const known: Known[] = [];
  for (const object of candidates) {
    const schema = isBuiltInGroup(object.group) ? builtIn : custom;
    const kind = schema?.kind(object.group, object.version, object.kind.value);
    if (schema && kind) known.push({ object, kind, schema });
  }
  return known;
}
