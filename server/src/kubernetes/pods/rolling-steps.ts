import { asScalar, get } from '../../yaml/navigate';
import type { YamlMap, YamlNode } from '../../yaml/node';

/** How a Deployment moves to a new template: how many pods more than wanted at most, and how many fewer. */
export interface RollingSteps {
  readonly up: number;
  readonly down: number;
}

/**
 * `Recreate` stops all pods first; undefined where a value cannot be read. Surge is rounded up, unavailable down; where
 * both come to 0, one pod may be missing.
 * @param spec the Deployment's
 * Source: https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment
 */
export function rollingSteps(
  spec: YamlMap | undefined,
  count: number,
): RollingSteps | 'recreate' | undefined {
  const strategy = get(spec, 'strategy');
  if (asScalar(get(strategy, 'type'))?.text === 'Recreate') return 'recreate';
  const up = share(get(strategy, 'rollingUpdate', 'maxSurge'), count, Math.ceil);
  const down = share(get(strategy, 'rollingUpdate', 'maxUnavailable'), count, Math.floor);
  if (up === undefined || down === undefined) return undefined;
  return { up, down: up === 0 && down === 0 ? 1 : down };
}

/** A number, or a percentage of the replicas; 25 % where nothing is written. */
function share(node: YamlNode | undefined, of: number, round: (n: number) => number): number | undefined {
  const scalar = asScalar(node);
  if (!scalar || scalar.value === null) return round(of * 0.25);
  if (typeof scalar.value === 'number') return scalar.value;
  const percent = /^(\d+)%$/.exec(scalar.text)?.[1];
  return percent === undefined ? undefined : round((of * Number(percent)) / 100);
}
