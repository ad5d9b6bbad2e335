import type { Fact } from '../../core/facts';
import type { Span } from '../../core/span';
import type { Message, Text } from '../../core/text';
import { pairOf } from '../../yaml/navigate';
import type { KubernetesFacts } from '../facts';
import type { Labelled } from '../relations/binding';
import { podSelectorOf } from '../selectors/read-selector';
import { aboutAccount, allowedBy, allowedIn } from './access';
import { aboutKey } from './config-key';
import { type About, type HoverContext, told } from './context';
import { aboutImage } from './image';
import { aboutNamed, aboutPart } from './named';
import { aboutPodNames } from './pod-dns';
import { aboutPolicy } from './policy';
import { aboutContainerPort, aboutServicePorts } from './port-chain';
import { aboutReplicas } from './replicas';
import { aboutSelected } from './selected';
import { aboutSelecting } from './selecting';
import { aboutUses } from './uses';

/** What this very workspace says about a field: numbers worked out, objects found. */
export function aboutField(context: HoverContext): About {
  const { path, node, object } = context;
  if (/(?:^|\.)image$/.test(path)) return { facts: aboutImage(node) };
  if (path === 'kind' || path === 'metadata.name') return aboutObject(context);
  const { workload, kind } = object;
  if (workload && path === 'spec.replicas') return { facts: aboutReplicas(context) };
  if (object.type?.kind === 'Service' && /^spec\.ports(?:\.|$)/.test(path))
    return aboutServicePorts(context) ?? NOTHING;
  if (workload && PORTS.test(path)) return aboutContainerPort(context) ?? NOTHING;
  return (
    aboutReference(context) ??
    aboutSelector(context) ??
    aboutLabels(context) ??
    aboutKeys(context) ?? { facts: kind.value === 'NetworkPolicy' ? aboutPolicy(context) : [] }
  );
}

const NOTHING: About = { facts: [] };
const PORTS = /\.?(?:c|initC)ontainers\.(?:ports(?:\.|$)|.*(?:httpGet|tcpSocket|grpc)\.port$)/;

/** An object as a whole: whom it chooses, who chooses or names it, what it may do. */
function aboutObject(context: HoverContext): About {
  const { object: written, facts } = context;
  const [object] = told('object', context);
  const labelled = labelledBy(context);
  const isService = written.type?.kind === 'Service';
  const noSelector = isService && !podSelectorOf(written);
  const [role] = told('role', context);
  const allowed = role && allowedIn(role.value);
  return {
    facts: [
      ...(noSelector ? [{ text: TEXTS.noSelector }] : []),
      ...told('selector', context)
        .filter(({ value }) => MAIN.has(value.role))
        .flatMap((selector) => aboutSelected(selector, context)),
      ...(written.kind.value === 'NetworkPolicy' ? aboutPolicy(context) : []),
      ...(labelled ? aboutSelecting(labelled, context) : []),
      ...(written.kind.value === 'StatefulSet' ? aboutPodNames(context) : []),
      ...bindingOf(context),
      ...(allowed ? [{ text: TEXTS.allows, values: { allowed } }] : []),
      ...(object ? aboutUses(object, context, 'subject') : []),
      ...(object?.value.kind === 'ServiceAccount' ? aboutAccount(object, facts) : []),
    ],
  };
}

const MAIN = new Set(['service', 'budget', 'policy', 'monitor']);

/** What a RoleBinding gives, and how much that is. */
function bindingOf(context: HoverContext): readonly Message[] {
  const role = told('reference', context).find(({ value }) => value.relation === 'role');
  const allowed = role && allowedBy(role.value, role.span.part, context.facts);
  return allowed ? [{ text: TEXTS.allows, values: { allowed } }] : [];
}

/** The name of another object, a part of it, or the map that holds both. */
function aboutReference(context: HoverContext): About | undefined {
  const { node, path } = context;
  if (!node || path === 'spec' || path === 'metadata' || path.endsWith('.spec')) return undefined;
  const references = told('reference', context);
  if (node.type === 'scalar') {
    const whole = references.find(({ value }) => isAt(value.name.span, node.span));
    if (whole) return aboutNamed(whole, context);
    for (const reference of references) {
      const part = reference.value.parts.find(({ word }) => isAt(word.span, node.span));
      if (part) return aboutPart(reference, part, context);
    }
    return undefined;
  }
  if (node.type !== 'map' || !pairOf(node)) return undefined;
  const inside = references.filter(({ span }) => node.span.start <= span.start && span.end <= node.span.end);
  return inside.length === 1 ? aboutNamed(inside[0]!, context) : undefined;
}

function isAt(a: Span, b: Span): boolean {
  return a.start === b.start && a.part === b.part;
}

/** A selector, or any word of it: the narrowest one, since a policy has several. */
function aboutSelector(context: HoverContext): About | undefined {
  const { node, path, object } = context;
  if (!SELECTORS.test(path) || !node) return undefined;
  if (path === 'spec.selector' && object.type?.kind === 'Service' && !podSelectorOf(object))
    return { facts: [{ text: TEXTS.noSelector }] };
  const [found] = told('selector', context)
    .filter(({ span }) => overlaps(span, node.span))
    .toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  if (!found) return undefined;
  const peer = found.value.role === 'peer' ? aboutPolicy(context) : [];
  return { facts: [...peer, ...aboutSelected(found, context)] };
}

const SELECTORS =
  /(?:^|\.)(?:selector|podSelector|namespaceSelector|labelSelector|matchLabels|matchExpressions)(?:\.|$)/;

function overlaps(a: Span, b: Span): boolean {
  return a.part === b.part && a.start <= b.end && b.start <= a.end;
}

function aboutLabels(context: HoverContext): About | undefined {
  const { path, object } = context;
  const isPods = /(?:^|\.)template\.metadata\.labels$/.test(path) || object.workload?.kind === 'Pod';
  const isOwn = path === 'metadata.labels' && (isPods || object.type?.kind === 'Service');
  const labelled =
    isOwn || (isPods && path.endsWith('template.metadata.labels')) ? labelledBy(context) : undefined;
  return labelled && { facts: aboutSelecting(labelled, context) };
}

/** What others can choose it by: the labels of its pods, or those of a Service. */
function labelledBy(context: HoverContext): Labelled | undefined {
  const [workload] = told('workload', context);
  if (workload) return { of: 'pods', fact: workload, labels: workload.value.labels };
  const [service] = context.object.type?.kind === 'Service' ? told('object', context) : [];
  return service && { of: 'services', fact: service, labels: service.value.labels };
}

/** A key of a ConfigMap or Secret; the keys of maps are words as well. */
function aboutKeys(context: HoverContext): About | undefined {
  const { node, path } = context;
  const pair = node && pairOf(node);
  const [config] = /^(?:data|stringData|binaryData)$/.test(path) ? told('config', context) : [];
  if (!config || !pair) return undefined;
  const { keys, binaryKeys } = config.value;
  const key = [...keys, ...binaryKeys].find(({ span }) => isAt(span, pair.key.span));
  return key && { facts: aboutKey(key.text, config as Fact<KubernetesFacts, 'config'>, context) };
}

const TEXTS = {
  noSelector: {
    ko: '이 Service는 label로 Pod를 고르지 않는다. endpoint를 직접 적거나 ExternalName일 때 그렇다',
    en: 'This Service chooses no Pods by label: its endpoints are written by hand, or it is an ExternalName',
  },
  allows: { ko: '할 수 있는 것: {allowed}', en: 'Allows: {allowed}' },
} satisfies Record<string, Text>;
