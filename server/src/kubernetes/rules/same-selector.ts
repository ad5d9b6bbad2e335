import { uriOf } from '../../core/span';
import { entry } from '../../yaml/navigate';
import { isRewritten } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { sameFolder } from '../relations/nearest';
import { SCALED, twinsBefore } from '../relations/same-selector';
import { servicesFor } from '../relations/selecting';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/same-selector',
  severity: 'info',
  scope: 'part',
  what: {
    ko: '두 workload의 selector가 똑같다',
    en: 'Two workloads with the same selector',
  },
  why: {
    ko: 'controller는 자기가 만든 Pod를 `ownerReferences`로 알아보므로 당장 서로 빼앗지는 않는다. 그래도 label만 보는 쪽은 둘을 구별하지 못한다: HorizontalPodAutoscaler, PodDisruptionBudget, `kubectl`은 두 workload의 Pod를 한데 센다. 주인을 잃은 Pod는 둘 중 아무나 가져간다.',
    en: 'Controllers know the Pods they made by `ownerReferences`, so nothing is stolen at once. Whoever looks at labels alone cannot tell the two apart: autoscalers, budgets and `kubectl` count the Pods of both. A Pod without owner is adopted by either.',
  },
  how: {
    ko: 'canary처럼 나란히 띄울 때는 공통 label 하나(`app: web`)를 Service가 고르게 하고, `track: stable`과 `track: canary`처럼 각자의 label을 selector와 template 양쪽에 더한다.',
    en: 'To run a canary beside the rest, let the Service select one shared label (`app: web`), and give each a label of its own, `track: stable` and `track: canary`, in its selector and its template.',
  },
  messages: {
    same: {
      ko: '{other}의 selector와 똑같다. 함께 쓰는 label은 Service에 남기고, selector에는 `track` 같은 각자의 label을 더한다.',
      en: 'This is the selector of {other}, too. Keep the shared label for the Service, and add one of its own to each selector, such as `track`.',
    },
    other: { ko: '{other}의 selector', en: 'The selector of {other}' },
  },
  concepts: ['concepts/canary', 'concepts/selector', 'kubernetes/workload-selector'],
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector',
  also: [],
  examples: [
    {
      bad: `${deployment('web', 'stable', false)}---\n${deployment('canary', 'canary', false).replace('selector', '«selector»')}`,
      good: `${deployment('web', 'stable', true)}---\n${deployment('canary', 'canary', true)}`,
    },
  ],
  allows: [
    `${deployment('web', 'stable', true)}---\n${deployment('canary', 'canary', true)}`,
    // The same one, twice.
    `${deployment('web', 'stable', false)}---\n${deployment('web', 'stable', false)}`,
    `${deployment('web', 'stable', false)}---\n${deployment('web2', 'stable', false).replace('name: web2', 'name: web2\n  namespace: prod')}`,
    // Examples of a folder need not be applied together.
    { files: { 'b.yaml': deployment('web', 'stable', false), 'a.yaml': deployment('canary', 'a', false) } },
  ],
  *check({ objects, document, file: { uri } }: Manifest, { facts }) {
    if (!facts.complete || document.faults.length > 0 || isRewritten(uri, facts)) return;
    for (const { kind, name, namespace, workload } of objects) {
      const selector = workload?.selector;
      if (!selector || !name || !SCALED.has(kind.value) || selector.requirements.length === 0) continue;
      if (selector.requirements.some(({ unknown }) => unknown)) continue;
      const [twin] = twinsBefore(selector, { uri, namespace, name: name.value }, facts);
      if (!twin) continue;
      // In one file both are applied. In one folder a Service that sends to both says so; each of several variants
      // brings its own.
      const isOneFile = uriOf(twin.span.part) === uri;
      const services = servicesFor(workload.template?.labels ?? [], namespace, facts);
      if (!isOneFile && services.filter(({ span }) => sameFolder(uriOf(span.part), uri)).length !== 1)
        continue;
      const other = `${twin.value.owner.kind} ${twin.value.owner.name ?? '?'}`;
      yield {
        span: entry(workload.spec, 'selector')?.key.span ?? selector.span,
        values: { other },
        ...(!isOneFile && { severity: 'hint' as const }),
        related: [{ span: twin.span, message: 'other', values: { other } }],
      };
    }
  },
});

function deployment(name: string, track: string, own: boolean): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web${own ? `\n      track: ${track}` : ''}
  template:
    metadata:
      labels:
        app: web
        track: ${track}
    spec:
      containers:
        - name: web
          image: nginx:1.29.0
`;
}
