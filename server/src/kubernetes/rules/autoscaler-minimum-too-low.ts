import type { PeerName } from '../../core/rule';
import { addEntry, replaceValue } from '../../yaml/edit';
import { entry, isAbsent, keySpan, numberOf } from '../../yaml/navigate';
import { isPatch } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { rule } from '../rule';

export default rule<{ minReplicas: number }>({
  id: 'kubernetes/autoscaler-minimum-too-low',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: { ko: 'HPA가 Pod를 하나까지 줄인다', en: 'An autoscaler that goes down to a single pod' },
  why: {
    ko: '한가할 때는 `minReplicas`까지 줄어든다. 적지 않으면 1개다. 그 하나가 죽거나 node를 비우는 동안에는 받을 Pod가 없고, 갑자기 몰린 요청도 혼자 받는다.',
    en: 'When there is little to do it goes down to `minReplicas`, which is 1 where it is left out. While that one dies, or its node is drained, there is nobody; and a sudden rush has only the one to go to.',
  },
  how: {
    ko: '`minReplicas`를 2 이상으로 적는다.',
    en: 'Write a `minReplicas` of 2 or more.',
  },
  messages: {
    low: {
      ko: '한가할 때 Pod가 {count}개까지 줄어든다. 적어도 {least}개를 둔다.',
      en: 'It goes down to {count} pods; at least {least} are wanted.',
    },
  },
  concepts: ['kubernetes/HorizontalPodAutoscaler', 'concepts/autoscaling'],
  source: 'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/',
  also: [
    'kube-linter/hpa-minimum-three-replicas',
    'kube-score/horizontalpodautoscaler-replicas',
    'polaris/hpaMinAvailability',
  ],
  options: {
    minReplicas: {
      default: 2,
      minimum: 1,
      what: { ko: '적어도 몇 개여야 하는지', en: 'How many there have to be at least.' },
    },
  },
  fix: 'choice',
  examples: [
    { bad: autoscaler('spec', '  minReplicas: «1»\n'), good: autoscaler('spec', '  minReplicas: 2\n') },
    {
      bad: autoscaler('«spec»', ''),
      good: `${autoscaler('spec', '')}  minReplicas: 2\n`,
    },
  ],
  allows: [
    autoscaler('spec', '  minReplicas: 2\n'),
    // Down to nothing is on purpose.
    autoscaler('spec', '  minReplicas: 0\n'),
  ],
  *check({ objects, file, document }: Manifest, { facts, options: { minReplicas } }) {
    if (isPatch(file.uri, facts) || document.faults.length > 0) return;
    for (const { kind, spec } of objects) {
      if (kind.value !== 'HorizontalPodAutoscaler' || !spec) continue;
      const written = entry(spec, 'minReplicas');
      const count = isAbsent(written?.value) ? 1 : numberOf(written?.value);
      if (!count || count >= minReplicas) continue;
      const edit = written
        ? replaceValue(written.value, String(minReplicas))
        : addEntry(document, spec, 'minReplicas', String(minReplicas));
      yield {
        span: !written ? keySpan(spec) : isAbsent(written.value) ? written.key.span : written.value.span,
        values: { count, least: minReplicas },
        also: namesFor(count, written !== undefined),
        fixes: [
          {
            title: { ko: '`minReplicas: {least}` 적기', en: 'Write `minReplicas: {least}`' },
            values: { least: minReplicas },
            kind: 'choice',
            edits: [edit],
          },
        ],
      };
    }
  },
});

/** Each counts from its own number on; polaris only what is written. */
function namesFor(count: number, isWritten: boolean): PeerName[] {
  return [
    ...(count < 3 ? (['kube-linter/hpa-minimum-three-replicas'] as const) : []),
    ...(count < 2 ? (['kube-score/horizontalpodautoscaler-replicas'] as const) : []),
    ...(count < 2 && isWritten ? (['polaris/hpaMinAvailability'] as const) : []),
  ];
}

function autoscaler(spec: string, min: string): string {
  return `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\n${spec}:\n${min}  maxReplicas: 5\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: web\n`;
}
