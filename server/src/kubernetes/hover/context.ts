import type { Fact } from '../../core/facts';
import type { Surroundings } from '../../core/rule';
import type { Message } from '../../core/text';
import type { YamlNode } from '../../yaml/node';
import type { KubernetesFacts } from '../facts';
import type { KubernetesObject, Manifest } from '../model';
import { stored } from '../relations/stored';
import { summarise } from '../summarise/summarise';

/** What a hover is asked about: a field of an object, and what the workspace knows. */
export interface HoverContext {
  readonly manifest: Manifest;
  readonly object: KubernetesObject;
  readonly facts: Surroundings<KubernetesFacts>['facts'];
  /** The keys that lead to the word, up to where people's own begin: `spec.template.metadata.labels`. */
  readonly path: string;
  /** The value that is pointed at, or that stands behind the key. */
  readonly node: YamlNode | undefined;
}

/** What the objects of the workspace say of a field. */
export interface About {
  readonly facts: readonly Message[];
  /** What leads to what, one line each. */
  readonly picture?: readonly Message[];
}

/** What the object tells the workspace, as the workspace holds it. */
export function told<K extends keyof KubernetesFacts>(
  kind: K,
  { manifest, object, facts }: HoverContext,
): readonly Fact<KubernetesFacts, K>[] {
  const { start, end } = object.root.span;
  return summarise(manifest)
    .filter((fact) => fact.kind === kind && start <= fact.span.start && fact.span.end <= end)
    .map((fact) => stored(fact as unknown as Fact<KubernetesFacts, K>, facts));
}
