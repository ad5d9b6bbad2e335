import { asScalar, entry, get } from '../../yaml/navigate';
import type { YamlPair } from '../../yaml/node';
import { restricted } from './check';
import { missingEverywhere } from './inherited';
import type { Repair } from './repair';
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
  // Beside `runAsUser: 0` it would keep the container from starting.
  const zeros = scopes(pod)
    .flatMap(({ context }) => entry(context, 'runAsUser') ?? [])
    .filter(isZero);
  for (const breach of missingEverywhere(pod, ['runAsNonRoot'], ['runAsNonRoot'], 'true'))
    yield { ...breach, repairs: [...breach.repairs, ...zeros.map(removal)] };
});

/** One breach for each `runAsUser: 0`. */
export const runAsUser = restricted(
  'runAsUser',
  function* (pod, minor) {
    if (hasOwnUsers(pod, minor)) return;
    for (const scope of scopes(pod)) {
      const pair = entry(scope.context, 'runAsUser');
      if (pair && isZero(pair))
        yield { ...ownerOf(scope), span: pair.value.span, values: ['0'], repairs: [removal(pair)] };
    }
  },
  23,
);

function isZero({ value }: YamlPair): boolean {
  return asScalar(value)?.value === 0;
}

function removal(pair: YamlPair): Repair {
  return { kind: 'remove', pair };
}
