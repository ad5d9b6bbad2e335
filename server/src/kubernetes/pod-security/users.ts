import { asScalar, get } from '../../yaml/navigate';
import type { YamlScalar } from '../../yaml/node';
import type { Pod } from '../pods/pods';
import { containerScopes, podScope, type Scope } from './scopes';

/** Who a container runs as, as far as its manifest says: what it does not say itself, its pod says for it. */
export interface User {
  readonly scope: Scope;
  readonly id: YamlScalar | undefined;
  readonly group: YamlScalar | undefined;
  readonly nonRoot: YamlScalar | undefined;
}

export function usersOf(pod: Pod): readonly User[] {
  const own = podScope(pod);
  return containerScopes(pod).map((scope) => {
    const said = (field: string) => written(scope, field) ?? written(own, field);
    return {
      scope,
      id: said('runAsUser'),
      group: said('runAsGroup'),
      nonRoot: said('runAsNonRoot'),
    };
  });
}

/** What a scope says itself; null is nothing. */
export function written({ context }: Scope, field: string): YamlScalar | undefined {
  const node = asScalar(get(context, field));
  return node && node.value !== null ? node : undefined;
}

/** Some number above 0 is chosen: whatever the image says, it is not root. */
export function hasOwnId({ id }: User): boolean {
  return typeof id?.value === 'number' && id.value > 0;
}
