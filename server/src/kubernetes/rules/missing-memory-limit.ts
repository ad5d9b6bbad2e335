import type { Manifest } from '../model';
import { containersWithout, isLasting } from '../pods/resources';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/missing-memory-limit',
  severity: 'off',
  strict: 'warning',
  scope: 'part',
  what: { ko: '컨테이너에 메모리 limit이 없다', en: 'A container without a memory limit' },
  why: {
    ko: 'limit이 없는 컨테이너는 node의 메모리를 다 쓸 때까지 늘어날 수 있다. 메모리가 새는 컨테이너 하나 때문에 같은 node의 다른 Pod가 내보내지거나 OOM으로 죽는다. limit이 있으면 넘친 컨테이너만 다시 시작된다.',
    en: 'Without a limit a container may grow until the node has no memory left. One that leaks takes others with it: they are evicted, or killed when the node is out of memory. With a limit only the one that goes over it is restarted.',
  },
  how: {
    ko: '`resources.limits.memory`에 넘으면 안 되는 크기를 적는다. 메모리는 request와 limit을 같게 두는 것이 안전하다.',
    en: 'Write what it must not go over in `resources.limits.memory`. For memory it is safest to have request and limit the same.',
  },
  messages: {
    missing: {
      ko: '컨테이너 `{container}`에 메모리 limit이 없어서 node의 메모리를 다 쓸 수 있다.',
      en: 'The container `{container}` has no memory limit: it may take all the memory of its node.',
    },
  },
  concepts: ['kubernetes/resources', 'concepts/cgroup'],
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/assign-memory-resource/#if-you-do-not-specify-a-memory-limit',
  also: [
    'kube-linter/unset-memory-requirements',
    'kube-score/container-resources',
    'polaris/memoryLimitsMissing',
  ],
  fix: 'choice',
  examples: [
    {
      bad: pod('«web»', ''),
      good: pod('web', '      resources:\n        limits:\n          memory: 256Mi\n'),
    },
    {
      bad: pod('web', '      «resources»:\n        requests:\n          memory: 1Gi\n'),
      good: pod(
        'web',
        '      resources:\n        requests:\n          memory: 1Gi\n        limits:\n          memory: 1Gi\n',
      ),
    },
  ],
  allows: [
    pod('web', '      resources:\n        limits:\n          memory: 64Mi\n'),
    pod('web', '  resources:\n    limits:\n      memory: 64Mi\n'),
  ],
  *check(manifest: Manifest, { facts }) {
    yield* containersWithout(manifest, facts, 'limits', 'memory', (container) => [
      'kube-linter/unset-memory-requirements',
      'kube-score/container-resources',
      ...(isLasting(container) ? (['polaris/memoryLimitsMissing'] as const) : []),
    ]);
  },
});

function pod(name: string, more: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: ${name}\n      image: nginx:1.29\n${more}`;
}
