import type { Finding, PeerName } from '../../core/rule';
import { asScalar, get } from '../../yaml/navigate';
import type { Container, Manifest } from '../model';
import { isWhole, podsIn } from '../pods/pods';
import { hasDemand, type Resource } from '../pods/resources';
import { rule } from '../rule';
import { amountOf } from '../schema/quantity';

const NAMES: Readonly<Record<Resource, readonly PeerName[]>> = {
  cpu: [
    'kube-score/container-cpu-requests-equal-limits',
    'kube-score/container-resource-requests-equal-limits',
  ],
  memory: [
    'kube-score/container-memory-requests-equal-limits',
    'kube-score/container-resource-requests-equal-limits',
  ],
  'ephemeral-storage': ['kube-score/container-ephemeral-storage-request-equals-limit'],
};

export default rule({
  id: 'kubernetes/requests-differ-from-limits',
  severity: 'off',
  scope: 'part',
  what: { ko: 'request와 limit이 다르다', en: 'A request that is not the same as the limit' },
  why: {
    ko: 'limit이 더 크면 맡아 둔 몫보다 많이 쓸 수 있다. node의 Pod가 한꺼번에 그러면 다 받아 줄 수 없다. 모든 컨테이너의 CPU와 메모리가 request와 limit이 같으면 Pod는 `Guaranteed` 등급이 되고, 자리가 모자랄 때 가장 늦게 내보내진다.',
    en: 'With a higher limit a container may take more than is kept free for it. When all pods of a node do so at once there is not enough for them. Where CPU and memory of all containers have request and limit alike, the pod is of the class `Guaranteed`: the last to be evicted.',
  },
  how: {
    ko: '둘을 같은 값으로 적는다. limit만 적어도 request는 그 값이 된다.',
    en: 'Write the same for both. A limit alone is the request as well.',
  },
  messages: {
    differ: {
      ko: '컨테이너 `{container}`의 `{resource}`{resource|은} request가 {request}이고 limit이 {limit}이다.',
      en: 'The container `{container}` requests {request} of `{resource}` with a limit of {limit}.',
    },
    unbounded: {
      ko: '컨테이너 `{container}`의 `{resource}`{resource|은} request가 {request}이고 limit이 없다.',
      en: 'The container `{container}` requests {request} of `{resource}` and has no limit.',
    },
  },
  concepts: ['kubernetes/resources', 'concepts/scheduler'],
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/#guaranteed',
  also: [...new Set(Object.values(NAMES).flat())],
  fix: 'choice',
  examples: [
    { bad: pod('{cpu: «100m»}', '{cpu: 1}'), good: pod('{cpu: 1}', '{cpu: 1}') },
    { bad: pod('{memory: «1Gi»}', '{memory: 2Gi}'), good: pod('{memory: 2Gi}', '{memory: 2Gi}') },
    {
      bad: pod('{ephemeral-storage: «1Gi»}', '{ephemeral-storage: 2Gi}'),
      good: pod('{ephemeral-storage: 2Gi}', '{ephemeral-storage: 2Gi}'),
    },
    { bad: pod('{cpu: «1»}', '{}'), good: pod('{cpu: 1}', '{cpu: 1}'), message: 'unbounded' },
  ],
  // A limit alone is the request as well.
  allows: [pod('{cpu: 1000m}', '{cpu: 1}'), pod('{}', '{cpu: 1}'), pod('{ephemeral-storage: 1}', '{}')],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const pod of podsIn(manifest, facts))
      for (const container of pod.containers)
        for (const resource of Object.keys(NAMES) as Resource[]) {
          yield* difference(container, resource);
          if (resource === 'ephemeral-storage' || hasDemand(container, pod, 'limits', resource, facts))
            continue;
          const request = asScalar(get(container.node, 'resources', 'requests', resource));
          const values = { container: container.name?.value ?? '?', resource, request: request?.text ?? '' };
          if (request && amountOf(request.text))
            yield { span: request.span, message: 'unbounded', values, also: NAMES[resource] };
        }
  },
});

function* difference({ node, name }: Container, resource: Resource): Generator<Finding> {
  const request = asScalar(get(node, 'resources', 'requests', resource));
  const limit = asScalar(get(node, 'resources', 'limits', resource));
  const [asked, most] = [request && amountOf(request.text), limit && amountOf(limit.text)];
  // More than the limit is rejected; that is told elsewhere.
  if (!request || !limit || asked === undefined || most === undefined || asked >= most) return;
  yield {
    span: request.span,
    values: { container: name?.value ?? '?', resource, request: request.text, limit: limit.text },
    also: NAMES[resource],
    fixes: [
      {
        title: { ko: 'limit과 같은 `{limit}`{limit|으로}', en: 'Request `{limit}`, as much as the limit' },
        values: { limit: limit.text },
        kind: 'choice',
        edits: [{ span: request.span, text: limit.text }],
      },
    ],
  };
}

function pod(requests: string, limits: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      resources:\n        requests: ${requests}\n        limits: ${limits}\n`;
}
