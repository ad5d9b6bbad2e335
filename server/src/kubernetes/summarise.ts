import type { Fact } from '../core/facts';
import type { Span } from '../core/span';
import {
  asScalar,
  booleanOf,
  entriesOf,
  entry,
  get,
  isAbsent,
  itemsOf,
  keySpan,
  numberOf,
  stringOf,
} from '../yaml/navigate';
import type { YamlMap, YamlNode } from '../yaml/node';
import type { KubernetesFacts, PortFact, ServicePortFact, WorkloadFact } from './facts';
import { splitApiVersion } from './facts/kinds';
import { readWritten } from './metadata';
import type { KubernetesObject, Manifest, PodTemplate, Workload } from './model';
import { podSelectorOf } from './read-selector';
import { customKinds } from './schema/custom';

type AnyFact = { [K in keyof KubernetesFacts]: Fact<KubernetesFacts, K> }[keyof KubernetesFacts];

/** What a document tells the rest of the workspace; templates and fragments tell nothing. */
export function summarise(manifest: Manifest): readonly AnyFact[] {
  if (manifest.sort === 'kustomization') return kustomization(manifest);
  const damaged = manifest.document.faults.length > 0;
  return manifest.objects.flatMap((object) => [...factsOf(object, damaged)]);
}

/** @param damaged YAML faults may have moved or hidden labels: what is read proves nothing. */
function* factsOf(object: KubernetesObject, damaged: boolean): Iterable<AnyFact> {
  const { kind, group, spec, type } = object;
  const at = place(object);
  if (!type) return;
  if (at.name !== undefined)
    yield {
      kind: 'object',
      ...at,
      value: {
        apiVersion: object.apiVersion.value,
        group,
        kind: kind.value,
        labels: object.labels,
        ...(mountsNoToken(object) && { mountsToken: false }),
      },
    };
  if (object.workload) {
    const value = workload(object, object.workload);
    yield { kind: 'workload', ...at, value: damaged ? { ...value, unknown: true } : value };
  }
  switch (kind.value) {
    case 'Service':
      yield { kind: 'service', ...at, value: service(object) };
      break;
    case 'HorizontalPodAutoscaler': {
      const target = autoscalerTarget(object);
      const minReplicas = numberOf(get(spec, 'minReplicas'));
      const maxReplicas = numberOf(get(spec, 'maxReplicas'));
      if (target) yield { kind: 'autoscaler', ...at, value: { target, minReplicas, maxReplicas } };
      break;
    }
    case 'PodDisruptionBudget':
      yield { kind: 'budget', ...at, value: { selector: podSelectorOf(object) } };
      break;
    case 'NetworkPolicy':
      yield { kind: 'networkPolicy', ...at, value: { selector: podSelectorOf(object) } };
      break;
    case 'ConfigMap':
    case 'Secret': {
      const keys = ['data', 'stringData'].flatMap((key) => namesOf(get(object.root, key)));
      const value = { kind: kind.value, keys, binaryKeys: namesOf(get(object.root, 'binaryData')) } as const;
      yield { kind: 'config', ...at, value };
      break;
    }
    case 'CustomResourceDefinition':
      for (const value of customKinds(object))
        yield { kind: 'customKind', name: value.kind.type, value, span: at.span };
  }
}

/** An HPA's `scaleTargetRef`, where it is complete. */
export function autoscalerTarget({
  spec,
}: KubernetesObject): KubernetesFacts['autoscaler']['target'] | undefined {
  const ref = get(spec, 'scaleTargetRef');
  const kind = readWritten(ref, 'kind');
  const name = readWritten(ref, 'name');
  if (!kind || !name || name.node.templated) return undefined;
  const apiVersion = readWritten(ref, 'apiVersion')?.value;
  const group = apiVersion === undefined ? undefined : splitApiVersion(apiVersion).group;
  return { kind: kind.value, name: name.value, group, span: name.node.span };
}

