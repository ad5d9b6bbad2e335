import type { Manifest } from '../model';
import { containersWithout, isLasting } from '../pods/resources';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/missing-cpu-request',
  severity: 'off',
  strict: 'warning',
  scope: 'part',
  what: { ko: '컨테이너에 CPU request가 없다', en: 'A container without a CPU request' },
  why: {
    ko: 'scheduler는 request를 보고 자리가 있는 node를 고른다. 적지 않으면 0으로 세므로, 이미 바쁜 node에도 얼마든지 더 올린다. CPU가 모자라면 request의 비율로 나누기 때문에 request가 없는 컨테이너가 가장 적게 받는다. HorizontalPodAutoscaler의 CPU 비율도 request를 기준으로 잰다.',
    en: 'The scheduler looks for a node with room for what is requested. Without a request it counts 0, and puts ever more on nodes that are busy already. When the CPU gets scarce it is shared out in proportion to the requests, so a container without one gets the least. A HorizontalPodAutoscaler measures CPU in per cent of the request, too.',
  },
  how: {
    ko: '평소에 쓰는 만큼을 `resources.requests.cpu`에 적는다. `limits.cpu`를 적었다면 그것이 request도 된다. namespace에 LimitRange가 있거나 `spec.resources`를 적었다면 필요 없다.',
    en: 'Write what it usually takes in `resources.requests.cpu`. A `limits.cpu` counts as the request, too. It is not needed with a LimitRange in the namespace, or with `spec.resources` of the pod.',
  },
  messages: {
    missing: {
      ko: '컨테이너 `{container}`에 CPU request가 없어서 scheduler가 0으로 센다.',
      en: 'The container `{container}` requests no CPU: the scheduler counts it as 0.',
    },
  },
  concepts: ['kubernetes/resources', 'concepts/scheduler'],
  source:
    'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#requests-and-limits',
  also: [
    'kube-linter/unset-cpu-requirements',
    'kube-score/container-resources',
    'polaris/cpuRequestsMissing',
  ],
  fix: 'choice',
  examples: [
    {
      bad: pod('«web»', ''),
      good: pod('web', '      resources:\n        requests:\n          cpu: 100m\n'),
    },
    {
      bad: pod('web', '      resources:\n        «requests»:\n          memory: 64Mi\n'),
      good: pod('web', '      resources:\n        requests:\n          memory: 64Mi\n          cpu: 100m\n'),
    },
  ],
  allows: [
    pod('web', '      resources:\n        requests:\n          cpu: 100m\n'),
    // The limit is the request as well.
    pod('web', '      resources:\n        limits:\n          cpu: 1\n'),
    pod('web', '  resources:\n    requests:\n      cpu: 1\n'),
    {
      files: {
        'web.yaml': pod('web', ''),
        'limits.yaml':
          'apiVersion: v1\nkind: LimitRange\nmetadata:\n  name: usual\nspec:\n  limits:\n    - type: Container\n      defaultRequest:\n        cpu: 100m\n',
      },
    },
  ],
  *check(manifest: Manifest, { facts }) {
    yield* containersWithout(manifest, facts, 'requests', 'cpu', (container) => [
      'kube-linter/unset-cpu-requirements',
      'kube-score/container-resources',
      ...(isLasting(container) ? (['polaris/cpuRequestsMissing'] as const) : []),
    ]);
  },
});

function pod(name: string, more: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: ${name}\n      image: nginx:1.29\n${more}`;
}
