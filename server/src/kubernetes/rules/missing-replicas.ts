import { addEntry } from '../../yaml/edit';
import { entry, isAbsent, keySpan } from '../../yaml/navigate';
import { isPatch, kustomizedBy } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { fewReplicasNames, SCALED } from '../pods/replica-count';
import { autoscalersOf } from '../relations/scaling';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/missing-replicas',
  severity: 'info',
  scope: 'part',
  what: { ko: '`replicas`를 적지 않았다', en: '`replicas` is left out' },
  why: {
    ko: '적지 않으면 1개다. Pod 하나가 죽거나 node가 내려가면 새로 뜰 때까지 받을 곳이 없다. 몇 개가 도는지 파일만 보고는 알 수 없는 것도 문제다.',
    en: 'Left out, it means 1. When that one Pod dies, or its node goes away, nothing answers until another has started. And nobody can tell from the file how many run.',
  },
  how: {
    ko: '`spec.replicas`에 개수를 적는다. HorizontalPodAutoscaler가 개수를 정한다면 적지 않는 것이 맞다.',
    en: 'Write the number in `spec.replicas`. Where a HorizontalPodAutoscaler decides it, leaving it out is right.',
  },
  messages: {
    missing: {
      ko: '`replicas`가 없으면 Pod는 1개다. 몇 개를 원하는지 적는다.',
      en: 'Without `replicas` there is 1 Pod; write how many you want.',
    },
  },
  concepts: ['kubernetes/replicas', 'concepts/autoscaling', 'concepts/desired-state'],
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#replicas',
  also: [
    'kube-linter/minimum-three-replicas',
    'kube-score/deployment-replicas',
    'polaris/deploymentMissingReplicas',
  ],
  fix: 'choice',
  examples: [
    { bad: deployment('', '«spec»'), good: [deployment('  replicas: 1\n'), deployment('  replicas: 2\n')] },
    {
      bad: deployment('  «replicas»:\n'),
      good: [deployment('  replicas: 1\n'), deployment('  replicas: 2\n')],
    },
  ],
  allows: [
    deployment('  replicas: 1\n'),
    // 0 switches it off on purpose.
    deployment('  replicas: 0\n'),
    {
      files: {
        'web.yaml': deployment(''),
        'hpa.yaml':
          'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  maxReplicas: 5\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: web\n',
      },
    },
    'apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: agent\nspec:\n  selector:\n    matchLabels:\n      app: agent\n  template:\n    metadata:\n      labels:\n        app: agent\n    spec:\n      containers:\n        - name: agent\n          image: fluentd:v1.18\n',
  ],
  *check({ objects, document, file }: Manifest, { facts }) {
    if (document.faults.length > 0 || isPatch(file.uri, facts)) return;
    for (const object of objects) {
      const { kind, group, name, namespace, spec, workload } = object;
      if (!spec || !workload || !SCALED.has(kind.value) || !isAbsent(workload.replicas)) continue;
      // What is half written, templated, or completed by others proves nothing.
      if (spec.templated || !workload.template || !facts.complete) continue;
      const owner = { kind: kind.value, group, name: name?.value };
      if (autoscalersOf(owner, namespace, facts).length > 0) continue;
      if (kustomizedBy(file.uri, facts).length > 0) continue;
      yield {
        span: entry(spec, 'replicas')?.key.span ?? keySpan(spec),
        also: fewReplicasNames(object, 1, facts),
        fixes: [1, 2].map((count) => ({
          title: count === 1 ? TITLES.asIs : TITLES.two,
          kind: 'choice',
          edits: [writeReplicas(document, spec, count)],
        })),
      };
    }
  },
});

const TITLES = {
  asIs: { ko: '`replicas: 1` 적기(지금과 같은 뜻)', en: 'Write `replicas: 1` (what it means now)' },
  two: {
    ko: '`replicas: 2` 적기(하나가 죽어도 하나가 남게)',
    en: 'Write `replicas: 2` (one is left when one dies)',
  },
};

/** Behind a key that has no value yet; else where people write it, above the other keys of the spec. */
function writeReplicas(
  document: Manifest['document'],
  spec: NonNullable<Manifest['objects'][number]['spec']>,
  count: number,
) {
  const written = entry(spec, 'replicas');
  if (written) return { span: { ...written.span, start: written.key.span.end }, text: `: ${count}` };
  const first = spec.pairs[0];
  if (!first || spec.flow) return addEntry(document, spec, 'replicas', String(count));
  const { start } = first.span;
  const indent = document.text.slice(document.text.lastIndexOf('\n', start - 1) + 1, start);
  const newline = document.text.includes('\r\n') ? '\r\n' : '\n';
  return { span: { ...first.span, end: start }, text: `replicas: ${count}${newline}${indent}` };
}

function deployment(replicas: string, spec = 'spec'): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
${spec}:
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
`;
}
