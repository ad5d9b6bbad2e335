import type { WorkspaceFacts } from '../../core/facts';
import type { Finding, PeerName } from '../../core/rule';
import type { Edit, Span } from '../../core/span';
import { addEntry } from '../../yaml/edit';
import { asScalar, entry, get } from '../../yaml/navigate';
import type { YamlDocument, YamlMap, YamlNode, YamlPair } from '../../yaml/node';
import type { KubernetesFacts } from '../facts';
import type { Container, Manifest } from '../model';
import { amountOf } from '../schema/quantity';
import { isWhole, type Pod, podsIn } from './pods';

/** What containers ask of their node. */
export type Demand = 'requests' | 'limits';
export type Resource = 'cpu' | 'memory' | 'ephemeral-storage';

/**
 * Whether a container has a request or limit: its own, that of its pod (from 1.34 on), or what the namespace's
 * LimitRange gives it. A limit is a request, too, where none is written; a zero is as good as none.
 * Source: SetDefaults_Pod in pkg/apis/core/v1/defaults.go
 */
export function hasDemand(
  container: Container,
  { spec, object }: Pod,
  demand: Demand,
  resource: Resource,
  facts: WorkspaceFacts<KubernetesFacts>,
): boolean {
  const demands: readonly Demand[] = demand === 'requests' ? ['requests', 'limits'] : ['limits'];
  const holders = resource === 'ephemeral-storage' ? [container.node] : [container.node, spec];
  for (const holder of holders)
    if (demands.some((one) => isSome(get(holder, 'resources', one, resource)))) return true;
  return facts
    .find('limitRange', { namespace: object.namespace })
    .some(({ value }) => value[demand].includes(resource));
}

function isSome(node: YamlNode | undefined): boolean {
  const scalar = asScalar(node);
  return scalar !== undefined && scalar.value !== null && amountOf(scalar.text) !== 0;
}

/** One finding for each container without a request or limit. Ephemeral ones can have none. */
export function* containersWithout(
  manifest: Manifest,
  facts: WorkspaceFacts<KubernetesFacts>,
  demand: Demand,
  resource: Resource,
  also: (container: Container) => readonly PeerName[],
): Generator<Finding> {
  if (!isWhole(manifest, facts)) return;
  for (const pod of podsIn(manifest, facts))
    for (const container of pod.containers) {
      if (container.role === 'ephemeral' || hasDemand(container, pod, demand, resource, facts)) continue;
      const amount = usualAmount(container, demand, resource);
      const edit = writeDemand(manifest.document, container.node, demand, resource, amount);
      yield {
        span: placeFor(container, demand),
        values: { container: container.name?.value ?? '?' },
        also: also(container),
        fixes: edit
          ? [{ title: TITLE, values: { demand, resource, amount }, kind: 'choice', edits: [edit] }]
          : [],
      };
    }
}

const TITLE = {
  ko: '`{demand}`에 `{resource}: {amount}` 적기(재어 보고 고칠 값)',
  en: 'Write `{resource}: {amount}` in `{demand}` (measure, then change it)',
};

/** A container that runs beside the others, not one that ends before they start. */
export function isLasting({ role, sidecar }: Container): boolean {
  return role === 'container' || sidecar;
}

/** The narrowest key that should hold the demand and is the container's own. */
function placeFor({ node, anchor }: Container, demand: Demand): Span {
  const resources = ownEntry(node, 'resources');
  const held = resources?.value;
  return (held && ownEntry(held, demand)?.key.span) ?? resources?.key.span ?? anchor;
}

/** A pair that is written in the map itself: neither behind an alias nor merged into it. */
function ownEntry(map: YamlNode, key: string): YamlPair | undefined {
  const found = map.type === 'map' ? entry(map, key) : undefined;
  return found?.parent === map ? found : undefined;
}

/** What is there already is no less than what it is held against; else a figure to start from. */
function usualAmount({ node }: Container, demand: Demand, resource: Resource): string {
  const request = demand === 'limits' ? asScalar(get(node, 'resources', 'requests', resource)) : undefined;
  return isSome(request) ? request!.text : AMOUNTS[resource][demand];
}

const AMOUNTS: Readonly<Record<Resource, Readonly<Record<Demand, string>>>> = {
  cpu: { requests: '100m', limits: '500m' },
  memory: { requests: '128Mi', limits: '256Mi' },
  'ephemeral-storage': { requests: '500Mi', limits: '1Gi' },
};

/** Nothing where the keys are shared with other containers, or where a value that is none stands in the way. */
function writeDemand(
  document: YamlDocument,
  node: YamlMap,
  demand: Demand,
  resource: Resource,
  amount: string,
): Edit | undefined {
  const resources = entry(node, 'resources');
  if (!resources)
    return node.flow
      ? addEntry(document, node, 'resources', `{${demand}: {${resource}: ${amount}}}`)
      : addEntry(document, node, 'resources', `\n  ${demand}:\n    ${resource}: ${amount}`);
  const holder = holderOf(resources, node);
  if (!holder) return undefined;
  const part = entry(resources.value, demand);
  if (!part) {
    const value = isFlow(resources.value) ? `{${resource}: ${amount}}` : `\n  ${resource}: ${amount}`;
    return addEntry(document, holder, demand, value);
  }
  const inner = holder.type === 'map' ? holderOf(part, holder) : undefined;
  const isThere = entry(part.value, resource) !== undefined;
  return inner && !isThere ? addEntry(document, inner, resource, amount) : undefined;
}

function holderOf(pair: YamlPair, map: YamlMap): YamlMap | YamlPair | undefined {
  const { value } = pair;
  if (pair.parent !== map) return undefined;
  if (value.type === 'map') return value;
  return value.type === 'scalar' && value.span.start === value.span.end ? pair : undefined;
}

function isFlow(node: YamlNode): boolean {
  return node.type === 'map' && node.flow;
}
