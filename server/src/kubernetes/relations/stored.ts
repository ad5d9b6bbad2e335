import type { Fact, WorkspaceFacts } from '../../core/facts';
import type { KubernetesFacts } from '../facts';

type Of<K extends keyof KubernetesFacts> = Fact<KubernetesFacts, K>;

/** The workspace's own copy of a fact: those are compared by identity. */
export function stored<K extends keyof KubernetesFacts>(
  fact: Of<K>,
  facts: WorkspaceFacts<KubernetesFacts>,
): Of<K> {
  const at = {
    ...(fact.namespace !== undefined && { namespace: fact.namespace }),
    ...(fact.name !== undefined && { name: fact.name }),
  };
  const isSame = ({ span }: Of<K>) => span.part === fact.span.part && span.start === fact.span.start;
  return facts.find(fact.kind, at).find(isSame) ?? fact;
}
