import { get, isAbsent, itemsOf, stringOf } from '../../yaml/navigate';
import type { YamlNode } from '../../yaml/node';
import type { RoleFact } from '../facts';
import type { KubernetesObject } from '../model';

/** What the workspace knows of a Role or ClusterRole. */
export function roleFact({ kind, root }: KubernetesObject): RoleFact {
  const strings = (node: YamlNode | undefined) => itemsOf(node).flatMap((item) => stringOf(item) ?? []);
  return {
    kind: kind.value,
    rules: itemsOf(get(root, 'rules')).map((rule) => ({
      verbs: strings(get(rule, 'verbs')),
      resources: [...strings(get(rule, 'resources')), ...strings(get(rule, 'nonResourceURLs'))],
      names: strings(get(rule, 'resourceNames')),
    })),
    aggregated: !isAbsent(get(root, 'aggregationRule')),
  };
}
