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

/** The keys below these are people's own: what is explained is the map that holds them. */
const FREE = new Set([
  'labels',
  'annotations',
  'matchLabels',
  'nodeSelector',
  'selector',
  'data',
  'stringData',
]);
const KNOWN = new Set(['matchLabels', 'matchExpressions']);

/** Whether a key of a map is somebody's own name for something, by the key that holds the map. */
export function isFree(holder: string | undefined, key: string): boolean {
  return holder !== undefined && FREE.has(holder) && !KNOWN.has(key);
}
