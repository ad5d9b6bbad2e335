import type { Finding, PeerName } from '../../core/rule';

const SPREAD: readonly PeerName[] = ['kube-score/pod-topology-spread-constraints'];

/** What other linters call a value that the API server rejects, by the type and field it stands in. */
const NAMES: Readonly<Record<string, readonly PeerName[]>> = {
  'core.v1.ContainerPort.name': ['kube-linter/invalid-target-ports', 'kube-score/container-ports-check'],
  'core.v1.ContainerPort.containerPort': ['kube-score/container-ports-check'],
  'core.v1.ServicePort.targetPort': ['kube-linter/invalid-target-ports'],
  'core.v1.TopologySpreadConstraint.maxSkew': SPREAD,
  'core.v1.TopologySpreadConstraint.minDomains': SPREAD,
  'core.v1.TopologySpreadConstraint.topologyKey': SPREAD,
  'core.v1.TopologySpreadConstraint.whenUnsatisfiable': SPREAD,
  'meta.v1.ObjectMeta.labels': ['kube-score/label-values'],
};

/** Of a CronJob alone. */
const RESTART: readonly PeerName[] = ['kube-score/cronjob-restartpolicy'];

/** @param kind of the object the field belongs to */
export function rejectedNames(type: string, field: string, kind: string): readonly PeerName[] {
  if (type === 'core.v1.PodSpec' && field === 'restartPolicy') return kind === 'CronJob' ? RESTART : [];
  return NAMES[`${type}.${field}`] ?? [];
}

/** Findings that answer to these names alone. */
export function* calledBy(
  findings: Iterable<Finding>,
  names: () => readonly PeerName[] = () => [],
): Generator<Finding> {
  for (const finding of findings) yield { ...finding, also: names() };
}
