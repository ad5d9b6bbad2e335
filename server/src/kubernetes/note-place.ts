import { isBuiltInGroup } from './facts/kinds';

/**
 * Where notes are looked for: `Deployment.spec.replicas`. Kinds of other groups have it in front,
 * `cloud.google.com.BackendConfig.spec`: their kinds and fields may be called the same and be something else. What
 * every object has means the same everywhere.
 */
export function notePlace(group: string, kind: string, path: readonly string[]): readonly string[] {
  const isShared = path[0] === 'apiVersion' || path[0] === 'metadata';
  return isShared || isBuiltInGroup(group) ? [kind, ...path] : [...group.split('.'), kind, ...path];
}
