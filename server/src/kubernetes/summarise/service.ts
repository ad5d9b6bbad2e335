import { get, itemsOf, stringOf } from '../../yaml/navigate';
import type { YamlMap } from '../../yaml/node';
import { wordOf } from '../../yaml/word';
import type { ServiceFact, ServicePortFact } from '../facts';
import { readWritten } from '../metadata';
import type { KubernetesObject } from '../model';
import { podSelectorOf } from '../selectors/read-selector';
import { portWord } from './workload';

/** What the workspace knows of a Service. */
export function serviceFact(object: KubernetesObject): ServiceFact {
  const { spec } = object;
  return {
    type: stringOf(get(spec, 'type')) ?? 'ClusterIP',
    headless: stringOf(get(spec, 'clusterIP')) === 'None',
    selector: podSelectorOf(object),
    ports: itemsOf(get(spec, 'ports')).flatMap((item) => (item.type === 'map' ? [servicePort(item)] : [])),
  };
}

export function servicePort(node: YamlMap): ServicePortFact {
  const port = portWord(get(node, 'port'));
  return {
    container: 0,
    name: wordOf(get(node, 'name')),
    port,
    protocol: readWritten(node, 'protocol')?.value ?? 'TCP',
    target: portWord(get(node, 'targetPort')) ?? port,
  };
}
