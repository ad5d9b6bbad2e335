import type { WorkspaceFacts } from '../../core/facts';
import type { Fix, PeerName } from '../../core/rule';
import { addEntry } from '../../yaml/edit';
import { entry, numberOf } from '../../yaml/navigate';
import type { YamlDocument } from '../../yaml/node';
import { plainText } from '../../yaml/write';
import type { KubernetesFacts } from '../facts';
import type { Manifest } from '../model';
import { isWhole, type Pod, podsIn } from '../pods/pods';
import { countOf, ownerOf, SCALED } from '../pods/replica-count';
import { avoidsItself, spreadsOf } from '../pods/spreading';
import { rule } from '../rule';

const HOST: Readonly<Record<string, PeerName>> = {
  Deployment: 'kube-score/deployment-has-host-podantiaffinity',
  StatefulSet: 'kube-score/statefulset-has-host-podantiaffinity',
};

export default rule({
  id: 'kubernetes/pods-may-share-a-node',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: {
    ko: '여러 Pod가 한 node에 몰릴 수 있다',
    en: 'Several pods that may end up on the same node',
  },
  why: {
    ko: 'Pod를 여럿 두는 이유는 하나가 죽어도 남게 하려는 것이다. 모두 한 node에 있으면 그 node와 함께 다 사라진다. scheduler는 적지 않아도 조금은 흩어 놓지만 약속하지는 않는다.',
    en: 'Several pods are there so that some are left when one dies. If all sit on one node, they go down with it. The scheduler spreads them a little by itself, but promises nothing.',
  },
  how: {
    ko: '`topologySpreadConstraints`를 적고 `labelSelector`로 자기 Pod를 고른다. `podAntiAffinity`도 된다.',
    en: "Write `topologySpreadConstraints` with a `labelSelector` for the workload's own pods; `podAntiAffinity` will do as well.",
  },
  messages: {
    together: {
      ko: 'Pod가 {count}개인데 서로 다른 node에 두라는 말이 없다.',
      en: 'There are {count} pods, and nothing keeps them on different nodes.',
    },
    scaled: {
      ko: 'HPA가 Pod를 {count}개까지 늘리는데 서로 다른 node에 두라는 말이 없다.',
      en: 'The autoscaler goes up to {count} pods, and nothing keeps them on different nodes.',
    },
  },
  concepts: ['kubernetes/affinity', 'kubernetes/topology-spread', 'kubernetes/replicas'],
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
  also: ['kube-linter/no-anti-affinity', ...Object.values(HOST), 'polaris/topologySpreadConstraint'],
  fix: 'choice',
  examples: [
    { bad: workload('Deployment', '«containers»', ''), good: workload('Deployment', 'containers', spread()) },
    {
      bad: workload('StatefulSet', '«containers»', ''),
      good: workload('StatefulSet', 'containers', spread()),
    },
  ],
  allows: [
    workload('Deployment', 'containers', '').replace('replicas: 3', 'replicas: 1'),
    workload(
      'Deployment',
      'containers',
      '      affinity:\n        podAntiAffinity:\n          preferredDuringSchedulingIgnoredDuringExecution:\n            - weight: 100\n              podAffinityTerm:\n                topologyKey: kubernetes.io/hostname\n                labelSelector:\n                  matchLabels:\n                    app: web\n',
    ),
  ],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const pod of podsIn(manifest, facts)) {
      const count = SCALED.has(pod.workload.kind) ? countFor(pod, manifest.file.uri, facts) : undefined;
      if (!count || count.most < 2 || spreadsOf(pod).length > 0 || avoidsItself(pod)) continue;
      const { kind, replicas } = pod.workload;
      const fix = spreadFix(manifest.document, pod);
      yield {
        span: pod.anchor,
        message: count.autoscaler ? 'scaled' : 'together',
        values: { count: Number.isFinite(count.most) ? count.most : '?' },
        also: [
          ...((numberOf(replicas) ?? 1) > 1 ? (['kube-linter/no-anti-affinity'] as const) : []),
          ...(HOST[kind] ? [HOST[kind]] : []),
          'polaris/topologySpreadConstraint',
        ],
        fixes: fix ? [fix] : [],
      };
    }
  },
});

function countFor({ object, workload }: Pod, uri: string, facts: WorkspaceFacts<KubernetesFacts>) {
  const place = { namespace: object.namespace, written: numberOf(workload.replicas), uri };
  return countOf(ownerOf(object), place, facts);
}

/** By the labels that the workload knows its pods by. */
function spreadFix(document: YamlDocument, { spec, workload: { selector } }: Pod): Fix | undefined {
  const pairs = selector?.requirements.filter(({ from, unknown }) => from === 'labels' && !unknown) ?? [];
  if (spec.flow || pairs.length === 0 || entry(spec, 'topologySpreadConstraints')) return undefined;
  const labels = pairs.map(({ key, values }) => `\n        ${key}: ${plainText(values[0] ?? '')}`).join('');
  const value = `\n  - maxSkew: 1\n    topologyKey: kubernetes.io/hostname\n    whenUnsatisfiable: ScheduleAnyway\n    labelSelector:\n      matchLabels:${labels}`;
  return {
    title: { ko: '되도록 여러 node에 고루 두기', en: 'Spread them over the nodes where possible' },
    kind: 'choice',
    edits: [addEntry(document, spec, 'topologySpreadConstraints', value)],
  };
}

function spread(): string {
  return '      topologySpreadConstraints:\n        - maxSkew: 1\n          topologyKey: kubernetes.io/hostname\n          whenUnsatisfiable: ScheduleAnyway\n          labelSelector:\n            matchLabels:\n              app: web\n';
}

function workload(kind: string, containers: string, more: string): string {
  return `apiVersion: apps/v1
kind: ${kind}
metadata:
  name: web
spec:
  replicas: 3
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      ${containers}:
        - name: web
          image: nginx:1.29.0
${more}`;
}
