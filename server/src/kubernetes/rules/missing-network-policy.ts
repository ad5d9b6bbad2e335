import type { PeerName } from '../../core/rule';
import { asScalar, entry, get } from '../../yaml/navigate';
import type { Manifest } from '../model';
import { policiesFor } from '../pods/isolation';
import { isWhole, type Pod, podsIn } from '../pods/pods';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/missing-network-policy',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: { ko: 'NetworkPolicy가 고르지 않는 Pod', en: 'Pods that no NetworkPolicy selects' },
  why: {
    ko: 'NetworkPolicy가 없는 Pod는 cluster의 모든 Pod와 주고받을 수 있다. namespace가 달라도 막히지 않는다. 앞단의 Pod 하나가 뚫리면 데이터베이스까지 그대로 닿는다.',
    en: 'Pods without a NetworkPolicy talk to every Pod of the cluster; a namespace is no wall. Once one Pod at the front is taken over, the database behind it is in reach.',
  },
  how: {
    ko: 'namespace마다 모두 막는 NetworkPolicy(`podSelector: {}`)를 두고, 필요한 길만 하나씩 연다. cluster의 네트워크 plugin이 NetworkPolicy를 지원해야 효과가 있다.',
    en: 'Give each namespace a NetworkPolicy that refuses everything (`podSelector: {}`), then open the ways that are needed one by one. It only works with a network plugin that supports it.',
  },
  messages: {
    none: {
      ko: '이 Pod를 고르는 NetworkPolicy가 여기에 없다. 모든 Pod와 주고받을 수 있다.',
      en: 'No NetworkPolicy here selects these Pods: they may talk to every other one.',
    },
    ingress: {
      ko: '이 Pod로 들어오는 통신을 다루는 NetworkPolicy가 여기에 없다.',
      en: 'No NetworkPolicy here is about what comes in to these Pods.',
    },
    egress: {
      ko: '이 Pod에서 나가는 통신을 다루는 NetworkPolicy가 여기에 없다.',
      en: 'No NetworkPolicy here is about what goes out from these Pods.',
    },
    policy: { ko: '고르는 NetworkPolicy: {name}', en: 'The NetworkPolicy {name} selects them' },
  },
  concepts: ['kubernetes/NetworkPolicy', 'concepts/namespace', 'concepts/selector'],
  source:
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
  also: ['kube-linter/non-isolated-pod', 'kube-score/pod-networkpolicy', 'polaris/missingNetworkPolicy'],
  examples: [
    { bad: web('«labels»'), good: `${web('labels')}---\n${policy('[Ingress, Egress]')}` },
    {
      bad: `${web('«labels»')}---\n${policy('[Ingress]')}`,
      good: `${web('labels')}---\n${policy('[Ingress, Egress]')}`,
      message: 'egress',
    },
    {
      bad: `${web('«labels»')}---\n${policy('[Egress]')}`,
      good: `${web('labels')}---\n${policy('[Ingress, Egress]')}`,
      message: 'ingress',
    },
  ],
  allows: [
    `${web('labels')}---\n${policy('[Ingress, Egress]').replace('matchLabels:\n      app: web', 'matchExpressions:\n      - {key: app, operator: In, values: [web, api]}')}`,
    `${web('labels')}---\n${policy('[Ingress]')}---\n${policy('[Egress]').replace('name: web', 'name: out')}`,
    // The node's own network is not under its control.
    web('labels').replace('spec:\n', 'spec:\n  hostNetwork: true\n'),
  ],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const pod of podsIn(manifest, facts)) {
      const labels = pod.template.labels;
      const isUnknown =
        labels.some(({ unknown }) => unknown) || entry(pod.template.metadata, 'labels')?.value.templated;
      if (isUnknown || asScalar(get(pod.spec, 'hostNetwork'))?.value === true) continue;
      const policies = policiesFor(labels, pod.object.namespace, facts);
      const hasIngress = policies.some(({ value }) => value.ingress);
      const hasEgress = policies.some(({ value }) => value.egress);
      if (hasIngress && hasEgress) continue;
      const isPartly = policies.length > 0;
      yield {
        span: anchorOf(pod),
        message: !isPartly ? 'none' : hasIngress ? 'egress' : 'ingress',
        // One is enough for kube-linter.
        also: isPartly ? PARTLY : ['kube-linter/non-isolated-pod', ...PARTLY],
        related: policies.map(({ span, name = '?' }) => ({ span, message: 'policy', values: { name } })),
      };
    }
  },
});

const PARTLY: readonly PeerName[] = ['kube-score/pod-networkpolicy', 'polaris/missingNetworkPolicy'];

/** A policy would select the Pods by these. */
function anchorOf({ template, anchor }: Pod) {
  return entry(template.metadata, 'labels')?.key.span ?? anchor;
}

function web(labels: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  ${labels}:
    app: web
spec:
  containers:
    - name: web
      image: nginx:1.29
`;
}

function policy(types: string): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector:
    matchLabels:
      app: web
  policyTypes: ${types}
`;
}
