import { entriesOf, get, itemsOf, stringOf } from '../../yaml/navigate';
import type { LimitRangeFact } from '../facts';
import type { KubernetesObject } from '../model';

/**
 * What a LimitRange gives to containers. A maximum is also the default limit, a default limit the default request, and
 * a minimum the last resort for that.
 * Source: SetDefaults_LimitRangeItem in pkg/apis/core/v1/defaults.go of Kubernetes
 */
export function limitRangeFact({ spec }: KubernetesObject): LimitRangeFact {
  const items = itemsOf(get(spec, 'limits')).filter((item) => stringOf(get(item, 'type')) === 'Container');
  const named = (...fields: string[]) => [
    ...new Set(
      items.flatMap((item) => fields.flatMap((field) => entriesOf(get(item, field)).map(({ name }) => name))),
    ),
  ];
  return {
    requests: named('defaultRequest', 'default', 'max', 'min'),
    limits: named('default', 'max'),
  };
}
