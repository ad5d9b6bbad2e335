import { asScalar, booleanOf, get } from '../../yaml/navigate';
import type { YamlScalar } from '../../yaml/node';
import type { Pod } from '../pods/pods';
import type { Violation } from './check';

/** A path of a node that a pod reaches. */
export interface HostPath {
  readonly path: YamlScalar | undefined;
  readonly isMounted: boolean;
  /** Some container may write to it. */
  readonly isWritable: boolean;
}

/** What a violation of `hostPathVolumes` lets a pod reach. */
export function hostPathOf({ template, containers }: Pod, { span }: Violation): HostPath {
  const volume = template.volumes.find(
    ({ node }) => node.span.start <= span.start && span.end <= node.span.end,
  );
  const name = volume?.name?.value;
  const mounts = containers.flatMap(({ mounts: all }) => all).filter((mount) => mount.name?.value === name);
  return {
    path: asScalar(get(volume?.node, 'hostPath', 'path')),
    isMounted: mounts.length > 0,
    isWritable: mounts.some(({ node }) => booleanOf(get(node, 'readOnly')) !== true),
  };
}
