import { asSeq, get, walk } from '../../yaml/navigate';
import type { CustomPodsFact } from '../facts';
import { readLabels } from '../metadata';
import type { KubernetesObject } from '../model';

/**
 * The pods a custom resource makes, as far as it tells: every map `template`, `podTemplate`, `leaderTemplate` … that
 * looks like a pod. What its controller does with it is not known.
 */
export function* customPodsOf({ root }: KubernetesObject): Generator<CustomPodsFact> {
  for (const node of walk(root)) {
    if (node.type !== 'map') continue;
    for (const { name, value } of node.pairs) {
      const labels = name.endsWith('emplate') ? get(value, 'metadata', 'labels') : undefined;
      if (!labels || !asSeq(get(value, 'spec', 'containers'))) continue;
      yield { labels: readLabels(labels), unknown: labels.templated };
    }
  }
}