/** Where an object stands in the cluster; what a template writes is unknown and so missing. */
function place({ name, namespace, writtenNamespace, kind }: KubernetesObject) {
  return {
    namespace: writtenNamespace?.node.templated ? undefined : namespace,
    name: name?.node.templated ? undefined : name?.value,
    span: (name ?? kind).node.span,
  };
}

function workload(
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
    labelsSpan: labels?.key.span ?? (template ? keyOf(template.node, kind.node.span) : kind.node.span),
  };
}

/** The key of a pod template; a Pod is its own template and has none. */
function keyOf(node: YamlMap, otherwise: Span): Span {
  return node.parent ? keySpan(node) : otherwise;
}

/** Init containers end before the pod serves, unless they are sidecars. */
function containerPorts({ containers, initContainers }: PodTemplate): PortFact[] {
  return [...containers, ...initContainers.filter(({ sidecar }) => sidecar)].flatMap(({ ports }) =>
    ports.map(({ name, number, protocol, node }) => ({
      name: name?.value,
      number: number?.value,
      protocol,
      span: (name ?? number)?.node.span ?? node.span,
    })),
  );
}

function mountsNoToken({ kind, root }: KubernetesObject): boolean {
  return kind.value === 'ServiceAccount' && booleanOf(get(root, 'automountServiceAccountToken')) === false;
}

function service(object: KubernetesObject): KubernetesFacts['service'] {
  const { spec } = object;
  return {
    type: stringOf(get(spec, 'type')) ?? 'ClusterIP',
    headless: stringOf(get(spec, 'clusterIP')) === 'None',
    selector: podSelectorOf(object),
    ports: itemsOf(get(spec, 'ports')).flatMap((item) => (item.type === 'map' ? [servicePort(item)] : [])),
  };
}

function servicePort(node: YamlMap): ServicePortFact {
  const port = asScalar(get(node, 'port'));
  const name = readWritten(node, 'name');
  const target = asScalar(get(node, 'targetPort'))?.value;
  return {
    name: name?.value,
    number: numberOf(port),
    protocol: readWritten(node, 'protocol')?.value ?? 'TCP',
    targetPort: typeof target === 'string' || typeof target === 'number' ? target : numberOf(port),
    span: (name?.node ?? port ?? node).span,
  };
}

function kustomization({ document }: Manifest): AnyFact[] {
  const { root, span } = document;
  if (root?.type !== 'map') return [];
  const strings = (node: YamlNode | undefined) => itemsOf(node).flatMap((item) => stringOf(item) ?? []);
  const paths = (key: string) => itemsOf(get(root, key)).flatMap((item) => stringOf(get(item, 'path')) ?? []);
  const value: KubernetesFacts['kustomization'] = {
    resources: ['resources', 'bases', 'components'].flatMap((key) => strings(get(root, key))),
    patches: [
      ...paths('patches'),
      ...paths('patchesJson6902'),
      // An entry is a path or the patch itself.
      ...strings(get(root, 'patchesStrategicMerge')).filter((entry) => !entry.includes('\n')),
    ],
    namespace: stringOf(get(root, 'namespace')),
    namePrefix: stringOf(get(root, 'namePrefix')),
    nameSuffix: stringOf(get(root, 'nameSuffix')),
    rewrites: REWRITING.some((key) => !isAbsent(get(root, key))),
  };
  return [{ kind: 'kustomization', value, span: root.pairs[0]?.key.span ?? span }];
}

const REWRITING = [
  'commonLabels',
  'labels',
  'components',
  'configMapGenerator',
  'secretGenerator',
  'generators',
  'transformers',
  'replacements',
  'vars',
  'helmCharts',
  'patches',
  'patchesStrategicMerge',
  'patchesJson6902',
];

function namesOf(node: YamlNode | undefined): string[] {
  return entriesOf(node).map(({ name }) => name);
}
