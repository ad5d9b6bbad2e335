import type { Fact, WorkspaceFacts } from '../../core/facts';
import { uriOf } from '../../core/span';
import type { KubernetesFacts } from '../facts';
import { isRewritten } from '../kustomize/kustomizations';
import { type Selector, saidBy } from '../selectors/selector';
import { sameFolder } from './nearest';

/** Another workload of the namespace whose selector asks for exactly the same. */
export type Twin = Fact<KubernetesFacts, 'selector'>;

/** Only those written before it, so that two are told once. */
export function twinsBefore(
  selector: Selector,
  place: { readonly uri: string; readonly namespace: string | undefined; readonly name: string },
  facts: WorkspaceFacts<KubernetesFacts>,
): readonly Twin[] {
  const { uri, namespace, name } = place;
  const at = { ...(namespace !== undefined && { namespace }), name: saidBy(selector) };
  return facts.find('selector', at).filter(({ value, span }) => {
    if (value.role !== 'own' || !SCALED.has(value.owner.kind)) return false;
    const home = uriOf(span.part);
    if (value.owner.name === name || !sameFolder(home, uri) || isRewritten(home, facts)) return false;
    return home === uri ? isBefore(span, selector.span) : home < uri;
  });
}

export const SCALED: ReadonlySet<string> = new Set([
  'DaemonSet',
  'Deployment',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
]);

/** Parts of one file are numbered in the order they were first read: fewer digits, then smaller ones. */
function isBefore(a: Selector['span'], b: Selector['span']): boolean {
  if (a.part === b.part) return a.start < b.start;
  return a.part.length === b.part.length ? a.part < b.part : a.part.length < b.part.length;
}
