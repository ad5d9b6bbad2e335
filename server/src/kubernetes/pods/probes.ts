import type { WorkspaceFacts } from '../../core/facts';
import type { Fix } from '../../core/rule';
import { addEntry } from '../../yaml/edit';
import { asMap, entry, get } from '../../yaml/navigate';
import type { YamlDocument, YamlMap } from '../../yaml/node';
import type { KubernetesFacts } from '../facts';
import type { Container } from '../model';
import { servicesFor } from '../relations/selecting';
import type { Pod } from './pods';

export const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;
export type ProbeKind = (typeof PROBES)[number];

export function probeOf({ node }: Container, kind: ProbeKind): YamlMap | undefined {
  return asMap(get(node, kind));
}

/** Whether the pods are meant to go on running; those of a Job end, and nobody waits for them to be ready. */
export function goesOn({ workload: { kind } }: Pod): boolean {
  return kind !== 'Job' && kind !== 'CronJob';
}

/** Whether anything tells when the pod is ready: one container that is asked makes the whole pod wait. */
export function tellsReady({ spec, containers }: Pod): boolean {
  return (
    containers.some((container) => probeOf(container, 'readinessProbe')) ||
    entry(spec, 'readinessGates') !== undefined
  );
}

/** The Services of the workspace that send traffic to the pod. */
export function servicesOf({ template, object }: Pod, facts: WorkspaceFacts<KubernetesFacts>) {
  return servicesFor(template.labels, object.namespace, facts);
}

/** A readiness probe that connects to the first TCP port the container declares; nothing where it declares none. */
export function readinessFix(document: YamlDocument, { node, ports }: Container): Fix | undefined {
  const declared = ports.find(({ protocol }) => protocol === 'TCP');
  const port = declared?.name?.value ?? declared?.number?.node.text;
  if (port === undefined || entry(node, 'readinessProbe')) return undefined;
  const value = node.flow ? `{tcpSocket: {port: ${port}}}` : `\n  tcpSocket:\n    port: ${port}`;
  return {
    title: {
      ko: '포트 `{port}`{port|을} 검사하는 `readinessProbe` 넣기',
      en: 'Add a `readinessProbe` that connects to port `{port}`',
    },
    values: { port },
    kind: 'choice',
    edits: [addEntry(document, node, 'readinessProbe', value)],
  };
}
