import { entry, numberOf } from '../../yaml/navigate';
import { baseline } from './check';

/** One breach for each port a container takes on its node. */
export const hostPorts = baseline('hostPorts', function* ({ containers }) {
  for (const container of containers)
    for (const { node } of container.ports) {
      const pair = entry(node, 'hostPort');
      const port = numberOf(pair?.value);
      if (pair && port)
        yield {
          container,
          span: pair.value.span,
          values: [String(port)],
          repairs: [{ kind: 'remove', pair }],
        };
    }
});
