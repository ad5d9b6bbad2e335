import { asMap, asScalar, entriesOf, entry, get, isAbsent, itemsOf, numberOf } from '../../yaml/navigate';
import type { YamlMap, YamlNode } from '../../yaml/node';
import { readLabels, readWritten } from '../metadata';
import type {
  Container,
  ContainerPort,
  EnvVar,
  PodTemplate,
  Volume,
  VolumeMount,
  Workload,
  WorkloadKind,
  Written,
} from '../model';
import { readLabelSelector, readMapSelector } from '../selectors/read-selector';

/** Reads an object that runs pods; nothing for other kinds. */
export function readWorkload(kind: string, root: YamlMap): Workload | undefined {
  if (!isWorkloadKind(kind)) return undefined;
  const own = asMap(get(root, 'spec'));
  if (kind === 'Pod')
    return { kind, spec: own, replicas: undefined, selector: undefined, template: readTemplate(root) };
  const spec = kind === 'CronJob' ? asMap(get(own, 'jobTemplate', 'spec')) : own;
  const written = get(spec, 'selector');
  const replicas = entry(spec, 'replicas')?.value;
  return {
    kind,
    spec,
    replicas: isAbsent(replicas) ? undefined : replicas,
    selector: kind === 'ReplicationController' ? readMapSelector(written) : readLabelSelector(written),
    template: readTemplate(asMap(get(spec, 'template'))),
  };
}

const WORKLOAD_KINDS: readonly string[] = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'CronJob',
  'Pod',
] satisfies WorkloadKind[];

export function isWorkloadKind(kind: string): kind is WorkloadKind {
  return WORKLOAD_KINDS.includes(kind);
}

function readTemplate(node: YamlMap | undefined): PodTemplate | undefined {
  if (!node) return undefined;
  const metadata = asMap(get(node, 'metadata'));
  const spec = asMap(get(node, 'spec'));
  const containers = (key: string, role: Container['role']) =>
    itemsOf(get(spec, key)).flatMap((item) => (item.type === 'map' ? [readContainer(item, role)] : []));
  return {
    node,
    metadata,
    labels: readLabels(get(metadata, 'labels')),
    annotations: readLabels(get(metadata, 'annotations')),
    spec,
    containers: containers('containers', 'container'),
    initContainers: containers('initContainers', 'init'),
    ephemeralContainers: containers('ephemeralContainers', 'ephemeral'),
    volumes: mapsOf(get(spec, 'volumes')).map(readVolume),
  };
}

function readContainer(node: YamlMap, role: Container['role']): Container {
  const name = readWritten(node, 'name');
  return {
    node,
    role,
    sidecar: role === 'init' && asScalar(get(node, 'restartPolicy'))?.text === 'Always',
    name,
    image: readWritten(node, 'image'),
    ports: mapsOf(get(node, 'ports')).map(readPort),
    env: mapsOf(get(node, 'env')).map(readEnv),
    mounts: mapsOf(get(node, 'volumeMounts')).map(readMount),
    anchor: name?.node.span ?? node.pairs[0]?.key.span ?? node.span,
  };
}

function readPort(node: YamlMap): ContainerPort {
  return {
    node,
    name: readWritten(node, 'name'),
    number: readNumber(node, 'containerPort'),
    protocol: readWritten(node, 'protocol')?.value ?? 'TCP',
  };
}

function readEnv(node: YamlMap): EnvVar {
  return {
    node,
    name: readWritten(node, 'name'),
    value: asScalar(get(node, 'value')),
    valueFrom: asMap(get(node, 'valueFrom')),
  };
}

function readVolume(node: YamlMap): Volume {
  const source = entriesOf(node).find(({ name, value }) => name !== 'name' && !isAbsent(value));
  return { node, name: readWritten(node, 'name'), source: source?.name };
}

function readMount(node: YamlMap): VolumeMount {
  return { node, name: readWritten(node, 'name'), mountPath: readWritten(node, 'mountPath') };
}

function readNumber(map: YamlMap, key: string): Written<number> | undefined {
  const node = asScalar(get(map, key));
  const value = numberOf(node);
  return node && value !== undefined ? { value, node } : undefined;
}

function mapsOf(node: YamlNode | undefined): YamlMap[] {
  return itemsOf(node).flatMap((item) => (item.type === 'map' ? [item] : []));
}
