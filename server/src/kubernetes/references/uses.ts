import type { Fact, WorkspaceFacts } from '../../core/facts';
import type { KubernetesFacts } from '../facts';
import { referencesTo } from '../meaning/object-name';

type ReferenceFact = Fact<KubernetesFacts, 'reference'>;

/** The places that name an object. */
export function usesOf(
  object: Fact<KubernetesFacts, 'object'>,
  facts: WorkspaceFacts<KubernetesFacts>,
): readonly ReferenceFact[] {
  const { kind, group, name } = object.value;
  return referencesTo({ kind, group, namespace: object.namespace }, name.text, [object], facts);
}

/** Which object it is that names another. */
export function ownerOf({ value: { owner }, span }: ReferenceFact): string {
  return `${span.part} ${owner.kind} ${owner.name}`;
}
