import type { Surroundings } from '../core/rule';
import type { KubernetesFacts } from './facts';
import { isMaybeFragment } from './fragment';
import { isPatch } from './kustomizations';
import type { KubernetesObject, Manifest } from './model';
import { schemaAround } from './schema/around';
import type { Kind, Schema } from './schema/schema';
import { schemaOf } from './schema/shipped';

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
  const isCustom = sort === 'custom-resource';
  if (isCustom && (document.templated || isMaybeFragment(document, file))) return [];
  const candidates = isCustom ? outline : objects;
  const schema = candidates.length > 0 ? schemaAround(around) : undefined;
  if (!schema || isPatch(file.uri, around.facts)) return [];
  // What is read of built-in kinds is kept for all rules.
  const kept = isCustom ? schema : schemaOf(around.kubernetesVersion)!;
  return candidates.flatMap((object) => {
    const kind = schema.kind(object.group, object.version, object.kind.value);
    return kind ? [{ object, kind, schema: kept }] : [];
  });
}
