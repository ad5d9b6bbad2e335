import type { Fact, WorkspaceFacts } from '../../core/facts';
import { asScalar, get, itemsOf } from '../../yaml/navigate';
import type { KubernetesFacts } from '../facts';
import type { KubernetesObject, Label } from '../model';
import { podSelectorOf } from '../selectors/read-selector';
import { judge, type Selector } from '../selectors/selector';

/** Which traffic of which pods a NetworkPolicy allows one by one, so that everything else is refused. */
export interface IsolationFact {
  readonly selector: Selector | undefined;
  readonly ingress: boolean;
  readonly egress: boolean;
}

/**
 * What a NetworkPolicy isolates; nothing for other kinds. Without `policyTypes` it is about what comes in, and about
 * what goes out where a rule for that is written.
 * Source: NetworkPolicySpec in k8s.io/api/networking/v1, SetDefaults_NetworkPolicy
 */
export function readIsolation(object: KubernetesObject): IsolationFact | undefined {
  if (object.kind.value !== 'NetworkPolicy') return undefined;
  const types = itemsOf(get(object.spec, 'policyTypes')).flatMap((type) => asScalar(type)?.text ?? []);
  const isWritten = types.length > 0;
  return {
    selector: podSelectorOf(object),
    ingress: isWritten ? types.includes('Ingress') : true,
    egress: isWritten ? types.includes('Egress') : itemsOf(get(object.spec, 'egress')).length > 0,
  };
}

/** The policies of a namespace that select pods with these labels, or may. */
export function policiesFor(
  labels: readonly Label[],
  namespace: string | undefined,
  facts: WorkspaceFacts<KubernetesFacts>,
): Fact<KubernetesFacts, 'isolation'>[] {
  return facts
    .find('isolation', { namespace })
    .filter(({ value: { selector } }) => selector !== undefined && judge(selector, labels) !== 'miss');
}
