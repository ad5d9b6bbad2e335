import { booleanOf, entry } from '../../yaml/navigate';
import { baseline } from './check';

export const HOST_NAMESPACES = ['hostNetwork', 'hostPID', 'hostIPC'] as const;

/** One breach for each namespace of the node that a pod shares; its value is the field. */
export const hostNamespaces = baseline('hostNamespaces', function* ({ spec }) {
  for (const field of HOST_NAMESPACES) {
    const pair = entry(spec, field);
    if (pair && booleanOf(pair.value) === true)
      yield { span: pair.key.span, values: [field], repairs: [{ kind: 'remove', pair }] };
  }
});
