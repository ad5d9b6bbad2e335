import type { Finding } from '../core/rule';
import { asScalar, get } from '../yaml/navigate';
import type { Place } from '../yaml/schema/places';

/** How many pods may go, and come, at once: a Deployment has a quarter each, a DaemonSet replaces one by one. */
const ROLLOUTS: Readonly<Record<string, { readonly surge: string; readonly unavailable: string }>> = {
  'apps.v1.RollingUpdateDeployment': { surge: '25%', unavailable: '25%' },
  'apps.v1.RollingUpdateDaemonSet': { surge: '0', unavailable: '1' },
};

export function* rollout({ map, type }: Place): Generator<Finding> {
  const usual = ROLLOUTS[type.name];
  if (!usual) return;
  const [surge, unavailable] = [asScalar(get(map, 'maxSurge')), asScalar(get(map, 'maxUnavailable'))];
  const isZero = (text: string) => /^0%?$/.test(text);
  const isNone = [isZero(surge?.text ?? usual.surge), isZero(unavailable?.text ?? usual.unavailable)];
  const span = (unavailable ?? surge)?.span;
  if (span && isNone[0] && isNone[1]) yield { span, message: 'zero' };
  if (surge && type.name === 'apps.v1.RollingUpdateDaemonSet' && !isNone[0] && !isNone[1])
    yield { span: surge.span, message: 'daemon' };
}
