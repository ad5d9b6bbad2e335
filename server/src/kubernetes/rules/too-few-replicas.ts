import { replaceValue } from '../../yaml/edit';
import { asScalar, numberOf } from '../../yaml/navigate';
import { isPatch } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { countOf, fewReplicasNames, ownerOf, SCALED } from '../pods/replica-count';
import { rule } from '../rule';

export default rule<{ minReplicas: number }>({
  id: 'kubernetes/too-few-replicas',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: { ko: '`replicas`가 너무 적다', en: 'Too few `replicas`' },
  why: {
    ko: 'Pod가 하나뿐이면 그것이 죽거나 node를 비우는 동안(drain) 아무도 대답하지 않는다. 둘이면 하나가 남는다. 데이터를 혼자 쓰는 데이터베이스처럼 하나여야 하는 것도 있으므로, 기본으로는 알리지 않는다.',
    en: 'With a single pod nobody answers while it dies and comes back, or while its node is drained. With two one is left. Some have to be alone, such as a database that owns its data, so by default nothing is said.',
  },
  how: {
    ko: '`replicas`를 늘리거나 HorizontalPodAutoscaler에 맡긴다. 하나여야 한다면 그 오브젝트에서 이 규칙을 끈다.',
    en: 'Raise `replicas`, or leave it to a HorizontalPodAutoscaler. Where it has to be one, silence this rule for the object.',
  },
  messages: {
    few: {
      ko: '`replicas`가 {count}개다. 적어도 {least}개를 둔다.',
      en: '{count} replicas; at least {least} are wanted.',
    },
  },
  concepts: ['kubernetes/replicas', 'concepts/autoscaling'],
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#replicas',
  also: [
    'kube-linter/minimum-three-replicas',
    'kube-score/deployment-replicas',
    'polaris/deploymentMissingReplicas',
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
    { bad: deployment('«1»'), good: deployment('2') },
    {
      bad: {
        files: { 'web.yaml': deployment('«2»') },
        settings: { options: { 'kubernetes/too-few-replicas': { minReplicas: 3 } } },
      },
      good: {
        files: { 'web.yaml': deployment('3') },
        settings: { options: { 'kubernetes/too-few-replicas': { minReplicas: 3 } } },
      },
    },
  ],
  allows: [
    deployment('2'),
    // Switched off on purpose.
    deployment('0'),
    {
      files: {
        'web.yaml': deployment('1'),
        'kustomization.yaml': 'resources: [web.yaml]\nreplicas: [{name: web, count: 3}]\n',
      },
    },
    `${deployment('1')}---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  minReplicas: 2\n  maxReplicas: 5\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: web\n`,
  ],
  *check({ objects, file }: Manifest, { facts, options: { minReplicas } }) {
    if (isPatch(file.uri, facts) || !facts.complete) return;
    for (const object of objects) {
      const node = asScalar(object.workload?.replicas);
      const count = numberOf(node);
      if (!node || !count || count >= minReplicas || !SCALED.has(object.kind.value)) continue;
      const place = { namespace: object.namespace, written: count, uri: file.uri };
      const real = countOf(ownerOf(object), place, facts);
      if (!real || real.autoscaler) continue;
      yield {
        span: node.span,
        values: { count, least: minReplicas },
        also: fewReplicasNames(object, count, facts),
        fixes: [
          {
            title: { ko: '`replicas: {least}`로 늘리기', en: 'Raise it to {least}' },
            values: { least: minReplicas },
            kind: 'choice',
            edits: [replaceValue(node, String(minReplicas))],
          },
        ],
      };
    }
  },
});

function deployment(replicas: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: ${replicas}
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29.0
`;
}
