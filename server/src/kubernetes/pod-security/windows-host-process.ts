import { asScalar, get } from '../../yaml/navigate';
import { baseline } from './check';
import { ownerOf, scopes } from './scopes';

/** Windows containers that run as a process of the node. */
export const windowsHostProcess = baseline('windowsHostProcess', function* (pod) {
  for (const scope of scopes(pod)) {
    const node = asScalar(get(scope.context, 'windowsOptions', 'hostProcess'));
    if (node?.value === true)
      yield {
        ...ownerOf(scope),
        span: node.span,
        values: ['true'],
        repairs: [{ kind: 'replace', node, text: 'false' }],
      };
  }
});
