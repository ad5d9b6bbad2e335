import { asScalar, get } from '../../yaml/navigate';
import { isInternal } from '../facts/outside';
import { isPatch } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { rule } from '../rule';

export default rule<{ forbiddenServiceTypes: readonly string[] }>({
  id: 'kubernetes/exposed-service',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: { ko: 'cluster 밖으로 열린 Service', en: 'A Service open to the outside' },
  why: {
    ko: 'NodePort는 모든 node의 같은 포트를 연다. LoadBalancer는 밖에서 닿는 주소를 하나 받는다. 어느 쪽이든 Ingress가 하는 TLS, host 이름, 접근 제한을 거치지 않고 Pod에 닿는다.',
    en: 'A NodePort opens the same port on every node. A LoadBalancer gets an address that is reachable from outside. Either way leads to the Pods past the TLS, host names and limits an Ingress would set.',
  },
  how: {
    ko: 'cluster 안에서만 쓰면 `type: ClusterIP`로 둔다. 밖에 보여 줄 것은 Ingress나 Gateway 하나로 모은다.',
    en: 'What is used inside the cluster is `type: ClusterIP`. What the outside may see goes through one Ingress or Gateway.',
  },
  messages: {
    nodePort: {
      ko: '`NodePort`는 모든 node에서 포트를 연다.',
      en: '`NodePort` opens a port on every node.',
    },
    loadBalancer: {
      ko: '`LoadBalancer`는 cluster 밖에서 닿는 주소를 받는다.',
      en: '`LoadBalancer` gets an address that is reachable from outside the cluster.',
    },
    other: {
      ko: '`{type}` Service는 쓰지 않기로 했다.',
      en: 'Services of type `{type}` are not wanted here.',
    },
  },
  concepts: ['kubernetes/service-type', 'kubernetes/Service', 'concepts/load-balancer'],
  source:
    'https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types',
  also: ['kube-linter/exposed-services', 'kube-score/service-type'],
  options: {
    forbiddenServiceTypes: {
      default: ['NodePort', 'LoadBalancer'],
      what: { ko: '쓰지 않을 Service의 type', en: 'Types of Services that are not wanted' },
      words: ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'],
    },
  },
  examples: [
    { bad: service('«NodePort»'), good: service('ClusterIP') },
    { bad: service('«LoadBalancer»'), good: service('ClusterIP'), message: 'loadBalancer' },
  ],
  allows: [
    service('ClusterIP'),
    // Its address is one of the own network.
    service('LoadBalancer').replace(
      'name: web',
      'name: web\n  annotations:\n    networking.gke.io/load-balancer-type: Internal',
    ),
    {
      files: { 'service.yaml': service('LoadBalancer') },
      settings: { options: { 'exposed-service': { forbiddenServiceTypes: ['NodePort'] } } },
    },
  ],
  *check({ objects, file }: Manifest, { facts, options: { forbiddenServiceTypes } }) {
    if (isPatch(file.uri, facts)) return;
    for (const { kind, spec, annotations } of objects) {
      const type = kind.value === 'Service' ? asScalar(get(spec, 'type')) : undefined;
      if (!type || !forbiddenServiceTypes.includes(type.text)) continue;
      if (type.text === 'LoadBalancer' && isInternal(annotations)) continue;
      const isNodePort = type.text === 'NodePort';
      yield {
        span: type.span,
        message: isNodePort ? 'nodePort' : type.text === 'LoadBalancer' ? 'loadBalancer' : 'other',
        values: { type: type.text },
        also: ['kube-linter/exposed-services', ...(isNodePort ? (['kube-score/service-type'] as const) : [])],
      };
    }
  },
});

function service(type: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: ${type}
  selector:
    app: web
  ports:
    - port: 80
`;
}
