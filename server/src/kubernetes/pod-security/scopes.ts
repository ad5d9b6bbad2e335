import type { Span } from '../../core/span';
import { asMap, booleanOf, entry, get } from '../../yaml/navigate';
import type { YamlMap, YamlNode } from '../../yaml/node';
import type { Container } from '../model';
import type { Pod } from '../pods/pods';
import type { Repair } from './repair';

/** What has a `securityContext`: the pod, or one of its containers. */
export interface Scope {
  readonly container?: Container;
  /** The map that holds, or would hold, the `securityContext`. */
  readonly holder: YamlMap;
  readonly context: YamlMap | undefined;
  readonly anchor: Span;
}

export function podScope({ spec, anchor }: Pod): Scope {
  return { holder: spec, context: asMap(get(spec, 'securityContext')), anchor };
}

export function containerScopes({ containers }: Pod): readonly Scope[] {
  return containers.map((container) => ({
    container,
    holder: container.node,
    context: asMap(get(container.node, 'securityContext')),
    anchor: container.anchor,
  }));
}

export function scopes(pod: Pod): readonly Scope[] {
  return [podScope(pod), ...containerScopes(pod)];
}

/** Whose field it is, as a part of a breach. */
export function ownerOf({ container }: Scope): { readonly container?: Container } {
  return container ? { container } : {};
}

/** The deepest key that is written on the way to a field of the `securityContext`. */
export function narrowest({ holder, anchor }: Scope, path: readonly string[]): Span {
  let span = anchor;
  let at: YamlNode | undefined = holder;
  for (const key of ['securityContext', ...path]) {
    const pair = entry(at, key);
    if (!pair) break;
    span = pair.key.span;
    at = pair.value;
  }
  return span;
}

/** Writes a field of the `securityContext`. */
export function setting(
  { holder }: Scope,
  path: readonly string[],
  value: string | readonly string[],
): Repair {
  return { kind: 'set', holder, path: ['securityContext', ...path], value };
}

/** From 1.25 on, a pod that says so is free of what only Linux knows. */
export function isWindows({ spec }: Pod, minor: number): boolean {
  const os = get(spec, 'os', 'name');
  return minor >= 25 && os?.type === 'scalar' && os.value === 'windows';
}

/** From 1.35 on, root in a user namespace of its own is nobody on the node. */
export function hasOwnUsers({ spec }: Pod, minor: number): boolean {
  return minor >= 35 && booleanOf(get(spec, 'hostUsers')) === false;
}
