import { addEntry } from '../../yaml/edit';
import { entry, isAbsent, keySpan } from '../../yaml/navigate';
import type { Manifest } from '../model';
import { isWhole } from '../pods/pods';
import { rule } from '../rule';

const FIELDS = ['minAvailable', 'maxUnavailable'];

export default rule({
  id: 'kubernetes/disruption-budget-without-amount',
  severity: 'warning',
  scope: 'part',
  what: {
    ko: '몇 개를 남길지 적지 않은 PodDisruptionBudget',
    en: 'A PodDisruptionBudget that does not say how many pods',
  },
  why: {
    ko: '`minAvailable`도 `maxUnavailable`도 없는 것을 API server는 받아 준다. 그런데 허용되는 수가 늘 0이 되어, 고른 Pod를 하나도 내보낼 수 없다. node를 비우는 일이 끝나지 않는다.',
    en: 'The API server takes one with neither `minAvailable` nor `maxUnavailable`. The number of disruptions it allows is then always 0: none of the pods it selects may be evicted, and a drain never ends.',
  },
  how: {
    ko: '둘 중 하나를 적는다. `maxUnavailable: 1`은 한 번에 하나씩 내보내게 한다.',
    en: 'Write one of the two; `maxUnavailable: 1` lets the pods go one at a time.',
  },
  messages: {
    missing: {
      ko: '`minAvailable`도 `maxUnavailable`도 없으면 Pod를 하나도 내보낼 수 없다.',
      en: 'With neither `minAvailable` nor `maxUnavailable` no pod may be evicted.',
    },
  },
  concepts: ['kubernetes/PodDisruptionBudget', 'kubernetes/replicas'],
  source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/#specifying-a-poddisruptionbudget',
  also: ['kube-score/poddisruptionbudget-has-policy'],
  fix: 'choice',
  examples: [{ bad: budget('«spec»', ''), good: budget('spec', '  maxUnavailable: 1\n') }],
  allows: [budget('spec', '  minAvailable: 1\n'), budget('spec', '  maxUnavailable: 0\n')],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const { kind, spec } of manifest.objects) {
      if (kind.value !== 'PodDisruptionBudget' || !spec) continue;
      const written = FIELDS.flatMap((field) => entry(spec, field) ?? []);
      if (written.some(({ value }) => !isAbsent(value))) continue;
      yield {
        span: written[0]?.key.span ?? keySpan(spec),
        fixes: written[0]
          ? []
          : [
              {
                title: { ko: '`maxUnavailable: 1` 적기', en: 'Write `maxUnavailable: 1`' },
                kind: 'choice',
                edits: [addEntry(manifest.document, spec, 'maxUnavailable', '1')],
              },
            ],
      };
    }
  },
});

function budget(spec: string, more: string): string {
  return `apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\n${spec}:\n  selector:\n    matchLabels:\n      app: web\n${more}`;
}
