import type { Manifest } from '../model';
import { isWhole, podsIn } from '../pods/pods';
import { type Demand, hasDemand, isLasting, type Resource } from '../pods/resources';
import { rule } from '../rule';

/** A CPU limit is not among them: whether to have one is contested. */
const WANTED: readonly (readonly [Demand, Resource])[] = [
  ['requests', 'cpu'],
  ['requests', 'memory'],
  ['limits', 'memory'],
];

export default rule({
  id: 'kubernetes/missing-resources',
  severity: 'hint',
  strict: 'off',
  scope: 'part',
  what: {
    ko: '얼마나 쓰는지 적지 않은 컨테이너가 있다',
    en: 'Containers that do not say how much they need',
  },
  why: {
    ko: '`requests`는 node에서 맡아 두는 몫이고 `limits`는 넘지 못하는 선이다. 적지 않으면 scheduler는 아무 데나 올린다. 메모리 limit이 없는 Pod 하나가 node의 메모리를 다 쓰면 이웃 Pod까지 죽는다.',
    en: 'A request is the share that is kept free for a container on its node, a limit what it cannot go over. Without them the scheduler puts the pod anywhere. One pod without a memory limit can take all the memory of the node, and its neighbours die with it.',
  },
  how: {
    ko: '컨테이너마다 `resources.requests`에 `cpu`와 `memory`를, `resources.limits`에 `memory`를 적는다. 값은 `kubectl top pod`로 재어 보고 정한다. namespace에 LimitRange가 있으면 그 값을 받는다.',
    en: "Give each container `cpu` and `memory` in `resources.requests` and `memory` in `resources.limits`. Measure with `kubectl top pod` to find the figures. A LimitRange in the namespace stands in for what isn't written.",
  },
  messages: {
    missing: {
      ko: '적지 않은 것: {containers}. scheduler가 자리를 맡아 두지 못하고, 메모리를 끝없이 쓸 수 있다.',
      en: 'Left out: {containers}. The scheduler keeps no room free, and nothing bounds the memory.',
    },
    requests: {
      ko: '적지 않은 것: {containers}. scheduler가 자리를 맡아 두지 못한다.',
      en: 'Left out: {containers}. The scheduler keeps no room free.',
    },
    limits: {
      ko: '적지 않은 것: {containers}. 메모리를 끝없이 쓸 수 있다.',
      en: 'Left out: {containers}. Nothing bounds the memory.',
    },
  },
  concepts: ['kubernetes/resources', 'concepts/scheduler', 'concepts/cgroup'],
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  also: [],
  examples: [
    {
      bad: pod('«containers»', ''),
      good: pod('containers', '{requests: {cpu: 100m, memory: 64Mi}, limits: {memory: 64Mi}}'),
    },
    {
      bad: pod('«containers»', '{requests: {cpu: 100m, memory: 64Mi}}'),
      good: pod('containers', '{requests: {cpu: 100m}, limits: {memory: 64Mi}}'),
      message: 'limits',
    },
    {
      bad: pod('«containers»', '{limits: {memory: 64Mi}}'),
      good: pod('containers', '{limits: {cpu: 1, memory: 64Mi}}'),
      message: 'requests',
    },
  ],
  allows: [
    pod('containers', '{limits: {cpu: 1, memory: 64Mi}}'),
    // For the pod as a whole.
    pod('containers', '').replace(
      '  containers',
      '  resources: {limits: {cpu: 1, memory: 64Mi}}\n  containers',
    ),
    {
      files: {
        'web.yaml': pod('containers', ''),
        'limits.yaml':
          'apiVersion: v1\nkind: LimitRange\nmetadata:\n  name: usual\nspec:\n  limits:\n    - type: Container\n      default: {cpu: 500m, memory: 256Mi}\n',
      },
    },
    // A patch may fill them in.
    {
      files: {
        'web.yaml': pod('containers', ''),
        'kustomization.yaml': 'resources: [web.yaml]\npatches: [{path: more.yaml}]\n',
      },
    },
  ],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const pod of podsIn(manifest, facts)) {
      const lacking = pod.containers.filter(isLasting).flatMap((container) => {
        const missing = WANTED.filter(
          ([demand, resource]) => !hasDemand(container, pod, demand, resource, facts),
        );
        return missing.length > 0 ? [{ name: container.name?.value ?? '?', missing }] : [];
      });
      const demands = new Set(lacking.flatMap(({ missing }) => missing.map(([demand]) => demand)));
      const [only] = demands.size === 1 ? demands : [];
      if (lacking.length === 0) continue;
      yield {
        span: pod.anchor,
        message: only ?? 'missing',
        values: {
          containers: lacking.map(({ name, missing }) => `${name} (${missing.map(path).join(', ')})`),
        },
      };
    }
  },
});

function path([demand, resource]: (typeof WANTED)[number]): string {
  return `${demand}.${resource}`;
}

function pod(containers: string, resources: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  ${containers}:\n    - name: web\n      image: nginx:1.29\n${resources && `      resources: ${resources}\n`}`;
}
