import type { WorkspaceFacts } from '../../core/facts';
import { once } from '../../core/once';
import type { Span } from '../../core/span';
import { entry, keySpan } from '../../yaml/navigate';
import type { YamlMap } from '../../yaml/node';
import type { KubernetesFacts } from '../facts';
import { isPatch, isRewritten } from '../kustomize/kustomizations';
import type { Container, KubernetesObject, Manifest, PodTemplate, Workload } from '../model';

/** What a Pod is, or the pods of a workload will be. */
export interface Pod {
  readonly object: KubernetesObject;
  readonly workload: Workload;
  readonly template: PodTemplate;
  /** Of the pod, not of the workload. */
  readonly spec: YamlMap;
  /** In the order they start: init containers first, ephemeral ones last. */
  readonly containers: readonly Container[];
  /** Where to say what the pod as a whole lacks: the key `containers`, else `spec`. */
  readonly anchor: Span;
}

/** The pods of a document; none of what a kustomization merges into other objects. */
export function podsIn(manifest: Manifest, facts: WorkspaceFacts<KubernetesFacts>): readonly Pod[] {
  const pods = podsOf(manifest);
  return pods.length > 0 && isPatch(manifest.file.uri, facts) ? [] : pods;
}

/** Half of all rules ask for them. */
const podsOf = once(({ objects }: Manifest): readonly Pod[] =>
  objects.flatMap((object) => {
    const { workload } = object;
    const template = workload?.template;
    if (!workload || !template?.spec) return [];
    const { spec, containers, initContainers, ephemeralContainers } = template;
    return {
      object,
      workload,
      template,
      spec,
      containers: [...initContainers, ...containers, ...ephemeralContainers],
      anchor: entry(spec, 'containers')?.key.span ?? keySpan(spec),
    };
  }),
);

/**
 * Whether what a document leaves out is left out of the objects that are applied. A broken text has lost some of it,
 * and what a kustomization patches or rewrites may get it there.
 */
export function isWhole({ document, file }: Manifest, facts: WorkspaceFacts<KubernetesFacts>): boolean {
  return document.faults.length === 0 && facts.complete && !isRewritten(file.uri, facts);
}
