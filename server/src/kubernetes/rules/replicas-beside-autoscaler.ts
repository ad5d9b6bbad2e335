import { parentOf } from '../../core/address';
import { uriOf } from '../../core/span';
import { removeEntry } from '../../yaml/edit';
import { isAbsent, pairOf } from '../../yaml/navigate';
import { isPatch } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { ownerOf } from '../pods/replica-count';
import { autoscalersOf, scaledWorkloads } from '../relations/scaling';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/replicas-beside-autoscaler',
  severity: 'info',
  scope: 'part',
  what: {
    ko: 'HPA가 정하는 `replicas`를 적어 두었다',
    en: '`replicas` beside an autoscaler that decides it',
  },
  why: {
    ko: '개수는 HorizontalPodAutoscaler가 정한다. 그런데 manifest에 `replicas`가 있으면 `kubectl apply`를 할 때마다 그 수로 돌아간다. 바쁠 때 배포하면 Pod가 갑자기 줄었다가 다시 늘어난다.',
    en: 'The HorizontalPodAutoscaler decides the number. Yet as long as the manifest has `replicas`, each `kubectl apply` sets it back. A release at a busy hour takes most of the pods away before they are scaled up again.',
  },
  how: {
    ko: '`replicas`를 지운다. 이미 apply한 것이라면 지운 뒤 첫 apply에서 잠깐 1개가 될 수 있다. `kubectl apply edit-last-applied`로 거기서도 지우면 그대로 유지된다.',
    en: 'Take `replicas` away. If it was applied before, the first apply after that may go down to 1 for a moment. Take it out of `kubectl apply edit-last-applied` as well, and the number stays.',
  },
  messages: {
    both: {
      ko: '개수는 HPA `{autoscaler}`{autoscaler|이} 정하는데 `replicas`도 적혀 있다. apply할 때마다 이 수로 돌아간다.',
      en: 'The HPA `{autoscaler}` decides the number, and `replicas` sets it back with each apply.',
    },
    autoscaler: { ko: '개수를 정하는 HPA', en: 'The autoscaler that decides' },
  },
  concepts: ['concepts/autoscaling', 'kubernetes/replicas', 'kubernetes/HorizontalPodAutoscaler'],
  source:
    'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling',
  also: ['kube-score/deployment-targeted-by-hpa-does-not-have-replicas-configured'],
  fix: 'choice',
  examples: [
    { bad: workload('Deployment', '  «replicas»: 3\n'), good: workload('Deployment', '') },
    { bad: workload('StatefulSet', '  «replicas»: 3\n'), good: workload('StatefulSet', '') },
  ],
  allows: [
    workload('Deployment', ''),
    workload('Deployment', '  replicas: 3\n').replace('name: web', 'name: api'),
    workload('Deployment', '  replicas: 3\n').replace('name: web', 'name: web\n  namespace: shop'),
  ],
  *check({ objects, file, document }: Manifest, { facts }) {
    if (isPatch(file.uri, facts)) return;
    for (const object of objects) {
      const { workload, namespace, kind } = object;
      const pair = workload?.replicas && pairOf(workload.replicas);
      if (!pair || isAbsent(workload.replicas)) continue;
      const autoscaler = autoscalersOf(ownerOf(object), namespace, facts).find(
        ({ span, value: { target } }) =>
          parentOf(uriOf(span.part)) === parentOf(file.uri) ||
          // Folders that have nothing to do with each other may use the same names.
          scaledWorkloads(target, namespace, facts).length === 1,
      );
      if (!autoscaler) continue;
      const isOwn = pair.parent === workload.spec;
      yield {
        span: pair.key.span,
        values: { autoscaler: autoscaler.name ?? '?' },
        also:
          kind.value === 'Deployment'
            ? ['kube-score/deployment-targeted-by-hpa-does-not-have-replicas-configured']
            : [],
        related: [{ span: autoscaler.value.target.span, message: 'autoscaler' }],
        fixes: isOwn
          ? [
              {
                title: { ko: '`replicas` 지우기', en: 'Take `replicas` away' },
                kind: 'choice',
                edits: [removeEntry(document, pair)],
              },
            ]
          : [],
      };
    }
  },
});

function workload(kind: string, replicas: string): string {
  return `apiVersion: apps/v1
kind: ${kind}
metadata:
  name: web
spec:
${replicas}  selector:
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
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  minReplicas: 2
  maxReplicas: 5
  scaleTargetRef:
    apiVersion: apps/v1
    kind: ${kind}
    name: web
`;
}
