import { asScalar, get } from '../../yaml/navigate';
import type { Pod } from '../pods/pods';
import { type Breach, baseline, restricted } from './check';
import { containerScopes, hasOwnUsers, ownerOf } from './scopes';

/** One breach for each container that sees all of `/proc`. */
export const procMount = baseline('procMount', function* (pod, minor) {
  if (!hasOwnUsers(pod, minor)) yield* unmasked(pod);
});

export const procMountRestricted = restricted('procMount_restricted', unmasked, 35, 'procMount');

function* unmasked(pod: Pod): Generator<Breach> {
  for (const scope of containerScopes(pod)) {
    const node = asScalar(get(scope.context, 'procMount'));
    if (node && node.value !== null && node.text !== 'Default')
      yield {
        ...ownerOf(scope),
        span: node.span,
        values: [node.text],
        repairs: [{ kind: 'replace', node, text: 'Default' }],
      };
  }
}
