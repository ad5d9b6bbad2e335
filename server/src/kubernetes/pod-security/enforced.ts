import type { WorkspaceFacts } from '../../core/facts';
import { type Span, uriOf } from '../../core/span';
import type { KubernetesFacts } from '../facts';
import { minorOf } from '../fields/typed';
import { isMoved } from '../kustomize/kustomizations';
import type { Label } from '../model';
import type { Pod } from '../pods/pods';
import { type PodSecurity, podSecurity, type Step } from './level';

const LABEL = 'pod-security.kubernetes.io/enforce';

/** A pod that its namespace does not let in. */
export interface Refusal {
  /** The label that says which level is enforced. */
  readonly label: Label;
  readonly level: PodSecurity['level'];
  /** What the pod has to change to get in; at least one. */
  readonly steps: readonly Step[];
}

/**
 * Whether the Namespace a pod names is in the workspace and enforces a level the pod does not pass. A pod that names
 * none goes where kubectl is told to.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces
 */
export function refusalOf(
  pod: Pod,
  facts: WorkspaceFacts<KubernetesFacts>,
  version: string,
): Refusal | undefined {
  const name = pod.object.writtenNamespace?.value;
  const isElsewhere = ({ part }: Span) => isMoved(uriOf(part), facts);
  if (!name || isElsewhere(pod.object.root.span)) return undefined;
  const found = facts
    .find('object', { name })
    .filter(({ value }) => value.kind === 'Namespace' && value.group === '');
  const [namespace] = found;
  if (!namespace || found.length > 1 || isElsewhere(namespace.span)) return undefined;
  const said = (key: string) => namespace.value.labels.find((label) => label.name === key && !label.unknown);
  const label = said(LABEL);
  if (label?.value !== 'baseline' && label?.value !== 'restricted') return undefined;
  const { steps } = podSecurity(pod, held(said(`${LABEL}-version`)?.value, version));
  const needed = label.value === 'baseline' ? steps.filter(({ level }) => level === 'baseline') : steps;
  return needed.length > 0 ? { label, level: label.value, steps: needed } : undefined;
}

/** `v1.34` as it is pinned, but never newer than the cluster; `latest` is the cluster's own. */
function held(pinned: string | undefined, version: string): string {
  const [, own] = /^v(1\.\d+)$/.exec(pinned ?? '') ?? [];
  return own && minorOf(own) < minorOf(version) ? own : version;
}
