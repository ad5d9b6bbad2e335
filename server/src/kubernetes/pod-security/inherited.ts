import { get, isAbsent } from '../../yaml/navigate';
import type { Pod } from '../pods/pods';
import type { Breach } from './check';
import { containerScopes, narrowest, podScope, setting } from './scopes';

/**
 * One breach where a field is written neither for the pod, whose value its containers take over, nor for each of them.
 *
 * @param field whose presence counts, whatever its value
 * @param path where the repair writes its value, for the whole pod
 */
export function* missingEverywhere(
  pod: Pod,
  field: readonly string[],
  path: readonly string[],
  value: string,
): Generator<Breach> {
  const own = podScope(pod);
  if (!isAbsent(get(own.context, ...field))) return;
  const without = containerScopes(pod).filter(({ context }) => isAbsent(get(context, ...field)));
  if (without.length > 0)
    yield {
      span: narrowest(own, path),
      missing: true,
      values: without.map(({ container }) => container?.name?.value ?? '?'),
      repairs: [setting(own, path, value)],
    };
}
