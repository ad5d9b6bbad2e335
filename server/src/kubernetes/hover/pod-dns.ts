import type { Message, Text } from '../../core/text';
import { get } from '../../yaml/navigate';
import { readWritten } from '../metadata';
import type { HoverContext } from './context';

/**
 * The DNS names of the Pods of a StatefulSet: its Service, if headless, gives each of them one.
 * Source: https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id
 */
export function aboutPodNames({ object, facts }: HoverContext): readonly Message[] {
  const { name, spec, namespace, writtenNamespace } = object;
  const service = readWritten(spec, 'serviceName');
  if (!name || name.node.templated || !service || service.node.templated || !service.value) return [];
  const own = writtenNamespace ? { namespace: namespace ?? '' } : { namespace: HERE };
  const first = get(spec, 'ordinals', 'start');
  const number = first?.type === 'scalar' && /^\d+$/.test(first.text) ? first.text : '0';
  const values = { pod: `${name.value}-${number}`, service: service.value, ...own };
  const found = facts.find('service', {
    ...(namespace !== undefined && { namespace }),
    name: service.value,
  })[0];
  if (found && !found.value.headless)
    return [{ text: TEXTS.notHeadless, values: { name: service.value, place: found.span } }];
  return [{ text: TEXTS.dns, values }];
}

const HERE: Text = { ko: '<namespace>', en: '<namespace>' };

const TEXTS = {
  dns: {
    ko: '첫 Pod의 DNS 이름은 `{pod}.{service}.{namespace}.svc.cluster.local`',
    en: 'DNS name of the first Pod: `{pod}.{service}.{namespace}.svc.cluster.local`',
  },
  notHeadless: {
    ko: 'Service `{name}`({place})에 `clusterIP: None`이 없다. 그러면 Pod마다 DNS 이름이 생기지 않는다',
    en: 'Service `{name}` ({place}) lacks `clusterIP: None`; without it Pods get no DNS names of their own',
  },
} satisfies Record<string, Text>;
