import type { Span } from '../../core/span';
import { entry, get, keySpan, numberOf } from '../../yaml/navigate';
import type { YamlMap, YamlNode } from '../../yaml/node';
import { wordOf } from '../../yaml/word';
import type { PortFact, PortUse, PortWord, WorkloadFact } from '../facts';
import type { Container, KubernetesObject, PodTemplate, Workload } from '../model';

/** What the workspace knows of an object that runs pods. */
export function workloadFact(
  { group, kind }: KubernetesObject,
  { kind: own, replicas, template }: Workload,
): WorkloadFact {
  const labels = entry(template?.metadata, 'labels');
  return {
    kind: own,
    group,
    labels: template?.labels ?? [],
    unknown:
      labels?.value.templated === true ||
      template?.metadata?.templated === true ||
      template?.labels.some(({ unknown }) => unknown) === true,
    replicas: numberOf(replicas),
    ports: template ? containerPorts(template) : [],
    portUses: template ? portUses(template) : [],
    labelsSpan: labels?.key.span ?? (template ? keyOf(template.node, kind.node.span) : kind.node.span),
  };
}

/** The key of a pod template; a Pod is its own template and has none. */
function keyOf(node: YamlMap, otherwise: Span): Span {
  return node.parent ? keySpan(node) : otherwise;
}

/** Init containers end before the pod serves, unless they are sidecars. */
export function servingContainers({ containers, initContainers }: PodTemplate): readonly Container[] {
  return [...containers, ...initContainers.filter(({ sidecar }) => sidecar)];
}

function containerPorts(template: PodTemplate): readonly PortFact[] {
  return servingContainers(template).flatMap(({ ports }, container) =>
    ports.map(({ node, protocol }) => ({
      container,
      name: wordOf(get(node, 'name')),
      port: portWord(get(node, 'containerPort')),
      protocol,
    })),
  );
}

function portUses(template: PodTemplate): readonly PortUse[] {
  return servingContainers(template).flatMap(({ node }, container) =>
    PORT_USES.flatMap((path) => {
      const use = portWord(get(node, ...path));
      return use ? [{ container, by: path.slice(0, -2).join('.'), ...use }] : [];
    }),
  );
}

/** Where a container speaks of its ports. */
export const PORT_USES: readonly (readonly string[])[] = [
  ...['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle.postStart', 'lifecycle.preStop'].flatMap(
    (hook) => [`${hook}.httpGet.port`, `${hook}.tcpSocket.port`],
  ),
  ...['livenessProbe', 'readinessProbe', 'startupProbe'].map((probe) => `${probe}.grpc.port`),
].map((path) => path.split('.'));

export function portWord(node: YamlNode | undefined): PortWord | undefined {
  const word = wordOf(node);
  return word && { word, number: numberOf(node) };
}
