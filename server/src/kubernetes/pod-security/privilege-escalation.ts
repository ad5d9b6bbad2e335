import { asScalar, get } from '../../yaml/navigate';
import { restricted } from './check';
import { containerScopes, isWindows, narrowest, ownerOf, setting } from './scopes';

const FIELD = 'allowPrivilegeEscalation';

/** One breach for each container whose programs may gain rights: it says so, or says nothing. */
export const privilegeEscalation = restricted(
  'allowPrivilegeEscalation',
  function* (pod, minor) {
    if (isWindows(pod, minor)) return;
    for (const scope of containerScopes(pod)) {
      const node = asScalar(get(scope.context, FIELD));
      if (node?.value === false) continue;
      const isSaid = node?.value === true;
      yield {
        ...ownerOf(scope),
        span: isSaid ? node.span : narrowest(scope, [FIELD]),
        ...(!isSaid && { missing: true as const }),
        values: isSaid ? ['true'] : [],
        repairs: [isSaid ? { kind: 'replace', node, text: 'false' } : setting(scope, [FIELD], 'false')],
      };
    }
  },
  8,
);
