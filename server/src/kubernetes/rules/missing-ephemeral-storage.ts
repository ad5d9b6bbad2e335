import type { Manifest } from '../model';
import { containersWithout } from '../pods/resources';
import { rule } from '../rule';

const NAMES = ['kube-score/container-ephemeral-storage-request-and-limit'] as const;

export default rule({
  id: 'kubernetes/missing-ephemeral-storage',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: {
    ko: '컨테이너에 `ephemeral-storage` limit이 없다',
    en: 'A container without a limit on `ephemeral-storage`',
  },
  why: {
    ko: '로그와 컨테이너가 쓴 파일, `emptyDir`은 node의 디스크에 쌓인다. limit이 없으면 Pod 하나가 그 디스크를 채울 수 있고, 그러면 node의 다른 Pod도 내보내진다.',
    en: "Logs, the files a container writes and `emptyDir` volumes pile up on the node's disk. Without a limit one pod may fill it, and then other pods of the node are evicted.",
  },
  how: {
    ko: '`resources.limits.ephemeral-storage`를 적는다. request는 적지 않으면 limit과 같다.',
    en: 'Write `resources.limits.ephemeral-storage`. Left out, the request is the same as the limit.',
  },
  messages: {
    missing: {
      ko: '컨테이너 `{container}`에 `ephemeral-storage` limit이 없어서 node의 디스크를 채울 수 있다.',
      en: "The container `{container}` has no limit on `ephemeral-storage`: it may fill its node's disk.",
    },
  },
  concepts: ['kubernetes/resources', 'concepts/thin-layer'],
  source: 'https://kubernetes.io/docs/concepts/storage/ephemeral-storage/',
  also: NAMES,
  fix: 'choice',
  examples: [
    {
      bad: pod('«web»', ''),
      good: pod('web', '      resources:\n        limits:\n          ephemeral-storage: 1Gi\n'),
    },
  ],
  allows: [pod('web', '      resources:\n        limits:\n          ephemeral-storage: 1Gi\n')],
  *check(manifest: Manifest, { facts }) {
    yield* containersWithout(manifest, facts, 'limits', 'ephemeral-storage', () => NAMES);
  },
});

function pod(name: string, more: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: ${name}\n      image: nginx:1.29\n${more}`;
}
