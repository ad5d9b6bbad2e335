import { asScalar, entry, get } from '../../yaml/navigate';
import { restricted } from './check';
import { missingEverywhere } from './inherited';
import { hasOwnUsers, ownerOf, scopes } from './scopes';

/** One breach for each `runAsNonRoot: false`, and one where neither the pod nor some of its containers say it. */
export const runAsNonRoot = restricted('runAsNonRoot', function* (pod, minor) {
  if (hasOwnUsers(pod, minor)) return;
  for (const scope of scopes(pod)) {
    const node = asScalar(get(scope.context, 'runAsNonRoot'));
    if (node?.value === false)
      yield {
        ...ownerOf(scope),
        span: node.span,
        values: ['false'],
        repairs: [{ kind: 'replace', node, text: 'true' }],
      };
  }
  yield* missingEverywhere(pod, ['runAsNonRoot'], ['runAsNonRoot'], 'true');
});

/** One breach for each `runAsUser: 0`. */
export const runAsUser = restricted(
  'runAsUser',
  function* (pod, minor) {
    if (hasOwnUsers(pod, minor)) return;
    for (const scope of scopes(pod)) {
      const pair = entry(scope.context, 'runAsUser');
      const node = asScalar(pair?.value);
      if (pair && node?.value === 0)
        yield { ...ownerOf(scope), span: node.span, values: ['0'], repairs: [{ kind: 'remove', pair }] };
    }
  },
  23,
);
