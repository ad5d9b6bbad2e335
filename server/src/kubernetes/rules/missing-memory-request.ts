import type { Manifest } from '../model';
import { containersWithout, isLasting } from '../pods/resources';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/missing-memory-request',
  severity: 'off',
  strict: 'warning',
  scope: 'part',
  what: { ko: '컨테이너에 메모리 request가 없다', en: 'A container without a memory request' },
  why: {
    ko: 'scheduler는 request만큼 자리가 남은 node를 고른다. request가 없으면 메모리가 거의 찬 node에도 올라간다. node의 메모리가 모자라면 kubelet은 request보다 많이 쓰는 Pod부터 내보낸다. request가 0이면 조금만 써도 거기에 든다.',
    en: 'The scheduler looks for a node with as much room as is requested; without a request a node that is nearly full will do. When a node runs out of memory, the kubelet first evicts pods that use more than they requested. With a request of 0 that is any pod that runs at all.',
  },
  how: {
    ko: '평소에 쓰는 만큼을 `resources.requests.memory`에 적는다. `limits.memory`를 적었다면 그것이 request도 된다. namespace에 LimitRange가 있거나 `spec.resources`를 적었다면 필요 없다.',
    en: 'Write what it usually takes in `resources.requests.memory`. A `limits.memory` counts as the request, too. It is not needed with a LimitRange in the namespace, or with `spec.resources` of the pod.',
  },
  messages: {
    missing: {
      ko: '컨테이너 `{container}`에 메모리 request가 없다. node의 메모리가 모자랄 때 먼저 내보내진다.',
      en: 'The container `{container}` requests no memory: it is among the first to go when the node runs out of it.',
    },
  },
  concepts: ['kubernetes/resources', 'concepts/scheduler'],
  source:
    'https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/#pod-selection-for-kubelet-eviction',
  also: ['kube-score/container-resources', 'polaris/memoryRequestsMissing'],
  fix: 'choice',
  examples: [
    {
      bad: pod('«web»', ''),
      good: pod('web', '      resources:\n        requests:\n          memory: 128Mi\n'),
    },
    {
      bad: pod('web', '      «resources»: {}\n'),
      good: pod('web', '      resources: {requests: {memory: 128Mi}}\n'),
    },
  ],
  allows: [
    pod('web', '      resources:\n        requests:\n          memory: 64Mi\n'),
    // The limit is the request as well.
    pod('web', '      resources:\n        limits:\n          memory: 64Mi\n'),
  ],
  *check(manifest: Manifest, { facts }) {
    yield* containersWithout(manifest, facts, 'requests', 'memory', (container) => [
      'kube-score/container-resources',
      ...(isLasting(container) ? (['polaris/memoryRequestsMissing'] as const) : []),
    ]);
  },
});

function pod(name: string, more: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: ${name}\n      image: nginx:1.29\n${more}`;
}
