import { asScalar, get } from '../../yaml/navigate';
import { restricted } from './check';
import type { Repair } from './repair';
import { containerScopes, isWindows, narrowest, ownerOf, setting } from './scopes';

const FIELD = 'allowPrivilegeEscalation';

/**
 * One breach for each container whose programs may gain rights: it says so, or says nothing. The API server refuses
 * `false` beside `privileged: true`, so that there it is `privileged` that says it.
 */
export const privilegeEscalation = restricted(
  'allowPrivilegeEscalation',
  function* (pod, minor) {
    if (isWindows(pod, minor)) return;
    for (const scope of containerScopes(pod)) {
      const node = asScalar(get(scope.context, FIELD));
      const privileged = asScalar(get(scope.context, 'privileged'));
      if (node?.value === false) continue;
      const said = node?.value === true ? [node] : [];
      const wide = privileged?.value === true ? [privileged] : [];
      const [first] = [...said, ...wide];
      yield {
        ...ownerOf(scope),
        span: first?.span ?? narrowest(scope, [FIELD]),
        ...(!first && { missing: true as const }),
        values: first ? [first === privileged ? 'privileged' : FIELD] : [],
        repairs: [
          ...[...said, ...wide].map((one): Repair => ({ kind: 'replace', node: one, text: 'false' })),
          ...(said.length > 0 ? [] : [setting(scope, [FIELD], 'false')]),
        ],
      };
    }
  },
  8,
);
