import { addEntry } from '../../yaml/edit';
import { entry, isAbsent, keySpan } from '../../yaml/navigate';
import type { Manifest } from '../model';
import { isWhole } from '../pods/pods';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/missing-eviction-policy',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: {
    ko: '`unhealthyPodEvictionPolicy`를 적지 않은 PodDisruptionBudget',
    en: 'A PodDisruptionBudget without `unhealthyPodEvictionPolicy`',
  },
  why: {
    ko: '적지 않으면 `IfHealthyBudget`이다. 그러면 준비되지 않은 Pod도 다른 Pod가 충분히 건강할 때만 내보낼 수 있다. 프로그램이 고장 나서 아무 Pod도 준비되지 않으면, 어차피 일하지 않는 Pod 때문에 node를 비우지 못한다.',
    en: 'Left out, it means `IfHealthyBudget`: even a pod that is not ready may go only while enough others are healthy. When the program is broken and no pod gets ready, pods that do no work anyway keep the node from being drained.',
  },
  how: {
    ko: '`unhealthyPodEvictionPolicy: AlwaysAllow`를 적는다. 준비되지 않은 Pod에도 지킬 데이터가 있다면 `IfHealthyBudget`이라고 적어 뜻을 밝힌다.',
    en: 'Write `unhealthyPodEvictionPolicy: AlwaysAllow`. Where a pod that is not ready has data to protect, say so with `IfHealthyBudget`.',
  },
  messages: {
    missing: {
      ko: '`unhealthyPodEvictionPolicy`가 없어서 고장 난 Pod도 node를 비우지 못하게 막는다.',
      en: 'Without `unhealthyPodEvictionPolicy` even broken pods keep their node from being drained.',
    },
  },
  concepts: ['kubernetes/PodDisruptionBudget', 'kubernetes/replicas'],
  source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy',
  also: ['kube-linter/pdb-unhealthy-pod-eviction-policy'],
  fix: 'choice',
  examples: [
    { bad: budget('«spec»', ''), good: budget('spec', '  unhealthyPodEvictionPolicy: AlwaysAllow\n') },
  ],
  allows: [budget('spec', '  unhealthyPodEvictionPolicy: IfHealthyBudget\n')],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const { kind, spec } of manifest.objects) {
      const written = entry(spec, 'unhealthyPodEvictionPolicy');
      if (kind.value !== 'PodDisruptionBudget' || !spec || !isAbsent(written?.value)) continue;
      yield {
        span: written?.key.span ?? keySpan(spec),
        fixes: written
          ? []
          : [
              {
                title: { ko: '`AlwaysAllow` 적기', en: 'Write `AlwaysAllow`' },
                kind: 'choice',
                edits: [addEntry(manifest.document, spec, 'unhealthyPodEvictionPolicy', 'AlwaysAllow')],
              },
            ],
      };
    }
  },
});

function budget(spec: string, more: string): string {
  return `apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\n${spec}:\n  maxUnavailable: 1\n  selector:\n    matchLabels:\n      app: web\n${more}`;
}
