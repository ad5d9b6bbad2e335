import { asScalar, get } from '../../yaml/navigate';
import { baseline } from './check';
import { containerScopes, ownerOf } from './scopes';

/** A container that runs with every right of the node. */
export const privileged = baseline('privileged', function* (pod) {
  for (const scope of containerScopes(pod)) {
    const node = asScalar(get(scope.context, 'privileged'));
    if (node?.value === true)
      yield {
        ...ownerOf(scope),
        span: node.span,
        values: ['true'],
        repairs: [{ kind: 'replace', node, text: 'false' }],
      };
  }
});
