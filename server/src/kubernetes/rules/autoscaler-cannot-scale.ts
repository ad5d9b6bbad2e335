import { get, isAbsent, numberOf } from '../../yaml/navigate';
import { isRewritten } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/autoscaler-cannot-scale',
  severity: 'info',
  scope: 'part',
  what: {
    ko: 'HPA의 `minReplicas`와 `maxReplicas`가 같다',
    en: 'An autoscaler whose `minReplicas` and `maxReplicas` are the same',
  },
  why: {
    ko: '늘 같은 개수이므로 아무리 바빠도 늘지 않는다. HorizontalPodAutoscaler가 있으니 늘어날 것이라고 믿게 되는 것이 더 나쁘다.',
    en: 'The number is always the same, however busy the pods are. What is worse, everyone who sees the HorizontalPodAutoscaler believes that it scales.',
  },
  how: {
    ko: '`maxReplicas`를 늘린다. 개수를 고정하려면 HPA를 지우고 workload의 `replicas`에 적는다.',
    en: 'Raise `maxReplicas`. If the number is meant to be fixed, remove the autoscaler and write `replicas` in the workload.',
  },
  messages: {
    same: {
      ko: '`minReplicas`와 `maxReplicas`가 {count}{count|으로} 같아서 늘거나 줄지 않는다.',
      en: '`minReplicas` and `maxReplicas` are both {count}: nothing is ever scaled.',
    },
    one: {
      ko: '`maxReplicas`가 1이어서 늘지 않는다. 적지 않은 `minReplicas`도 1이다.',
      en: 'With `maxReplicas` 1 nothing is ever scaled: a `minReplicas` that is left out is 1.',
    },
  },
  concepts: ['kubernetes/HorizontalPodAutoscaler', 'concepts/autoscaling'],
  source: 'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/',
  also: ['polaris/hpaMaxAvailability'],
  examples: [
    {
      bad: autoscaler('  minReplicas: 3\n  maxReplicas: «3»\n'),
      good: autoscaler('  minReplicas: 3\n  maxReplicas: 6\n'),
    },
    { bad: autoscaler('  maxReplicas: «1»\n'), good: autoscaler('  maxReplicas: 3\n'), message: 'one' },
  ],
  allows: [
    autoscaler('  maxReplicas: 3\n'),
    autoscaler('  minReplicas: 0\n  maxReplicas: 1\n'),
    // A patch may raise it.
    {
      files: {
        'hpa.yaml': autoscaler('  minReplicas: 3\n  maxReplicas: 3\n'),
        'more.yaml': autoscaler('  maxReplicas: 9\n'),
        'kustomization.yaml': 'resources: [hpa.yaml]\npatches: [{path: more.yaml}]\n',
      },
    },
  ],
  *check({ objects, file }: Manifest, { facts }) {
    if (isRewritten(file.uri, facts)) return;
    for (const { kind, spec } of objects) {
      if (kind.value !== 'HorizontalPodAutoscaler') continue;
      const [min, max] = [get(spec, 'minReplicas'), get(spec, 'maxReplicas')];
      const [least, most] = [isAbsent(min) ? 1 : numberOf(min), numberOf(max)];
      // Less than the minimum is rejected; that is told elsewhere.
      if (!max || least === undefined || least !== most) continue;
      yield { span: max.span, message: isAbsent(min) ? 'one' : 'same', values: { count: least } };
    }
  },
});

function autoscaler(replicas: string): string {
  return `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n${replicas}  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: web\n`;
}
