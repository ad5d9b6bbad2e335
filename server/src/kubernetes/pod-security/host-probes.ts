import { asScalar, entry, get } from '../../yaml/navigate';
import { baseline } from './check';

const HANDLERS = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
];

/** One breach for each probe or hook that asks another host than the pod. */
export const hostProbes = baseline(
  'hostProbesAndHostLifecycle',
  function* ({ containers }) {
    for (const container of containers)
      for (const path of HANDLERS)
        for (const action of ['httpGet', 'tcpSocket']) {
          const pair = entry(get(container.node, ...path, action), 'host');
          const host = asScalar(pair?.value);
          if (pair && host && host.value !== null && host.text !== '')
            yield { container, span: host.span, values: [host.text], repairs: [{ kind: 'remove', pair }] };
        }
  },
  34,
);
