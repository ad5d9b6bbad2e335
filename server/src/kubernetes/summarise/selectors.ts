import { booleanOf, get, isAbsent, itemsOf, stringOf } from '../../yaml/navigate';
import type { YamlNode } from '../../yaml/node';
import { wordOf } from '../../yaml/word';
import type { SelectorFact } from '../facts';
import type { KubernetesObject } from '../model';
import { nodesAt } from '../references/read';
import { podSelectorOf, readLabelSelector } from '../selectors/read-selector';
import type { Selector } from '../selectors/selector';

/** A selector of an object, and the namespace it looks in; none where it looks in several that only a cluster knows. */
export interface Selecting extends SelectorFact {
  readonly namespace: string | undefined;
}

/** Everything an object selects by labels. */
export function* selectorsOf(object: KubernetesObject): Generator<Selecting> {
  const { kind, namespace, workload } = object;
  const make = (role: SelectorFact['role'], selector: Selector | undefined): Selecting[] => {
    const owner = { kind: kind.value, name: object.name?.value };
    return selector ? [{ owner, role, of: 'pods', selector, ports: [], namespace }] : [];
  };
  if (workload) {
    yield* make('own', workload.selector);
    for (const path of workload.template?.spec ? SPREADING : [])
      for (const node of nodesAt(workload.template?.spec, path))
        if (isAbsent(get(node, 'namespaces')) && isAbsent(get(node, 'namespaceSelector')))
          yield* make('spread', readLabelSelector(get(node, 'labelSelector')));
  }
  switch (`${object.group}/${kind.value}`) {
    case '/Service':
      yield* make('service', podSelectorOf(object));
      break;
    case 'policy/PodDisruptionBudget':
      yield* make('budget', podSelectorOf(object));
      break;
    case 'networking.k8s.io/NetworkPolicy':
    case 'extensions/NetworkPolicy':
      yield* make('policy', podSelectorOf(object));
      for (const peer of PEERS.flatMap((path) => nodesAt(object.spec, path)))
        for (const selecting of make('peer', readLabelSelector(get(peer, 'podSelector'))))
          yield isAbsent(get(peer, 'namespaceSelector')) ? selecting : { ...selecting, namespace: undefined };
      break;
    case 'monitoring.coreos.com/ServiceMonitor':
    case 'monitoring.coreos.com/PodMonitor':
      yield* monitor(object);
  }
}

const SPREADING = [
  'topologySpreadConstraints[]',
  ...['podAffinity', 'podAntiAffinity'].flatMap((kind) => [
    `affinity.${kind}.requiredDuringSchedulingIgnoredDuringExecution[]`,
    `affinity.${kind}.preferredDuringSchedulingIgnoredDuringExecution[].podAffinityTerm`,
  ]),
];

const PEERS = ['ingress[].from[]', 'egress[].to[]'];

/**
 * The Prometheus operator's monitors: an empty `namespaceSelector` is the monitor's own namespace.
 * Source: https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.NamespaceSelector
 */
function* monitor({ kind, spec, name, writtenNamespace }: KubernetesObject): Generator<Selecting> {
  const selector = readLabelSelector(get(spec, 'selector'));
  if (!selector) return;
  const isService = kind.value === 'ServiceMonitor';
  const endpoints = itemsOf(get(spec, isService ? 'endpoints' : 'podMetricsEndpoints'));
  const fact: SelectorFact = {
    owner: { kind: kind.value, name: name?.value },
    role: 'monitor',
    of: isService ? 'services' : 'pods',
    selector,
    ports: endpoints.flatMap((one) => wordOf(get(one, 'port')) ?? []),
  };
  const own = writtenNamespace?.value ?? 'default';
  for (const namespace of monitored(get(spec, 'namespaceSelector'), own)) yield { ...fact, namespace };
}

function monitored(node: YamlNode | undefined, own: string): readonly (string | undefined)[] {
  if (booleanOf(get(node, 'any'))) return [undefined];
  const names = itemsOf(get(node, 'matchNames')).flatMap((item) => stringOf(item) ?? []);
  return names.length > 0 ? names : [own];
}
