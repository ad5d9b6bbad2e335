import type { Fact, WorkspaceFacts } from '../../core/facts';
import type { PeerName } from '../../core/rule';
import type { KubernetesFacts } from '../facts';
import { builtBy } from '../kustomize/kustomizations';
import type { KubernetesObject } from '../model';
import { autoscalersOf } from '../relations/scaling';
import { servicesFor } from '../relations/selecting';

type Facts = WorkspaceFacts<KubernetesFacts>;

/** How many pods a workload has: with an autoscaler anything between its bounds. */
export interface ReplicaCount {
  readonly least: number;
  readonly most: number;
  readonly autoscaler: Fact<KubernetesFacts, 'autoscaler'> | undefined;
}

/** Kinds of which `replicas` says how many pods there are; one where it is left out. */
export const SCALED: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'ReplicaSet',
  'ReplicationController',
]);

/**
 * Undefined where a kustomization sets the number.
 *
 * @param written `replicas` as it stands in the manifest
 * @param uri the manifest's
 */
export function countOf(
  owner: { readonly kind: string; readonly group: string; readonly name: string | undefined },
  { namespace, written, uri }: { namespace: string | undefined; written: number | undefined; uri: string },
  facts: Facts,
): ReplicaCount | undefined {
  const { name } = owner;
  const isSet = [...builtBy(uri, facts)].some(
    ({ value }) => name !== undefined && value.replicas.includes(name),
  );
  if (isSet) return undefined;
  const [autoscaler] = autoscalersOf(owner, namespace, facts);
  const { minReplicas = 1, maxReplicas = Number.POSITIVE_INFINITY } = autoscaler?.value ?? {};
  return autoscaler
    ? { least: minReplicas, most: maxReplicas, autoscaler }
    : { least: written ?? 1, most: written ?? 1, autoscaler: undefined };
}

/** An object as its autoscalers know it. */
export function ownerOf({ kind, group, name }: KubernetesObject) {
  return { kind: kind.value, group, name: name?.value };
}

/** What other linters call a workload with so few replicas; each counts from its own number on. */
export function fewReplicasNames(object: KubernetesObject, count: number, facts: Facts): PeerName[] {
  const names: PeerName[] = count < 3 ? ['kube-linter/minimum-three-replicas'] : [];
  if (count >= 2 || object.kind.value !== 'Deployment') return names;
  const labels = object.workload?.template?.labels ?? [];
  if (servicesFor(labels, object.namespace, facts).length > 0) names.push('kube-score/deployment-replicas');
  return [...names, 'polaris/deploymentMissingReplicas'];
}
