import type { Manifest } from '../model';
import { containersWithout, isLasting } from '../pods/resources';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/missing-cpu-limit',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: { ko: '컨테이너에 CPU limit이 없다', en: 'A container without a CPU limit' },
  why: {
    ko: 'CPU limit은 의견이 갈리는 값이다. limit이 있으면 node가 놀고 있어도 그 이상 쓰지 못하고 기다린다(throttling). 없으면 남는 CPU를 다 쓴다. 그래도 다른 컨테이너가 request한 만큼은 지켜진다. 쓴 만큼 값을 매기거나 늘 같은 속도가 필요한 곳에서는 적어 둔다.',
    en: 'On CPU limits opinions differ. With one a container waits once it has had its share, even on a node that idles (throttling). Without one it takes what is left over, and the others still get what they requested. Where usage is billed, or the speed has to be the same every time, people set it.',
  },
  how: {
    ko: '필요하다고 정했다면 `resources.limits.cpu`에 적는다. 아니라면 이 규칙을 꺼 두고 request만 적는다.',
    en: 'If you want limits, write `resources.limits.cpu`. If not, leave this rule off and write requests only.',
  },
  messages: {
    missing: {
      ko: '컨테이너 `{container}`에 CPU limit이 없다.',
      en: 'The container `{container}` has no CPU limit.',
    },
  },
  concepts: ['kubernetes/resources', 'concepts/cgroup'],
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/assign-cpu-resource/#if-you-do-not-specify-a-cpu-limit',
  also: ['kube-score/container-resources', 'polaris/cpuLimitsMissing'],
  fix: 'choice',
  examples: [
    {
      bad: pod('«web»', ''),
      good: pod('web', '      resources:\n        limits:\n          cpu: 500m\n'),
    },
  ],
  allows: [
    pod('web', '      resources:\n        limits:\n          cpu: 1\n'),
    pod('web', '  resources:\n    limits:\n      cpu: 1\n'),
  ],
  *check(manifest: Manifest, { facts }) {
    yield* containersWithout(manifest, facts, 'limits', 'cpu', (container) => [
      'kube-score/container-resources',
      ...(isLasting(container) ? (['polaris/cpuLimitsMissing'] as const) : []),
    ]);
  },
});

function pod(name: string, more: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: ${name}\n      image: nginx:1.29\n${more}`;
}
